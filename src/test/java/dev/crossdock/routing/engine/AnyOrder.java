package dev.crossdock.routing.engine;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.StockFacts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders, places and stock for tests: written by hand or drawn from a seed. */
final class AnyOrder {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  final List<Place> places = new ArrayList<>();
  final Map<String, Integer> stock = new HashMap<>();
  final List<LineFacts> lines = new ArrayList<>();
  @Nullable Instant deliverBy;
  Set<String> pinned = Set.of();
  Set<String> avoided = Set.of();

  /** Costs so much for the parcel and so much for each unit, by the place's priority. */
  @Kind(type = "test-postage", title = "Postage", help = "A price for tests.")
  record Postage(long perParcel) implements Rating {
    @Override
    public double rate(Parcel parcel, Facts facts) {
      int units = parcel.units();
      int place = parcel.place().location().priority();
      return perParcel + (long) place * units + (units > 2 ? 40 : 0);
    }

    @Override
    public String because(Parcel parcel, Facts facts) {
      return "costs " + Math.round(rate(parcel, facts)) + " cents";
    }

    @Override
    public Unit unit() {
      return Unit.MONEY;
    }

    @Override
    public Over over() {
      return Over.SUM;
    }
  }

  /** Dangerous goods leave only from places whose priority is no multiple of three. */
  @Kind(type = "test-hazmat", title = "Dangerous goods", help = "A fence for lines in tests.")
  record NoHazmat() implements LineFilter {
    static boolean mayShip(LineFacts line, Place place) {
      return line.item().hazmat() == null || place.location().priority() % 3 != 0;
    }

    @Override
    public Ruling judge(LineFacts line, Place place, Facts facts) {
      return mayShip(line, place)
          ? Ruling.STAYS
          : new Ruling.Out("may not ship " + line.sku(), "if it might ship " + line.sku());
    }
  }

  /** As many days as its code is long, the slowest counts. */
  @Kind(type = "test-days", title = "Transit", help = "Days for tests.")
  record Days() implements Rating {
    @Override
    public double rate(Parcel parcel, Facts facts) {
      return 1 + parcel.place().location().priority() % 3;
    }

    @Override
    public String because(Parcel parcel, Facts facts) {
      return "takes " + Math.round(rate(parcel, facts)) + " days";
    }

    @Override
    public Unit unit() {
      return Unit.DAYS;
    }

    @Override
    public Over over() {
      return Over.WORST;
    }
  }

  static AnyOrder drawn(Random random, int placesMost, int linesMost, int unitsMost) {
    AnyOrder order = new AnyOrder();
    int skus = 1 + random.nextInt(4);
    int count = 1 + random.nextInt(placesMost);
    for (int n = 0; n < count; n++) {
      String code = "P" + n;
      order.place(code, random.nextInt(4) == 0 ? null : (double) (1 + random.nextInt(8) * 100), random.nextInt(30));
      for (int sku = 0; sku < skus; sku++) {
        order.has(code, "S" + sku, random.nextInt(unitsMost + 1));
      }
    }
    int lines = 1 + random.nextInt(linesMost);
    for (int line = 1; line <= lines; line++) {
      int units = 1 + random.nextInt(unitsMost);
      String first = "S" + random.nextInt(skus);
      if (random.nextInt(5) == 0) {
        String second = "S" + random.nextInt(skus);
        List<Component> parts =
            first.equals(second)
                ? List.of(new Component(first, 2))
                : List.of(new Component(first, 1), new Component(second, 1));
        order.lines.add(new LineFacts(line, "KIT" + line, units, 0, parts, ItemFacts.PLAIN));
      } else if (first.equals("S1") && skus > 2) {
        order.dangerous(line, first, units);
      } else {
        order.line(line, first, units, random.nextInt(6) == 0 ? "set" : null);
      }
    }
    return order;
  }

  static Strategy drawnStrategy(Random random) {
    Objective objective =
        switch (random.nextInt(4)) {
          case 0 -> new Objective.InTurn(List.of());
          case 1 -> new Objective.InTurn(
              List.of(new Objective.Step(new Days(), 0), new Objective.Step(new Postage(50), random.nextInt(2) * 25)));
          case 2 -> new Objective.InMoney(List.of(new Objective.Weight(new Postage(random.nextInt(100)), 1)));
          default -> new Objective.InMoney(
              List.of(new Objective.Weight(new Postage(30), 1), new Objective.Weight(new Days(), 20)));
        };
    Split split =
        switch (random.nextInt(5)) {
          case 0 -> Split.NEVER;
          case 1 -> new Split(2, random.nextBoolean(), null, null);
          case 2 -> new Split(Split.ANY_NUMBER, true, null, null);
          case 3 -> new Split(3, false, new Split.Worth(60, 40), null);
          default -> Split.FREELY;
        };
    return random.nextInt(3) > 0 ? strategy(objective, split) : fenced(strategy(objective, split), new NoHazmat());
  }

  static Strategy fenced(Strategy strategy, Filter... filters) {
    return new Strategy(
        strategy.candidates(), List.of(filters), strategy.objective(), strategy.split(), strategy.otherwise());
  }

  static Strategy strategy(Objective objective, Split split) {
    return new Strategy(Strategy.Candidates.ALL, List.of(), objective, split, new Otherwise.Backorder(true));
  }

  static Strategy nearest(Split split) {
    return strategy(new Objective.InTurn(List.of()), split);
  }

  AnyOrder place(String code, @Nullable Double km, int priority) {
    return place(code, LocationKind.WAREHOUSE, km, priority);
  }

  AnyOrder place(String code, LocationKind kind, @Nullable Double km, int priority) {
    Location location =
        new Location(code, code, kind, "US", null, null, null, null, null, ZoneOffset.UTC, priority, true, 1);
    places.add(new Place(location, PlaceProfile.PLAIN, PlaceLoad.NONE, km));
    return this;
  }

  AnyOrder has(String place, String sku, int units) {
    stock.put(sku + "@" + place, units);
    return this;
  }

  AnyOrder line(int number, String sku, int units) {
    return line(number, sku, units, null);
  }

  AnyOrder line(int number, String sku, int units, @Nullable String together) {
    ItemFacts item =
        new ItemFacts(500, null, null, ItemFacts.Temperature.AMBIENT, false, together, Set.of());
    lines.add(new LineFacts(number, sku, units, 1_000, List.of(new Component(sku, 1)), item));
    return this;
  }

  AnyOrder dangerous(int number, String sku, int units) {
    ItemFacts item = new ItemFacts(500, null, "9", ItemFacts.Temperature.AMBIENT, false, null, Set.of());
    lines.add(new LineFacts(number, sku, units, 1_000, List.of(new Component(sku, 1)), item));
    return this;
  }

  int stock(String sku, String place) {
    return stock.getOrDefault(sku + "@" + place, 0);
  }

  Facts facts() {
    return facts(places);
  }

  Facts facts(List<Place> order) {
    OrderFacts facts =
        new OrderFacts(
            "1001", "fake", "shop", 0, "EUR", 10_000L, NOW, null, deliverBy, null, Set.of(), Destination.UNKNOWN,
            OrderFacts.Customer.UNKNOWN, avoided, pinned, lines);
    return new Facts(facts, order, new Levels(Map.copyOf(stock)), (from, to, load, leaves) -> List.of(), NOW);
  }

  private record Levels(Map<String, Integer> units) implements StockFacts {
    @Override
    public int available(String sku, String location) {
      return units.getOrDefault(sku + "@" + location, 0);
    }

    @Override
    public @Nullable Double soldPerDay(String sku, String location) {
      return null;
    }

    @Override
    public @Nullable Integer ageDays(String sku, String location) {
      return null;
    }
  }
}
