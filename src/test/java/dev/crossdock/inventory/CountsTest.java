package dev.crossdock.inventory;

import static dev.crossdock.inventory.World.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.Lacking.Lack;
import dev.crossdock.inventory.history.LedgerEntry;
import dev.crossdock.testing.Db;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Counts and adjustments on a real database. */
class CountsTest {

  private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final StockKey A_NYC = new StockKey("A", "NYC");

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource()).locations("NYC", "LAX");
    world.skus.addAll(Set.of("A", "B"));
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void setsWhatWasCountedAndJournalsIt() {
    StockChange change = set(new StockSet("A", "NYC", 10), new StockSet("B", "NYC", 0));

    assertThat(change).isEqualTo(new StockChange(2, 0, Set.of(A_NYC), Set.of(), List.of()));
    assertThat(world.level("A", "NYC")).isEqualTo("10/0");
    assertThat(world.level("B", "NYC")).isEqualTo("0/0");
    assertThat(world.journal())
        .endsWith("stock:A@NYC 1 stock.counted", "stock:B@NYC 1 stock.counted");
  }

  @Test
  void writesOnlyDifferences() {
    set(new StockSet("A", "NYC", 10), new StockSet("B", "NYC", 4));

    StockChange change = set(new StockSet("A", "NYC", 10), new StockSet("B", "NYC", 3));

    assertThat(change).isEqualTo(new StockChange(1, 1, Set.of(), Set.of(), List.of()));
    assertThat(world.journal()).filteredOn(entry -> entry.startsWith("stock:A")).hasSize(1);
    assertThat(world.journal()).endsWith("stock:B@NYC 2 stock.counted");
    List<LedgerEntry> ledger = world.read(tx -> world.history.ledger(tx, A_NYC, null, 10));
    assertThat(ledger).hasSize(1);
  }

  @Test
  void refusesWrongItemsByNameAndKeepsTheOthers() {
    StockChange change =
        set(
            new StockSet("A", "NYC", 1),
            new StockSet("Z", "NYC", 1),
            new StockSet("A", "SEA", 1),
            new StockSet("A", "\0'; --", 1),
            new StockSet("A", "LAX", -1),
            new StockSet("B", "LAX", 1_000_000_001L),
            new StockSet("B", "NYC", 1),
            new StockSet("B", "NYC", 2));

    assertThat(change.changed()).isEqualTo(1);
    assertThat(change.errors())
        .extracting(error -> error.index() + " " + error.field() + " " + error.rule())
        .containsExactly(
            "1 sku unknown",
            "2 location unknown",
            "3 location unknown",
            "4 onHand range",
            "5 onHand range",
            "6 sku duplicate",
            "7 sku duplicate");
  }

  @Test
  void neverLosesACountThatFindsLessThanIsPromisedAndNeverPromisesMore() {
    set(new StockSet("A", "NYC", 10));
    world.reserve(new Reservation(document(1), 1, "A", "NYC", 4), new Reservation(document(2), 1, "A", "NYC", 4));

    StockChange change = set(new StockSet("A", "NYC", 5));

    assertThat(change.shortfalls()).containsExactly(A_NYC);
    assertThat(world.level("A", "NYC")).isEqualTo("5/8");
    StockAt level = world.read(tx -> world.stock.available(tx, Set.of("A"))).of("A").getFirst();
    assertThat(level.shortfall()).isEqualTo(3);
    assertThat(level.available()).isZero();
    assertThat(world.reserve(new Reservation(document(3), 1, "A", "NYC", 1)))
        .isEqualTo(new Lacking(List.of(new Lack(A_NYC, 1, 0))));
    List<Reservation> holders = world.read(tx -> world.stock.reservationsAt(tx, A_NYC, 10));
    assertThat(holders).extracting(Reservation::document).containsExactly(document(2), document(1));
  }

  @Test
  void servesAShortLevelAgainWhenStockComes() {
    set(new StockSet("A", "NYC", 10));
    world.reserve(new Reservation(document(1), 1, "A", "NYC", 8));
    set(new StockSet("A", "NYC", 5));

    StockChange first = adjust(Adjustment.received("A", "NYC", 3, "PO-7", THEN));
    StockChange second = adjust(Adjustment.received("A", "NYC", 2, "PO-8", THEN));

    assertThat(first.rose()).isEmpty();
    assertThat(first.shortfalls()).isEmpty();
    assertThat(second.rose()).containsExactly(A_NYC);
    assertThat(world.level("A", "NYC")).isEqualTo("10/8");
  }

  @Test
  void countsAShortfallAgainstWhatOtherLocationsMayPromise() {
    set(new StockSet("A", "NYC", 10), new StockSet("A", "LAX", 4));
    world.reserve(new Reservation(document(1), 1, "A", "NYC", 8));

    set(new StockSet("A", "NYC", 5));

    StockView view = world.read(tx -> world.stock.available(tx, Set.of("A")));
    assertThat(view.availableToPromise("A")).isEqualTo(1);
  }

  @Test
  void shipsMoreThanTheCountKnewOf() {
    set(new StockSet("A", "NYC", 10));
    Reservation eight = new Reservation(document(1), 1, "A", "NYC", 8);
    world.reserve(eight);
    set(new StockSet("A", "NYC", 5));

    world.write(tx -> world.stock.ship(tx, List.of(eight), THEN));

    assertThat(world.level("A", "NYC")).isEqualTo("0/0");
    List<LedgerEntry> ledger = world.read(tx -> world.history.ledger(tx, A_NYC, null, 2));
    assertThat(ledger)
        .extracting(entry -> entry.reason() + " " + entry.onHandDelta())
        .containsExactly("SHIPPED -8", "FOUND_BY_SHIPPING 3");
  }

  @Test
  void adjustsWithReasonAndDocument() {
    StockChange change =
        adjust(
            Adjustment.received("A", "NYC", 6, "PO-2026/7", THEN),
            new Adjustment("A", "NYC", -2, StockReason.DAMAGED, null, THEN));

    assertThat(change.changed()).isEqualTo(2);
    assertThat(world.level("A", "NYC")).isEqualTo("4/0");
    assertThat(world.journal()).endsWith("stock:A@NYC 1 stock.adjusted", "stock:A@NYC 2 stock.adjusted");
    List<LedgerEntry> ledger = world.read(tx -> world.history.ledger(tx, A_NYC, null, 10));
    assertThat(ledger).extracting(LedgerEntry::document).containsExactly(null, "PO-2026/7");
    assertThat(ledger).extracting(LedgerEntry::happenedAt).containsOnly(THEN);
  }

  @Test
  void refusesAdjustmentsThatCannotBe() {
    set(new StockSet("A", "NYC", 3));

    StockChange change =
        adjust(
            new Adjustment("A", "NYC", -4, StockReason.LOST, null, THEN),
            new Adjustment("A", "NYC", 0, StockReason.FOUND, null, THEN),
            new Adjustment("A", "NYC", 1, StockReason.SHIPPED, null, THEN),
            new Adjustment("A", "NYC", 1, StockReason.FOUND, "two words", THEN),
            new Adjustment("A", "NYC", Long.MIN_VALUE, StockReason.FOUND, null, THEN),
            new Adjustment("A", "NYC", 1_000_000_000, StockReason.FOUND, null, THEN));

    assertThat(change.changed()).isZero();
    assertThat(change.errors())
        .extracting(error -> error.index() + " " + error.field() + " " + error.rule())
        .containsExactlyInAnyOrder(
            "0 delta range",
            "1 delta range",
            "2 reason not-allowed",
            "3 document format",
            "4 delta range",
            "5 delta range");
  }

  private StockChange set(StockSet... sets) {
    return world.write(tx -> world.stock.setOnHand(tx, List.of(sets)));
  }

  private StockChange adjust(Adjustment... adjustments) {
    return world.write(tx -> world.stock.adjust(tx, List.of(adjustments)));
  }
}
