package dev.crossdock.routing.tryout;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.DryRun;
import dev.crossdock.routing.PolicySource;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.Decider;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions that decide in the shadow, over a real database. */
class ShadowTest {

  private final Bench bench = new Bench();
  private final ShadowReport report = new ShadowReport();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatAShadowWouldHaveDoneDifferentlyIsKeptAndTheOrderGoesItsWay() {
    int shadow = shadow(Bench.only("LAX"));
    bench.oms.sells("TEA", 9).stock("TEA", "LAX", 1);

    bench.oms.told(anOrder("1").line("TEA", 1)).work();
    bench.oms.told(anOrder("2").line("TEA", 2)).work();

    assertThat(bench.oms.order("1").placements()).allMatch(placement -> placement.location().equals("NYC"));
    List<ShadowOrder> orders = orders(shadow);
    assertThat(orders)
        .extracting(ShadowOrder::order, ShadowOrder::moves, ShadowOrder::trouble)
        .containsExactly(
            tuple(bench.id("2").value(), List.of("1 TEA from NYC would wait", "1 TEA from NYC to LAX"), null),
            tuple(bench.id("1").value(), List.of("1 TEA from NYC to LAX"), null));
    ShadowOrder first = orders.getLast();
    assertThat(first.decision()).isEqualTo(Objects.requireNonNull(bench.decision("1")).id());
    assertThat(first.decidedOutlay().cost()).isEqualTo(500);
    assertThat(Objects.requireNonNull(first.outlay()).cost()).isEqualTo(800);
    ShadowTally all = tally(shadow);
    assertThat(all.orders()).isEqualTo(2);
    assertThat(all.differ()).isEqualTo(2);
    assertThat(all.would().unplaced()).isEqualTo(1);
    assertThat(all.decided().unplaced()).isZero();
    assertThat(all.decided().cost()).isEqualTo(1_000);
    assertThat(all.would().cost()).isEqualTo(1_600);
  }

  @Test
  void whereAShadowAgreesOnlyTheFigureIsKept() {
    int shadow = shadow(Bench.only("NYC"));
    bench.oms.sells("TEA", 9);

    bench.oms.told(anOrder("1").line("TEA", 1)).work();

    assertThat(orders(shadow)).isEmpty();
    assertThat(tally(shadow).orders()).isEqualTo(1);
    assertThat(tally(shadow).differ()).isZero();
  }

  @Test
  void aShadowThatAsksAboutBuyersIsToldOfThemThoughNobodyElseAsks() {
    int shadow =
        shadow(
            """
            {"name": "regulars", "rules": [
              {"name": "regulars", "when": {"field": "customerOrders", "op": "at least", "value": 1},
               "from": {"codes": ["LAX"]}, "otherwise": {"do": "backorder"}},
              {"name": "newcomers", "otherwise": {"do": "backorder"}}]}
            """);
    bench.oms.sells("TEA", 9).stock("TEA", "LAX", 9);

    bench.oms.told(anOrder("1").line("TEA", 1).buyer("ada@example.com")).work();
    bench.oms.told(anOrder("2").line("TEA", 1).buyer("ada@example.com")).work();
    bench.oms.told(anOrder("3").line("TEA", 1).buyer("bob@example.com")).work();

    assertThat(orders(shadow)).extracting(ShadowOrder::order).containsExactly(bench.id("2").value());
  }

  @Test
  void aPreviewAndADryRunLeaveNothingBehind() {
    bench.oms.sells("TEA", 0);
    bench.oms.told(anOrder("1").line("TEA", 1)).work();
    int shadow = shadow(Bench.only("LAX"));
    bench.lies("TEA", "NYC", 1);
    OrderId id = bench.id("1");

    bench.oms.house().door().dryRun(Merchant.MAIN, Bench.CAUSE, tx -> route(tx, id));
    bench.read(tx -> bench.tryouts.stored(tx, id, Tryouts.By.IN_FORCE, null));

    assertThat(report(shadow)).isEmpty();
  }

  @Test
  void aShadowThatBreaksOrTakesTooLongIsCutOffWithItsReason() {
    bench.oms.sells("TEA", 5);
    bench.oms.told(anOrder("1").line("TEA", 1)).work();
    Facts facts = Objects.requireNonNull(dry().facts());
    PolicyInForce good = policy(1, PolicyInForce.When.ALWAYS);
    PolicyInForce broken = policy(2, asked -> { throw new IllegalStateException("broken"); });
    AtomicLong nanos = new AtomicLong();
    PolicyInForce slow =
        policy(
            3,
            asked -> {
              nanos.addAndGet(Duration.ofMillis(60).toNanos());
              return null;
            });
    Shadows shadows = new Shadows(List.of(broken, slow, good), bench.oms.time().instant(), nanos::get);
    Decided decided = Decider.decide(good, facts);

    shadows.beside(bench.oms.order("1"), facts, decided).accept(new UUID(0, 1));

    assertThat(shadows.differing())
        .extracting(ShadowOrder::version, ShadowOrder::trouble)
        .containsExactly(tuple(2, "It broke: IllegalStateException."), tuple(3, Shadows.TOO_LONG));
    assertThat(shadows.told())
        .extracting(told -> told.tally().orders(), told -> told.tally().failed(), told -> told.tally().cutOff())
        .containsExactly(tuple(1L, 1L, 0L), tuple(1L, 0L, 1L), tuple(1L, 0L, 0L));
  }

  @Test
  void theShadowsOfABatchHaveAQuarterOfASecondTogether() {
    bench.oms.sells("TEA", 5);
    bench.oms.told(anOrder("1").line("TEA", 1)).work();
    Facts facts = Objects.requireNonNull(dry().facts());
    AtomicLong nanos = new AtomicLong();
    PolicyInForce leisurely =
        policy(
            1,
            asked -> {
              nanos.addAndGet(Duration.ofMillis(40).toNanos());
              return null;
            });
    Shadows shadows = new Shadows(List.of(leisurely), bench.oms.time().instant(), nanos::get);
    Decided decided = Decider.decide(policy(9, PolicyInForce.When.ALWAYS), facts);

    for (int n = 0; n < 10; n++) {
      shadows.beside(bench.oms.order("1"), facts, decided).accept(new UUID(0, 1));
    }

    assertThat(shadows.told().getFirst().tally().orders()).isEqualTo(10);
    assertThat(shadows.told().getFirst().tally().cutOff()).isEqualTo(4);
  }

  @Test
  void aThrowingShadowNeverReachesTheRealRouting() {
    bench.oms.sells("TEA", 5);
    bench.oms.told(anOrder("1").line("TEA", 1)).work();
    PolicyInForce broken = policy(2, asked -> { throw new IllegalStateException("broken"); });
    PolicySource source = tx -> new PolicySource.Choice() {
      @Override
      public PolicyInForce of(OrderFacts order) {
        return broken;
      }

      @Override
      public List<PolicyInForce> shadows() {
        return List.of(broken);
      }
    };
    Facts facts = Objects.requireNonNull(dry().facts());
    Decided decided = Decider.decide(policy(1, PolicyInForce.When.ALWAYS), facts);
    Order order = bench.oms.order("1");

    bench.oms.write(
        tx -> {
          PolicySource.Choice choice = new ShadowedPolicies(source, bench.oms.house().ids()).inForce(tx);
          choice.beside(order, facts, decided).accept(bench.oms.house().ids().next());
          return 0;
        });

    assertThat(tally(2).failed()).isEqualTo(1);
  }

  @Test
  void figuresAreAddedUpAndOldOrdersForgotten() {
    int shadow = shadow(Bench.only("LAX"));
    bench.oms.sells("TEA", 9);
    bench.oms.told(anOrder("1").line("TEA", 1)).work();
    bench.oms.told(anOrder("2").line("TEA", 1)).work();
    ShadowTally before = tally(shadow);
    assertThat(rows()).isEqualTo(2);

    tidy();
    assertThat(rows()).isEqualTo(1);
    assertThat(tally(shadow)).isEqualTo(before);
    bench.oms.told(anOrder("3").line("TEA", 1)).work();
    tidy();
    assertThat(tally(shadow).orders()).isEqualTo(3);
    assertThat(orders(shadow)).hasSize(3);

    bench.oms.time().tick(ShadowReport.ORDERS_KEPT.plusDays(1));
    tidy();
    assertThat(orders(shadow)).isEmpty();
    assertThat(tally(shadow).orders()).isEqualTo(3);
  }

  @Test
  void noMoreThanThreeVersionsDecideInTheShadow() {
    for (int n = 0; n < Policies.SHADOWS_MAX; n++) {
      shadow(Bench.only("LAX"));
    }
    int another = bench.draft(Bench.only("LAX"));
    assertThat(bench.<PolicyOutcome>write(tx -> bench.policies.shadow(tx, another)))
        .isInstanceOf(PolicyOutcome.WrongState.class);
  }

  private int shadow(String policy) {
    int draft = bench.draft(policy);
    return bench.done(tx -> bench.policies.shadow(tx, draft));
  }

  private int route(Tx tx, OrderId id) {
    OrderBatch batch = bench.oms.house().orders().batch(tx);
    batch.loadById(List.of(id));
    bench.oms.house().routing().route(tx, batch, true, true);
    return batch.store().size();
  }

  private DryRun.Tried dry() {
    return bench.dry("1");
  }

  private static PolicyInForce policy(int version, PolicyInForce.When when) {
    return new PolicyInForce("p", version, List.of(new PolicyInForce.Ruled("r", when, Bench.STRATEGY)));
  }

  private List<ShadowReport.Day> report(int version) {
    return bench.read(tx -> report.figures(tx, version));
  }

  private ShadowTally tally(int version) {
    return report(version).stream().map(ShadowReport.Day::tally).reduce(ShadowTally.NONE, ShadowTally::plus);
  }

  private List<ShadowOrder> orders(int version) {
    return bench.read(tx -> report.orders(tx, version, null, 50));
  }

  private long rows() {
    return bench.oms.number("select count(*) from routing_shadow_tally where merchant = :merchant");
  }

  private void tidy() {
    bench.write(
        tx -> {
          report.tidy(tx);
          return 0;
        });
  }
}
