package dev.crossdock.console.orders.order;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.QuantityBar;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.orders.OrderWords;
import dev.crossdock.console.orders.decision.DecisionMaker;
import dev.crossdock.console.orders.decision.DecisionView;
import dev.crossdock.console.orders.order.OrderView.Line;
import dev.crossdock.console.orders.order.OrderView.Units;
import dev.crossdock.console.orders.order.OrderView.Work;
import dev.crossdock.fulfilment.FulfilmentOrders.FulfilmentOrder;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.orders.Buckets;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.routing.Decisions.Decision;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes what the page says of units: lines, the work on them, and why they ship from where they do. */
final class UnitsMaker {

  private final OrderReading reading;
  private final Order order;
  private final Watch watch;

  UnitsMaker(OrderReading reading, Watch watch) {
    this.reading = reading;
    this.order = reading.order();
    this.watch = watch;
  }

  Units units() {
    QuantityBar bar = OrderWords.bar(order.lines().stream().map(OrderLine::buckets).toList());
    return new Units(bar, order.identity().currency(), order.lines().stream().map(this::line).toList());
  }

  private Line line(OrderLine line) {
    ResolvedOrder.Line told = line.told();
    String currency = order.identity().currency();
    String sku = told.sku() == null ? Objects.requireNonNullElse(told.channelSku(), "no SKU") : told.sku();
    String listed = told.channelSku() == null || told.channelSku().equals(told.sku()) || told.sku() == null
        ? "" : told.channelSku();
    return new Line(
        line.line(),
        sku,
        listed,
        told.title(),
        note(told),
        told.ordered(),
        OrderWords.part(told.unitPrice(), currency),
        OrderWords.bar(line.buckets()),
        where(line),
        told.discount() == 0 ? null : OrderWords.part(-told.discount(), currency),
        OrderWords.part(told.subtotal(), currency));
  }

  private static String note(ResolvedOrder.Line told) {
    String kind = switch (told.kind()) {
      case GOODS -> "";
      case DIGITAL -> "delivered without a parcel";
      case GIFT_CARD -> "gift card";
    };
    String kit = told.components().size() > 1 || told.components().stream().anyMatch(part -> part.units() > 1)
        ? "kit of " + told.components().stream().map(p -> p.units() + " × " + p.sku()).collect(Collectors.joining(", "))
        : "";
    String by = switch (told.fulfilledBy()) {
      case MERCHANT -> "";
      case CHANNEL -> "shipped by the channel";
    };
    String unmapped = told.ours() && told.sku() == null ? "SKU not mapped" : "";
    return List.of(kind, kit, by, unmapped).stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
  }

  /** Where the units are, place by place. */
  private String where(OrderLine line) {
    Map<String, Integer> places = order.placements().stream()
        .filter(placement -> placement.line() == line.line())
        .collect(Collectors.groupingBy(
            this::place, LinkedHashMap::new, Collectors.summingInt(Placement::units)));
    Buckets buckets = line.buckets();
    if (places.isEmpty()) {
      return OrderWords.bar(buckets).segments().stream()
          .map(segment -> segment.units() + " " + segment.bucket().word())
          .collect(Collectors.joining(", "));
    }
    String placed = places.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
    int waiting = buckets.backordered() + buckets.unplaced() + buckets.preordered() + buckets.shortUnits();
    return waiting == 0 ? placed : placed + ", " + waiting + " waiting";
  }

  private String place(Placement placement) {
    String verb = placement.shipped() ? "shipped from " : placement.fulfilmentOrder() == null ? "reserved at " : "at ";
    return verb + reading.location(placement.location());
  }

  List<Work> work() {
    return reading.work().stream().map(this::work).toList();
  }

  private Work work(FulfilmentOrder work) {
    List<String> items = work.items().stream().map(item -> item.units() + " × " + item.sku()).toList();
    boolean over = !work.work().equals("OPEN");
    return new Work(
        work.number(),
        work.location().isEmpty() ? "" : reading.location(work.location()),
        words(work.type()),
        badge(work.work()),
        items,
        work.shipBy() == null ? null : over ? watch.past(work.shipBy()) : watch.deadline(work.shipBy()),
        watch.when(work.createdAt()));
  }

  private static Badge badge(String work) {
    return switch (work) {
      case "SHIPPED", "DELIVERED", "COLLECTED" -> Badge.of(Role.SUCCESS, Icon.TRUCK, words(work));
      case "CANCELLED" -> Badge.of(Role.NEUTRAL, Icon.CROSS, words(work));
      case "INCOMPLETE" -> Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, words(work));
      default -> Badge.of(Role.PROGRESS, Icon.PIP_HALF, words(work));
    };
  }

  /** The decisions that were made by the time the order is shown at, the newest first. */
  DecisionView decision(String undecided) {
    Instant shown = reading.history().entries().get(reading.version() - 1).fact().recordedAt();
    List<Decision> made =
        reading.decisions().stream().filter(decision -> !decision.decidedAt().isAfter(shown)).toList();
    return new DecisionMaker(watch, reading.locations(), reading.address(order.parties().shipTo()))
        .view(made, undecided);
  }

  /** Where it may be sent, and from where it may be taken. */
  OrderView.Steer steer(String path, String key) {
    List<Choice.Option> places = reading.locations().values().stream()
        .filter(place -> place.active() && place.kind() != LocationKind.MARKETPLACE)
        .sorted(Comparator.comparing(Location::name))
        .map(place -> new Choice.Option(place.code(), place.name()))
        .toList();
    List<Choice.Option> chosen = order.placements().stream()
        .filter(placement -> !placement.shipped())
        .map(Placement::location)
        .distinct()
        .map(code -> new Choice.Option(code, reading.location(code)))
        .toList();
    return new OrderView.Steer(path, key, places, chosen);
  }

  private static String words(String constant) {
    return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
