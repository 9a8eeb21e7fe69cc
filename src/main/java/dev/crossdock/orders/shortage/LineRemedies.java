package dev.crossdock.orders.shortage;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.documents.IncomingKind;
import dev.crossdock.inventory.documents.IncomingUnits;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.orders.internal.DisplaceableStore.Reserved;
import dev.crossdock.orders.shortage.Remedies.Facts;
import dev.crossdock.orders.shortage.Remedy.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What would settle one line, from facts that were read before. Pure. */
final class LineRemedies {

  private static final int OF_A_KIND_MAX = 3;

  /** What is proposed for a transfer; whoever requests it knows better. */
  private static final int TRANSFER_DAYS = 3;

  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LineRemedies() {}

  static List<Remedy> of(Order order, OrderLine line, Facts facts) {
    String sku = Objects.requireNonNullElse(line.told().sku(), "");
    int missing = line.unpromised();
    List<Remedy> found = new ArrayList<>();
    boolean plain = line.told().components().equals(List.of(new Component(sku, 1)));
    if (plain) {
      elsewhere(found, order, sku, missing, facts);
      underWay(found, sku, missing, facts);
    }
    backorder(found, sku, missing, facts);
    displace(found, order, line, facts);
    substitute(found, sku, missing, facts);
    cancel(found, order, missing, facts.now());
    return found;
  }

  /** Locations that have units of it which the rules do not send to this order. */
  private static void elsewhere(List<Remedy> found, Order order, String sku, int missing, Facts facts) {
    facts.stock().of(sku).stream()
        .filter(level -> level.available() > 0)
        .sorted(Comparator.comparing(StockAt::available).reversed())
        .limit(OF_A_KIND_MAX)
        .forEach(
            level -> {
              if (serves(level.location())) {
                found.add(shipFrom(order, level));
              }
              target(order, sku, level.location(), facts)
                  .ifPresent(to -> found.add(transfer(sku, Math.min(missing, level.available()), level, to, facts)));
            });
  }

  /** A person may send the order where the rules do not; what is placed elsewhere stays there. */
  private static Remedy shipFrom(Order order, StockAt level) {
    Set<String> places = new TreeSet<>(placed(order));
    places.add(level.location().code());
    return new Remedy(
        Kind.OTHER_LOCATION,
        level.location().name() + " has " + level.available() + ", and the rules send none of it to this order.",
        Map.of(
            "location", level.location().code(), "available", level.available(), "locations", List.copyOf(places)));
  }

  private static Remedy transfer(String sku, int units, StockAt level, Location to, Facts facts) {
    Location from = level.location();
    String kept = from.active() ? ", which ships only for its marketplace," : ", which is not active,";
    return new Remedy(
        Kind.TRANSFER,
        "Transfer " + units + " of " + level.available() + " from " + from.name() + (serves(from) ? "" : kept) + " to "
            + to.name() + ".",
        Map.of(
            "from", from.code(), "to", to.code(), "sku", sku, "units", units, "expectedOn",
            facts.today().plusDays(TRANSFER_DAYS)));
  }

  /** Where other units of the order leave, or else the first in priority that lacks least. */
  private static Optional<Location> target(Order order, String sku, Location from, Facts facts) {
    Set<String> places = placed(order);
    Set<String> known =
        facts.stock().of(sku).stream().map(level -> level.location().code()).collect(Collectors.toSet());
    return facts.locations().stream()
        .filter(place -> serves(place) && !place.code().equals(from.code()))
        .min(
            Comparator.comparing((Location place) -> !places.contains(place.code()))
                .thenComparing(place -> !known.contains(place.code()))
                .thenComparing(Location::priority)
                .thenComparing(Location::code));
  }

  private static Set<String> placed(Order order) {
    return order.placements().stream()
        .filter(placement -> !placement.shipped())
        .map(Placement::location)
        .collect(Collectors.toSet());
  }

  /** A transfer that brings enough for this line as well as for those who were promised before. */
  private static void underWay(List<Remedy> found, String sku, int missing, Facts facts) {
    long open = facts.waitedFor().getOrDefault(sku, 0L) + missing;
    coming(sku, facts).stream()
        .filter(row -> row.kind() == IncomingKind.TRANSFER && row.units() >= open)
        .limit(OF_A_KIND_MAX)
        .forEach(
            row -> {
              LocalDate day = notBefore(facts.today(), Objects.requireNonNull(row.expectedOn()));
              found.add(
                  new Remedy(
                      Kind.TRANSFER,
                      row.units() + " are on their way to " + row.key().location() + ", expected " + day + ".",
                      Map.of(
                          "transfer", row.document(), "to", row.key().location(), "units", row.units(), "promisedOn",
                          day)));
            });
  }

  /** The first day by which enough has come, behind those who were promised before. */
  private static void backorder(List<Remedy> found, String sku, int missing, Facts facts) {
    long open = facts.waitedFor().getOrDefault(sku, 0L) + missing;
    for (IncomingUnits row : coming(sku, facts)) {
      open -= row.units();
      if (open <= 0) {
        LocalDate day = notBefore(facts.today(), Objects.requireNonNull(row.expectedOn()));
        found.add(
            new Remedy(
                Kind.BACKORDER,
                "Promise " + missing + " for " + day + ", when enough of it is expected.",
                Map.of("units", missing, "promisedOn", day)));
        return;
      }
    }
  }

  private static void displace(List<Remedy> found, Order order, OrderLine line, Facts facts) {
    facts.reserved().stream()
        .filter(other -> other.sku().equals(line.told().sku()) && !other.order().equals(order.id()))
        .filter(other -> other.priority() < order.priority())
        .limit(OF_A_KIND_MAX)
        .forEach(other -> found.add(displace(line, other)));
  }

  private static Remedy displace(OrderLine line, Reserved other) {
    int units = Math.min(line.unpromised(), other.units());
    return new Remedy(
        Kind.DISPLACE,
        "Take " + units + " from order " + other.number() + ", which has priority " + other.priority()
            + " and is not released.",
        Map.of(
            "from", other.order().value(), "number", other.number(), "fromLine", other.line(), "units", units,
            "priority", other.priority()));
  }

  private static void substitute(List<Remedy> found, String sku, int missing, Facts facts) {
    List<String> ranked = facts.substitutes().getOrDefault(sku, List.of());
    for (int rank = 1; rank <= ranked.size(); rank++) {
      String other = ranked.get(rank - 1);
      long there =
          facts.stock().of(other).stream()
              .filter(level -> serves(level.location()))
              .mapToLong(StockAt::available)
              .sum();
      if (there >= missing) {
        found.add(
            new Remedy(
                Kind.SUBSTITUTE,
                "Send " + other + " instead; " + there + " of it are there.",
                Map.of("sku", other, "rank", rank, "available", there)));
      }
    }
  }

  private static void cancel(List<Remedy> found, Order order, int missing, Instant now) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("units", missing);
    Instant deadline = order.terms().shipBy();
    if (deadline != null) {
      parameters.put("deadline", deadline);
    }
    found.add(new Remedy(Kind.CANCEL, "Cancel " + missing + inTime(deadline, now), parameters));
  }

  static String inTime(@Nullable Instant deadline, Instant now) {
    if (deadline == null) {
      return "; the channel has told no day to ship by.";
    }
    String when = TO_THE_MINUTE.format(deadline) + " UTC";
    return deadline.isAfter(now)
        ? " before " + when + ", when the channel counts it as late."
        : "; the channel has counted it as late since " + when + ".";
  }

  /** What has a day, the soonest first. */
  private static List<IncomingUnits> coming(String sku, Facts facts) {
    return facts.incoming().getOrDefault(sku, List.of()).stream().filter(row -> row.expectedOn() != null).toList();
  }

  private static LocalDate notBefore(LocalDate today, LocalDate day) {
    return day.isBefore(today) ? today : day;
  }

  private static boolean serves(Location location) {
    return location.active() && location.kind() != LocationKind.MARKETPLACE;
  }
}
