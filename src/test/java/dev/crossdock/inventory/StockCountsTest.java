package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.counting.BinSet;
import dev.crossdock.inventory.counting.BinUnits;
import dev.crossdock.inventory.counting.CountCommand;
import dev.crossdock.inventory.counting.CountCommand.Counted;
import dev.crossdock.inventory.counting.CountInput;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.Line;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.history.Position;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.testing.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cycle counts and bins on a real database. */
class StockCountsTest {

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource()).locations("NYC").count("A", "NYC", 10).count("B", "NYC", 5);
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void booksASmallVarianceAtOnceAndALargeOneWhenItIsApproved() {
    StockCount count = begun(1, line("A", null), line("B", null));

    StockCount counted = accepted(count, counted(new Counted(1, 9), new Counted(2, 8)));

    assertThat(counted.lines()).extracting(Line::state).containsExactly(LineState.BOOKED, LineState.TO_APPROVE);
    assertThat(counted.lines()).extracting(Line::variance).containsExactly(-1, 3);
    assertThat(world.level("A", "NYC")).isEqualTo("9/0");
    assertThat(world.level("B", "NYC")).isEqualTo("5/0");

    StockCount approved = accepted(count, new CountCommand.Approve(List.of(2)));
    assertThat(approved.state()).isEqualTo(StockCount.State.DONE);
    assertThat(world.level("B", "NYC")).isEqualTo("8/0");
    assertThat(world.rose).containsExactly("B");
    assertThat(world.journal()).filteredOn(fact -> fact.startsWith("count:")).hasSize(3);
  }

  @Test
  void reckonsWithWhatWasPickedWhileSomebodyCounted() {
    Reservation four = new Reservation(World.document(1), 1, "A", "NYC", 4);
    world.reserve(four);
    StockCount count = begun(0, line("A", null));
    Instant counting = world.write(tx -> tx.now());
    world.write(tx -> world.stock.ship(tx, List.of(four), counting.plus(Duration.ofMillis(1))));

    StockCount before = accepted(count, new CountCommand.Submit(List.of(new Counted(1, 10)), counting));

    assertThat(before.lines().getFirst().variance()).as("counted before the pick").isZero();
    assertThat(world.level("A", "NYC")).isEqualTo("6/0");
    StockCount after = accepted(begun(0, line("A", null)), counted(new Counted(1, 6)));
    assertThat(after.lines().getFirst().variance()).as("counted after the pick").isZero();
  }

  @Test
  void freezesTheCountedBinOnly() {
    bins(new BinSet("A", "NYC", "R1", 4), new BinSet("A", "NYC", "R2", 3));

    StockCount count = begun(0, line("A", "R1"));

    assertThat(position().unavailable()).isEqualTo(Map.of(UnavailableReason.IN_COUNT, 4L));
    assertThat(world.reserve(new Reservation(World.document(1), 1, "A", "NYC", 7))).isInstanceOf(Lacking.class);
    assertThat(world.reserve(new Reservation(World.document(1), 1, "A", "NYC", 6)))
        .isEqualTo(new ReserveOutcome.Reserved());
    assertThat(errors(world.write(tx -> world.counts.begin(tx, input(0, line("A", "R1"))))))
        .containsExactly("lines[0].bin in-count");

    accepted(count, counted(new Counted(1, 5)));
    accepted(count, new CountCommand.Approve(List.of(1)));

    assertThat(position()).isEqualTo(new Position(new StockKey("A", "NYC"), 11, 6, Map.of()));
    assertThat(bins()).containsExactly("R1 5 0", "R2 3 0");
    assertThat(world.rose).containsExactly("A");
  }

  @Test
  void takesPickedUnitsFromBinsThatNobodyCountsFirst() {
    bins(new BinSet("A", "NYC", "R1", 4), new BinSet("A", "NYC", "R2", 6));
    Reservation five = new Reservation(World.document(1), 1, "A", "NYC", 5);
    world.reserve(five);
    StockCount count = begun(0, line("A", "R2"));

    world.write(tx -> world.stock.ship(tx, List.of(five), tx.now()));
    assertThat(bins()).as("four of R1, one of R2").containsExactly("R2 5 6");

    StockCount counted = accepted(count, counted(new Counted(1, 5)));
    assertThat(counted.lines().getFirst().variance()).isZero();
    assertThat(world.level("A", "NYC")).isEqualTo("5/0");
    assertThat(bins()).containsExactly("R2 5 0");
  }

  @Test
  void countsABinThatTurnsOutToBeEmptyOrUnknown() {
    bins(new BinSet("A", "NYC", "R1", 4));
    StockCount count = begun(9, line("A", "R1"), line("A", "R9"));

    accepted(count, counted(new Counted(1, 0), new Counted(2, 2)));

    assertThat(world.level("A", "NYC")).isEqualTo("8/0");
    assertThat(bins()).containsExactly("R9 2 0");
  }

  @Test
  void isCountedAgainOrGivenUp() {
    bins(new BinSet("A", "NYC", "R1", 4));
    StockCount count = begun(0, line("A", "R1"), line("B", null));
    accepted(count, counted(new Counted(1, 1)));

    StockCount again = accepted(count, new CountCommand.Recount(List.of(1)));
    assertThat(again.lines().getFirst().counted()).isNull();
    accepted(count, counted(new Counted(1, 4)));
    StockCount cancelled = accepted(count, new CountCommand.Cancel());

    assertThat(cancelled.lines()).extracting(Line::state).containsExactly(LineState.BOOKED, LineState.CANCELLED);
    assertThat(position()).isEqualTo(new Position(new StockKey("A", "NYC"), 10, 0, Map.of()));
    assertThat(refusal(count, counted(new Counted(2, 5)))).isEqualTo("state state");
  }

  @Test
  void hasWhatChangedTooMuchCountedAgain() {
    StockCount count = begun(0, line("A", null));
    accepted(count, counted(new Counted(1, 2)));
    world.count("A", "NYC", 3);

    assertThat(refusal(count, new CountCommand.Approve(List.of(1)))).isEqualTo("lines recount");
    assertThat(world.level("A", "NYC")).isEqualTo("3/0");
  }

  @Test
  void namesWhatIsWrongAndChangesNothing() {
    assertThat(errors(world.write(tx -> world.counts.begin(tx, input(-1, line("Z", "two words"), line("A", null),
            line("A", null))))))
        .containsExactly(
            "approveAbove range", "lines[0].sku unknown", "lines[0].bin format", "lines[2].sku duplicate");
    StockCount count = begun(0, line("A", null));
    assertThat(refusal(count, counted(new Counted(2, 1)))).isEqualTo("lines[0].line unknown");
    assertThat(refusal(count, counted(new Counted(1, -1)))).isEqualTo("lines[0].units range");
    assertThat(refusal(count, counted(new Counted(1, 1_000_000_000_000L)))).isEqualTo("lines[0].units range");
    assertThat(refusal(count, new CountCommand.Approve(List.of(1)))).isEqualTo("lines[0] state");
    assertThat(
            refusal(count, new CountCommand.Submit(List.of(new Counted(1, 1)), Instant.parse("2020-01-01T00:00:00Z"))))
        .isEqualTo("countedAt range");
    assertThat(world.level("A", "NYC")).isEqualTo("10/0");
  }

  @Test
  void neverHoldsMoreInBinsThanIsOnHand() {
    List<ItemError> errors =
        world.write(
            tx ->
                world.bins.put(
                    tx,
                    List.of(
                        new BinSet("A", "NYC", "R1", 6), new BinSet("A", "NYC", "R2", 5),
                        new BinSet("Z", "NYC", "R1", 1), new BinSet("B", "NYC", "", 1),
                        new BinSet("B", "NYC", "R1", -1))));

    assertThat(errors)
        .extracting(error -> error.index() + " " + error.field() + " " + error.rule())
        .containsExactly("1 units range", "2 sku unknown", "3 bin format", "4 units range");
    assertThat(bins()).isEmpty();
    bins(new BinSet("A", "NYC", "R1", 6), new BinSet("A", "NYC", "R2", 3));
    world.count("A", "NYC", 4);
    assertThat(bins()).containsExactly("R1 1 0", "R2 3 0");
  }

  private Position position() {
    return world.read(tx -> world.history.now(tx, PositionQuery.of("A")).getFirst());
  }

  private List<String> bins() {
    List<BinUnits> found = world.read(tx -> world.bins.of(tx, "A"));
    return found.stream().map(bin -> bin.bin() + " " + bin.units() + " " + bin.frozen()).toList();
  }

  private void bins(BinSet... sets) {
    List<ItemError> errors = world.write(tx -> world.bins.put(tx, List.of(sets)));
    assertThat(errors).isEmpty();
  }

  private StockCount begun(long approveAbove, CountInput.Line... lines) {
    return world.write(tx -> accepted(world.counts.begin(tx, input(approveAbove, lines))));
  }

  private StockCount accepted(StockCount count, CountCommand command) {
    return world.write(tx -> accepted(world.counts.execute(tx, count.id(), command)));
  }

  private String refusal(StockCount count, CountCommand command) {
    return world.write(tx -> errors(world.counts.execute(tx, count.id(), command))).getFirst();
  }

  private static CountInput input(long approveAbove, CountInput.Line... lines) {
    return new CountInput(null, "NYC", approveAbove, List.of(lines));
  }

  private static CountInput.Line line(String sku, @Nullable String bin) {
    return new CountInput.Line(sku, bin);
  }

  private CountCommand counted(Counted... lines) {
    return new CountCommand.Submit(List.of(lines), world.write(tx -> tx.now()));
  }

  private static StockCount accepted(Decided<StockCount> decided) {
    if (decided instanceof Decided.Accepted<StockCount>(StockCount count)) {
      return count;
    }
    throw new AssertionError(decided);
  }

  private static List<String> errors(Decided<StockCount> decided) {
    if (decided instanceof Decided.Refused<StockCount>(List<ItemError> errors)) {
      return errors.stream().map(error -> error.field() + " " + error.rule()).toList();
    }
    throw new AssertionError(decided);
  }
}
