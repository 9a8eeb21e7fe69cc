package dev.crossdock.console.orders.order;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Deadline;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Moment;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.orders.HoldWords;
import dev.crossdock.console.orders.OrderWords;
import dev.crossdock.console.orders.order.OrderView.Case;
import dev.crossdock.console.orders.order.OrderView.Head;
import dev.crossdock.console.orders.order.OrderView.HoldCard;
import dev.crossdock.console.orders.order.OrderView.Past;
import dev.crossdock.console.orders.order.OrderView.Release;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.orders.Headline;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderDetails;
import dev.crossdock.orders.OrderEvent;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.orders.ResolvedOrder.Payment;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page of an order from what was read. */
final class ViewMaker {

  private final OrderReading reading;
  private final Order order;
  private final Headline headline;
  private final Watch watch;
  private final ActorWords actors;

  ViewMaker(OrderReading reading, Watch watch, ActorWords actors) {
    this.reading = reading;
    this.order = reading.order();
    this.headline = headline();
    this.watch = watch;
    this.actors = actors;
  }

  /**
   * The page.
   *
   * @param key makes a key for each form that may be sent; null where the person may not act
   */
  OrderView view(@Nullable Supplier<String> key) {
    UnitsMaker units = new UnitsMaker(reading, watch);
    return new OrderView(
        head(),
        reading.live() ? path() + "/live" : null,
        notes(),
        holds(reading.live() ? key : null),
        units.units(),
        reading.live() ? units.work() : List.of(),
        units.decision(undecided()),
        reading.live() && key != null && !order.lifecycle().ended() ? units.steer(path(), key.get()) : null,
        reading.live() && key != null && !order.lifecycle().ended()
            ? new OrderView.Priority(path() + "/priority", key.get(), order.priority())
            : null,
        reading.live() ? cases() : List.of(),
        new RailMaker(reading, actors.channel(order.channel().channel())).rail(watch),
        days(),
        past());
  }

  private String undecided() {
    if (order.lines().stream().anyMatch(line -> line.told().ours())) {
      return "Nothing was decided yet. An order is routed as soon as nothing holds it.";
    }
    return order.lines().stream().anyMatch(line -> line.told().fulfilledBy() == ResolvedOrder.FulfilledBy.CHANNEL)
        ? "Nothing is decided here: the channel ships it from its own stock."
        : "Nothing is decided here: nothing of it needs a parcel.";
  }

  String title() {
    return order.number();
  }

  /** As lists tell it: an open exception stands above all but a cancellation. */
  private Headline headline() {
    Headline own = order.headline();
    String kinds = reading.exceptions().stream()
        .filter(c -> c.closing() == null)
        .map(c -> Headline.inSentence(c.type().words()))
        .distinct()
        .collect(Collectors.joining(", "));
    boolean above = !kinds.isEmpty() && reading.live() && own.word() != Headline.Word.CANCELLED;
    return above ? new Headline(Headline.Word.ATTENTION, kinds) : own;
  }

  private Head head() {
    Deadline due = order.terms().shipBy() == null ? null
        : OrderWords.done(headline.word()) ? watch.past(order.terms().shipBy())
        : watch.deadline(order.terms().shipBy());
    return new Head(
        order.number(),
        actors.channel(order.channel().channel()) + " " + order.identity().externalNumber(),
        order.identity().test(),
        OrderWords.badge(headline),
        due,
        OrderWords.total(order.sums().total(), order.identity().currency()),
        payment(order.terms().payment()),
        reading.live() ? action() : null);
  }

  private Block.@Nullable Action action() {
    for (ExceptionSearch.Case open : reading.exceptions()) {
      if (open.closing() == null) {
        return new Block.Action(open.remedy().replaceAll("\\.$", ""), caseHref(open));
      }
    }
    return order.openHolds().isEmpty() ? null : new Block.Action("See what holds it", "#holds");
  }

  private static Badge payment(Payment payment) {
    String words = payment.name().charAt(0) + payment.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (payment) {
      case PAID, AUTHORISED, OVERPAID, ON_TERMS -> Badge.of(Role.SUCCESS, Icon.CHECK, words);
      case PENDING, PARTIALLY_PAID -> Badge.of(Role.WARNING, Icon.CLOCK, words);
      case FAILED, EXPIRED, CHARGEBACK -> Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, words);
      case REFUNDED, PARTIALLY_REFUNDED -> Badge.of(Role.NEUTRAL, Icon.MONEY, words);
      case NONE -> Badge.of(Role.NEUTRAL, Icon.MONEY, "No payment told");
    };
  }

  private List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    if (order.identity().test()) {
      notes.add(Note.of(Role.ATTENTION, Icon.INFO, "A test order of the channel: nothing of it must leave."));
    }
    if (reading.live()) {
      reading.awaited().forEach(transfer -> notes.add(awaits(transfer)));
    }
    return notes;
  }

  private Note awaits(Transfer transfer) {
    String day = transfer.expectedOn() == null ? "" : ", expected " + transfer.expectedOn();
    return new Note(
        Role.PROGRESS, Icon.TRUCK,
        "It waits for transfer " + transfer.number() + " from " + reading.location(transfer.from()) + " to "
            + reading.location(transfer.to()) + ", " + transfer.state().name().toLowerCase(Locale.ROOT) + day + ".",
        new Block.Action("Show the transfer", "/console/stock/transfers/" + transfer.id()));
  }

  private List<HoldCard> holds(@Nullable Supplier<String> key) {
    List<HoldCard> cards = new ArrayList<>();
    for (Hold hold : order.openHolds()) {
      String line = hold.line() == null ? "" : " (line " + hold.line() + ")";
      cards.add(new HoldCard(
          "hold-" + hold.id(),
          hold.reason().words() + line,
          hold.sentence(),
          effect(hold),
          HoldWords.evidence(hold),
          "Opened by " + HoldWords.openedBy(hold),
          watch.when(hold.openedAt()),
          key == null || !releasable(hold)
              ? null
              : new Release(path() + "/holds/" + hold.id() + "/release", key.get())));
    }
    return cards;
  }

  /** What ends by itself when its cause is gone is not released by hand: the cause is. */
  private static boolean releasable(Hold hold) {
    return switch (hold.reason()) {
      case SKU_UNMAPPED, STOCK_SHORT, BACKORDER, PREORDER -> false;
      case PAYMENT, FRAUD_REVIEW, ADDRESS, PRICE_OR_TAX_MISMATCH, CREDIT_LIMIT, APPROVAL, COMPLIANCE,
          PICKUP_PLACE, DUPLICATE_SUSPECT, CUSTOMER_REQUEST, MANUAL, HOLD_UNTIL, CHANNEL_PENDING, BUYER_EDIT_WINDOW,
          AWAITING_RETURN, EXTERNAL -> true;
    };
  }

  private static String effect(Hold hold) {
    String steps = hold.blocks().stream().sorted()
        .map(step -> switch (step) {
          case APPROVE -> "approval";
          case ROUTE -> "routing";
          case RELEASE -> "release";
          case SHIP -> "shipping";
        })
        .collect(Collectors.joining(", "));
    return "Stops " + steps + ". " + (hold.keepsStock() ? "Stock is kept." : "No stock is kept.");
  }

  private List<Case> cases() {
    return reading.exceptions().stream().map(found -> {
      ExceptionSearch.Closing closing = found.closing();
      Badge badge = closing == null
          ? Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, found.type().words())
          : Badge.of(Role.NEUTRAL, Icon.CHECK, found.type().words());
      String closed = closing == null ? null
          : closing.state().toLowerCase(Locale.ROOT) + " " + watch.when(closing.at()).text() + ": " + closing.note();
      return new Case(badge, found.sentence(), found.remedy(), watch.when(found.openedAt()), closed, caseHref(found));
    }).toList();
  }

  private static String caseHref(ExceptionSearch.Case found) {
    return "/console/exceptions?group=" + URLEncoder.encode(found.groupKey(), StandardCharsets.UTF_8);
  }

  private List<Moment.Day> days() {
    EventWords words = new EventWords(reading::location);
    Map<LocalDate, List<Moment>> days = new LinkedHashMap<>();
    Order before = null;
    List<Moment> all = new ArrayList<>();
    List<LocalDate> dates = new ArrayList<>();
    for (OrderDetails.Entry entry : reading.history().entries().subList(0, reading.version())) {
      Order after = entry.event() instanceof OrderEvent.Placed placed
          ? Order.begin(order.id(), placed)
          : Objects.requireNonNull(before).apply(entry.event());
      Happening told = words.of(entry.event(), actors.of(entry.fact().cause().actor()), before, after);
      all.add(moment(entry, told));
      dates.add(LocalDate.ofInstant(entry.fact().recordedAt(), watch.zone()));
      before = after;
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      days.computeIfAbsent(dates.get(i), day -> new ArrayList<>()).add(all.get(i));
    }
    return days.entrySet().stream().map(day -> new Moment.Day(watch.day(day.getKey()), day.getValue())).toList();
  }

  private Moment moment(OrderDetails.Entry entry, Happening told) {
    List<String> details = new ArrayList<>(told.details());
    if (entry.fact().happenedAt().isBefore(entry.fact().recordedAt().minusSeconds(60))) {
      details.add("Happened " + watch.when(entry.fact().happenedAt()).text() + ", we learned it "
          + watch.when(entry.fact().recordedAt()).text());
    }
    Block.Action source = entry.fact().cause().causation() == null ? null
        : new Block.Action("message", "/console/messages/" + entry.fact().cause().causation());
    return new Moment(
        told.role(), told.icon(), told.sentence(), details, watch.timeOfDay(entry.fact().recordedAt()), source);
  }

  private Past past() {
    int last = reading.history().entries().size();
    int version = reading.version();
    OrderDetails.Entry shown = reading.history().entries().get(version - 1);
    String banner = reading.live() ? null
        : "As it was " + watch.when(shown.fact().recordedAt()).text() + " (event " + version + " of " + last
            + "). Nothing can be done here.";
    return new Past(
        "event " + version + " of " + last,
        banner,
        version == 1 ? null : path() + "?at=" + (version - 1),
        version == last ? null : version + 1 == last ? path() : path() + "?at=" + (version + 1),
        path());
  }

  private String path() {
    return "/console/orders/" + order.id();
  }
}
