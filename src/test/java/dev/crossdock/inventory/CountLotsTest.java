package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.counting.CountCommand;
import dev.crossdock.inventory.counting.CountCommand.Counted;
import dev.crossdock.inventory.counting.CountInput;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.counting.StockCount.Lot;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.lots.LotTrace;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.Pick;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.testing.Db;
import dev.crossdock.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cycle counts of SKUs with lots and serial numbers. */
class CountLotsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final LocalDate MAY = LocalDate.parse("2026-05-01");

  @RegisterExtension
  final Db db = Db.fresh();

  private final SettableTime time = new SettableTime(START);
  private World world;

  @BeforeEach
  void opens() {
    world =
        new World(db.dataSource(), time)
            .locations("NYC", "LAX")
            .tracked("MILK", Tracking.LOT_EXPIRY, 0)
            .tracked("PHONE", Tracking.SERIAL, 0);
    received("MILK", "NYC", lot("L1", APRIL, 5), lot("L2", MAY, 3));
    received("PHONE", "NYC", lot("S1", null, 1), lot("S2", null, 1));
    received("PHONE", "LAX", lot("S8", null, 1));
    time.tick(Duration.ofHours(1));
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void booksWhatIsMissingAndWhatIsFoundLotByLot() {
    StockCount count = begun(100, "MILK", "PHONE");
    assertThat(count.lines()).allMatch(line -> line.lots().isEmpty());

    StockCount done =
        accepted(
            count,
            counted(1, lot("L2", null, 4), lot("L3", MAY, 2)), counted(2, lot("S2", null, 1), lot("S3", null, 1)));

    assertThat(done.state()).isEqualTo(StockCount.State.DONE);
    assertThat(done.lines().getFirst().variance()).isEqualTo(-2);
    assertThat(done.lines().getFirst().lots())
        .containsExactly(new Lot("L1", null, 5, 0), new Lot("L2", null, 3, 4), new Lot("L3", MAY, 0, 2));
    assertThat(done.lines().get(1).wrong()).containsExactly(new Lot("S1", null, 1, 0), new Lot("S3", null, 0, 1));
    assertThat(found(done)).isEqualTo(done);
    assertThat(world.lots("MILK", "NYC") + " | " + world.lots("PHONE", "NYC")).isEqualTo("L2=4 L3=2 | S2=1 S3=1");
    assertThat(trace("PHONE", "S1").moves().getFirst().reason()).isEqualTo(StockReason.COUNTED);
    assertThat(trace("PHONE", "S1").moves().getFirst().document()).isEqualTo(done.number());
    assertThat(world.journal()).filteredOn(fact -> fact.startsWith("count:")).hasSize(3);
  }

  @Test
  void waitsForApprovalWhereLotsAreWrongThoughTheirSumIsRight() {
    StockCount count = begun(1, "MILK");

    StockCount counted = accepted(count, counted(1, lot("L1", null, 3), lot("L2", null, 5)));

    assertThat(counted.lines().getFirst().variance()).isZero();
    assertThat(counted.lines().getFirst().state()).isEqualTo(LineState.TO_APPROVE);
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=5 L2=3");
    StockCount again = accepted(count, new CountCommand.Recount(List.of(1)));
    assertThat(found(again).lines().getFirst().lots()).isEmpty();
    accepted(count, counted(1, lot("L1", null, 4), lot("L2", null, 5)));
    accepted(count, new CountCommand.Approve(List.of(1)));
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=4 L2=5");
  }

  @Test
  void reckonsWithLotsThatWerePickedWhileSomebodyCounted() {
    StockCount count = begun(0, "MILK", "PHONE");
    Instant counting = time.instant();
    time.tick(Duration.ofMinutes(1));
    pickedAndShipped("MILK", lot("L2", null, 2));
    pickedAndShipped("PHONE", lot("S2", null, 1));

    StockCount before =
        accepted(
            count,
            new CountCommand.Submit(
                List.of(
                    found(1, lot("L1", null, 5), lot("L2", null, 3)), found(2, lot("S1", null, 1), lot("S2", null, 1))),
                counting));

    assertThat(before.lines()).as("counted before the pick").allMatch(line -> line.wrong().isEmpty());
    assertThat(world.lots("MILK", "NYC") + " | " + world.lots("PHONE", "NYC")).isEqualTo("L1=5 L2=1 | S1=1");
    StockCount after =
        accepted(begun(0, "MILK"), counted(1, lot("L1", null, 5), lot("L2", null, 1)));
    assertThat(after.lines().getFirst().wrong()).as("counted after the pick").isEmpty();
  }

  @Test
  void hasLotsCountedAgainThatHaveLeftSince() {
    StockCount count = begun(0, "MILK");
    accepted(count, counted(1, lot("L1", null, 5), lot("L2", null, 1)));
    pickedAndShipped("MILK", lot("L2", null, 2));

    assertThat(refusals(count, new CountCommand.Approve(List.of(1)))).containsExactly("lines recount");

    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=5 L2=1");
  }

  @Test
  void blocksExpiredUnitsThatItFindsAndFreesThoseThatAreMissing() {
    time.tick(Duration.ofDays(32));
    world.write(tx -> world.lots.expire(tx, 10));
    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=5(5) L2=3");

    accepted(begun(100, "MILK"), counted(1, lot("L1", null, 2), lot("L2", null, 3), lot("OLD", APRIL, 4)));

    assertThat(world.lots("MILK", "NYC")).isEqualTo("L1=2(2) OLD=4(4) L2=3");
    assertThat(world.reserve(new Reservation(World.document(1), 1, "MILK", "NYC", 4))).isInstanceOf(Lacking.class);
  }

  @Test
  void findsThatNothingIsThereAndThatSomethingIsWhereNothingEverWas() {
    StockCount empty = accepted(begun(100, "MILK"), counted(1));
    StockCount count =
        accepted(world.write(tx -> world.counts.begin(tx, input("LAX", 100, "MILK"))));
    accepted(count, counted(1, lot("L1", APRIL, 2)));

    assertThat(empty.lines().getFirst().variance()).isEqualTo(-8);
    assertThat(world.lots("MILK", "NYC") + "|" + world.lots("MILK", "LAX")).isEqualTo("|L1=2");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
    "1 | 4             | -    | -          | -             | lines[0].lots required",
    "1 | 4             | ' '  | 2026-05-01 | 4             | lines[0].lots[0].lot format",
    "1 | 4             | L9   | -          | 4             | lines[0].lots[0].expiresOn required",
    "1 | 4             | L1   | 2026-04-09 | 4             | lines[0].lots[0].expiresOn differs",
    "1 | 5             | L1   | -          | 4             | lines[0].lots sum",
    "1 | 1000000000000 | L1   | -          | 1000000000000 | lines[0].units range",
    "1 | 5             | L1   | -          | -5            | lines[0].lots[0].units range",
    "2 | 1             | S8   | -          | 1             | lines[0].lots[0].lot in-stock",
    "2 | 2             | S1   | -          | 2             | lines[0].lots[0].units range",
    "2 | 1             | S1   | 2026-04-01 | 1             | lines[0].lots[0].expiresOn not-tracked",
    "3 | 1             | L1   | -          | 1             | lines[0].lots not-tracked",
    "9 | 1             | L1   | -          | 1             | lines[0].line unknown",
  })
  void namesWhatIsWrongAndChangesNothing(
      int line, long units, @Nullable String lot, @Nullable LocalDate expiresOn, @Nullable Long of, String error) {
    world.count("PLAIN", "NYC", 3);
    StockCount count = begun(100, "MILK", "PHONE", "PLAIN");
    List<LotUnits> lots = lot == null || of == null ? List.of() : List.of(lot(lot, expiresOn, of));

    assertThat(refusals(count, submit(new Counted(line, units, lots)))).containsExactly(error);

    assertThat(world.lots("MILK", "NYC") + " | " + world.lots("PHONE", "NYC")).isEqualTo("L1=5 L2=3 | S1=1 S2=1");
    assertThat(found(count)).isEqualTo(count);
  }

  @Test
  void refusesASerialNumberThatIsNamedTwiceAndABinThatKnowsNoLots() {
    StockCount count = begun(100, "PHONE");
    assertThat(refusals(count, counted(1, lot("S1", null, 1), lot("S1", null, 1))))
        .containsExactly("lines[0].lots[1].lot duplicate");

    CountInput input = new CountInput(null, "NYC", 0, List.of(new CountInput.Line("MILK", "R1")));
    Decided<StockCount> refused = world.write(tx -> world.counts.begin(tx, input));
    assertThat(refused)
        .isEqualTo(
            Decided.Refused.of(
                "lines[0].bin", "by-lot", "MILK is kept by lot, and no bin knows its lots: count it in all of the"
                    + " location."));
  }

  private void received(String sku, String location, LotUnits... lots) {
    long units = LotUnits.sum(List.of(lots));
    Adjustment came =
        new Adjustment(sku, location, units, StockReason.RECEIVED, null, time.instant(), List.of(lots));
    StockChange change = world.write(tx -> world.stock.adjust(tx, List.of(came)));
    assertThat(change.errors()).isEmpty();
  }

  private void pickedAndShipped(String sku, LotUnits lot) {
    Reservation line = new Reservation(World.document(sku.length()), 1, sku, "NYC", Math.toIntExact(lot.units()));
    world.reserve(line);
    List<ItemError> wrong =
        world.write(tx -> world.picks.put(tx, List.of(new Pick(line.document(), 1, sku, "NYC", List.of(lot)))));
    assertThat(wrong).isEmpty();
    world.write(tx -> world.stock.ship(tx, List.of(line), tx.now()));
  }

  private StockCount begun(long approveAbove, String... skus) {
    return accepted(world.write(tx -> world.counts.begin(tx, input("NYC", approveAbove, skus))));
  }

  private static CountInput input(String location, long approveAbove, String... skus) {
    List<CountInput.Line> lines = Arrays.stream(skus).map(sku -> new CountInput.Line(sku, null)).toList();
    return new CountInput(null, location, approveAbove, lines);
  }

  private StockCount found(StockCount count) {
    return world.read(tx -> world.counts.find(tx, count.id())).orElseThrow();
  }

  private LotTrace trace(String sku, String lot) {
    return world.read(tx -> world.lots.trace(tx, sku, lot, null, 10)).orElseThrow();
  }

  private CountCommand counted(int line, LotUnits... lots) {
    return submit(found(line, lots));
  }

  private CountCommand submit(Counted... lines) {
    return new CountCommand.Submit(List.of(lines), time.instant());
  }

  private static Counted found(int line, LotUnits... lots) {
    return new Counted(line, LotUnits.sum(List.of(lots)), List.of(lots));
  }

  private StockCount accepted(StockCount count, CountCommand... commands) {
    StockCount after = count;
    for (CountCommand command : commands) {
      after = accepted(world.write(tx -> world.counts.execute(tx, count.id(), command)));
    }
    return after;
  }

  private static StockCount accepted(Decided<StockCount> decided) {
    if (decided instanceof Decided.Accepted<StockCount>(StockCount count)) {
      return count;
    }
    throw new AssertionError(decided);
  }

  private List<String> refusals(StockCount count, CountCommand command) {
    return switch (world.write(tx -> world.counts.execute(tx, count.id(), command))) {
      case Decided.Accepted<StockCount> accepted -> List.of();
      case Decided.Refused<StockCount>(List<ItemError> errors) ->
          errors.stream().map(error -> error.field() + " " + error.rule()).toList();
    };
  }

  private static LotUnits lot(String lot, @Nullable LocalDate expiresOn, long units) {
    return new LotUnits(lot, expiresOn, units);
  }
}
