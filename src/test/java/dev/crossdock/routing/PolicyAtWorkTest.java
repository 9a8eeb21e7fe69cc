package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.routing.RoutingCommands.Outcome;
import dev.crossdock.routing.RoutingCommands.Rejection;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.engine.Objective;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.engine.Split;
import dev.crossdock.routing.engine.Strategy;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Policies over real orders: each thing a rule can wish for happens. */
class PolicyAtWorkTest {

  private final Oms oms = new Oms();
  private final List<PolicyInForce.Ruled> rules = new ArrayList<>();
  private final Routing routing = routing();
  private final RoutingCommands commands =
      new RoutingCommands(oms.house().orders(), routing, oms.house().stock());
  private final RoutingQueue queue = new RoutingQueue(oms.house().orders());

  /** Leaves one location out. */
  @Kind(type = "test-full", title = "Not full", help = "A fence for tests.")
  record NotFull(String code) implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      return place.code().equals(code) ? new Ruling.Out("is full", "if it had room for one more") : Ruling.STAYS;
    }
  }

  @AfterEach
  void end() {
    assertThat(oms.violations()).isEmpty();
    oms.close();
  }

  @Test
  void theNextRuleIsAskedWhereOneDoesNotFitAndTheDecisionSaysWhy() {
    waiting("1", "TEA", 1, "CUP", 1);
    lies("TEA", "NYC", 1);
    lies("CUP", "LAX", 1);
    rule("in one parcel", Split.NEVER, new Otherwise.NextRule());
    rule("as it comes", Split.FREELY, new Otherwise.Backorder(true));

    route("1");

    assertThat(places("1")).containsExactlyInAnyOrder("NYC", "LAX");
    Decisions.Decision decision = decision("1");
    assertThat(decision.rule()).isEqualTo("as it comes");
    assertThat(decision.policy()).isEqualTo("trial@7");
    assertThat(decision.passed())
        .containsExactly(new Decisions.Passed("in one parcel", "found no place for 1 unit"));
  }

  @Test
  void anOrderThatWaitsUntilItIsWholeKeepsItsStockAndLeavesAtOnceWhenTheRestComes() {
    waiting("1", "TEA", 1, "CUP", 1);
    lies("TEA", "NYC", 1);
    rule("whole", Split.FREELY, new Otherwise.Backorder(false));

    route("1");
    assertThat(oms.order("1").line(1).buckets().reserved()).isEqualTo(1);
    assertThat(oms.order("1").line(2).buckets().backordered()).isEqualTo(1);

    lies("CUP", "NYC", 1);
    route("1");
    assertThat(oms.order("1").lines()).allMatch(line -> line.buckets().allocated() == 1);
    assertThat(work("1")).hasSize(1);
  }

  @Test
  void aTransferIsRequestedAndTheOrderLeavesInOneParcelWhenItHasArrived() {
    waiting("1", "TEA", 2, "CUP", 1);
    lies("TEA", "NYC", 2);
    lies("CUP", "LAX", 1);
    rule("in one parcel", Split.NEVER, new Otherwise.Transfer(3));

    route("1");
    route("1");

    List<Transfer> requested = transfers();
    assertThat(requested).as("requested once, however often the order is looked at").hasSize(1);
    assertThat(requested.getFirst().to()).isEqualTo("NYC");
    assertThat(work("1")).isEmpty();

    UUID transfer = requested.getFirst().id();
    Instant now = oms.time().instant();
    done(transfer, new TransferCommand.Ship(List.of(), now));
    done(transfer, new TransferCommand.Receive("R1", List.of(new TransferCommand.Units(1, 1, 0)), now));
    route("1");
    assertThat(places("1")).containsOnly("NYC");
    assertThat(work("1")).hasSize(1);
  }

  @Test
  void suppliersShipWhatNobodyOfOursHas() {
    waiting("1", "TEA", 1, "CUP", 1);
    location("MAKER", "DROPSHIP");
    lies("TEA", "NYC", 1);
    lies("TEA", "MAKER", 5);
    lies("CUP", "MAKER", 5);
    rule("ours first", Split.FREELY, new Otherwise.Dropship());

    route("1");

    assertThat(oms.order("1").placements())
        .extracting(Placement::line, Placement::location)
        .containsExactlyInAnyOrder(
            tuple(1, "NYC"), tuple(2, "MAKER"));
  }

  @Test
  void aPersonIsAskedAndTheirAnswerIsNotAskedForAgain() {
    waiting("1", "TEA", 1, "CUP", 1);
    lies("TEA", "NYC", 1);
    rule("ask", Split.FREELY, new Otherwise.Hold("Ring the buyer."));

    route("1");
    Hold hold =
        oms.order("1").openHolds().stream().filter(h -> h.reason() == Hold.Reason.APPROVAL).findFirst().orElseThrow();
    assertThat(hold.sentence()).startsWith("Ring the buyer.").contains("1 × CUP found no stock");
    assertThat(work("1")).isEmpty();
    assertThat(unroutable("1")).isEqualTo(1);

    oms.execute("1", new OrderCommand.ReleaseHold(hold.id(), "ann", true, "may wait"));
    route("1");
    assertThat(oms.order("1").openHolds()).noneMatch(h -> h.reason() == Hold.Reason.APPROVAL);
    assertThat(work("1")).hasSize(1);
    assertThat(unroutable("1")).isZero();
  }

  @Test
  void whatFindsNoPlaceInTimeIsCancelled() {
    waiting("1", "TEA", 1, "CUP", 1);
    lies("TEA", "NYC", 1);
    rule("three days", Split.FREELY, new Otherwise.CancelBy(3));
    route("1");
    assertThat(queue("1").orElseThrow().cancelAt()).isEqualTo(AnOrder.PLACED.plus(Duration.ofDays(3)));

    oms.write(tx -> queue.cancelOverdue(tx));
    assertThat(oms.order("1").line(2).buckets().cancelled()).isZero();

    oms.time().tick(Duration.ofDays(3));
    oms.write(tx -> queue.cancelOverdue(tx));
    assertThat(oms.order("1").line(2).buckets().cancelled()).isEqualTo(1);
    assertThat(oms.order("1").line(1).buckets().allocated()).isEqualTo(1);
    assertThat(queue("1")).isEmpty();
  }

  @Test
  void aLocationThatTurnsAnOrderDownIsLeftOutForAWhile() {
    waiting("1", "TEA", 1, "CUP", 1);
    lies("TEA", "NYC", 1);
    lies("CUP", "NYC", 1);
    rule("nearest", Split.FREELY, new Otherwise.Backorder(true));
    route("1");
    lies("TEA", "LAX", 1);

    assertThat(reject("1", Set.of(1), false)).isInstanceOf(Outcome.Done.class);
    assertThat(oms.order("1").placements())
        .extracting(Placement::line, Placement::location)
        .containsExactlyInAnyOrder(
            tuple(1, "LAX"), tuple(2, "NYC"));
    assertThat(reject("1", Set.of(1), false)).as("it has none of it any more").isInstanceOf(Outcome.Refused.class);

    assertThat(reject("1", Set.of(2), true)).isInstanceOf(Outcome.Done.class);
    oms.work();
    assertThat(queue("1").orElseThrow().state()).isEqualTo(RoutingQueue.State.REJECTED);

    oms.time().tick(Duration.ofDays(8));
    route("1");
    assertThat(oms.order("1").line(2).buckets().allocated()).isEqualTo(1);
  }

  @Test
  void unitsThatAreNotThereAreCountedAsLost() {
    waiting("1", "TEA", 2);
    lies("TEA", "NYC", 2);
    rule("nearest", Split.FREELY, new Otherwise.Backorder(true));
    route("1");
    OrderId id = oms.order("1").id();

    oms.write(tx -> commands.reject(tx, new Rejection(id, "NYC", Set.of(), true, 7, true, "empty shelf")));

    assertThat(oms.number("select on_hand from stock_level where sku = 'TEA' and location = 'NYC'")).isZero();
    assertThat(oms.order("1").line(1).buckets().backordered()).isEqualTo(2);
  }

  @Test
  void anOrderPinnedToAPlaceLeavesFromThereUntilItIsLetGo() {
    waiting("1", "TEA", 1);
    lies("TEA", "NYC", 1);
    lies("TEA", "LAX", 1);
    rule("nearest", Split.FREELY, new Otherwise.Backorder(true));
    route("1");
    String first = places("1").getFirst();
    String other = first.equals("NYC") ? "LAX" : "NYC";
    OrderId id = oms.order("1").id();

    oms.write(tx -> commands.pin(tx, id, Set.of(other), "the buyer lives there"));
    assertThat(places("1")).containsExactly(other);
    assertThat(decision("1").candidates())
        .anyMatch(c -> c.location().equals(first) && "pinned".equals(c.by()));
    Outcome unknown = oms.write(tx -> commands.pin(tx, id, Set.of("NOWHERE"), "?"));
    assertThat(unknown).isInstanceOf(Outcome.Invalid.class);
    Outcome free = oms.write(tx -> commands.unpin(tx, id));
    assertThat(free).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void decisionsAreFoundByWhoShipsWhoWasKeptOutAndWhy() {
    waiting("1", "TEA", 1);
    waiting("2", "CUP", 1);
    lies("TEA", "NYC", 1);
    lies("TEA", "LAX", 1);
    lies("CUP", "LAX", 1);
    rules.add(
        new PolicyInForce.Ruled(
            "not where it is full",
            facts -> facts.order().lines().stream().anyMatch(l -> l.sku().equals("TEA")) ? null : "wants tea",
            strategy(List.of(new NotFull("NYC")), Split.FREELY, new Otherwise.Backorder(true))));
    rule("else", Split.FREELY, new Otherwise.Backorder(true));
    route("1");
    route("2");

    assertThat(found("LAX", null, null)).hasSize(2);
    assertThat(found("LAX", "NYC", "test-full"))
        .extracting(Decisions.Brief::order)
        .containsExactly(oms.order("1").id());
    assertThat(found("NYC", null, null)).isEmpty();
    assertThat(found("LAX", "NYC", "no-such-reason")).isEmpty();
  }

  @Test
  void demandThatARuleKeepsFromItsStockIsUnroutableAndStillPromisedToNobodyElse() {
    waiting("1", "TEA", 1);
    lies("TEA", "NYC", 1);
    rules.add(
        new PolicyInForce.Ruled(
            "never from there", PolicyInForce.When.ALWAYS,
            strategy(List.of(new NotFull("NYC")), Split.FREELY, new Otherwise.Backorder(true))));
    route("1");
    assertThat(queue("1").orElseThrow().state()).isEqualTo(RoutingQueue.State.UNROUTABLE);
  }

  private Routing routing() {
    PolicySource policies = tx -> order -> new PolicyInForce("trial", 7, rules);
    return new Routing(
        oms.house().stock(), oms.house().locations(), new Destinations(oms.house().personalData()),
        new Routing.Claims(
            oms.house().checkoutHolds(), oms.house().allocationGroups(), oms.house().backorders()),
        new Routing.Deciding(
            policies, FactsSource.PLAIN, new HouseTransfers(oms.house().documents().transfers()),
            oms.house().exceptions()),
        oms.house().ids());
  }

  private void rule(String name, Split split, Otherwise otherwise) {
    rules.add(new PolicyInForce.Ruled(name, PolicyInForce.When.ALWAYS, strategy(List.of(), split, otherwise)));
  }

  private static Strategy strategy(List<Filter> filters, Split split, Otherwise otherwise) {
    return new Strategy(Strategy.Candidates.ALL, filters, new Objective.InTurn(List.of()), split, otherwise);
  }

  /** An order that came when there was nothing. */
  private void waiting(String id, Object... skusAndUnits) {
    AnOrder order = anOrder(id);
    for (int i = 0; i < skusAndUnits.length; i += 2) {
      String sku = (String) skusAndUnits[i];
      oms.sells(sku, 0);
      order.line(sku, (Integer) skusAndUnits[i + 1]);
    }
    oms.location("LAX", 34.0, -118.2);
    oms.told(order).work();
    oms.time().tick(Duration.ofMinutes(1));
  }

  private void location(String code, String kind) {
    LocationInput place =
        new LocationInput(code, code, kind, "US", null, null, null, 40.0, -100.0, null, null, null);
    oms.write(tx -> oms.house().locations().put(tx, List.of(place)));
  }

  /** Stock that nobody is told of, so that nothing is routed before the test does. */
  private void lies(String sku, String location, int units) {
    oms.write(tx -> oms.house().stock().setOnHand(tx, List.of(new StockSet(sku, location, units))));
  }

  private void route(String id) {
    Order order = oms.order(id);
    oms.write(
        tx -> {
          OrderBatch batch = oms.house().orders().batch(tx);
          batch.loadById(List.of(order.id()));
          routing.route(tx, batch, true, true);
          return batch.store();
        });
  }

  private Outcome reject(String id, Set<Integer> lines, boolean whole) {
    OrderId order = oms.order(id).id();
    return oms.write(
        tx -> commands.reject(tx, new Rejection(order, "NYC", lines, whole, 7, false, "no time")));
  }

  private void done(UUID transfer, TransferCommand command) {
    Decided<Transfer> answer = oms.write(tx -> oms.house().documents().transfers().execute(tx, transfer, command));
    assertThat(answer).isInstanceOf(Decided.Accepted.class);
  }

  private List<Transfer> transfers() {
    return oms.write(tx -> oms.house().documents().transfers().list(tx, new DocumentQuery(null, null, null, 50)));
  }

  private Decisions.Decision decision(String id) {
    OrderId order = oms.order(id).id();
    return oms.write(tx -> new Decisions().ofOrder(tx, order)).getFirst();
  }

  private List<Decisions.Brief> found(String location, @Nullable String lost, @Nullable String because) {
    Instant now = oms.time().instant();
    return oms.write(
        tx ->
            new Decisions()
                .search(
                    tx,
                    new Decisions.Wanted(
                        location, lost, because, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))),
                    null,
                    50));
  }

  private Optional<RoutingQueue.Entry> queue(String id) {
    OrderId order = oms.order(id).id();
    return oms.write(tx -> queue.list(tx, null, null, 50)).stream().filter(e -> e.order().equals(order)).findFirst();
  }

  private long unroutable(String id) {
    OrderId order = oms.order(id).id();
    return oms.write(tx -> new ExceptionSearch().ofOrder(tx, order)).stream()
        .filter(found -> found.type().name().equals("UNROUTABLE") && found.closing() == null)
        .count();
  }

  private List<String> places(String id) {
    return oms.order(id).placements().stream().map(Placement::location).distinct().toList();
  }

  private List<UUID> work(String id) {
    return oms.order(id).placements().stream()
        .map(Placement::fulfilmentOrder)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
