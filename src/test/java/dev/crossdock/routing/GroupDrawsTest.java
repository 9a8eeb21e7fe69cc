package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.InventoryCheck;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Lacking;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.ReserveOutcome;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.groups.Allocation;
import dev.crossdock.inventory.groups.AllocationGroup;
import dev.crossdock.inventory.groups.AllocationGroups;
import dev.crossdock.inventory.groups.AllocationMove;
import dev.crossdock.inventory.groups.Draw;
import dev.crossdock.inventory.promising.AtpContext;
import dev.crossdock.orders.Buckets;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units kept apart for a group: others can't have them, its orders draw them, and what they give back returns. */
class GroupDrawsTest {

  private final Oms oms = new Oms();
  private final AllocationGroups groups = oms.house().allocationGroups();

  @BeforeEach
  void groups() {
    put(new AllocationGroup("OURS", FakeChannel.ID, Oms.ACCOUNT));
    put(new AllocationGroup("THEIRS", "elsewhere", null));
    oms.sells("TEA", 10);
  }

  @AfterEach
  void close() {
    assertThat(new InventoryCheck(oms.house().door()).run(Merchant.MAIN)).isEmpty();
    oms.close();
  }

  @Test
  void othersCannotTakeWhatIsKeptApart() {
    move(null, "THEIRS", 7);

    oms.told(anOrder("1").line("TEA", 5)).work();

    assertThat(placed("1")).isEqualTo(3);
    ReserveOutcome outcome = oms.write(tx -> reserve(tx, new UUID(4, 4), 1));
    assertThat(outcome).isInstanceOf(Lacking.class);
    assertThat(left("THEIRS")).isEqualTo(7);
  }

  @Test
  void itsOrdersDrawOnTheGroupFirst() {
    move(null, "OURS", 4);

    oms.told(anOrder("1").line("TEA", 6)).work();

    assertThat(placed("1")).isEqualTo(6);
    assertThat(left("OURS")).isZero();
    assertThat(available(AtpContext.ANYBODY)).isEqualTo(4);
  }

  @Test
  void whatACancelledOrderGivesBackReturnsToItsGroup() {
    move(null, "OURS", 4);
    oms.told(anOrder("1").line("TEA", 6)).work();

    oms.execute("1", new OrderCommand.Cancel("changed mind", null));

    assertThat(left("OURS")).isEqualTo(4);
    assertThat(available(AtpContext.ANYBODY)).isEqualTo(6);
    assertThat(available(new AtpContext(FakeChannel.ID, Oms.ACCOUNT, Set.of(), AtpContext.Delivery.SHIP)))
        .isEqualTo(10);
  }

  @Test
  void whatShippedIsGoneAndTheRestStaysApart() {
    move(null, "OURS", 8);
    oms.told(anOrder("1").line("TEA", 3)).work();
    UUID work = Objects.requireNonNull(oms.order("1").placements().getFirst().fulfilmentOrder());

    oms.execute("1", new OrderCommand.Ship(work));

    assertThat(left("OURS")).isEqualTo(5);
    assertThat(available(AtpContext.ANYBODY)).isEqualTo(2);
  }

  @Test
  void whatIsMissingDoesNotReturn() {
    move(null, "OURS", 4);
    oms.told(anOrder("1").line("TEA", 4)).work();
    oms.stock("TEA", "NYC", 1);

    oms.execute("1", new OrderCommand.Cancel("changed mind", null));

    assertThat(left("OURS")).isEqualTo(1);
  }

  @Test
  void unitsPassFromGroupToGroupAndBackToEverybody() {
    move(null, "THEIRS", 9);
    oms.told(anOrder("1").line("TEA", 5)).work();
    assertThat(placed("1")).isEqualTo(1);

    move("THEIRS", "OURS", 2);
    assertThat(left("THEIRS")).isEqualTo(7);
    assertThat(left("OURS")).isEqualTo(2);
    Decided<AllocationGroups.Moved> freed = move("THEIRS", null, 5);

    assertThat(freed).isInstanceOf(Decided.Accepted.class);
    oms.write(
        tx -> {
          oms.house().routing().stockRose(tx, Set.of("TEA"));
          return true;
        });
    oms.work();
    assertThat(placed("1")).isEqualTo(5);
    assertThat(left("OURS")).as("drawn first").isZero();
  }

  @Test
  void aShareIsTakenOfWhatTheGiverHas() {
    assertThat(decide(new AllocationMove(null, "OURS", "TEA", Set.of("NYC"), null, 35)))
        .isInstanceOf(Decided.Accepted.class);

    assertThat(left("OURS")).isEqualTo(3);
  }

  @Test
  void namesWhatIsWrong() {
    assertThat(rules(new AllocationMove(null, "OURS", "TEA", Set.of(), 11L, null))).containsExactly("units short");
    assertThat(rules(new AllocationMove("OURS", null, "TEA", Set.of(), null, 50))).containsExactly("perCent short");
    assertThat(rules(new AllocationMove("NONE", "NONE", "NO\0", Set.of("MOON"), 0L, 101)))
        .containsExactly(
            "sku unknown", "from unknown", "to unknown", "to same", "locations unknown", "units required",
            "units range", "perCent range");
    Decided<AllocationGroup> wrong = oms.write(tx -> groups.put(tx, new AllocationGroup("a b", " ", "\0")));
    assertThat(wrong).isInstanceOf(Decided.Refused.class);
  }

  @Test
  void manyWhoDrawAtOnceExhaustTheGroupAndNoMore() throws Exception {
    move(null, "THEIRS", 6);
    List<Future<Boolean>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int number = 1; number <= 12; number++) {
        UUID order = new UUID(8, number);
        runs.add(threads.submit(() -> oms.write(tx -> draw(tx, order))));
      }
    }
    int got = 0;
    for (Future<Boolean> run : runs) {
      got += run.get() ? 1 : 0;
    }

    assertThat(got).isEqualTo(6);
    assertThat(left("THEIRS")).isZero();
    assertThat(available(AtpContext.ANYBODY)).isEqualTo(4);
  }

  private boolean draw(Tx tx, UUID order) {
    Allocation allocation = groups.of(tx, Set.of("TEA")).getFirst();
    if (allocation.left() == 0) {
      return false;
    }
    groups.draw(tx, List.of(new Draw(allocation.id(), new Reservation(order, 1, "TEA", "NYC", 1))));
    tx.beforeCommit(
        () -> {
          oms.house().stock().lock(tx, Set.of());
          assertThat(reserve(tx, order, 1)).isInstanceOf(ReserveOutcome.Reserved.class);
        });
    return true;
  }

  private ReserveOutcome reserve(Tx tx, UUID order, int units) {
    return oms.house().stock().reserve(tx, List.of(new Reservation(order, 1, "TEA", "NYC", units)));
  }

  private void put(AllocationGroup group) {
    Decided<AllocationGroup> decided = oms.write(tx -> groups.put(tx, group));
    assertThat(decided).isInstanceOf(Decided.Accepted.class);
  }

  private Decided<AllocationGroups.Moved> move(@Nullable String from, @Nullable String to, long units) {
    Decided<AllocationGroups.Moved> decided = decide(new AllocationMove(from, to, "TEA", Set.of(), units, null));
    assertThat(decided).isInstanceOf(Decided.Accepted.class);
    return decided;
  }

  private Decided<AllocationGroups.Moved> decide(AllocationMove move) {
    return oms.write(tx -> groups.move(tx, move));
  }

  private List<String> rules(AllocationMove move) {
    return switch (decide(move)) {
      case Decided.Accepted<AllocationGroups.Moved> accepted -> throw new AssertionError(accepted);
      case Decided.Refused<AllocationGroups.Moved>(List<ItemError> errors) ->
          errors.stream().map(error -> error.field() + " " + error.rule()).toList();
    };
  }

  private int left(String group) {
    List<Allocation> found = oms.write(tx -> groups.list(tx, group, "TEA", null, 10));
    return found.stream().mapToInt(Allocation::left).sum();
  }

  private long available(AtpContext context) {
    return Objects.requireNonNull(oms.write(tx -> oms.house().promising().atp(tx, context, Set.of("TEA"))).get("TEA"))
        .available();
  }

  private int placed(String order) {
    Buckets buckets = oms.order(order).line(1).buckets();
    return buckets.allocated() + buckets.reserved();
  }
}
