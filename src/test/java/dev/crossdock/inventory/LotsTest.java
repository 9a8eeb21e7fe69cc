package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.lots.LotTrace;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.Lots;
import dev.crossdock.inventory.lots.Pick;
import dev.crossdock.inventory.skus.SkuSetting;
import dev.crossdock.inventory.skus.SkuSettings;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.testing.Db;
import dev.crossdock.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lots with their expiry on a real database. */
class LotsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final LocalDate MAY = LocalDate.parse("2026-05-01");

  @RegisterExtension
  final Db db = Db.fresh();

  private final SettableTime time = new SettableTime(START);
  private World world;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource(), time).locations("NYC", "LAX").tracked("MILK", Tracking.LOT_EXPIRY, 0);
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void keepsWhatCameByLot() {
    receive("NYC", lot("L1", APRIL, 5), lot("L2", MAY, 3));
    receive("NYC", lot("L1", null, 2));

    assertThat(world.level("MILK", "NYC")).isEqualTo("10/0");
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=7 L2=3");
  }

  @Test
  void shipsWhatExpiresFirstAndRemembersWhoGotIt() {
    receive("NYC", lot("LATE", MAY, 5), lot("SOON", APRIL, 3));
    world.reserve(reservation(1, 4));

    ship(reservation(1, 4));

    assertThat(world.lots("MILK", "NYC")).isEqualTo("LATE=4");
    assertThat(trace("SOON").shipped()).containsExactly(new LotTrace.Taken(World.document(1).toString(), 3));
    assertThat(trace("LATE").shipped()).containsExactly(new LotTrace.Taken(World.document(1).toString(), 1));
    assertThat(trace("LATE").moves()).extracting(LotTrace.LotMoved::reason)
        .containsExactly(StockReason.SHIPPED, StockReason.RECEIVED);
  }

  @Test
  void shipsWhatWasPickedAndTheRestByExpiry() {
    receive("NYC", lot("LATE", MAY, 5), lot("SOON", APRIL, 3));
    world.reserve(reservation(1, 4));

    assertThat(pick(reservation(1, 4), lot("LATE", null, 3))).isEmpty();
    ship(reservation(1, 4));

    assertThat(world.lots("MILK", "NYC")).isEqualTo("SOON=2 LATE=2");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "LATE  | 9             | lots[0].units range",
      "OTHER | 1             | lots[0].lot unknown",
      "LATE  | 5             | lots range",
      "LATE  | 1000000000000 | lots[0].units range",
      "LATE  | 0             | lots[0].units range",
  })
  void refusesAPickThatCannotBe(String lot, long units, String error) {
    receive("NYC", lot("LATE", MAY, 5));
    world.reserve(reservation(1, 4));

    assertThat(pick(reservation(1, 4), lot(lot, null, units))).containsExactly(error);
  }

  @Test
  void promisesNothingThatHasExpired() {
    receive("NYC", lot("L1", APRIL, 5), lot("L2", MAY, 3));
    at(Instant.parse("2026-04-01T23:59:00Z"));
    assertThat(expire().lots()).isZero();
    at(Instant.parse("2026-04-02T00:00:00Z"));

    Lots.Expired expired = expire();

    assertThat(expired.lots()).isEqualTo(1);
    assertThat(expire().lots()).isZero();
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=5(5) L2=3");
    assertThat(world.reserve(reservation(1, 4))).isInstanceOf(Lacking.class);
    assertThat(world.reserve(reservation(1, 3))).isInstanceOf(ReserveOutcome.Reserved.class);
    assertThat(world.journal()).anyMatch(line -> line.startsWith("stock:MILK@NYC") && line.endsWith("stock.blocked"));
    ship(reservation(1, 3));
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=5(5)");
  }

  @Test
  void namesLevelsWhosePromisesHaveExpired() {
    receive("NYC", lot("L1", APRIL, 5));
    world.reserve(reservation(1, 4));
    at(Instant.parse("2026-04-02T00:00:00Z"));

    assertThat(expire().shortfalls()).containsExactly(new StockKey("MILK", "NYC"));
    ship(reservation(1, 4));
    expire();

    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=1(1)");
  }

  @Test
  void takesExpiredGoodsInButPromisesNoneOfThem() {
    receive("NYC", lot("OLD", LocalDate.parse("2026-02-28"), 5));

    assertThat(world.lots("MILK", "NYC")).isEqualTo("OLD=5(5)");
    assertThat(world.reserve(reservation(1, 1))).isInstanceOf(Lacking.class);
  }

  @Test
  void blocksBeforeTheShelfLifeIsOverAndFreesWhenItIsSetShorter() {
    receive("NYC", lot("L1", APRIL, 5));

    put(new SkuSetting("MILK", Tracking.LOT_EXPIRY, 40, List.of()));
    expire();
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=5(5)");
    receive("NYC", lot("L1", APRIL, 1));
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=6(6)");

    put(new SkuSetting("MILK", Tracking.LOT_EXPIRY, 10, List.of()));
    assertThat(expire().rose()).containsExactly("MILK");
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=6");
  }

  @Test
  void blocksALotsUnitsForOneReasonOnly() {
    receive("NYC", lot("OLD", LocalDate.parse("2026-02-28"), 5), lot("L1", APRIL, 5));

    assertThat(block(UnavailableReason.DAMAGED, 2, lot("OLD", null, 2))).isEmpty();
    assertThat(block(UnavailableReason.DAMAGED, 3, lot("L1", null, 3))).isEmpty();
    assertThat(world.lots("MILK", "NYC")).isEqualTo("OLD=5(5) L1=5(3)");
    assertThat(block(UnavailableReason.DAMAGED, -2, lot("OLD", null, 2))).isEmpty();
    assertThat(world.lots("MILK", "NYC")).isEqualTo("OLD=5(5) L1=5(3)");
    assertThat(block(UnavailableReason.QUALITY_CONTROL, 3, lot("L1", null, 3)))
        .containsExactly("units range");
    receive("NYC", lot("L2", MAY, 9));
    assertThat(block(UnavailableReason.QUALITY_CONTROL, 3, lot("L1", null, 3)))
        .containsExactly("lots[0].units range");
    assertThat(block(UnavailableReason.DAMAGED, 1)).containsExactly("lots required");
  }

  @Test
  void countsLotByLot() {
    receive("NYC", lot("L1", APRIL, 5), lot("L2", MAY, 3));

    assertThat(count(4, "L1", null)).isEmpty();
    assertThat(count(6, "L3", MAY)).isEmpty();
    assertThat(count(3, "L2", null)).isEmpty();

    assertThat(world.level("MILK", "NYC")).isEqualTo("13/0");
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=4 L2=3 L3=6");
    assertThat(count(4, null, null)).containsExactly("lot required");
    assertThat(count(4, "L4", null)).containsExactly("expiresOn required");
    assertThat(count(4, "L1", MAY)).isEmpty();
    assertThat(count(5, "L1", MAY)).containsExactly("expiresOn differs");
    assertThat(count(1_000_000_000_000L, "L1", null)).containsExactly("onHand range");
    assertThat(count(0, "x".repeat(300), null)).containsExactly("lot format");
    assertThat(count(0, " ", null)).containsExactly("lot format");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "null", value = {
      "L1   | null       | 1             | 1             | lots[0].expiresOn required",
      "KNOWN| 2026-05-01 | 1             | 1             | lots[0].expiresOn differs",
      "L1   | 2026-05-01 | 2             | 1             | lots sum",
      "L1   | 2026-05-01 | 1000000000000 | 1000000000000 | delta range",
      "L1   | 2026-05-01 | 0             | 1             | lots[0].units range",
      "''   | 2026-05-01 | 1             | 1             | lots[0].lot format",
      "'\t' | 2026-05-01 | 1             | 1             | lots[0].lot format",
      "L1   | +12026-05-01 | 1           | 1             | lots[0].expiresOn range",
      "KNOWN| null       | 9             | -9            | lots[0].units range",
      "NONE | null       | 1             | -1            | lots[0].lot unknown",
  })
  void refusesLotsThatCannotBe(String lot, @Nullable LocalDate expiresOn, long units, long delta, String error) {
    receive("NYC", lot("KNOWN", APRIL, 1), lot("OTHER", MAY, 20));

    assertThat(adjust("MILK", "NYC", delta, lot(lot, expiresOn, units))).containsExactly(error);
    assertThat(world.lots("MILK", "NYC")).isEqualTo("KNOWN=1 OTHER=20");
  }

  @Test
  void refusesUnitsWithoutLotsLotsTwiceAndLotsOfOtherSkus() {
    world.count("PLAIN", "NYC", 4);

    assertThat(adjust("MILK", "NYC", 2)).containsExactly("lots required");
    assertThat(adjust("MILK", "NYC", 2, lot("L1", MAY, 1), lot("L1", MAY, 1)))
        .containsExactly("lots[1].lot duplicate");
    assertThat(adjust("PLAIN", "NYC", 2, lot("L1", null, 2))).containsExactly("lots not-tracked");
    StockSet set = new StockSet("PLAIN", "NYC", 1, "L1", null);
    StockChange counted = world.write(tx -> world.stock.setOnHand(tx, List.of(set)));
    assertThat(told(counted.errors())).containsExactly("lot not-tracked");
  }

  @Test
  void takesAnyScriptAndTellsNoTwoFormsOfOneNameApart() {
    receive("NYC", lot("e\u0301tiquette \u6279", APRIL, 2));
    receive("NYC", lot("\u00e9tiquette \u6279", APRIL, 3));

    assertThat(world.lots("MILK", "NYC")).isEqualTo("\u00e9tiquette \u6279=5");
  }

  @Test
  void changesTrackingOnlyWithAllUnitsAssigned() {
    world.count("CHEESE", "NYC", 7).count("CHEESE", "LAX", 0);
    world.reserve(new Reservation(World.document(1), 1, "CHEESE", "NYC", 5));
    SkuSetting.Assigned five = new SkuSetting.Assigned("NYC", lot("C1", APRIL, 5));
    SkuSetting.Assigned two = new SkuSetting.Assigned("NYC", lot("C2", MAY, 2));

    assertThat(put(new SkuSetting("CHEESE", Tracking.LOT, 0, List.of()))).containsExactly("assign units-on-hand");
    assertThat(put(new SkuSetting("CHEESE", Tracking.LOT, 0, List.of(five)))).containsExactly("assign units-on-hand");
    assertThat(put(new SkuSetting("CHEESE", Tracking.LOT_EXPIRY, 0, List.of(five, two)))).isEmpty();
    assertThat(world.lots("CHEESE", "NYC")).isEqualTo("C1=5 C2=2");
    assertThat(world.level("CHEESE", "NYC")).isEqualTo("7/5");
    assertThat(world.violations()).isEmpty();

    assertThat(put(new SkuSetting("CHEESE", Tracking.NONE, 0, List.of()))).isEmpty();
    assertThat(world.lots("CHEESE", "NYC")).isEmpty();
    assertThat(world.level("CHEESE", "NYC")).isEqualTo("7/5");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "GHOST | LOT        | 0    | sku unknown",
      "MILK  | LOT_EXPIRY | -1   | shelfDays range",
      "MILK  | LOT_EXPIRY | 9999 | shelfDays range",
      "MILK  | LOT        | 3    | shelfDays not-tracked",
  })
  void refusesSettingsThatCannotBe(String sku, Tracking tracking, long shelfDays, String error) {
    assertThat(put(new SkuSetting(sku, tracking, shelfDays, List.of()))).containsExactly(error);
  }

  @Test
  void tracksLevelsThatAreMadeLater() {
    receive("LAX", lot("L1", APRIL, 1));

    assertThat(world.lots("MILK", "LAX")).isEqualTo("L1=1");
    List<SkuSetting> settings = world.read(tx -> world.settings.list(tx, null, 10));
    assertThat(settings).containsExactly(new SkuSetting("MILK", Tracking.LOT_EXPIRY, 0, List.of()));
  }

  @Test
  void shipsUnitsThatNoCountKnewOfWithoutALot() {
    receive("NYC", lot("L1", APRIL, 5));
    world.reserve(reservation(1, 4));
    count(1, "L1", null);

    ship(reservation(1, 4));

    assertThat(world.level("MILK", "NYC")).isEqualTo("0/0");
    assertThat(trace("L1").shipped()).containsExactly(new LotTrace.Taken(World.document(1).toString(), 1));
    assertThat(trace("").shipped()).containsExactly(new LotTrace.Taken(World.document(1).toString(), 3));
  }

  private void receive(String location, LotUnits... lots) {
    assertThat(adjust("MILK", location, LotUnits.sum(List.of(lots)), lots)).isEmpty();
  }

  private List<String> adjust(String sku, String location, long delta, LotUnits... lots) {
    StockReason reason = delta > 0 ? StockReason.RECEIVED : StockReason.LOST;
    Adjustment adjustment = new Adjustment(sku, location, delta, reason, null, time.instant(), List.of(lots));
    return told(world.write(tx -> world.stock.adjust(tx, List.of(adjustment))).errors());
  }

  private List<String> block(UnavailableReason reason, long units, LotUnits... lots) {
    Blocking blocking = new Blocking("MILK", "NYC", reason, units, null, time.instant(), List.of(lots));
    return told(world.write(tx -> world.stock.block(tx, List.of(blocking))).errors());
  }

  private List<String> count(long onHand, @Nullable String lot, @Nullable LocalDate expiresOn) {
    StockSet set = new StockSet("MILK", "NYC", onHand, lot, expiresOn);
    return told(world.write(tx -> world.stock.setOnHand(tx, List.of(set))).errors());
  }

  private List<String> pick(Reservation line, LotUnits... lots) {
    Pick pick = new Pick(line.document(), line.line(), line.sku(), line.location(), List.of(lots));
    return told(world.write(tx -> world.picks.put(tx, List.of(pick))));
  }

  private List<String> put(SkuSetting setting) {
    SkuSettings.Stored stored = world.write(tx -> world.settings.put(tx, List.of(setting)));
    assertThat(stored.changed()).isEqualTo(stored.errors().isEmpty() ? 1 : 0);
    return told(stored.errors());
  }

  private void at(Instant instant) {
    time.tick(Duration.between(time.instant(), instant));
  }

  private Lots.Expired expire() {
    return world.write(tx -> world.lots.expire(tx, 100));
  }

  private void ship(Reservation reservation) {
    ReleaseOutcome outcome = world.write(tx -> world.stock.ship(tx, List.of(reservation), tx.now()));
    assertThat(outcome).isInstanceOf(ReleaseOutcome.Released.class);
  }

  private LotTrace trace(String lot) {
    return world.read(tx -> world.lots.trace(tx, "MILK", lot, null, 10)).orElseThrow();
  }

  private static Reservation reservation(int document, int units) {
    return new Reservation(World.document(document), 1, "MILK", "NYC", units);
  }

  private static LotUnits lot(String name, @Nullable LocalDate expiresOn, long units) {
    return new LotUnits(name, expiresOn, units);
  }

  private static List<String> told(List<ItemError> errors) {
    return errors.stream().map(error -> error.field() + " " + error.rule()).toList();
  }
}
