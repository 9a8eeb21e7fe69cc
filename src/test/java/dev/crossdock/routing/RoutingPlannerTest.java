package dev.crossdock.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockView;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.RoutingPlan.Assignment;
import dev.crossdock.routing.RoutingPlan.Candidate;
import dev.crossdock.routing.RoutingPlan.Outcome;
import dev.crossdock.routing.RoutingPlan.Verdict;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default policy, case by case. */
class RoutingPlannerTest {

  private final Map<String, List<StockAt>> levels = new HashMap<>();
  private final List<Site> sites = new ArrayList<>();

  @Test
  void oneLocationThatHasEverythingBeatsNearerOnesThatDoNot() {
    site("NEAR", 10.0, "A", 1);
    site("FAR", 900.0, "A", 5);
    RoutingPlan plan = plan(line(1, "A", 3));
    assertThat(plan.outcome()).isEqualTo(Outcome.WHOLE);
    assertThat(plan.assignments()).containsExactly(new Assignment(1, "A", "FAR", 3));
    assertThat(candidate(plan, "NEAR").reason()).isEqualTo("has only 1 of 3 units");
    assertThat(candidate(plan, "NEAR").wouldWin()).isEqualTo("with 2 more units");
  }

  @Test
  void theNearestWinsAmongThoseThatHaveEverything() {
    site("FAR", 900.0, "A", 5);
    site("NEAR", 10.0, "A", 5);
    RoutingPlan plan = plan(line(1, "A", 3));
    assertThat(plan.assignments()).containsExactly(new Assignment(1, "A", "NEAR", 3));
    assertThat(plan.sentence()).contains("all 3 units").contains("nearest");
    assertThat(candidate(plan, "FAR").wouldWin()).isEqualTo("if it were 890 km nearer");
  }

  @Test
  void fewestParcelsBeatTheShorterWay() {
    site("ONE", 1.0, "A", 1);
    site("TWO", 2.0, "B", 1);
    site("THREE", 3.0, "C", 1);
    site("BOTH", 500.0, "A", 1, "B", 1);
    RoutingPlan plan = plan(line(1, "A", 1), line(2, "B", 1), line(3, "C", 1));
    assertThat(plan.outcome()).isEqualTo(Outcome.SPLIT);
    assertThat(plan.assignments()).extracting(Assignment::location).containsOnly("BOTH", "THREE");
  }

  @Test
  void unknownDistancesComeAfterKnownOnesAndPriorityDecidesThen() {
    site("UNKNOWN", null, "A", 5);
    site("KNOWN", 4_000.0, "A", 5);
    assertThat(plan(line(1, "A", 1)).assignments()).extracting(Assignment::location).containsExactly("KNOWN");
  }

  @Test
  void whatNobodyHasIsMissingAndTheRestShips() {
    site("NYC", 10.0, "A", 2);
    RoutingPlan plan = plan(line(1, "A", 5), line(2, "B", 1));
    assertThat(plan.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(plan.assignments()).containsExactly(new Assignment(1, "A", "NYC", 2));
    assertThat(plan.missing()).extracting(RoutingPlan.Missing::units).containsExactly(3, 1);
  }

  @Test
  void nothingAnywhereIsSaidSo() {
    site("NYC", 10.0);
    RoutingPlan plan = plan(line(1, "A", 5));
    assertThat(plan.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(plan.sentence()).isEqualTo("Nowhere yet: 5 × A found no stock.");
  }

  @Test
  void aMarketplaceShipsOnlyItsOwn() {
    levels.computeIfAbsent("A", sku -> new ArrayList<>())
        .add(new StockAt(location("FBA", LocationKind.MARKETPLACE), 9, 0, 0));
    sites.add(new Site(location("FBA", LocationKind.MARKETPLACE), 1.0));
    RoutingPlan plan = plan(line(1, "A", 1));
    assertThat(plan.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(candidate(plan, "FBA").verdict()).isEqualTo(Verdict.EXCLUDED);
  }

  @Test
  void aKitIsNeverTornApart() {
    site("ONE", 1.0, "A", 4, "B", 1);
    site("TWO", 2.0, "A", 1, "B", 4);
    Demand.Line kit = new Demand.Line(1, "KIT", 2, List.of(new Component("A", 1), new Component("B", 1)));
    assertThat(plan(kit).assignments())
        .containsExactlyInAnyOrder(new Assignment(1, "KIT", "ONE", 1), new Assignment(1, "KIT", "TWO", 1));
  }

  @Test
  void twoLinesOfOneSkuShareItsStock() {
    site("NYC", 10.0, "A", 3);
    RoutingPlan plan = plan(line(1, "A", 2), line(2, "A", 2));
    assertThat(plan.missing()).containsExactly(new RoutingPlan.Missing(2, "A", 1));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverPlansMoreThanThereIsAndAlwaysTheSame(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      levels.clear();
      sites.clear();
      int places = 1 + random.nextInt(16);
      for (int place = 0; place < places; place++) {
        site("P" + place, random.nextDouble() * 4_000, "A", random.nextInt(4), "B", random.nextInt(4));
      }
      Demand.Line[] lines = {line(1, "A", 1 + random.nextInt(6)), line(2, "B", 1 + random.nextInt(6))};
      RoutingPlan plan = plan(lines);
      assertThat(plan).as("seed %d round %d", seed, round).isEqualTo(plan(lines));
      for (Demand.Line line : lines) {
        int placed = sum(plan, line.line());
        int missing = plan.missing().stream().filter(m -> m.line() == line.line()).mapToInt(m -> m.units()).sum();
        int there = levels.getOrDefault(line.sku(), List.of()).stream().mapToInt(StockAt::available).sum();
        assertThat(placed + missing).isEqualTo(line.units());
        assertThat(placed).isEqualTo(Math.min(line.units(), there));
      }
      for (Assignment assignment : plan.assignments()) {
        assertThat(assignment.units()).isLessThanOrEqualTo(available(assignment));
      }
    }
  }

  private int available(Assignment assignment) {
    return levels.getOrDefault(assignment.sku(), List.of()).stream()
        .filter(level -> level.location().code().equals(assignment.location()))
        .mapToInt(StockAt::available)
        .sum();
  }

  private static int sum(RoutingPlan plan, int line) {
    return plan.assignments().stream().filter(a -> a.line() == line).mapToInt(Assignment::units).sum();
  }

  private static Demand.Line line(int line, String sku, int units) {
    return new Demand.Line(line, sku, units, List.of(new Component(sku, 1)));
  }

  @Test
  void whatIsGivenBackWhereACountFellShortIsNotFree() {
    Location place = location("NYC", LocationKind.WAREHOUSE);
    StockPool pool = StockPool.of(new StockView(Map.of("A", List.of(new StockAt(place, 2, 5, 0)))));

    pool.give("A", "NYC", 3);
    assertThat(pool.available("A", "NYC")).isZero();

    pool.give("A", "NYC", 1);
    assertThat(pool.available("A", "NYC")).isEqualTo(1);
  }

  private RoutingPlan plan(Demand.Line... lines) {
    return RoutingPlanner.plan(new Demand(List.of(lines)), sites, StockPool.of(new StockView(levels)));
  }

  private static Candidate candidate(RoutingPlan plan, String location) {
    return plan.candidates().stream().filter(c -> c.location().equals(location)).findFirst().orElseThrow();
  }

  private void site(String code, @Nullable Double km, Object... skusAndUnits) {
    Location location = location(code, LocationKind.WAREHOUSE);
    sites.add(new Site(location, km));
    for (int i = 0; i < skusAndUnits.length; i += 2) {
      levels
          .computeIfAbsent((String) skusAndUnits[i], sku -> new ArrayList<>())
          .add(new StockAt(location, (Integer) skusAndUnits[i + 1], 0, 0));
    }
  }

  private static Location location(String code, LocationKind kind) {
    return new Location(code, code, kind, "US", null, null, null, null, null, ZoneOffset.UTC, 100, true, 1);
  }
}
