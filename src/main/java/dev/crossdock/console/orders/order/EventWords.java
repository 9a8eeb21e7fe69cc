package dev.crossdock.console.orders.order;

import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.orders.HoldWords;
import dev.crossdock.orders.Buckets.Move;
import dev.crossdock.orders.Headline;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderEvent;
import dev.crossdock.orders.Placement;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells each event of an order in one sentence: who, what, which units, where. */
final class EventWords {

  private final UnaryOperator<String> location;

  /**
   * @param location the name of a location by its code
   */
  EventWords(UnaryOperator<String> location) {
    this.location = location;
  }

  /**
   * The sentence of an event.
   *
   * @param who did it, as people call them
   * @param before the order just before; null for its first event
   * @param after the order just after
   */
  Happening of(OrderEvent event, String who, @Nullable Order before, Order after) {
    return switch (event) {
      case OrderEvent.Placed e -> Happening.of(Role.PROGRESS, Icon.CHANNELS, placed(who, after));
      case OrderEvent.ChannelAdvanced e ->
          Happening.of(Role.NEUTRAL, Icon.CHANNELS, who + " sent a newer version of the order");
      case OrderEvent.TermsChanged e ->
          changed(who + " changed the order", Changes.terms(Objects.requireNonNull(before).terms(), e.terms()));
      case OrderEvent.SumsChanged e ->
          changed(who + " changed the sums", Changes.sums(Objects.requireNonNull(before), after));
      case OrderEvent.PartiesChanged e ->
          changed(who + " changed the buyer or an address",
              Changes.parties(Objects.requireNonNull(before).parties(), e.parties()));
      case OrderEvent.LinesAdded e -> new Happening(Role.PROGRESS, Icon.ORDERS,
          who + " added " + count(e.lines().size(), "line"),
          e.lines().stream().map(line -> line.ordered() + " × " + line.title()).toList());
      case OrderEvent.LineChanged e -> changed(who + " changed line " + e.line(),
          Changes.line(Objects.requireNonNull(before).line(e.line()).told(), e.told()));
      case OrderEvent.LineResolved e -> Happening.of(Role.SUCCESS, Icon.LINK,
          name(after.line(e.line()).told().channelSku()) + " on line " + e.line() + " is now known as " + e.sku());
      case OrderEvent.UnitsPlaced e -> placed(e, after);
      case OrderEvent.UnitsReleased e -> Happening.of(Role.WARNING, Icon.BRANCH,
          units(after, e.line(), e.moves()) + " lost " + itsPlace(e.placements()) + sentenceEnd(e.reason()));
      case OrderEvent.UnitsBackordered e -> waits(e, after);
      case OrderEvent.UnitsDisplaced e -> displaced(e, after);
      case OrderEvent.UnitsTakenOver e -> Happening.of(Role.PROGRESS, Icon.BRANCH, takenOver(e, who));
      case OrderEvent.LineSubstituted e -> Happening.of(Role.PROGRESS, Icon.LINK, substituted(e, who));
      case OrderEvent.PriorityChanged e -> Happening.of(Role.NEUTRAL, Icon.BRANCH, priority(e, who));
      case OrderEvent.UnitsCancelled e -> Happening.of(Role.NEUTRAL, Icon.CROSS,
          who + " cancelled " + units(after, e.line(), e.moves()) + sentenceEnd(e.reason()));
      case OrderEvent.UnitsShipped e -> Happening.of(Role.SUCCESS, Icon.TRUCK, shipped(e, who, after));
      case OrderEvent.HoldOpened e -> opened(e.hold());
      case OrderEvent.HoldReleased e -> released(e, after);
      case OrderEvent.LifecycleChanged e -> Happening.of(role(e.to()), icon(e.to()),
          lifecycle(e.to()) + sentenceEnd(e.reason()));
    };
  }

  private static String placed(String who, Order order) {
    Long total = order.sums().total();
    String sum = total == null ? "" : ", " + new Money(total, Currency.getInstance(order.identity().currency()));
    int units = order.lines().stream().mapToInt(line -> line.told().ordered()).sum();
    return who + " sent the order: " + count(units, "unit") + " on " + count(order.lines().size(), "line") + sum;
  }

  private Happening placed(OrderEvent.UnitsPlaced event, Order after) {
    boolean released = event.placements().stream().anyMatch(placement -> placement.fulfilmentOrder() != null);
    String what = units(after, event.line(), event.moves());
    return Happening.of(
        Role.PROGRESS,
        Icon.BRANCH,
        released
            ? "Routing sent " + what + " to " + places(event.placements())
            : "Routing reserved " + what + " at " + places(event.placements()));
  }

  private String shipped(OrderEvent.UnitsShipped event, String who, Order after) {
    String from = event.shipped().isEmpty() ? "" : " from " + places(event.shipped());
    return units(after, event.line(), event.moves()) + " left" + from + ", told by " + who;
  }

  private static Happening waits(OrderEvent.UnitsBackordered event, Order after) {
    String what =
        event.moves().isEmpty()
            ? "Waiting units of line " + event.line() + " were promised"
            : units(after, event.line(), event.moves()) + " found no stock";
    return new Happening(
        Role.WARNING, Icon.STOCK, what,
        event.ahead().stream().map(a -> count(a.units(), "unit") + " promised for " + a.promisedOn()).toList());
  }

  private Happening displaced(OrderEvent.UnitsDisplaced event, Order after) {
    return Happening.of(
        Role.WARNING, Icon.BRANCH,
        units(after, event.line(), event.moves()) + " lost " + itsPlace(event.placements()) + " to order "
            + event.by().number() + sentenceEnd(event.reason()));
  }

  private static String takenOver(OrderEvent.UnitsTakenOver event, String who) {
    return who + " gave line " + event.line() + " " + count(event.units(), "unit") + " of order "
        + event.from().number() + sentenceEnd(event.reason());
  }

  private static String substituted(OrderEvent.LineSubstituted event, String who) {
    return who + " put " + event.sku() + " in place of " + event.ordered() + " on line " + event.line()
        + sentenceEnd(event.reason());
  }

  private static String priority(OrderEvent.PriorityChanged event, String who) {
    return who + " set the priority to " + event.priority() + sentenceEnd(event.reason());
  }

  private static Happening opened(Hold hold) {
    List<String> details = new ArrayList<>();
    details.add(hold.sentence());
    details.addAll(HoldWords.evidence(hold));
    String what = hold.line() == null ? "the order" : "line " + hold.line();
    String opener = HoldWords.openedBy(hold);
    String by = opener.startsWith("the ") ? "T" + opener.substring(1) : opener;
    return new Happening(
        Role.HOLD, Icon.HOLD,
        by + " put " + what + " on hold: " + Headline.inSentence(hold.reason().words()), details);
  }

  private static Happening released(OrderEvent.HoldReleased event, Order after) {
    UUID id = event.hold();
    String reason = after.hold(id).map(hold -> "“" + hold.reason().words() + "”").orElse("");
    Hold.Release release = event.release();
    String by = release.byPerson() ? release.by() : "Crossdock";
    return Happening.of(
        Role.SUCCESS, Icon.CHECK, by + " released the hold " + reason + sentenceEnd(release.note()));
  }

  private static Happening changed(String sentence, List<String> changes) {
    String told = changes.size() == 1 ? sentence + ": " + changes.getFirst() : sentence;
    return new Happening(Role.NEUTRAL, Icon.CHANNELS, told, changes.size() == 1 ? List.of() : changes);
  }

  private static String units(Order order, int line, List<Move> moves) {
    int units = moves.stream().mapToInt(Move::units).sum();
    return units + " × " + name(sku(order, line));
  }

  private static @Nullable String sku(Order order, int line) {
    String ours = order.line(line).told().sku();
    return ours == null ? order.line(line).told().channelSku() : ours;
  }

  private String places(List<Placement> placements) {
    return placements.stream().map(Placement::location).distinct().map(location).collect(Collectors.joining(" and "));
  }

  private String itsPlace(List<Placement> placements) {
    return placements.isEmpty() ? "their place" : "their place at " + places(placements);
  }

  private static Role role(Order.Lifecycle to) {
    return switch (to) {
      case COMPLETED -> Role.SUCCESS;
      case CANCELLED, REJECTED, DRAFT -> Role.NEUTRAL;
      case RECEIVED, VALIDATED, APPROVED, IN_FULFILMENT -> Role.PROGRESS;
    };
  }

  private static Icon icon(Order.Lifecycle to) {
    return switch (to) {
      case COMPLETED -> Icon.CHECK;
      case CANCELLED, REJECTED -> Icon.CROSS;
      case DRAFT, RECEIVED, VALIDATED, APPROVED, IN_FULFILMENT -> Icon.PIP_HALF;
    };
  }

  private static String lifecycle(Order.Lifecycle to) {
    return switch (to) {
      case DRAFT -> "The order is a draft";
      case RECEIVED -> "The order was received";
      case VALIDATED -> "The order passed the checks";
      case APPROVED -> "The order was approved for work";
      case IN_FULFILMENT -> "Work on the order began";
      case COMPLETED -> "The order is complete";
      case CANCELLED -> "The order was cancelled";
      case REJECTED -> "The order was rejected";
    };
  }

  private static String name(@Nullable String sku) {
    return sku == null ? "an item without SKU" : sku;
  }

  private static String sentenceEnd(@Nullable String reason) {
    return reason == null || reason.isBlank() ? "" : ": " + reason;
  }

  static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
