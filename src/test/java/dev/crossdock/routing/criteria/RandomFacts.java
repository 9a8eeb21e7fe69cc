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
import dev.crossdock.routing.facts.Tariffs.Quote;
import dev.crossdock.routing.facts.WorkingCalendar;
import dev.crossdock.routing.facts.WorkingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Facts by chance, of which any may be missing or strange; the same seed gives the same, and questions are counted. */
final class RandomFacts {

  private static final List<String> WORDS = List.of("alcohol", "prime", "SFP", "fast", "eu", "licensed", "9", "*");
  private static final List<String> COUNTRIES = List.of("DE", "FR", "GB", "US", "ES", "XI", "CH", "??", "");
  private static final List<String> CURRENCIES = List.of("EUR", "EUR", "USD", "JPY", "???");
  private static final List<String> ZONES = List.of("Europe/London", "America/New_York", "Asia/Kathmandu", "UTC");

  private final Random random;
  private long questions;

  RandomFacts(long seed) {
    random = new Random(seed);
  }

  /** How often stock and tariffs were asked. */
  long questions() {
    return questions;
  }

  Facts facts() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextLong(400L * 86_400));
    List<LineFacts> lines = new ArrayList<>();
    for (int line = 1; line <= random.nextInt(5); line++) {
      lines.add(line(line));
    }
    OrderFacts order =
        new OrderFacts("1001", one(List.of("shopify", "ebay", "amazon")), "main", random.nextInt(10), one(CURRENCIES),
            maybe(() -> random.nextLong(1_000_000)), now.minus(Duration.ofHours(random.nextInt(5_000))),
            maybe(() -> near(now)), maybe(() -> near(now)), maybe(() -> "P" + random.nextInt(3)), some(WORDS),
            new Destination(maybe(() -> one(COUNTRIES)), maybe(() -> one(List.of("UT", "NIR", "35"))),
                maybe(() -> one(List.of("35001", "BT1 5GS", "", "x"))), null),
            new Customer(random.nextInt(3), maybe(() -> "P" + random.nextInt(3)), random.nextBoolean()),
            Set.of(), Set.of(), lines);
    return new Facts(order, List.of(), new Shelf(random.nextLong()),
        (from, to, load, leaves) -> quotes(leaves, from.code()), now);
  }

  Place place() {
    Location location =
        new Location("P" + random.nextInt(1_000), "A place", one(List.of(LocationKind.values())), one(COUNTRIES),
            maybe(() -> "NIR"), null, maybe(() -> "35001"), null, null, ZoneId.of(one(ZONES)),
            random.nextInt(50) - 10, true, 1);
    return new Place(location, profile(location.timeZone()), new PlaceLoad(random.nextInt(100), random.nextInt(20)),
        maybe(() -> one(List.of(0.0, 12.5, 611.4, 20_000.0, Double.NaN, Double.POSITIVE_INFINITY))));
  }

  Parcel parcel(Place place, Facts facts) {
    return new Parcel(
        place,
        facts.order().lines().stream().map(line -> new Part(line, 1 + random.nextInt(line.units()))).toList());
  }

  private PlaceProfile profile(ZoneId zone) {
    return new PlaceProfile(some(WORDS), some(WORDS), some(List.of("shopify", "amazon")), some(WORDS),
        some(List.of(Temperature.values())), random.nextBoolean(), random.nextBoolean(), some(List.of("DE", "GB")),
        maybe(() -> calendar(zone)),
        maybe(() -> new Capacity(maybe(() -> random.nextInt(60)), maybe(() -> random.nextInt(6)))),
        maybe(() -> new Costs(one(CURRENCIES), random.nextLong(1_000_000_000_000L), random.nextLong(1_000))));
  }

  private WorkingCalendar calendar(ZoneId zone) {
    Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(3) > 0) {
        hours.put(day, new Hours(LocalTime.of(random.nextInt(24), 0), LocalTime.of(random.nextInt(24), 30)));
      }
    }
    boolean never = random.nextInt(8) == 0;
    return new WorkingCalendar(zone, never ? Map.of() : hours, some(List.of(LocalDate.of(2026, 5, 1))),
        LocalTime.of(random.nextInt(24), random.nextInt(60)), random.nextInt(4));
  }

  private LineFacts line(int number) {
    String sku = "S" + random.nextInt(4);
    List<Component> parts =
        random.nextInt(4) > 0
            ? List.of(new Component(sku, 1))
            : List.of(new Component("S0", 2), new Component("S1", 1), new Component("S0", 1));
    ItemFacts item =
        new ItemFacts(maybe(() -> random.nextInt(50_000)), maybe(() -> random.nextInt(3_000)), maybe(() -> "9"),
            one(List.of(Temperature.values())), random.nextBoolean(), maybe(() -> "gift"), some(WORDS));
    long price = one(List.of(0L, 1L, 1_999L, 15_000L, 1_000_000_000_000_000L));
    return new LineFacts(number, sku, one(List.of(1, 1, 2, 7, 2_000_000)), price, parts, item);
  }

  /** The same question has the same answer. */
  private List<Quote> quotes(Instant leaves, String code) {
    questions++;
    Random cards = new Random(code.hashCode());
    List<Quote> quotes = new ArrayList<>();
    for (int i = cards.nextInt(4); i > 0; i--) {
      Instant arrives = cards.nextInt(3) == 0 ? null : leaves.plus(Duration.ofHours(cards.nextInt(500)));
      long price = cards.nextInt(9) == 0 ? 1_000_000_000_000_000L : cards.nextInt(5_000);
      quotes.add(new Quote("Post", "S" + i, CURRENCIES.get(cards.nextInt(CURRENCIES.size())), price, arrives));
    }
    return quotes;
  }

  private Instant near(Instant now) {
    return now.plus(Duration.ofMinutes(random.nextInt(20_000) - 4_000L));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> Set<T> some(List<T> of) {
    return random.nextBoolean() ? Set.of() : Set.of(one(of));
  }

  private <T> @Nullable T maybe(Supplier<? extends @Nullable T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }

  private final class Shelf implements StockFacts {

    private final long seed;

    Shelf(long seed) {
      this.seed = seed;
    }

    @Override
    public int available(String sku, String location) {
      return asked(sku, location).nextInt(3) == 0 ? 0 : asked(sku, location).nextInt(100);
    }

    @Override
    public @Nullable Cost cost(String sku) {
      Random drawn = asked(sku, "");
      return drawn.nextInt(3) == 0
          ? null
          : new Cost(drawn.nextInt(5_000), CURRENCIES.get(drawn.nextInt(CURRENCIES.size())));
    }

    @Override
    public @Nullable Double soldPerDay(String sku, String location) {
      int kind = asked(sku, location).nextInt(6);
      return switch (kind) {
        case 0 -> null;
        case 1 -> 0.0;
        case 2 -> Double.NaN;
        case 3 -> 1e300;
        default -> 0.25 * kind;
      };
    }

    @Override
    public @Nullable Integer ageDays(String sku, String location) {
      int days = asked(sku, location).nextInt(900);
      return days < 300 ? null : days;
    }

    private Random asked(String sku, String location) {
      questions++;
      return new Random(seed ^ (31L * sku.hashCode() + location.hashCode()));
    }
  }
}
