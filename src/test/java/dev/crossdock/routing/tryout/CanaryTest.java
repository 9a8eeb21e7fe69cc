package dev.crossdock.routing.tryout;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.history.Punctuality;
import dev.crossdock.routing.RoutingCommands;
import dev.crossdock.routing.policies.PolicyState;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.tryout.internal.CanaryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A version that decides for a part of the orders, over a real database. */
class CanaryTest {

  private final Bench bench = new Bench();
  private final Canaries canaries =
      new Canaries(bench.policies, bench.oms.house().exceptions(), bench.oms.house().journal());
  private final CanaryStore store = new CanaryStore();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void eachSideIsCountedByWhoDecidedWhatHadNoPlaceAndWhatLocationsTurnedDown() {
    bench.oms.sells("TEA", 100).stock("TEA", "LAX", 3);
    int canary = canary(Bench.only("LAX"), 50);
    for (int n = 1; n <= 16; n++) {
      bench.oms.told(anOrder("o" + n).line("TEA", 1)).work();
      bench.oms.time().tick(Duration.ofMinutes(1));
    }
    List<String> mine = new ArrayList<>();
    for (int n = 1; n <= 16; n++) {
      if (Objects.requireNonNull(bench.decision("o" + n)).policy().endsWith("@" + canary)) {
        mine.add("o" + n);
      }
    }
    assertThat(mine).hasSizeBetween(4, 15);
    RoutingCommands commands =
        new RoutingCommands(bench.oms.house().orders(), bench.oms.house().routing(), bench.oms.house().stock());
    OrderId first = bench.id(mine.getFirst());
    bench.write(
        tx ->
            commands.reject(
                tx, new RoutingCommands.Rejection(first, "LAX", Set.of(), true, 7, false, "no hands")));

    CanaryFigures figures = figures(canary);

    assertThat(figures.canary().orders()).isEqualTo(mine.size());
    assertThat(figures.active().orders()).isEqualTo(16 - mine.size());
    assertThat(figures.canary().unplaced()).isEqualTo(mine.size() - 2);
    assertThat(figures.active().unplaced()).isZero();
    assertThat(figures.canary().rejected()).isEqualTo(1);
    assertThat(figures.active().rejected()).isZero();
  }

  @Test
  void itFallsBackWhenLocationsTurnDownMoreAndOrdersKeepTheirPlaces() {
    bench.oms.sells("TEA", 9);
    bench.oms.told(anOrder("1").line("TEA", 1)).work();
    List<Placement> places = bench.oms.order("1").placements();
    int canary = canary(Bench.only("LAX"), 25);
    history(canary, true, 60, 12);
    history(canary, false, 200, 4);

    look();

    assertThat(version(canary).state()).isEqualTo(PolicyState.ARCHIVED);
    assertThat(bench.oms.order("1").placements()).isEqualTo(places);
    assertThat(
            bench.oms.text(
                "select string_agg(e.sentence, '|') from exception_case e where e.merchant = :merchant"
                    + " and e.type = 'POLICY_FELL_BACK'"))
        .isEqualTo(
            "Version " + canary + " of the routing policy no longer decides for 25 % of orders. Locations turned down"
                + " 12 of 60 (20.0 %) of its orders, and 4 of 200 (2.0 %) of the others.");
    assertThat(
            bench.oms.number(
                "select count(*) from journal where merchant = :merchant and type = 'routing-policy.fell-back'"
                    + " and actor_kind = 'SYSTEM'"))
        .isEqualTo(1);
    look();
    assertThat(figures(canary).canary().orders()).as("what was counted is still told").isEqualTo(60);
  }

  @Test
  void itStaysWhileThereAreFewOrdersOrLittleDifferenceOrOnlyChance() {
    int few = canary(Bench.only("LAX"), 25);
    history(few, true, 49, 49);
    history(few, false, 200, 0);
    look();
    assertThat(version(few).state()).isEqualTo(PolicyState.CANARY);
    bench.done(tx -> bench.policies.archive(tx, few));

    int little = canary(Bench.only("LAX"), 25);
    history(little, true, 900, 45);
    history(little, false, 900, 9);
    look();
    assertThat(version(little).state()).as("4 points more, and 5 are allowed").isEqualTo(PolicyState.CANARY);
    bench.done(tx -> bench.policies.archive(tx, little));

    int chance = canary(Bench.only("LAX"), 25);
    history(chance, true, 50, 5);
    history(chance, false, 50, 2);
    look();
    assertThat(version(chance).state()).as("6 points more, of too few orders").isEqualTo(PolicyState.CANARY);
    CanaryLimits strict = new CanaryLimits(10, 0, 0);
    bench.write(
        tx -> {
          canaries.put(tx, strict);
          return 0;
        });
    look();
    assertThat(version(chance).state()).isEqualTo(PolicyState.CANARY);
    assertThat(bench.read(canaries::limits)).isEqualTo(strict);
  }

  @Test
  void itFallsBackWhenMoreOfItsOrdersAreLate() {
    bench.oms.sells("TEA", 100);
    for (int n = 1; n <= 14; n++) {
      bench.oms.told(anOrder("o" + n).buyer("o" + n + "@example.com").line("TEA", 1)).work();
    }
    int canary = canary(Bench.only("LAX"), 50);
    bench.write(
        tx -> {
          canaries.put(tx, new CanaryLimits(6, 5, 5));
          return 0;
        });
    List<CanaryStore.Row> rows = new ArrayList<>();
    for (int n = 1; n <= 14; n++) {
      boolean late = n <= 7;
      rows.add(new CanaryStore.Row(canary, bench.id("o" + n).value(), late, false));
      if (!late) {
        ship("o" + n);
      }
    }
    due("%", bench.oms.time().instant().plus(Duration.ofHours(2)));
    bench.write(
        tx -> {
          store.add(tx, rows);
          return 0;
        });
    look();
    assertThat(version(canary).state()).as("nothing is due yet").isEqualTo(PolicyState.CANARY);

    bench.oms.time().tick(Duration.ofHours(3));
    look();

    assertThat(figures(canary).canary()).isEqualTo(new CanaryFigures.Side(7, 0, 0, 7, 7));
    assertThat(version(canary).state()).isEqualTo(PolicyState.ARCHIVED);
  }

  @Test
  void whatLeftAfterItsDayIsLateAndWhatLeftBeforeIsNotWhateverHappenedLater() {
    bench.oms.sells("TEA", 100);
    for (String order : List.of("early", "tardy", "still", "none", "cancelled")) {
      bench.oms.told(anOrder(order).buyer(order + "@example.com").line("TEA", 1)).work();
    }
    Instant day = bench.oms.time().instant().plus(Duration.ofHours(2));
    ship("early");
    bench.oms.execute("cancelled", new OrderCommand.Cancel("changed their mind", null));
    bench.oms.time().tick(Duration.ofHours(3));
    ship("tardy");
    List.of("early", "tardy", "still", "cancelled").forEach(order -> due(order, day));
    bench.write(
        tx ->
            tx.sql("update orders set updated_at = cast(:now as timestamptz) where merchant = :merchant")
                .param("now", tx.now().toString())
                .update());
    List<UUID> all =
        List.of("early", "tardy", "still", "none", "cancelled").stream().map(o -> bench.id(o).value()).toList();

    Map<UUID, Boolean> late = bench.read(tx -> new Punctuality().due(tx, all));

    assertThat(late)
        .containsOnly(
            Map.entry(bench.id("early").value(), false),
            Map.entry(bench.id("tardy").value(), true),
            Map.entry(bench.id("still").value(), true));
  }

  private int canary(String policy, int percent) {
    int draft = bench.draft(policy);
    return bench.done(tx -> bench.policies.canary(tx, draft, percent));
  }

  /** Orders of one side, the first so many of which a location turned down. */
  private void history(int canary, boolean mine, int orders, int rejected) {
    bench.write(
        tx -> {
          List<CanaryStore.Row> rows = new ArrayList<>();
          for (int n = 0; n < orders; n++) {
            UUID order = bench.oms.house().ids().next();
            rows.add(new CanaryStore.Row(canary, order, mine, false));
            if (n < rejected) {
              tx.sql(
                      """
                      insert into routing_steering
                        (merchant, order_id, kind, location, ref, reason, said_by, said_at)
                      values (:merchant, :order, 'AVOID', 'LAX', :order, 'no hands', 'test', cast(:now as timestamptz))
                      """)
                  .param("order", order)
                  .param("now", tx.now().toString())
                  .update();
            }
          }
          store.add(tx, rows);
          return 0;
        });
  }

  private void due(String orders, Instant day) {
    bench.write(
        tx ->
            tx.sql(
                    """
                    update orders set ship_by = cast(:day as timestamptz)
                    where merchant = :merchant and external_id like :orders
                    """)
                .param("day", day.toString())
                .param("orders", orders)
                .update());
  }

  private void ship(String order) {
    UUID work = Objects.requireNonNull(bench.oms.order(order).placements().getFirst().fulfilmentOrder());
    bench.oms.execute(order, new OrderCommand.Ship(work));
  }

  private void look() {
    bench.oms.time().tick(Duration.ofMinutes(5));
    bench.write(
        tx -> {
          canaries.look(tx);
          return 0;
        });
  }

  private CanaryFigures figures(int version) {
    return bench.read(tx -> canaries.figures(tx, bench.policies.find(tx, version).orElseThrow()));
  }

  private PolicyVersion version(int version) {
    return bench.read(tx -> bench.policies.find(tx, version).orElseThrow());
  }
}
