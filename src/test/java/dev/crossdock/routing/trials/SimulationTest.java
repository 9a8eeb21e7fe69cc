package dev.crossdock.routing.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.customers.GeoPoint;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.PastStock;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.engine.Objective;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.engine.Planned.Assignment;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.engine.Split;
import dev.crossdock.routing.engine.Strategy;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.Tariffs;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A small past, made by hand: two places, one SKU, orders a day apart. */
class SimulationTest {

  private static final Instant BEGIN = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration TRANSIT = Duration.ofDays(2);
  private static final World WORLD =
      new World(List.of(site("EAST", -74), site("WEST", -118)), (from, to, load, leaves) ->
          List.of(new Tariffs.Quote("Post", "Standard", "USD", from.code().equals("EAST") ? 500 : 800,
              leaves.plus(TRANSIT))), Instant.MIN, Instant.MAX);
  private static final PolicyInForce NEAREST = policy("nearest", Strategy.Candidates.ALL);
  private static final PolicyInForce WEST_ONLY =
      policy("west", new Strategy.Candidates(Set.of(), Set.of("WEST"), Set.of()));

  private final Race race = new Race(WEST_ONLY, NEAREST);

  @Test
  void letsEachPolicyHaveStockOfItsOwn() {
    race.begin(new StockKey("A", "EAST"), 1);
    race.begin(new StockKey("A", "WEST"), 1);

    Difference first = Objects.requireNonNull(race.order(order(1, 0, 1, "EAST"), WORLD));
    race.order(order(2, 1, 1, "WEST"), WORLD);
    Race.Outcome outcome = race.end(day(9), WORLD);

    assertThat(first.policies()).isTrue();
    assertThat(first.draftCost()).isEqualTo(800);
    assertThat(first.activeCost()).isEqualTo(500);
    assertThat(first.reallyCost()).isEqualTo(500);
    assertThat(outcome.draft().all().unfilledUnits()).isEqualTo(1);
    assertThat(outcome.active().all().unfilledUnits()).isZero();
    assertThat(outcome.active().all().cost()).containsEntry("USD", 1_300L);
    assertThat(outcome.draft().byLocation()).containsOnlyKeys("WEST");
    assertThat(outcome.active().byLocation()).containsOnlyKeys("EAST", "WEST");
    assertThat(outcome.really().byChannel()).containsOnlyKeys("shop");
  }

  @Test
  void tellsPoliciesHowStockMovesAndHowOldItIs() {
    Pool pool = new Pool();
    pool.pace(new PastStock.Pace(new StockKey("A", "EAST"), 1.5, day(0)));
    pool.pace(new PastStock.Pace(new StockKey("A", "WEST"), 0, null));
    pool.at(day(3));

    assertThat(pool.soldPerDay("A", "EAST")).isEqualTo(1.5);
    assertThat(pool.ageDays("A", "EAST")).isEqualTo(3);
    assertThat(pool.ageDays("A", "WEST")).isNull();
    assertThat(pool.soldPerDay("B", "EAST")).isNull();
  }

  @Test
  void givesWhatArrivesToWhoWaitedFirst() {
    race.expect(new PastStock.Change(day(3), new StockKey("A", "WEST"), 2));
    race.order(order(1, 0, 2, "WEST"), WORLD);
    race.order(order(2, 1, 1, "WEST"), WORLD);

    Race.Outcome outcome = race.end(day(9), WORLD);

    assertThat(outcome.draft().all().unfilledOrders()).isEqualTo(1);
    assertThat(outcome.draft().all().parcels()).isEqualTo(1);
    assertThat(outcome.draft().all().daysPerOrder()).isEqualTo(5);
  }

  @Test
  void knowsNothingOfStockThatCameLater() {
    race.expect(new PastStock.Change(day(3), new StockKey("A", "WEST"), 1));

    Difference early = Objects.requireNonNull(race.order(order(1, 1, 1, "WEST"), WORLD));
    Difference late = Objects.requireNonNull(race.order(order(2, 4, 1, "WEST"), WORLD));

    assertThat(early.draft()).startsWith("Nowhere");
    assertThat(late.draft()).startsWith("Nowhere");
    assertThat(race.end(day(9), WORLD).draft().all().unfilledUnits()).isEqualTo(1);
  }

  @Test
  void takesAwayWhatWentForOtherReasons() {
    race.begin(new StockKey("A", "WEST"), 3);
    race.expect(new PastStock.Change(day(1), new StockKey("A", "WEST"), -3));

    race.order(order(1, 2, 1, "WEST"), WORLD);

    assertThat(race.end(day(9), WORLD).draft().all().unfilledUnits()).isEqualTo(1);
  }

  @Test
  void countsOrdersThatBreakTheirPromise() {
    race.begin(new StockKey("A", "WEST"), 9);
    race.begin(new StockKey("A", "EAST"), 9);

    race.order(promised(order(1, 0, 1, "WEST"), day(1)), WORLD);
    race.order(promised(order(2, 0, 1, "WEST"), day(3)), WORLD);

    assertThat(race.end(day(9), WORLD).draft().all().late()).isEqualTo(1);
  }

  @Test
  void tellsNothingOfOrdersThatGoTheSameWay() {
    Race same = new Race(NEAREST, NEAREST);
    same.begin(new StockKey("A", "EAST"), 9);

    assertThat(same.order(order(1, 0, 1, "EAST"), WORLD)).isNull();
    assertThat(same.end(day(9), WORLD).different()).isZero();
  }

  @Test
  void comesToTheSameEachTime() {
    assertThat(run()).isEqualTo(run());
  }

  private static Race.Outcome run() {
    Race again = new Race(WEST_ONLY, NEAREST);
    again.begin(new StockKey("A", "EAST"), 5);
    again.begin(new StockKey("A", "WEST"), 3);
    again.expect(new PastStock.Change(day(2), new StockKey("A", "WEST"), 4));
    for (int n = 1; n <= 8; n++) {
      again.order(order(n, n / 2, 1 + n % 2, "EAST"), WORLD);
    }
    return again.end(day(9), WORLD);
  }

  private static Instant day(int day) {
    return BEGIN.plus(Duration.ofDays(day));
  }

  private static World.Site site(String code, double lon) {
    Location location =
        new Location(
            code, code, LocationKind.WAREHOUSE, "US", null, null, null, 40.0, lon, ZoneOffset.UTC, 100, true, 1);
    return new World.Site(location, PlaceProfile.PLAIN, new GeoPoint(40, lon));
  }

  private static PolicyInForce policy(String name, Strategy.Candidates from) {
    Strategy strategy =
        new Strategy(
            from, List.of(), new Objective.InTurn(List.of()), Split.FREELY, new Otherwise.Backorder(true));
    return new PolicyInForce(
        name, 0, List.of(new PolicyInForce.Ruled("all", PolicyInForce.When.ALWAYS, strategy)));
  }

  private static PastOrder order(int number, int day, int units, String really) {
    LineFacts line = new LineFacts(1, "A", units, 1_000, List.of(new Component("A", 1)), ItemFacts.PLAIN);
    OrderFacts facts =
        new OrderFacts(
            "#" + number, "shop", "main", 0, "USD", null, day(day), null, null, null, Set.of(),
            new Destination("US", null, null, new GeoPoint(40, -75)), OrderFacts.Customer.UNKNOWN, Set.of(), Set.of(),
            List.of(line));
    return new PastOrder(
        new UUID(1, number), day(day), facts, List.of(new Assignment(1, "A", really, units)), false);
  }

  private static PastOrder promised(PastOrder order, Instant by) {
    OrderFacts f = order.facts();
    OrderFacts facts =
        new OrderFacts(
            f.number(), f.channel(), f.account(), f.priority(), f.currency(), f.total(), f.placedAt(), f.shipBy(), by,
            f.pickupAt(), f.tags(), f.destination(), f.customer(), f.avoided(), f.pinned(), f.lines());
    return new PastOrder(order.id(), order.came(), facts, order.really(), order.erased());
  }
}
