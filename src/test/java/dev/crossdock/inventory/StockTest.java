package dev.crossdock.inventory;

import static dev.crossdock.inventory.World.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.inventory.Lacking.Lack;
import dev.crossdock.inventory.NotReserved.Unheld;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.inventory.history.LedgerEntry;
import dev.crossdock.testing.Db;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;

/** Promises on a real database: made, kept, given back, moved and shipped. */
class StockTest {

  private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;

  @BeforeEach
  void counts() {
    world = new World(db.dataSource()).locations("NYC", "LAX").count("A", "NYC", 10).count("B", "NYC", 5);
    world.count("A", "LAX", 2);
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void reservesWhatIsThere() {
    ReserveOutcome outcome =
        world.reserve(of(1, 1, "A", "NYC", 4), of(1, 2, "B", "NYC", 5), of(2, 1, "A", "NYC", 6));

    assertThat(outcome).isEqualTo(new ReserveOutcome.Reserved());
    assertThat(world.level("A", "NYC")).isEqualTo("10/10");
    assertThat(world.level("B", "NYC")).isEqualTo("5/5");
    assertThat(reservations(1)).containsExactly(of(1, 1, "A", "NYC", 4), of(1, 2, "B", "NYC", 5));
  }

  @Test
  void changesNothingAtAllWhenOneLevelIsShort() {
    ReserveOutcome outcome =
        world.reserve(of(1, 1, "A", "NYC", 4), of(1, 2, "B", "NYC", 3), of(2, 1, "B", "NYC", 3));

    assertThat(outcome).isEqualTo(new Lacking(List.of(new Lack(new StockKey("B", "NYC"), 6, 5))));
    assertThat(world.level("A", "NYC")).isEqualTo("10/0");
    assertThat(world.level("B", "NYC")).isEqualTo("5/0");
    assertThat(reservations(1)).isEmpty();
    assertThat(ledger("A", "NYC")).extracting(LedgerEntry::reason).containsExactly(StockReason.COUNTED);
  }

  @Test
  void namesLevelsThatNobodyEverCounted() {
    ReserveOutcome outcome = world.reserve(of(1, 1, "B", "LAX", 1), of(1, 2, "Z", "NYC", 2));

    assertThat(outcome)
        .isEqualTo(
            new Lacking(
                List.of(new Lack(new StockKey("B", "LAX"), 1, 0), new Lack(new StockKey("Z", "NYC"), 2, 0))));
  }

  @Test
  void addsUnitsToALineThatHoldsSome() {
    world.reserve(of(1, 1, "A", "NYC", 2), of(1, 1, "A", "NYC", 1));
    world.reserve(of(1, 1, "A", "NYC", 3));

    assertThat(reservations(1)).containsExactly(of(1, 1, "A", "NYC", 6));
    assertThat(world.level("A", "NYC")).isEqualTo("10/6");
  }

  @Test
  void countsTwoKitsThatShareAComponentTogether() {
    ReserveOutcome kits = world.reserve(of(1, 1, "B", "NYC", 3), of(1, 2, "B", "NYC", 3));

    assertThat(kits).isEqualTo(new Lacking(List.of(new Lack(new StockKey("B", "NYC"), 6, 5))));
  }

  @Test
  void givesUnitsBack() {
    world.reserve(of(1, 1, "A", "NYC", 4), of(1, 2, "B", "NYC", 2));

    ReleaseOutcome outcome = release(of(1, 1, "A", "NYC", 1), of(1, 2, "B", "NYC", 2));

    assertThat(outcome)
        .isEqualTo(
            new ReleaseOutcome.Released(
                List.of(of(1, 1, "A", "NYC", 1), of(1, 2, "B", "NYC", 2)),
                Set.of(new StockKey("A", "NYC"), new StockKey("B", "NYC"))));
    assertThat(reservations(1)).containsExactly(of(1, 1, "A", "NYC", 3));
    assertThat(world.level("B", "NYC")).isEqualTo("5/0");
  }

  @Test
  void refusesToGiveBackWhatALineDoesNotHold() {
    world.reserve(of(1, 1, "A", "NYC", 4), of(2, 1, "A", "NYC", 5));

    ReleaseOutcome outcome = release(of(1, 1, "A", "NYC", 4), of(1, 2, "A", "NYC", 1), of(2, 1, "A", "NYC", 6));

    assertThat(outcome)
        .isEqualTo(
            new NotReserved(
                List.of(new Unheld(of(1, 2, "A", "NYC", 1), 0), new Unheld(of(2, 1, "A", "NYC", 6), 5))));
    assertThat(world.level("A", "NYC")).isEqualTo("10/9");
  }

  @Test
  void refusesTheSecondOfTwoEqualReleases() {
    world.reserve(of(1, 1, "A", "NYC", 4));
    release(of(1, 1, "A", "NYC", 4));

    assertThat(release(of(1, 1, "A", "NYC", 4))).isInstanceOf(NotReserved.class);
    assertThat(world.level("A", "NYC")).isEqualTo("10/0");
  }

  @Test
  void givesBackWhateverADocumentHoldsAsOftenAsItIsAsked() {
    world.reserve(of(1, 1, "A", "NYC", 4), of(1, 2, "A", "LAX", 1), of(2, 1, "A", "NYC", 1));

    ReleaseOutcome.Released first = world.write(tx -> world.stock.releaseAll(tx, Set.of(document(1))));
    ReleaseOutcome.Released second = world.write(tx -> world.stock.releaseAll(tx, Set.of(document(1))));

    assertThat(first.given()).containsExactly(of(1, 1, "A", "NYC", 4), of(1, 2, "A", "LAX", 1));
    assertThat(second.given()).isEmpty();
    assertThat(world.level("A", "NYC")).isEqualTo("10/1");
  }

  @Test
  void shipsWhatIsReserved() {
    world.reserve(of(1, 1, "A", "NYC", 4));

    ReleaseOutcome outcome = ship(of(1, 1, "A", "NYC", 3));

    assertThat(outcome).isEqualTo(new ReleaseOutcome.Released(List.of(of(1, 1, "A", "NYC", 3)), Set.of()));
    assertThat(world.level("A", "NYC")).isEqualTo("7/1");
    LedgerEntry shipped = ledger("A", "NYC").getFirst();
    assertThat(shipped.reason()).isEqualTo(StockReason.SHIPPED);
    assertThat(shipped.onHandDelta()).isEqualTo(-3);
    assertThat(shipped.reservedDelta()).isEqualTo(-3);
    assertThat(shipped.happenedAt()).isEqualTo(THEN);
    assertThat(shipped.document()).isEqualTo(document(1).toString());
  }

  @Test
  void refusesToShipTwice() {
    world.reserve(of(1, 1, "A", "NYC", 4));
    ship(of(1, 1, "A", "NYC", 4));

    assertThat(ship(of(1, 1, "A", "NYC", 4))).isInstanceOf(NotReserved.class);
    assertThat(world.level("A", "NYC")).isEqualTo("6/0");
  }

  @Test
  void movesAPromise() {
    world.reserve(of(1, 1, "A", "NYC", 4));

    MoveOutcome outcome = move(new Move(document(1), 1, "A", "NYC", "LAX", 2));

    assertThat(outcome).isEqualTo(new MoveOutcome.Moved(Set.of(new StockKey("A", "NYC"))));
    assertThat(reservations(1)).containsExactly(of(1, 1, "A", "LAX", 2), of(1, 1, "A", "NYC", 2));
    assertThat(world.level("A", "LAX")).isEqualTo("2/2");
  }

  @Test
  void refusesAMoveToWhereThereIsNotEnough() {
    world.reserve(of(1, 1, "A", "NYC", 4));

    MoveOutcome outcome = move(new Move(document(1), 1, "A", "NYC", "LAX", 3));

    assertThat(outcome).isEqualTo(new Lacking(List.of(new Lack(new StockKey("A", "LAX"), 3, 2))));
    assertThat(world.level("A", "NYC")).isEqualTo("10/4");
    assertThat(world.level("A", "LAX")).isEqualTo("2/0");
  }

  @Test
  void refusesAMoveOfWhatIsNotHeld() {
    assertThat(move(new Move(document(1), 1, "A", "NYC", "LAX", 1))).isInstanceOf(NotReserved.class);
  }

  @Test
  void keepsMerchantsApart() {
    Merchant other = new Merchant(2);
    world.locations(other, "NYC");

    ReserveOutcome outcome = world.write(other, tx -> world.stock.reserve(tx, List.of(of(1, 1, "A", "NYC", 1))));

    assertThat(outcome).isInstanceOf(Lacking.class);
    assertThat(world.level("A", "NYC")).isEqualTo("10/0");
  }

  @Test
  void looksUpStockWithItsLocations() {
    world.reserve(of(1, 1, "A", "NYC", 4));

    StockView view = world.read(tx -> world.stock.available(tx, Set.of("A", "none", "\0")));

    assertThat(view.of("A")).extracting(StockAt::available).containsExactly(2, 6);
    assertThat(view.of("A")).extracting(level -> level.location().country()).containsOnly("US");
    assertThat(view.availableToPromise("A")).isEqualTo(8);
    assertThat(view.of("none")).isEmpty();
  }

  @Test
  void reservesForCertainWhatItPlannedUnderALock() {
    ReserveOutcome outcome =
        world.write(
            tx -> {
              StockView view = world.stock.lockAvailable(tx, Set.of("A"));
              int all = view.of("A").getLast().available();
              return world.stock.reserve(tx, List.of(of(1, 1, "A", "NYC", all)));
            });

    assertThat(outcome).isEqualTo(new ReserveOutcome.Reserved());
  }

  @Test
  void leavesTheDatabaseToRefuseWhatCodeForgets() {
    assertThatThrownBy(() -> world.sql.sql("update stock_level set reserved = 11 where sku = 'A'").update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("no_oversell");
    assertThatThrownBy(
            () -> world.sql.sql("update stock_level set shortfall = 1, reserved = 1 where sku = 'A'").update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("shortfall_exact");
    assertThatThrownBy(() -> world.sql.sql("update stock_level set on_hand = -1 where sku = 'A'").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void pagesTheLedgerFromTheLatestBack() {
    world.reserve(of(1, 1, "A", "NYC", 1));
    world.reserve(of(2, 1, "A", "NYC", 2));

    List<LedgerEntry> first = world.read(tx -> world.history.ledger(tx, new StockKey("A", "NYC"), null, 2));
    List<LedgerEntry> rest =
        world.read(tx -> world.history.ledger(tx, new StockKey("A", "NYC"), first.getLast().id(), 2));

    assertThat(first).extracting(LedgerEntry::reservedDelta).containsExactly(2, 1);
    assertThat(rest).extracting(LedgerEntry::onHandDelta).containsExactly(10);
    assertThat(rest.getFirst().actor()).isEqualTo("SYSTEM test");
  }

  private static Reservation of(int document, int line, String sku, String location, int units) {
    return new Reservation(document(document), line, sku, location, units);
  }

  private ReleaseOutcome release(Reservation... given) {
    return world.write(tx -> world.stock.release(tx, List.of(given)));
  }

  private ReleaseOutcome ship(Reservation... shipped) {
    return world.write(tx -> world.stock.ship(tx, List.of(shipped), THEN));
  }

  private MoveOutcome move(Move... moves) {
    return world.write(tx -> world.stock.move(tx, List.of(moves)));
  }

  private List<Reservation> reservations(int document) {
    return world.read(tx -> world.stock.reservationsOf(tx, Set.of(document(document))));
  }

  private List<LedgerEntry> ledger(String sku, String location) {
    return world.read(tx -> world.history.ledger(tx, new StockKey(sku, location), null, 100));
  }
}
