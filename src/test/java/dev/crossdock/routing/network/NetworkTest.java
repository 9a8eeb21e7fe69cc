package dev.crossdock.routing.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.WorkingCalendar;
import dev.crossdock.testing.Db;
import dev.crossdock.testing.SettableTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told about places, goods and carriage, on a real database. */
class NetworkTest {

  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  @RegisterExtension
  final Db db = Db.fresh();

  private final SettableTime time = new SettableTime(START);
  private Door door;
  private Profiles profiles;
  private NetworkItems items;
  private RateCardBook cards;

  @BeforeEach
  void opens() {
    Ids ids = new Ids(time, new Random(3));
    Journal journal = new Journal(ids);
    Locations locations = new Locations(journal);
    door = new Door(db.dataSource(), time);
    profiles = new Profiles(locations, journal, ids);
    items =
        new NetworkItems(
            (tx, skus) -> skus.stream().filter(sku -> sku.startsWith("S")).collect(Collectors.toSet()), journal, ids);
    cards = new RateCardBook(locations, journal, ids);
    write(
        tx ->
            locations.put(
                tx,
                List.of(
                    location("NYC", "US", "America/New_York"), location("LEEDS", "GB", "Europe/London"))));
  }

  @Test
  void keepsAProfileAsItWasTold() {
    Told<Profile> told = write(tx -> profiles.put(tx, List.of(full("NYC"))));

    assertThat(told.errors()).isEmpty();
    Kept<Profile> kept = write(tx -> profiles.find(tx, "NYC")).orElseThrow();
    assertThat(told.stored()).containsExactly(kept);
    assertThat(kept.version()).isEqualTo(1);
    PlaceProfile facts = kept.content().facts(ZoneId.of("America/New_York"));
    assertThat(facts)
        .isEqualTo(
            new PlaceProfile(
                Set.of("cold", "east"), Set.of("FBA"), Set.of("shopify"), Set.of("*", "LQ"),
                Set.of(Temperature.CHILLED), false, true, Set.of("US", "CA"),
                new WorkingCalendar(
                    ZoneId.of("America/New_York"),
                    Map.of(
                        DayOfWeek.MONDAY, new WorkingCalendar.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                        DayOfWeek.SATURDAY, new WorkingCalendar.Hours(LocalTime.of(20, 0), LocalTime.MIDNIGHT)),
                    Set.of(LocalDate.parse("2026-12-25")), LocalTime.of(14, 0), 1),
                new PlaceProfile.Capacity(200, 30), new PlaceProfile.Costs("USD", 120, 15)));
  }

  @Test
  void namesEveryWrongFieldOfAProfileAndHarmsNoOther() {
    ProfileInput wrong =
        new ProfileInput(
            "MARS", null, Arrays.asList("ok", "\u0001", null), null, null, null, List.of("LUKEWARM"), null, null,
            List.of("Britain"),
            new ProfileInput.Week(
                Map.of(
                    "FUNDAY", new ProfileInput.Hours("09:00", "17:00"),
                    "MONDAY", new ProfileInput.Hours("9", "17:00"),
                    "TUESDAY", new ProfileInput.Hours("09:00", null)),
                List.of("Christmas"), "2pm", -1),
            new ProfileInput.Capacity(-1, 1), new ProfileInput.Costs("USD", "1.234", "-1"));

    Told<Profile> told = write(tx -> profiles.put(tx, List.of(full("LEEDS"), wrong)));

    assertThat(told.stored()).extracting(Kept::name).containsExactly("LEEDS");
    assertThat(told.errors())
        .extracting(ItemError::index, ItemError::field, ItemError::rule)
        .containsExactlyInAnyOrder(
            tuple(1, "location", "format"), tuple(1, "tags[1]", "format"), tuple(1, "tags[2]", "required"),
            tuple(1, "temperatures[0]", "unknown"), tuple(1, "countries[0]", "unknown"),
            tuple(1, "week.hours", "unknown"), tuple(1, "week.hours.MONDAY.from", "format"),
            tuple(1, "week.hours.TUESDAY", "required"), tuple(1, "week.closed[0]", "format"),
            tuple(1, "week.cutOff", "format"), tuple(1, "week.handlingDays", "range"),
            tuple(1, "capacity.perDay", "range"), tuple(1, "costs.perParcel", "format"),
            tuple(1, "costs.perUnit", "format"));
  }

  @Test
  void countsVersionsAndRefusesWhatIsStale() {
    write(tx -> profiles.put(tx, List.of(plain("NYC", null, "one"))));

    assertThat(write(tx -> profiles.put(tx, List.of(plain("NYC", 1, "one")))).changed()).isZero();
    assertThat(write(tx -> profiles.put(tx, List.of(plain("NYC", 1, "two")))).stored())
        .extracting(Kept::version)
        .containsExactly(2);
    assertThat(write(tx -> profiles.put(tx, List.of(plain("NYC", 1, "three")))).errors())
        .containsExactly(
            new ItemError(0, "version", "stale", "It was changed meanwhile: version 2 holds now."));
    assertThat(write(tx -> profiles.put(tx, List.of(plain("LEEDS", 1, "one")))).errors())
        .extracting(ItemError::rule)
        .containsExactly("stale");
    assertThat(write(tx -> profiles.put(tx, List.of(plain("LEEDS", 0, "one")))).changed()).isEqualTo(1);
    assertThat(number("select count(*) from journal where merchant = 1 and stream = 'network-profile:NYC'"))
        .isEqualTo(2);
  }

  @Test
  void tellsWhatHeldAtAnyInstant() {
    write(tx -> profiles.put(tx, List.of(plain("NYC", null, "one"))));
    time.tick(Duration.ofHours(1));
    write(tx -> profiles.put(tx, List.of(plain("NYC", null, "two"), plain("LEEDS", null, "leeds"))));
    time.tick(Duration.ofHours(1));
    write(tx -> profiles.remove(tx, "NYC", 2));
    time.tick(Duration.ofHours(1));
    write(tx -> profiles.put(tx, List.of(plain("NYC", 0, "three"))));

    assertThat(tags(START.minusMillis(1))).isEmpty();
    assertThat(tags(START)).isEqualTo(Map.of("NYC", "one"));
    assertThat(tags(START.plusSeconds(3_599))).isEqualTo(Map.of("NYC", "one"));
    assertThat(tags(START.plusSeconds(3_600))).isEqualTo(Map.of("NYC", "two", "LEEDS", "leeds"));
    assertThat(tags(START.plusSeconds(7_200))).isEqualTo(Map.of("LEEDS", "leeds"));
    assertThat(tags(START.plusSeconds(99_999))).isEqualTo(Map.of("NYC", "three", "LEEDS", "leeds"));
    assertThat(list(tx -> profiles.history(tx, "NYC"))).extracting(Kept::version).containsExactly(4, 2, 1);
  }

  @Test
  void keepsWhatSkusAskFor() {
    ItemInput heavy = new ItemInput("SOFA", null, 2_100, "9", "CHILLED", true, "set-1", List.of("b", "a", "b"));

    ItemInput wrong = new ItemInput("MUG", null, 0, "\n", "HOT", null, null, null);
    Told<Item> told = write(tx -> items.put(tx, List.of(heavy, wrong)));

    assertThat(map(tx -> items.get(tx, Set.of("SOFA", "SXX"))).values())
        .extracting(Kept::content)
        .containsExactly(new Item(2_100, "9", Temperature.CHILLED, true, "set-1", List.of("a", "b")));
    assertThat(told.errors())
        .extracting(ItemError::index, ItemError::field)
        .containsExactly(tuple(1, "sku"), tuple(1, "longestMm"), tuple(1, "temperature"));
    assertThat(map(tx -> items.then(tx, Set.of("SOFA"), START.minusSeconds(1)))).isEmpty();
    assertThat(list(tx -> items.list(tx, "SOF", 1))).extracting(Kept::name).containsExactly("SOFA");
    assertThat(list(tx -> items.list(tx, "SOFA", 1))).isEmpty();
  }

  @Test
  void keepsARateCardAsItWasTold() {
    RateCardInput card =
        new RateCardInput(
            "POST", null, "Post", "Parcel", "GBP", 5, new RateCardInput.From(List.of("LEEDS"), null),
            "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", 30_000, 1_200, "10", "0", List.of("SUNDAY", "MONDAY"),
            List.of("2026-12-25"), "12:00", List.of(1_000, 2_000),
            List.of(
                new RateCardInput.Zone(
                    "uk", 1, List.of("GB"), List.of("GB-NIR"), List.of("GB BT", "GB AB30-AB38"), "0-90",
                    Arrays.asList("1.50", null), "0.5")));

    assertThat(write(tx -> cards.put(tx, List.of(card))).errors()).isEmpty();

    RateCard kept = write(tx -> cards.find(tx, "POST")).orElseThrow().content();
    assertThat(kept.collects()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    assertThat(kept.hazmat()).isZero();
    assertThat(kept.zones())
        .containsExactly(
            new RateCard.Zone(
                "uk", 1, List.of("GB"), List.of("GB-NIR"),
                List.of(new RateCard.PostalRange("GB", "BT", "BT"), new RateCard.PostalRange("GB", "AB30", "AB38")),
                new RateCard.Band(0, 90), Arrays.asList(150L, null), 50L));
    assertThat(write(tx -> cards.put(tx, List.of(card))).changed()).isZero();
    write(tx -> cards.remove(tx, "POST", null));
    assertThat(list(cards::list)).isEmpty();
    assertThat(map(tx -> cards.then(tx, START.minusMillis(1)))).isEmpty();
  }

  @Test
  void letsOnlyOneOfManyFirstTellersBegin() throws Exception {
    List<Callable<Told<Profile>>> tellers =
        IntStream.range(0, 6)
            .<Callable<Told<Profile>>>mapToObj(
                i -> () -> write(tx -> profiles.put(tx, List.of(plain("NYC", null, "t" + i)))))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Told<Profile>> told : threads.invokeAll(tellers)) {
        assertThat(told.get().errors()).isEmpty();
      }
    }

    assertThat(number("select count(*) from network_entry where merchant = 1 and until is null")).isEqualTo(1);
    assertThat(write(tx -> profiles.find(tx, "NYC")).orElseThrow().version()).isEqualTo(6);
  }

  private Map<String, String> tags(Instant at) {
    Map<String, String> tags = new TreeMap<>();
    write(tx -> profiles.then(tx, at)).forEach((code, kept) -> tags.put(code, kept.content().tags().getFirst()));
    return tags;
  }

  private static LocationInput location(String code, String country, String zone) {
    return new LocationInput(code, null, null, country, null, null, null, null, null, zone, null, null);
  }

  private static ProfileInput plain(String location, @Nullable Integer version, String tag) {
    return new ProfileInput(
        location, version, List.of(tag), null, null, null, null, null, null, null, null, null, null);
  }

  private static ProfileInput full(String location) {
    return new ProfileInput(
        location, null, List.of("east", "cold"), List.of("FBA"), List.of("shopify"), List.of("*", "LQ"),
        List.of("CHILLED", "AMBIENT"), false, true, List.of("US", "CA"),
        new ProfileInput.Week(
            Map.of(
                "MONDAY", new ProfileInput.Hours("09:00", "17:00"),
                "SATURDAY", new ProfileInput.Hours("20:00", "24:00")),
            List.of("2026-12-25"), "14:00", 1),
        new ProfileInput.Capacity(200, 30), new ProfileInput.Costs("USD", "1.20", "0.15"));
  }

  private long number(String sql) {
    return write(tx -> tx.sql(sql).query(Long.class).single());
  }

  private <T> List<T> list(Function<Tx, List<T>> work) {
    return write(work);
  }

  private <T> Map<String, T> map(Function<Tx, Map<String, T>> work) {
    return write(work);
  }

  private <T> T write(Function<Tx, T> work) {
    return door.write(Merchant.MAIN, Cause.of(Actor.system("test"), "test", new UUID(0, 1)), work);
  }
}
