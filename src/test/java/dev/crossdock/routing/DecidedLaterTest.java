package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.Finding;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.JournalReader;
import dev.crossdock.platform.journal.SealedEvent;
import dev.crossdock.platform.journal.Sealer;
import dev.crossdock.routing.RoutingQueue.Entry;
import dev.crossdock.routing.RoutingQueue.State;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.engine.Decided.Then;
import dev.crossdock.routing.news.RoutingNews;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.Surroundings;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Rules that decide at times of the day, over real orders; it is noon in UTC when a test begins. */
class DecidedLaterTest {

  private static final Instant TWO = Instant.parse("2026-11-20T13:00:00Z");
  private static final Instant SIX = Instant.parse("2026-11-20T17:00:00Z");
  private static final String WAVES = "{\"at\": [\"14:00\", \"18:00\"], \"zone\": \"Europe/Berlin\"}";

  private final Oms oms = new Oms();
  private final RoutingQueue queue = new RoutingQueue(oms.house().orders());
  private final RoutingCommands commands =
      new RoutingCommands(oms.house().orders(), oms.house().routing(), oms.house().stock());
  private final Policies policies =
      new Policies(
          new PolicyReader(new Expressions()),
          new Surroundings(
              oms.house().locations(), oms.house().network().facts(), oms.house().catalog()::known, tx -> Map.of()),
          List.of(), oms.house().journal());

  @AfterEach
  void end() {
    assertThat(oms.violations()).isEmpty();
    oms.close();
  }

  @Test
  void unitsAreKeptUntilTheTimeComesAndThenLeave() {
    decide(WAVES);
    oms.sells("TEA", 5);
    comes(anOrder("1").line("TEA", 2));

    assertThat(reserved("1")).isEqualTo(2);
    assertThat(promisable("TEA")).as("what is kept is promised to nobody else").isEqualTo(3);
    Entry waits = queued("1").orElseThrow();
    assertThat(waits.state()).isEqualTo(State.TO_ROUTE);
    assertThat(waits.decideAt()).isEqualTo(TWO);
    assertThat(sentence("1")).startsWith("It is decided at 2026-11-20T13:00:00Z");

    until(TWO.minusMillis(1));
    assertThat(allocated("1")).isZero();

    until(TWO);
    assertThat(allocated("1")).isEqualTo(2);
    assertThat(queued("1")).isEmpty();
    assertThat(promisable("TEA")).isEqualTo(3);
    assertThat(sentence("1")).doesNotContain("It is decided at");
  }

  @Test
  void whatComesJustAfterATimeWaitsForTheNext() {
    decide(WAVES);
    oms.sells("TEA", 5);
    until(TWO.plusMillis(1));
    comes(anOrder("1").line("TEA", 1));

    assertThat(queued("1").orElseThrow().decideAt()).isEqualTo(SIX);
  }

  @Test
  void aPersonRoutesAnOrderNow() {
    decide(WAVES);
    oms.sells("TEA", 5);
    comes(anOrder("1").line("TEA", 2));
    OrderId id = oms.order("1").id();

    oms.write(tx -> commands.route(tx, id));
    assertThat(allocated("1")).isEqualTo(2);
    assertThat(queued("1")).isEmpty();
    until(TWO);
    assertThat(allocated("1")).isEqualTo(2);
  }

  @Test
  void anOrderThatIsCancelledGivesItsUnitsBackAndLeavesTheQueue() {
    decide(WAVES);
    oms.sells("TEA", 5);
    comes(anOrder("1").line("TEA", 2));

    oms.execute("1", new OrderCommand.Cancel("changed my mind", null));
    assertThat(promisable("TEA")).isEqualTo(5);
    assertThat(queued("1")).isEmpty();
    until(TWO);
    assertThat(oms.order("1").line(1).buckets().cancelled()).isEqualTo(2);
  }

  @Test
  void anOrderThatIsHeldAtItsTimeWaitsForTheNextAfterwards() {
    decide(WAVES);
    oms.sells("TEA", 5);
    comes(anOrder("1").line("TEA", 2));
    Finding doubt =
        new Finding(
            "manual", null, Hold.Reason.MANUAL, Set.of(Hold.Step.ROUTE, Hold.Step.RELEASE), true, "Ask first.",
            Map.of());
    oms.execute("1", new OrderCommand.OpenHold(doubt, "ann"));
    assertThat(queued("1")).isEmpty();

    until(TWO.plus(Duration.ofMinutes(30)));
    assertThat(allocated("1")).isZero();
    assertThat(promisable("TEA")).isEqualTo(3);

    Hold open = oms.order("1").openHolds().getFirst();
    oms.execute("1", new OrderCommand.ReleaseHold(open.id(), "ann", true, "fine"));
    oms.work();
    assertThat(allocated("1")).isZero();
    assertThat(queued("1").orElseThrow().decideAt()).isEqualTo(SIX);
    until(SIX);
    assertThat(allocated("1")).isEqualTo(2);
  }

  @Test
  void whoeverHasTheHigherPriorityIsServedFirstWhenTheTimeComes() {
    decide(WAVES);
    oms.sells("TEA", 1);
    comes(anOrder("1").line("TEA", 1));
    comes(anOrder("2").line("TEA", 1));
    comes(anOrder("3").line("TEA", 1).buyer("bob@example.com"));
    assertThat(reserved("1")).isEqualTo(1);
    assertThat(oms.order("3").line(1).buckets().backordered()).isEqualTo(1);
    oms.execute("3", new OrderCommand.SetPriority(9, "the buyer waits at the door"));
    oms.work();
    assertThat(reserved("1")).as("nobody takes from it before the time comes").isEqualTo(1);

    until(TWO);
    assertThat(allocated("3")).isEqualTo(1);
    assertThat(oms.order("1").line(1).buckets().backordered()).isEqualTo(1);
    assertThat(promisable("TEA")).isZero();
  }

  @Test
  void whoeverCameFirstKeepsItsUnitsAmongEqualPriorities() {
    decide(WAVES);
    oms.sells("TEA", 1);
    comes(anOrder("1").line("TEA", 1));
    comes(anOrder("2").line("TEA", 1));

    until(TWO);
    assertThat(allocated("1")).isEqualTo(1);
    assertThat(oms.order("2").line(1).buckets().backordered()).isEqualTo(1);
  }

  @Test
  void stockThatComesMeanwhileIsKeptAtOnce() {
    decide(WAVES);
    oms.sells("TEA", 1);
    comes(anOrder("1").line("TEA", 2));
    assertThat(reserved("1")).isEqualTo(1);

    oms.stock("TEA", "NYC", 5).work();
    assertThat(reserved("1")).isEqualTo(2);
    assertThat(promisable("TEA")).isEqualTo(3);
    assertThat(queued("1").orElseThrow().decideAt()).isEqualTo(TWO);
    until(TWO);
    assertThat(allocated("1")).isEqualTo(2);
  }

  @Test
  void afterItsTimeAnOrderIsDecidedOnAsSoonAsStockComes() {
    decide(WAVES);
    oms.sells("TEA", 0);
    comes(anOrder("1").line("TEA", 1));
    until(TWO);
    assertThat(queued("1").orElseThrow().state()).isEqualTo(State.BACKORDER);

    oms.stock("TEA", "NYC", 1).work();
    assertThat(allocated("1")).isEqualTo(1);
  }

  @Test
  void anOrderThatIsChangedMeanwhileIsDecidedAsItIsThen() {
    decide(WAVES);
    oms.sells("TEA", 5);
    comes(anOrder("1").line("TEA", 2));
    comes(anOrder("1").line("TEA", 4).at("2026-11-20T10:01:00Z"));

    assertThat(reserved("1")).isEqualTo(4);
    assertThat(promisable("TEA")).isEqualTo(1);
    until(TWO);
    assertThat(allocated("1")).isEqualTo(4);
  }

  @Test
  void anotherPolicyDecidesAtOnceOnThoseThatWait() {
    decide(WAVES);
    oms.sells("TEA", 5);
    comes(anOrder("1").line("TEA", 2));

    decide("\"on arrival\"");
    hear();
    oms.work();
    assertThat(allocated("1")).isEqualTo(2);
    assertThat(queued("1")).isEmpty();
  }

  @Test
  void aDryRunTellsWhenItWouldBeDecided() {
    decide("{\"every\": \"PT15M\"}");
    oms.sells("TEA", 5);
    until(TWO.plusSeconds(1));
    comes(anOrder("1").line("TEA", 2));
    DryRun.Ask ask = new DryRun.Ask(oms.order("1"), true, null);

    DryRun.Tried tried =
        oms.house().door().read(Merchant.MAIN, tx -> oms.house().routing().dryRun().plan(tx, List.of(ask), null))
            .getFirst();
    assertThat(tried.plan().then()).isEqualTo(new Then.Later(TWO.plus(Duration.ofMinutes(15))));
  }

  @Test
  void nothingIsAskedAboutTimesWhereNoRuleHasSome() {
    decide("\"on arrival\"");
    oms.sells("TEA", 5);
    comes(anOrder("1").line("TEA", 2));

    assertThat(allocated("1")).isEqualTo(2);
    assertThat(oms.number("select count(*) from routing_queue")).isZero();
  }

  private void decide(String when) {
    String policy =
        "{\"name\": \"waves\", \"rules\": [{\"name\": \"all\", \"decide\": " + when
            + ", \"otherwise\": {\"do\": \"backorder\", \"shipRest\": true}}]}";
    PolicyOutcome drafted =
        oms.write(tx -> policies.draft(tx, null, JsonMapper.builder().build().readTree(policy), ""));
    assertThat(drafted).isInstanceOf(PolicyOutcome.Done.class);
    int version = ((PolicyOutcome.Done) drafted).version().version();
    PolicyOutcome active = oms.write(tx -> policies.activate(tx, version, null));
    assertThat(active).isInstanceOf(PolicyOutcome.Done.class);
  }

  /** Lets routing read what the journal tells. */
  private void hear() {
    new Sealer(oms.house().door(), oms.time(), "test", Sealer.Limits.USUAL).sealOnce(Merchant.MAIN);
    oms.time().tick(Duration.ofSeconds(1));
    JournalReader reader =
        new JournalReader(oms.house().door(), oms.time(), Merchant.MAIN, "routing", "test", Duration.ofMinutes(5));
    List<SealedEvent> events = reader.poll(1_000);
    assertThat(events).isNotEmpty();
    oms.write(
        tx -> {
          new RoutingNews(oms.house().routing(), oms.house().orders()).apply(tx, events);
          return true;
        });
  }

  private void comes(AnOrder order) {
    oms.told(order).work();
    oms.time().tick(Duration.ofMillis(1));
  }

  private void until(Instant instant) {
    oms.time().tick(Duration.between(oms.time().instant(), instant));
    oms.work();
  }

  private int reserved(String order) {
    return oms.order(order).line(1).buckets().reserved();
  }

  private int allocated(String order) {
    return oms.order(order).line(1).buckets().allocated();
  }

  private long promisable(String sku) {
    return oms.write(tx -> oms.house().stock().available(tx, Set.of(sku))).availableToPromise(sku);
  }

  private Optional<Entry> queued(String order) {
    OrderId id = oms.order(order).id();
    return oms.write(tx -> queue.list(tx, null, null, 50)).stream().filter(e -> e.order().equals(id)).findFirst();
  }

  private String sentence(String order) {
    OrderId id = oms.order(order).id();
    return oms.write(tx -> new Decisions().ofOrder(tx, id)).getFirst().sentence();
  }
}
