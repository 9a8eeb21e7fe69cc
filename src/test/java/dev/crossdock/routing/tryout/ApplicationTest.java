package dev.crossdock.routing.tryout;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.orders.Finding;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Placement;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.routing.RoutingCommands;
import dev.crossdock.routing.tryout.Application.Item;
import dev.crossdock.routing.tryout.Application.Outcome;
import dev.crossdock.routing.tryout.Application.State;
import dev.crossdock.routing.tryout.Applications.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A version applied to orders that are not released, over a real database. */
class ApplicationTest {

  /** One batch, and three orders of the next. */
  private static final int ORDERS = 53;

  private final Bench bench = new Bench();
  private final Applications applications =
      new Applications(bench.policies, bench.oms.house().journal(), bench.oms.house().ids());
  private final RoutingCommands commands =
      new RoutingCommands(bench.oms.house().orders(), bench.oms.house().routing(), bench.oms.house().stock());

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aPreviewChangesNothingAndTheRunMovesExactlyWhatItSaid() {
    unpaid(ORDERS);
    int west = bench.draft(Bench.only("LAX"));
    Map<String, String> before = others();

    Application preview = begun(preview(west));
    work();

    assertThat(others()).isEqualTo(before);
    Application looked = now(preview);
    assertThat(looked.state()).isEqualTo(State.DONE);
    assertThat(List.of(looked.total(), looked.changed(), looked.same(), looked.skipped()))
        .containsExactly(ORDERS, ORDERS, 0, 0);
    assertThat(items(preview).getFirst().words()).isEqualTo("1 TEA from NYC to LAX");
    List<Application.Cost> costs = bench.read(tx -> applications.costs(tx, preview.id()));
    assertThat(costs)
        .containsExactly(new Application.Cost("USD", ORDERS, 500L * ORDERS, 800L * ORDERS));

    activate(west);
    Application run = begun(begin(west));
    work();

    assertThat(now(run).state()).isEqualTo(State.DONE);
    assertThat(items(run)).hasSize(ORDERS).isEqualTo(items(preview));
    assertThat(places()).containsExactly(Map.entry("LAX", ORDERS));
    assertThat(bench.oms.order("o1").placements().getFirst().fulfilmentOrder()).as("it is held as before").isNull();
    assertThat(promised("NYC")).isZero();
    assertThat(promised("LAX")).isEqualTo(ORDERS);
    assertThat(told(run)).isEqualTo("routing-application.begun routing-application.ended");
    assertThat(
            bench.oms.number(
                "select count(distinct stream) from journal where merchant = :merchant and type = 'order.units-placed'"
                    + " and correlation = '" + run.id() + "'"))
        .isEqualTo(ORDERS);
  }

  @Test
  void whoeverComesAfterADeathGoesOnBehindTheLastBatchAndNoOrderIsMovedTwice() {
    unpaid(ORDERS);
    int west = activate(bench.draft(Bench.only("LAX")));
    Application run = begun(begin(west));
    long decisions = bench.oms.number("select count(*) from routing_decision where merchant = :merchant");

    assertThat(worker().workOnce(Merchant.MAIN)).isTrue();

    assertThat(now(run).state()).isEqualTo(State.RUNNING);
    assertThat(now(run).done()).isEqualTo(50);
    assertThat(places()).containsOnly(Map.entry("LAX", 50), Map.entry("NYC", ORDERS - 50));
    work();
    assertThat(now(run).state()).isEqualTo(State.DONE);
    assertThat(now(run).done()).isEqualTo(ORDERS);
    assertThat(places()).containsExactly(Map.entry("LAX", ORDERS));
    assertThat(bench.oms.number("select count(*) from routing_decision where merchant = :merchant"))
        .isEqualTo(decisions + ORDERS);

    Application again = begun(begin(west));
    work();
    assertThat(List.of(now(again).changed(), now(again).same())).containsExactly(0, ORDERS);
  }

  @Test
  void whatIsCancelledStopsBehindItsBatchAndWhatWasDoneStays() {
    unpaid(ORDERS);
    int west = activate(bench.draft(Bench.only("LAX")));
    Application run = begun(begin(west));
    worker().workOnce(Merchant.MAIN);

    assertThat(cancelled(run)).isTrue();

    assertThat(worker().workOnce(Merchant.MAIN)).isFalse();
    assertThat(now(run).state()).isEqualTo(State.CANCELLED);
    assertThat(places()).containsOnly(Map.entry("LAX", 50), Map.entry("NYC", ORDERS - 50));
    assertThat(cancelled(run)).as("it has ended already").isFalse();
    assertThat(told(run)).isEqualTo("routing-application.begun routing-application.ended");
  }

  @Test
  void anotherVersionActivatedMeanwhileStopsIt() {
    unpaid(ORDERS);
    int west = activate(bench.draft(Bench.only("LAX")));
    Application run = begun(begin(west));
    worker().workOnce(Merchant.MAIN);
    int east = activate(bench.draft(Bench.only("NYC")));

    work();

    assertThat(now(run).state()).isEqualTo(State.STOPPED);
    assertThat(now(run).trouble()).isEqualTo("Version " + east + " decides by now.");
    assertThat(places()).containsOnly(Map.entry("LAX", 50), Map.entry("NYC", ORDERS - 50));
  }

  @Test
  void ordersThatArePinnedHeldReleasedOrEndedMeanwhileArePassedByWithTheReason() {
    unpaid(5);
    int west = activate(bench.draft(Bench.only("LAX")));
    Application run = begun(begin(west));
    OrderId pinned = bench.id("o1");
    bench.write(tx -> commands.pin(tx, pinned, Set.of("NYC"), "promised so"));
    bench.oms.execute(
        "o2",
        new OrderCommand.OpenHold(
            new Finding(
                "manual", null, Hold.Reason.MANUAL, Set.of(Hold.Step.ROUTE), true, "Wait.", Map.of()), "mira"));
    UUID payment = bench.oms.order("o3").openHolds().getFirst().id();
    bench.oms.execute("o3", new OrderCommand.ReleaseHold(payment, "mira", true, "paid"));
    bench.route("o3");
    bench.oms.execute("o4", new OrderCommand.Cancel("changed their mind", null));

    work();

    assertThat(items(run).stream().collect(Collectors.toMap(Item::order, Item::outcome)))
        .containsOnly(
            Map.entry(pinned.value(), Outcome.PINNED),
            Map.entry(bench.id("o2").value(), Outcome.HELD),
            Map.entry(bench.id("o3").value(), Outcome.RELEASED),
            Map.entry(bench.id("o4").value(), Outcome.ENDED),
            Map.entry(bench.id("o5").value(), Outcome.CHANGED));
    assertThat(items(run).stream().map(Item::words))
        .contains("It is pinned to NYC.", "It is held: Manual.", "1 TEA from NYC to LAX");
    assertThat(now(run).skipped()).isEqualTo(4);
    assertThat(bench.oms.order("o1").placements().getFirst().location()).isEqualTo("NYC");
    assertThat(bench.oms.order("o2").placements().getFirst().location()).isEqualTo("NYC");
  }

  @Test
  void ordersTakeWhatThereIsInTheOrderOfTheirTurnThroughAllBatchesOfAPreviewToo() {
    unpaid(ORDERS);
    bench.oms.stock("TEA", "LAX", ORDERS - 2);
    int west = bench.draft(Bench.only("LAX"));
    Application preview = begun(preview(west));
    work();
    activate(west);
    Application run = begun(begin(west));
    work();

    assertThat(items(preview).stream().map(Item::words).skip(ORDERS - 3))
        .containsExactly("1 TEA from NYC to LAX", "1 TEA from NYC would wait", "1 TEA from NYC would wait");
    assertThat(items(run)).isEqualTo(items(preview));
    assertThat(promised("LAX")).isEqualTo(ORDERS - 2);
  }

  @Test
  void thereAreNeverTwoAtOnceAndOnlyWhatDecidesIsApplied() {
    unpaid(1);
    int west = bench.draft(Bench.only("LAX"));
    assertThat(begin(west)).isInstanceOf(Answer.Refused.class);
    assertThat(preview(999)).isInstanceOf(Answer.Missing.class);
    int unfinished = bench.draft("{\"name\": \"x\", \"rules\": [{}]}");
    assertThat(preview(unfinished)).isInstanceOf(Answer.Refused.class);

    begun(preview(west));
    assertThat(preview(west)).isInstanceOf(Answer.Refused.class);
    activate(west);
    begun(begin(west));
    assertThat(begin(west)).isInstanceOf(Answer.Refused.class);
    work();

    begun(begin(west));
  }

  @Test
  void aDraftThatIsChangedMeanwhileIsNotPreviewedAndOldOnesAreForgotten() {
    unpaid(1);
    int west = bench.draft(Bench.only("LAX"));
    Application preview = begun(preview(west));
    bench.done(tx -> bench.policies.replace(tx, west, 1, Bench.json(Bench.only("NYC")), "other"));
    work();
    assertThat(now(preview).state()).isEqualTo(State.STOPPED);

    bench.oms.time().tick(Duration.ofDays(91));
    bench.write(
        tx -> {
          applications.tidy(tx);
          return 0;
        });
    List<Application> kept = bench.read(tx -> applications.list(tx, null, 10));
    assertThat(kept).isEmpty();
  }

  /** Orders that are promised at New York, and wait for their payment. */
  private void unpaid(int orders) {
    bench.oms.sells("TEA", orders).stock("TEA", "LAX", orders);
    for (int n = 1; n <= orders; n++) {
      bench.oms.told(
          anOrder("o" + n).buyer("o" + n + "@example.com").payment(IncomingOrder.Payment.PENDING).line("TEA", 1));
    }
    bench.oms.work();
    bench.oms.time().tick(Duration.ofMinutes(1));
    assertThat(places()).containsExactly(Map.entry("NYC", orders));
  }

  private int activate(int version) {
    return bench.done(tx -> bench.policies.activate(tx, version, null));
  }

  private Answer preview(int version) {
    return bench.write(tx -> applications.preview(tx, version));
  }

  private Answer begin(int version) {
    return bench.write(tx -> applications.begin(tx, version));
  }

  private boolean cancelled(Application application) {
    return bench.write(tx -> applications.cancel(tx, application.id()));
  }

  private ApplicationWorker worker() {
    return new ApplicationWorker(
        bench.oms.house().door(), bench.oms.house().orders(), bench.oms.house().routing(), bench.policies, bench.trial,
        applications);
  }

  private void work() {
    worker().work(Merchant.MAIN);
  }

  private static Application begun(Answer answer) {
    if (answer instanceof Answer.Begun(Application application)) {
      return application;
    }
    throw new AssertionError(answer.toString());
  }

  private Application now(Application application) {
    return bench.read(tx -> applications.find(tx, application.id()).orElseThrow());
  }

  private List<Item> items(Application application) {
    return bench.read(tx -> applications.items(tx, application.id(), null, 100));
  }

  /** How many orders have their units where. */
  private Map<String, Integer> places() {
    Map<String, Integer> places = new TreeMap<>();
    long orders = bench.oms.number("select count(*) from orders where merchant = :merchant");
    IntStream.rangeClosed(1, (int) orders)
        .mapToObj(n -> bench.oms.order("o" + n))
        .flatMap(order -> order.placements().stream())
        .map(Placement::location)
        .forEach(location -> places.merge(location, 1, Integer::sum));
    return places;
  }

  private long promised(String location) {
    return bench.oms.number(
        "select reserved from stock_level where merchant = :merchant and sku = 'TEA' and location = '" + location
            + "'");
  }

  private String told(Application application) {
    return bench.oms.text(
        "select string_agg(type, ' ' order by version) from journal where merchant = :merchant"
            + " and stream = 'routing-application:" + application.id() + "'");
  }

  /** All tables but those of applications. */
  private Map<String, String> others() {
    Map<String, String> all = bench.everything();
    all.keySet().removeIf(table -> table.startsWith("routing_application"));
    return all;
  }
}
