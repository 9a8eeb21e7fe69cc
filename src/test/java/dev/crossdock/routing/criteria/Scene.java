package dev.crossdock.routing.criteria;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.facts.OrderFacts.Customer;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Parcel.Part;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.PlaceProfile.Capacity;
import dev.crossdock.routing.facts.PlaceProfile.Costs;
import dev.crossdock.routing.facts.StockFacts;
import dev.crossdock.routing.facts.Tariffs;
import dev.crossdock.routing.facts.Tariffs.Quote;
import dev.crossdock.routing.facts.WorkingCalendar;
import dev.crossdock.routing.facts.WorkingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One order and one place, told in a line or two: an order of Monday, 23 November 2026, 10:00 in London, in euros, to
 * Berlin, and a warehouse in Leeds of which nothing more is known.
 */
public final class Scene {

  /** Monday, 10:00 in London. */
  public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final Map<String, Integer> stock = new HashMap<>();
  private final Map<String, Double> sold = new HashMap<>();
  private final Map<String, Integer> ages = new HashMap<>();
  private final Map<String, StockFacts.Cost> costs = new HashMap<>();
  private final List<LineFacts> lines = new ArrayList<>();
  private final List<Quote> quotes = new ArrayList<>();
  private Instant now = NOW;
  private String number = "1001";
  private String code = "LEEDS";
  private LocationKind kind = LocationKind.WAREHOUSE;
  private String country = "GB";
  private @Nullable String postalCode;
  private ZoneId zone = ZoneId.of("Europe/London");
  private int priority = 10;
  private @Nullable Double km;
  private PlaceLoad load = PlaceLoad.NONE;
  private PlaceProfile profile = PlaceProfile.PLAIN;
  private String channel = "shopify";
  private String currency = "EUR";
  private @Nullable Instant placedAt;
  private @Nullable Instant shipBy;
  private @Nullable Instant deliverBy;
  private @Nullable String pickupAt;
  private Set<String> orderTags = Set.of();
  private Destination destination = new Destination("DE", null, "10115", null);
  private @Nullable String lastLocation;

  public static Scene plain() {
    return new Scene();
  }

  public Scene now(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  public Scene number(String value) {
    number = value;
    return this;
  }

  public Scene code(String value) {
    code = value;
    return this;
  }

  public Scene kind(LocationKind value) {
    kind = value;
    return this;
  }

  public Scene in(String land, @Nullable String postal) {
    country = land;
    postalCode = postal;
    return this;
  }

  public Scene zone(String value) {
    zone = ZoneId.of(value);
    return this;
  }

  public Scene priority(int value) {
    priority = value;
    return this;
  }

  public Scene km(@Nullable Double value) {
    km = value;
    return this;
  }

  public Scene load(int today, int thisHour) {
    load = new PlaceLoad(today, thisHour);
    return this;
  }

  public Scene profile(PlaceProfile value) {
    profile = value;
    return this;
  }

  public Scene tags(String... tags) {
    return profile(new PlaceProfile(Set.of(tags), profile.programmes(), profile.channels(), profile.hazmat(),
        profile.temperatures(), profile.oversize(), profile.pickup(), profile.countries(), profile.calendar(),
        profile.capacity(), profile.costs()));
  }

  public Scene programmes(Set<String> programmes, Set<String> channels) {
    return profile(new PlaceProfile(profile.tags(), programmes, channels, profile.hazmat(), profile.temperatures(),
        profile.oversize(), profile.pickup(), profile.countries(), profile.calendar(), profile.capacity(),
        profile.costs()));
  }

  public Scene goods(Set<String> hazmat, Set<Temperature> temperatures, boolean oversize) {
    return profile(new PlaceProfile(profile.tags(), profile.programmes(), profile.channels(), hazmat, temperatures,
        oversize, profile.pickup(), profile.countries(), profile.calendar(), profile.capacity(), profile.costs()));
  }

  public Scene pickup(boolean offered) {
    return profile(new PlaceProfile(profile.tags(), profile.programmes(), profile.channels(), profile.hazmat(),
        profile.temperatures(), profile.oversize(), offered, profile.countries(), profile.calendar(),
        profile.capacity(), profile.costs()));
  }

  public Scene shipsTo(String... countries) {
    return profile(new PlaceProfile(profile.tags(), profile.programmes(), profile.channels(), profile.hazmat(),
        profile.temperatures(), profile.oversize(), profile.pickup(), Set.of(countries), profile.calendar(),
        profile.capacity(), profile.costs()));
  }

  public Scene capacity(@Nullable Integer perDay, @Nullable Integer perHour) {
    return profile(new PlaceProfile(profile.tags(), profile.programmes(), profile.channels(), profile.hazmat(),
        profile.temperatures(), profile.oversize(), profile.pickup(), profile.countries(), profile.calendar(),
        new Capacity(perDay, perHour), profile.costs()));
  }

  public Scene costs(String money, long perParcel, long perUnit) {
    return profile(new PlaceProfile(profile.tags(), profile.programmes(), profile.channels(), profile.hazmat(),
        profile.temperatures(), profile.oversize(), profile.pickup(), profile.countries(), profile.calendar(),
        profile.capacity(), new Costs(money, perParcel, perUnit)));
  }

  /** Works Monday to Friday in the place's zone. */
  public Scene works(String from, String to, String cutOff, int handlingDays) {
    Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
        hours.put(day, new Hours(LocalTime.parse(from), LocalTime.parse(to)));
      }
    }
    return calendar(new WorkingCalendar(zone, hours, Set.of(), LocalTime.parse(cutOff), handlingDays));
  }

  public Scene neverWorks() {
    return calendar(new WorkingCalendar(zone, Map.of(), Set.of(), LocalTime.NOON, 0));
  }

  private Scene calendar(WorkingCalendar calendar) {
    return profile(new PlaceProfile(profile.tags(), profile.programmes(), profile.channels(), profile.hazmat(),
        profile.temperatures(), profile.oversize(), profile.pickup(), profile.countries(), calendar,
        profile.capacity(), profile.costs()));
  }

  public Scene stock(String sku, int available) {
    stock.put(sku, available);
    return this;
  }

  public Scene sold(String sku, double perDay) {
    sold.put(sku, perDay);
    return this;
  }

  public Scene age(String sku, int days) {
    ages.put(sku, days);
    return this;
  }

  public Scene cost(String sku, long minor, String money) {
    costs.put(sku, new StockFacts.Cost(minor, money));
    return this;
  }

  public Scene line(String sku, int units) {
    return line(sku, units, 1_000, ItemFacts.PLAIN);
  }

  public Scene line(String sku, int units, long unitPrice) {
    return line(sku, units, unitPrice, ItemFacts.PLAIN);
  }

  public Scene line(String sku, int units, long unitPrice, ItemFacts item) {
    lines.add(new LineFacts(lines.size() + 1, sku, units, unitPrice, List.of(new Component(sku, 1)), item));
    return this;
  }

  public Scene kit(String sku, int units, Component... components) {
    lines.add(new LineFacts(lines.size() + 1, sku, units, 1_000, List.of(components), ItemFacts.PLAIN));
    return this;
  }

  /** A service in the order the cards tell it: the cheapest first. */
  public Scene quote(String service, String money, long price, @Nullable String arrives) {
    quotes.add(new Quote("Post", service, money, price, arrives == null ? null : Instant.parse(arrives)));
    return this;
  }

  public Scene channel(String value, String... tags) {
    channel = value;
    orderTags = Set.of(tags);
    return this;
  }

  public Scene currency(String value) {
    currency = value;
    return this;
  }

  public Scene placed(String at) {
    placedAt = Instant.parse(at);
    return this;
  }

  public Scene promised(@Nullable String shipUntil, @Nullable String deliverUntil) {
    shipBy = shipUntil == null ? null : Instant.parse(shipUntil);
    deliverBy = deliverUntil == null ? null : Instant.parse(deliverUntil);
    return this;
  }

  public Scene pickupAt(String location) {
    pickupAt = location;
    return this;
  }

  public Scene to(@Nullable String land, @Nullable String region, @Nullable String postal) {
    destination = new Destination(land, region, postal, null);
    return this;
  }

  public Scene last(String location) {
    lastLocation = location;
    return this;
  }

  public Place place() {
    Location location = new Location(
        code, code, kind, country, null, null, postalCode, null, null, zone, priority, true, 1);
    return new Place(location, profile, load, km);
  }

  public Facts facts() {
    Instant placed = placedAt == null ? now : placedAt;
    OrderFacts order = new OrderFacts(number, channel, "main", 5, currency, null, placed, shipBy, deliverBy, pickupAt,
        orderTags, destination, new Customer(1, lastLocation, false), Set.of(), Set.of(), lines);
    Tariffs tariffs = (from, to, what, leaves) -> List.copyOf(quotes);
    return new Facts(order, List.of(place()),
        new Shelf(Map.copyOf(stock), Map.copyOf(sold), Map.copyOf(ages), Map.copyOf(costs)),
        tariffs, now);
  }

  /** The whole order as one parcel. */
  public Parcel parcel() {
    return new Parcel(place(), lines.stream().map(line -> new Part(line, line.units())).toList());
  }

  /** What a filter of this JSON says: empty for staying, else the clauses, with a bar between them. */
  public String judged(String json) {
    return judged((Filter) read(json));
  }

  public String judged(Filter filter) {
    return switch (filter.judge(place(), facts())) {
      case Ruling.Stays(String unsure) -> unsure == null ? "" : "stays: " + unsure;
      case Ruling.Out(String because, String unless) -> because + " | " + unless;
    };
  }

  /** The score of a rating, its unit and its clause. */
  public String rated(Rating rating) {
    return Words.number(rating.rate(parcel(), facts())) + " | " + rating.because(parcel(), facts());
  }

  public String rated(String json) {
    return rated((Rating) read(json));
  }

  /** The criterion of this JSON, single quotes for double ones. */
  public static Criterion read(String json) {
    Decoded decoded = Criteria.all().decode(JsonMapper.shared().readTree(json.replace('\'', '"')), "");
    if (decoded instanceof Decoded.Read(Criterion criterion)) {
      return criterion;
    }
    throw new IllegalArgumentException(decoded.toString());
  }

  private record Shelf(
      Map<String, Integer> stock, Map<String, Double> sold, Map<String, Integer> ages, Map<String, Cost> costs)
      implements StockFacts {

    @Override
    public @Nullable Cost cost(String sku) {
      return costs.get(sku);
    }


    @Override
    public int available(String sku, String location) {
      return stock.getOrDefault(sku, 0);
    }

    @Override
    public @Nullable Double soldPerDay(String sku, String location) {
      return sold.get(sku);
    }

    @Override
    public @Nullable Integer ageDays(String sku, String location) {
      return ages.get(sku);
    }
  }
}
