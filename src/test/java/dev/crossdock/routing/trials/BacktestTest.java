package dev.crossdock.routing.trials;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.CostSetting;
import dev.crossdock.inventory.costing.UnitCosts;
import dev.crossdock.inventory.history.PastStock;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.history.PastOrders;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.network.RateCardInput;
import dev.crossdock.routing.policies.ActivationGuard.Objection;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.policies.StoredPolicies;
import dev.crossdock.routing.policies.Surroundings;
import dev.crossdock.routing.trials.internal.BacktestStore;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies tried on a past that a real database keeps. */
class BacktestTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String WEST =
      """
      {"name": "west", "rules": [{"name": "west", "from": {"codes": ["LAX"]}, "otherwise": {"do": "backorder"}}]}
      """;
  private static final String MARGIN =
      """
      {"name": "margin", "rules": [{"name": "margin", "otherwise": {"do": "backorder"}, "filters": [
        {"type": "margin-least", "percentLeast": -100, "costOfGoods": true, "unknown": "OUT"}]}]}
      """;
  private static final String NEAREST =
      "{\"name\": \"near\", \"rules\": [{\"name\": \"near\", \"otherwise\": {\"do\": \"backorder\"}}]}";

  private final Oms oms = new Oms();
  private final PastOrders past = new PastOrders();
  private final Policies policies =
      new Policies(
          new PolicyReader(new Expressions()),
          new Surroundings(
              oms.house().locations(), oms.house().network().facts(), oms.house().catalog()::known, tx -> Map.of()),
          List.of(), oms.house().journal());
  private final CaseTrial trial =
      new CaseTrial(new Expressions(), policies, new StoredPolicies(policies, new Expressions()));
  private final Backtests backtests = new Backtests(past, trial, oms.house().ids(), () -> {});
  private Instant begin = Instant.EPOCH;

  @BeforeEach
  void makeAPast() {
    oms.location("LAX", 34.05, -118.24).sells("A", 20).stock("A", "LAX", 10);
    List<RateCardInput> cards = List.of(card("east", "NYC", "5.00"), card("west", "LAX", "8.00"));
    oms.write(tx -> oms.house().network().cards().put(tx, cards));
    oms.time().tick(Duration.ofHours(1));
    begin = oms.time().instant();
    for (int n = 1; n <= 12; n++) {
      oms.told(anOrder("o" + n).line("A", 1)).work();
      oms.time().tick(Duration.ofMinutes(10));
    }
  }

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void comparesADraftWithThePolicyInForceAndWithWhatHappened() {
    Backtest done = run(WEST);

    assertThat(done.trouble()).isNull();
    Backtest.Report report = Objects.requireNonNull(done.report());
    assertThat(done.done()).isEqualTo(12);
    assertThat(report.orders()).isEqualTo(12);
    assertThat(report.really().all().cost()).containsEntry("USD", 6_000L);
    assertThat(report.active().all()).isEqualTo(report.really().all());
    assertThat(report.draft().all().cost()).containsEntry("USD", 8_000L);
    assertThat(report.draft().all().unfilledOrders()).isEqualTo(2);
    assertThat(report.draft().byLocation()).containsOnlyKeys("LAX");
    assertThat(report.different()).isEqualTo(12);
    assertThat(report.broken()).hasSize(2);
    List<Backtests.Numbered> orders = oms.write(tx -> backtests.orders(tx, done.id(), 3, 2));
    assertThat(orders).extracting(Backtests.Numbered::n).containsExactly(4, 5);
    assertThat(orders.getFirst().difference().really()).isEqualTo("It went from NYC (1 × A).");
    assertThat(orders.getFirst().difference().draft()).contains("LAX");
  }

  @Test
  void replaysStockThatCameInBetweenAndNothingLater() {
    oms.time().tick(Duration.ofHours(1));
    oms.stock("A", "LAX", 12);
    oms.time().tick(Duration.ofHours(1));

    Backtest.Report report = Objects.requireNonNull(run(WEST).report());

    assertThat(report.draft().all().unfilledOrders()).isZero();
    assertThat(report.draft().all().parcels()).isEqualTo(12);
  }

  @Test
  void knowsLocationsAsTheyWere() {
    LocationInput closed =
        new LocationInput("LAX", "LAX", "STORE", "US", null, null, null, 0.0, 0.0, null, null, false);
    oms.write(tx -> oms.house().locations().put(tx, List.of(closed)));
    oms.time().tick(Duration.ofHours(1));

    Backtest.Report report = Objects.requireNonNull(run(WEST).report());

    assertThat(report.draft().all().parcels()).isEqualTo(10);
  }

  @Test
  void goodsCostWhatTheyCostThen() {
    CostSetting valued = new CostSetting("A", CostMethod.MOVING_AVERAGE, "USD", new UnitCost(100, "USD"));
    oms.write(tx -> oms.house().costing().put(tx, List.of(valued)));
    oms.time().tick(Duration.ofMinutes(1));
    Instant known = oms.time().instant();
    oms.told(anOrder("valued").line("A", 1)).work();
    oms.time().tick(Duration.ofMinutes(1));

    assertThat(parcels(MARGIN)).as("of orders that began to come before anybody knew the cost").isZero();
    begin = known;
    assertThat(parcels(MARGIN)).as("of the order that came when it was known").isEqualTo(1);
  }

  private long parcels(String policy) {
    return Objects.requireNonNull(run(policy).report()).draft().all().parcels();
  }

  @Test
  void takesWhatIsToldBetweenTwoOrdersForTheSecond() {
    oms.write(tx -> oms.house().network().cards().put(tx, List.of(card("east", "NYC", "9.00"))));
    oms.time().tick(Duration.ofMinutes(1));
    oms.told(anOrder("late").line("A", 1)).work();
    oms.time().tick(Duration.ofMinutes(1));

    Backtest.Report report = Objects.requireNonNull(run(NEAREST).report());

    assertThat(report.active().all().cost()).containsEntry("USD", 12 * 500L + 900);
  }

  @Test
  void knowsPaceAndAgeAsTheyWere() {
    oms.stock("A", "NYC", 23);
    oms.order("o1").placements().forEach(placement -> oms.execute(
        "o1", new OrderCommand.Ship(Objects.requireNonNull(placement.fulfilmentOrder()))));
    Instant then = later();
    Map<StockKey, PastStock.Pace> live = new HashMap<>();
    oms.write(tx ->
            oms.house().stockHistory().movements(tx, new StockKey("", ""), then.minus(Duration.ofDays(28)), 10))
        .forEach(level -> live.put(
            level.key(), new PastStock.Pace(level.key(), level.shipped() / 28.0, level.oldest())));
    oms.time().tick(Duration.ofDays(20));
    oms.stock("A", "NYC", 2);

    List<PastStock.Pace> paces = oms.write(tx -> new PastStock().paces(tx, Set.of("A"), then, 28));

    assertThat(live.get(new StockKey("A", "NYC"))).extracting(PastStock.Pace::soldPerDay).isEqualTo(1 / 28.0);
    assertThat(paces).containsExactlyInAnyOrderElementsOf(live.values());
  }

  @Test
  void usesRatesAsTheyWere() {
    oms.write(tx -> oms.house().network().cards().put(tx, List.of(card("east", "NYC", "99.00"))));

    Backtest.Report report = Objects.requireNonNull(run(NEAREST).report());

    assertThat(report.really().all().cost()).containsEntry("USD", 6_000L);
    assertThat(report.different()).isZero();
    assertThat(report.held()).isTrue();
  }

  @Test
  void goesOnByCountryAndRegionWhereTheAddressIsErased() {
    UUID shipTo = Objects.requireNonNull(oms.order("o1").parties().shipTo());
    oms.write(tx -> oms.house().personalData().erase(tx, Set.of(shipTo)));

    Backtest.Report report = Objects.requireNonNull(run(NEAREST).report());

    assertThat(report.erased()).isEqualTo(1);
    assertThat(report.orders()).isEqualTo(12);
  }

  @Test
  void beginsAnewWhenAProcessDied() {
    Backtest asked = ask(WEST, null);
    oms.write(tx -> store().take(tx, "dead", new UUID(1, 1), tx.now().plus(Duration.ofMinutes(2))));

    work();
    assertThat(find(asked.id()).state()).isEqualTo(Backtest.State.RUNNING);
    oms.time().tick(Duration.ofMinutes(3));
    work();

    assertThat(find(asked.id()).state()).isEqualTo(Backtest.State.DONE);
    boolean still = oms.write(tx -> store().progress(tx, asked.id(), new UUID(1, 1), 1, tx.now()));
    assertThat(still).isFalse();
  }

  @Test
  void beginsAnewAtOnceWhenItsNodeHasFallenSilent() {
    Backtest asked = ask(WEST, null);
    oms.write(tx -> store().take(tx, "dead", new UUID(1, 1), tx.now().plus(Duration.ofMinutes(2))));

    try (BacktestWorker worker = worker()) {
      worker.takeOver(Merchant.MAIN, "somebody else");
      worker.drain(Merchant.MAIN);
      assertThat(find(asked.id()).state()).isEqualTo(Backtest.State.RUNNING);
      worker.takeOver(Merchant.MAIN, "dead");
      worker.drain(Merchant.MAIN);
    }

    assertThat(find(asked.id()).state()).isEqualTo(Backtest.State.DONE);
    boolean still = oms.write(tx -> store().progress(tx, asked.id(), new UUID(1, 1), 1, tx.now()));
    assertThat(still).as("the dead one wakes").isFalse();
  }

  @Test
  void isCancelledOnce() {
    Backtest asked = ask(WEST, null);

    assertThat(cancel(asked.id())).isTrue();
    assertThat(cancel(asked.id())).isFalse();
    work();

    assertThat(find(asked.id()).state()).isEqualTo(Backtest.State.CANCELLED);
    assertThat(find(asked.id()).report()).isNull();
  }

  @Test
  void refusesWhatCantBeTried() {
    assertThat(begin(new Backtests.Wish(null, null, begin, later()))).isInstanceOf(Parsed.Wrong.class);
    assertThat(begin(new Backtests.Wish(null, 99, begin, later()))).isInstanceOf(Parsed.Wrong.class);
    assertThat(begin(new Backtests.Wish(json("{}"), null, begin, later()))).isInstanceOf(Parsed.Wrong.class);
    assertThat(begin(new Backtests.Wish(json(WEST), null, later(), begin))).isInstanceOf(Parsed.Wrong.class);
  }

  @Test
  void triesAVersionAsItStoodWhenItWasAskedFor() {
    PolicyVersion draft = draft(NEAREST);
    Backtest asked = ask(null, draft.version());
    oms.write(tx -> policies.replace(tx, draft.version(), draft.revision(), json(WEST), null));

    work();

    assertThat(Objects.requireNonNull(find(asked.id()).report()).held()).isTrue();
  }

  @Test
  void holdsADraftAgainstTheMerchantsOwnGuardRails() {
    oms.write(
        tx -> {
          new Guard().put(tx, new GuardRails(100, 100, 100, 100), Guard.Needed.NEVER, oms.house().journal());
          return true;
        });

    assertThat(Objects.requireNonNull(run(WEST).report()).held()).isTrue();
    assertThat(oms.number("select count(*) from journal where type = 'routing.guard-rails.changed'")).isEqualTo(1);
  }

  @Test
  void guardsActivationByWhatTheDatabaseTells() {
    BacktestGuard guard = new BacktestGuard(past, new PolicyReader(new Expressions()));
    PolicyVersion near = draft(NEAREST);
    assertThat(objections(guard, near)).as("twelve orders are no past").isEmpty();

    oms.write(
        tx -> {
          new Guard().put(tx, GuardRails.USUAL, Guard.Needed.ALWAYS, oms.house().journal());
          return true;
        });
    assertThat(objections(guard, near)).containsExactly("backtest-missing");
    ask(null, near.version());
    assertThat(objections(guard, near)).containsExactly("backtest-going-on");
    work();
    assertThat(objections(guard, near)).isEmpty();
    PolicyVersion west = draft(WEST);
    run(WEST);
    assertThat(objections(guard, west)).as("a pasted policy counts as the version that says the same")
        .containsExactly("guard-rail", "guard-rail");
    oms.time().tick(Duration.ofDays(8));
    assertThat(objections(guard, near)).containsExactly("backtest-old");
  }

  private List<String> objections(BacktestGuard guard, PolicyVersion candidate) {
    return oms.write(tx -> guard.objections(tx, candidate, policies.active(tx))).stream()
        .map(Objection::rule)
        .toList();
  }

  private Backtest run(String policy) {
    Backtest asked = ask(policy, null);
    work();
    return find(asked.id());
  }

  private Backtest ask(@Nullable String policy, @Nullable Integer version) {
    Parsed<Backtest> begun =
        begin(new Backtests.Wish(policy == null ? null : json(policy), version, begin, later()));
    return ((Parsed.Read<Backtest>) begun).content();
  }

  private Parsed<Backtest> begin(Backtests.Wish wish) {
    return oms.write(tx -> backtests.begin(tx, wish));
  }

  private boolean cancel(UUID id) {
    return oms.write(tx -> backtests.cancel(tx, id));
  }

  private Instant later() {
    return oms.time().instant();
  }

  private Backtest find(UUID id) {
    return oms.write(tx -> backtests.find(tx, id)).orElseThrow();
  }

  private static BacktestStore store() {
    return new BacktestStore();
  }

  private void work() {
    try (BacktestWorker worker = worker()) {
      worker.drain(Merchant.MAIN);
    }
  }

  private BacktestWorker worker() {
    History history =
        new History(
            oms.house().locations(), oms.house().network().profiles(), oms.house().network().cards(),
            oms.house().network().items(), oms.house().catalog()::weights, oms.house().personalData());
    PastReading reading = new PastReading(past, new PastStock(), history, new UnitCosts());
    return new BacktestWorker(
        oms.house().door(), "node", oms.house().ids(), trial, reading, () -> List.of(Merchant.MAIN));
  }

  private PolicyVersion draft(String policy) {
    PolicyOutcome outcome = oms.write(tx -> policies.draft(tx, null, json(policy), "a trial"));
    return ((PolicyOutcome.Done) outcome).version();
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private static RateCardInput card(String code, String from, String price) {
    RateCardInput.Zone zone = new RateCardInput.Zone("all", 2, List.of("US"), null, null, null, List.of(price), null);
    return new RateCardInput(
        code, null, "Post", "Standard", "USD", null, new RateCardInput.From(List.of(from), null), null, null, null,
        null, null, null, null, null, null, List.of(30_000), List.of(zone));
  }
}
