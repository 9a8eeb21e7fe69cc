package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.receiving.PurchaseOrderInput.Line;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderEvent;
import dev.crossdock.orders.OrderDetails;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.shortage.Remedy;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.LineCommands.Displacement;
import dev.crossdock.routing.LineCommands.Outcome;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that were sold and are not there: the exception, what would settle it, and the commands that do. */
class OversoldTest {

  private static final LocalDate SOON = LocalDate.of(2026, 12, 1);

  private final Oms oms = new Oms();

  @AfterEach
  void end() {
    everythingAddsUp("at the end");
    oms.close();
  }

  @Test
  void opensOneExceptionForEachLineAndClosesItWhenStockComes() {
    oms.sells("TEA", 0).sells("POT", 0);
    oms.told(anOrder("1").line("TEA", 2).line("POT", 1)).work();
    assertThat(open()).hasSize(2);

    oms.stock("TEA", "NYC", 2).work();
    assertThat(open()).extracting(c -> c.evidence().get("sku")).containsExactly("POT");

    oms.execute("1", new OrderCommand.Cancel("gone", null));
    assertThat(open()).isEmpty();
  }

  @Test
  void opensNoneWhileNothingIsShort() {
    oms.sells("TEA", 5);
    oms.told(anOrder("1").line("TEA", 2)).work();
    assertThat(open()).isEmpty();
  }

  @Test
  void workedOutRemediesComeFromFacts() {
    oms.sells("TEA", 0).sells("MATE", 9).sells("SAGE", 1);
    oms.write(tx -> oms.house().locations().put(tx, List.of(location("FBA", "MARKETPLACE"))));
    oms.stock("TEA", "FBA", 7);
    oms.write(tx -> oms.house().substitutes().put(tx, "TEA", List.of("SAGE", "MATE")));
    oms.write(
        tx ->
            oms.house()
                .documents()
                .purchaseOrders()
                .place(
                    tx, new PurchaseOrderInput(null, "ACME", "NYC", 0, SOON, List.of(new Line("TEA", 50, null)))));
    oms.told(tea("1", 2)).work();

    List<Remedy> remedies = remedies();
    assertThat(remedies)
        .extracting(Remedy::kind)
        .containsExactly(
            Remedy.Kind.TRANSFER, Remedy.Kind.BACKORDER, Remedy.Kind.SUBSTITUTE, Remedy.Kind.CANCEL);
    assertThat(remedies.get(0).parameters())
        .containsEntry("from", "FBA").containsEntry("to", "NYC").containsEntry("units", 2);
    assertThat(remedies.get(0).words())
        .isEqualTo("Transfer 2 of 7 from FBA, which ships only for its marketplace, to NYC.");
    assertThat(remedies.get(1).parameters()).containsEntry("units", 2).containsEntry("promisedOn", SOON);
    assertThat(remedies.get(2).parameters()).containsEntry("sku", "MATE").containsEntry("rank", 2);
  }

  @Test
  void anotherLocationShipsWhatTheRulesKeptOut() {
    oms.sells("TEA", 0);
    oms.location("LAX", 34.05, -118.24);
    oms.told(tea("1", 2)).work();
    oms.write(tx -> oms.house().stock().setOnHand(tx, List.of(new StockSet("TEA", "LAX", 5))));

    Remedy remedy =
        remedies().stream().filter(r -> r.kind() == Remedy.Kind.OTHER_LOCATION).findFirst().orElseThrow();
    assertThat(remedy.parameters()).containsEntry("location", "LAX").containsEntry("locations", List.of("LAX"));
    RoutingCommands commands =
        new RoutingCommands(oms.house().orders(), oms.house().routing(), oms.house().stock());
    retry(() -> oms.write(tx -> commands.pin(tx, ids(tx, "1"), Set.of("LAX"), "settled")));

    assertThat(line("1").buckets().allocated()).isEqualTo(2);
    assertThat(open()).isEmpty();
  }

  @Test
  void promisingADaySettlesIt() {
    oms.sells("TEA", 0);
    oms.told(tea("1", 2)).work();

    assertThat(command(tx -> lines().backorder(tx, ids(tx, "1"), 1, SOON))).isInstanceOf(Outcome.Done.class);

    assertThat(open()).isEmpty();
    assertThat(line("1").unpromised()).isZero();
    assertThat(oms.order("1").openHolds()).isEmpty();
    assertThat(command(tx -> lines().backorder(tx, ids(tx, "1"), 1, SOON))).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aDayThatIsOverIsNoPromise() {
    oms.sells("TEA", 0);
    oms.told(tea("1", 2)).work();

    assertThat(command(tx -> lines().backorder(tx, ids(tx, "1"), 1, LocalDate.of(2026, 1, 1))))
        .isInstanceOf(Outcome.Invalid.class);
    assertThat(open()).hasSize(1);
  }

  @Test
  void somethingElseIsSentAndKeptWhenTheChannelTellsTheOrderAgain() {
    oms.sells("TEA", 0).sells("MATE", 9);
    oms.told(tea("1", 2)).work();

    command(tx -> lines().substitute(tx, ids(tx, "1"), 1, "MATE", "agreed"));
    assertThat(line("1").told().sku()).isEqualTo("MATE");
    assertThat(line("1").buckets().allocated()).isEqualTo(2);
    assertThat(open()).isEmpty();

    oms.told(tea("1", 2).at("2026-11-20T11:00:00Z")).work();
    assertThat(line("1").told().sku()).isEqualTo("MATE");
    assertThat(command(tx -> lines().substitute(tx, ids(tx, "1"), 1, "TEA", "no")))
        .as("it is worked on").isInstanceOf(Outcome.Refused.class);
    assertThat(command(tx -> lines().substitute(tx, ids(tx, "1"), 1, "NONE", "no")))
        .isInstanceOf(Outcome.Invalid.class);
  }

  @Test
  void cancellingSomeLeavesTheRest() {
    oms.sells("TEA", 0);
    oms.told(tea("1", 3)).work();

    command(tx -> lines().cancel(tx, ids(tx, "1"), 1, 2, "out of stock"));

    assertThat(line("1").buckets().cancelled()).isEqualTo(2);
    assertThat(line("1").waiting()).isEqualTo(1);
    assertThat(open()).hasSize(1);
    assertThat(command(tx -> lines().cancel(tx, ids(tx, "1"), 7, null, "no")))
        .isEqualTo(new Outcome.Refused(new OrderRefusal.NoSuchLine(7)));
  }

  @Test
  void takesUnitsOfAnOrderOfLowerPriorityAndBothTellIt() {
    oms.sells("TEA", 2);
    oms.told(tea("low", 2).payment(IncomingOrder.Payment.PENDING)).work();
    oms.told(tea("high", 1)).work();
    assertThat(command(tx -> displace(tx, "high", "low", false))).isInstanceOf(Outcome.Refused.class);

    oms.execute("high", new OrderCommand.SetPriority(3, "important"));
    assertThat(remedies()).extracting(Remedy::kind).contains(Remedy.Kind.DISPLACE);
    assertThat(command(tx -> displace(tx, "high", "low", false))).isInstanceOf(Outcome.Done.class);

    assertThat(line("high").buckets().allocated()).isEqualTo(1);
    assertThat(line("low").buckets().reserved()).isEqualTo(1);
    assertThat(line("low").waiting()).isEqualTo(1);
    assertThat(events("low")).anyMatch(e -> e instanceof OrderEvent.UnitsDisplaced d
        && d.by().number().equals(oms.order("high").number()));
    assertThat(events("high")).anyMatch(e -> e instanceof OrderEvent.UnitsTakenOver t
        && t.from().number().equals(oms.order("low").number()));
    assertThat(open()).extracting(c -> c.orderNumber()).containsExactly(oms.order("low").number());
  }

  @Test
  void theLoserLooksElsewhere() {
    oms.sells("TEA", 1);
    oms.told(tea("low", 1).payment(IncomingOrder.Payment.PENDING)).work();
    oms.told(tea("high", 1)).work();
    oms.location("LAX", 34.05, -118.24);
    oms.write(tx -> oms.house().stock().setOnHand(
        tx, List.of(new StockSet("TEA", "LAX", 1))));

    command(tx -> displace(tx, "high", "low", true));

    assertThat(line("high").waiting()).isZero();
    assertThat(line("low").buckets().reserved()).isEqualTo(1);
  }

  @Test
  void takesNothingThatIsReleased() {
    oms.sells("TEA", 1);
    oms.told(tea("low", 1)).work();
    oms.told(tea("high", 1)).work();

    Outcome outcome = command(tx -> displace(tx, "high", "low", true));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(String.valueOf(outcome)).contains("released to its location");
    assertThat(line("low").buckets().allocated()).isEqualTo(1);
  }

  @Test
  void refusesAnOrderThatHasNoneOfIt() {
    oms.sells("TEA", 0).sells("POT", 1);
    oms.told(anOrder("other").line("POT", 1)).told(tea("high", 1)).work();

    assertThat(command(tx -> displace(tx, "high", "other", true))).isInstanceOf(Outcome.Invalid.class);
    assertThat(command(tx -> displace(tx, "high", "high", true))).isInstanceOf(Outcome.Invalid.class);
  }

  @Test
  void ofTwoDisplacersForOneReservationOneGetsIt() throws Exception {
    oms.sells("TEA", 1);
    for (int round = 0; round < 8; round++) {
      String low = "low" + round;
      oms.told(tea(low, 1).payment(IncomingOrder.Payment.PENDING)).work();
      String a = "a" + round;
      String b = "b" + round;
      oms.told(tea(a, 1)).told(tea(b, 1)).work();
      AtomicInteger won = new AtomicInteger();
      Together.run(
          List.of(
              () -> won.addAndGet(count(command(tx -> displace(tx, a, low, true)))),
              () -> won.addAndGet(count(command(tx -> displace(tx, b, low, true))))));
      assertThat(won).as("round %s", round).hasValue(1);
      assertThat(line(a).buckets().allocated() + line(b).buckets().allocated()).isEqualTo(1);
      oms.execute(a, new OrderCommand.Cancel("next", null));
      oms.execute(b, new OrderCommand.Cancel("next", null));
      oms.execute(low, new OrderCommand.Cancel("next", null));
      oms.work();
      everythingAddsUp("round " + round);
    }
  }

  @Test
  void aDisplacerAndAReleaseDoNotBothHappen() throws Exception {
    oms.sells("TEA", 1);
    for (int round = 0; round < 8; round++) {
      String low = "low" + round;
      String high = "high" + round;
      oms.told(tea(low, 1).payment(IncomingOrder.Payment.PENDING)).work();
      oms.told(tea(high, 1)).work();
      AtomicInteger displaced = new AtomicInteger();
      Together.run(
          List.of(
              () -> displaced.addAndGet(count(command(tx -> displace(tx, high, low, true)))),
              () -> {
                Order order = oms.order(low);
                Hold payment =
                    order.openHolds().stream().filter(h -> h.reason() == Hold.Reason.PAYMENT).findFirst().orElseThrow();
                retry(() -> oms.execute(low, new OrderCommand.ReleaseHold(payment.id(), "mira", true, "paid")));
                oms.work();
              }));
      oms.work();
      assertThat(line(high).buckets().allocated()).as("round %s", round).isEqualTo(displaced.get());
      assertThat(line(low).buckets().allocated()).as("round %s", round).isEqualTo(1 - displaced.get());
      oms.execute(low, new OrderCommand.Cancel("next", null));
      oms.execute(high, new OrderCommand.Cancel("next", null));
      oms.work();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {5, 77})
  void whateverIsDoneUnitsAreConserved(long seed) throws Exception {
    oms.sells("TEA", 6).sells("MATE", 4);
    List<Together.Work> people = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      Random random = new Random(seed * 17 + n);
      people.add(() -> live(random));
    }
    Together.run(people);
    oms.work();
    everythingAddsUp("seed " + seed);
  }

  private void live(Random random) {
    for (int n = 0; n < 20; n++) {
      String id = "o" + random.nextInt(10);
      String other = "o" + random.nextInt(10);
      switch (random.nextInt(8)) {
        case 0, 1 -> oms.told(tea(id, 1 + random.nextInt(3)).payment(
            random.nextBoolean() ? IncomingOrder.Payment.PENDING : IncomingOrder.Payment.PAID));
        case 2 -> oms.stock(random.nextBoolean() ? "TEA" : "MATE", "NYC", random.nextInt(12));
        case 3 -> with(id, order -> tx -> lines().backorder(tx, order.id(), 1, SOON));
        case 4 -> with(id, order -> tx -> lines().cancel(tx, order.id(), 1, 1, "one less"));
        case 5 -> with(id, order -> tx -> lines().substitute(tx, order.id(), 1, "MATE", "instead"));
        case 6 -> oms.work();
        default ->
            oms.find(other).ifPresent(loser -> with(id, winner -> tx ->
                lines().displace(
                    tx, new Displacement(winner.id(), 1, loser.id(), null, null, true, "first"))));
      }
    }
  }

  private void with(String id, Function<Order, Function<Tx, Outcome>> work) {
    oms.find(id).ifPresent(order -> command(work.apply(order)));
  }

  private Outcome displace(Tx tx, String winner, String loser, boolean force) {
    return lines()
        .displace(
            tx,
            new Displacement(ids(tx, winner), 1, ids(tx, loser), null, null, force, "it matters more"));
  }

  /** Without a lock, so that the commands lock for themselves. */
  private OrderId ids(Tx tx, String externalId) {
    return oms.house().orderSearch().byChannel(tx, FakeChannel.ID, externalId).getFirst();
  }

  private Outcome command(Function<Tx, Outcome> work) {
    return retry(() -> oms.write(work));
  }

  private static <T> T retry(Supplier<T> work) {
    for (int attempt = 0; ; attempt++) {
      try {
        return work.get();
      } catch (StaleOrders stale) {
        if (attempt == 30) {
          throw stale;
        }
      }
    }
  }

  private static int count(Outcome outcome) {
    return outcome instanceof Outcome.Done ? 1 : 0;
  }

  private void everythingAddsUp(String when) {
    assertThat(oms.violations()).as(when).isEmpty();
  }

  private static LocationInput location(String code, String kind) {
    return new LocationInput(code, code, kind, "US", null, null, null, null, null, null, null, null);
  }

  private LineCommands lines() {
    return oms.house().lineCommands();
  }

  private List<ExceptionSearch.Case> open() {
    return oms.write(tx -> new ExceptionSearch().open(tx, null, 100)).stream()
        .filter(c -> c.type() == ExceptionType.OVERSOLD)
        .toList();
  }

  private List<Remedy> remedies() {
    return oms.write(tx -> oms.house().remedies().of(tx, new ExceptionSearch().open(tx, null, 100)))
        .values().iterator().next();
  }

  private List<OrderEvent> events(String id) {
    Order order = oms.order(id);
    return oms.write(tx -> new OrderDetails(new OrderCodec()).find(tx, order.id())).orElseThrow()
        .entries().stream().map(entry -> entry.event()).toList();
  }

  private OrderLine line(String id) {
    return oms.order(id).line(1);
  }

  private static AnOrder tea(String id, int units) {
    return anOrder(id).line("TEA", units).buyer(id + "@example.com");
  }
}
