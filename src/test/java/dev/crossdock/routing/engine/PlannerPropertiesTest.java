package dev.crossdock.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.engine.Planned.Assignment;
import dev.crossdock.routing.engine.Planned.Missing;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every order, every network and every strategy. */
class PlannerPropertiesTest {

  private static final int ROUNDS = 250;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void neverPlansMoreThanIsThereAndEachUnitOnce(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      AnyOrder order = AnyOrder.drawn(random, 9, 4, 4);
      Strategy strategy = AnyOrder.drawnStrategy(random);
      Planned plan = Planner.plan(strategy, order.facts());
      String where = "seed " + seed + " round " + round + ": " + plan;

      Map<String, Integer> taken = new HashMap<>();
      for (Assignment a : plan.assignments()) {
        for (Component part : line(order, a.line()).components()) {
          taken.merge(part.sku() + "@" + a.location(), part.units() * a.units(), Integer::sum);
        }
      }
      taken.forEach((key, units) -> assertThat(units).as(where).isLessThanOrEqualTo(order.stock.getOrDefault(key, 0)));
      for (LineFacts line : order.lines) {
        int placed = plan.assignments().stream().filter(a -> a.line() == line.line()).mapToInt(Assignment::units).sum();
        int missing = plan.missing().stream().filter(m -> m.line() == line.line()).mapToInt(Missing::units).sum();
        assertThat(placed + missing).as(where).isEqualTo(line.units());
      }
      assertThat(plan.fits()).as(where).isEqualTo(plan.missing().isEmpty());
      assertThat(plan.score().units() + plan.missing().stream().mapToInt(Missing::units).sum())
          .as(where)
          .isEqualTo(order.lines.stream().mapToInt(LineFacts::units).sum());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void keepsToTheSplitAndKeepsTogetherWhatLeavesTogether(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      AnyOrder order = AnyOrder.drawn(random, 9, 4, 4);
      Strategy strategy = AnyOrder.drawnStrategy(random);
      Planned plan = Planner.plan(strategy, order.facts());
      String where = "seed " + seed + " round " + round + ": " + plan;

      Set<String> places = plan.assignments().stream().map(Assignment::location).collect(Collectors.toSet());
      assertThat(places.size()).as(where).isLessThanOrEqualTo(strategy.split().parcelsMost());
      assertThat(plan.parcels()).as(where).hasSameSizeAs(places);
      Set<Integer> set =
          order.lines.stream()
              .filter(l -> l.item().together() != null)
              .map(LineFacts::line)
              .collect(Collectors.toSet());
      assertThat(plan.assignments().stream().filter(a -> set.contains(a.line())).map(Assignment::location).distinct())
          .as(where)
          .hasSizeLessThanOrEqualTo(1);
      long missed = plan.missing().stream().filter(m -> set.contains(m.line())).count();
      assertThat(missed).as(where).isIn(0L, (long) set.size());
      for (LineFacts line : order.lines) {
        List<Assignment> own = plan.assignments().stream().filter(a -> a.line() == line.line()).toList();
        if (strategy.split().linesWhole() && !own.isEmpty()) {
          assertThat(own).as(where).hasSize(1);
          assertThat(own.getFirst().units()).as(where).isEqualTo(line.units());
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {71, 72, 73})
  void aLineNeverLeavesFromWhereItMayNotAndTheOthersDo(long seed) {
    Random random = new Random(seed);
    int split = 0;
    for (int round = 0; round < ROUNDS; round++) {
      AnyOrder order = AnyOrder.drawn(random, 6, 4, 3);
      Strategy strategy = AnyOrder.fenced(AnyOrder.drawnStrategy(random), new AnyOrder.NoHazmat());
      Planned plan = Planner.plan(strategy, order.facts());
      for (Assignment a : plan.assignments()) {
        Place place = order.places.stream().filter(p -> p.code().equals(a.location())).findFirst().orElseThrow();
        assertThat(AnyOrder.NoHazmat.mayShip(line(order, a.line()), place))
            .as("seed %d round %d: %s", seed, round, plan)
            .isTrue();
        split += order.lines.stream().anyMatch(l -> !AnyOrder.NoHazmat.mayShip(l, place)) ? 1 : 0;
      }
    }
    assertThat(split).as("plain goods left from where dangerous ones may not").isGreaterThan(10);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {91, 92, 93, 94})
  void noParcelHasMoreThanItMayAndTheRestLeavesFromElsewhere(long seed) {
    Random random = new Random(seed);
    int split = 0;
    for (int round = 0; round < ROUNDS; round++) {
      AnyOrder order = AnyOrder.drawn(random, 4, 2, 3);
      long most = 500L * (1 + random.nextInt(3));
      Strategy free = AnyOrder.drawnStrategy(random);
      Strategy strategy = AnyOrder.fenced(free, (Filter) Scene.read("{'type':'weight-most','gramsMost':" + most + "}"));
      Planned plan = Planner.plan(strategy, order.facts(), 2_000_000);
      String where = "seed " + seed + " round " + round + ": " + plan;
      Map<String, Long> grams = new HashMap<>();
      plan.assignments().forEach(a -> grams.merge(a.location(), grams(line(order, a.line())) * a.units(), Long::sum));
      assertThat(grams.values()).as(where).allMatch(all -> all <= most);
      split += grams.size() > 1 ? 1 : 0;
      Problem problem = Problem.of(strategy, order.facts(), Admission.of(strategy, order.facts()));
      assertThat(new Everything(problem).best().beats(Planner.search(problem).best())).as(where).isFalse();
    }
    assertThat(split).as("orders in parcels that are light enough").isGreaterThan(10);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {95, 96, 97})
  void moreStockNeverMakesASplitPlanWorseWhereParcelsAreLimited(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      AnyOrder order = AnyOrder.drawn(random, 4, 3, 3);
      Filter light = (Filter) Scene.read("{'type':'weight-most','gramsMost':1000}");
      Strategy strategy = AnyOrder.fenced(AnyOrder.nearest(Split.FREELY), light);
      Planned before = Planner.plan(strategy, order.facts());
      String level = order.stock.keySet().stream().sorted().toList().get(random.nextInt(order.stock.size()));
      order.stock.merge(level, 1 + random.nextInt(3), Integer::sum);
      Planned after = Planner.plan(strategy, order.facts());
      if (after.search().exact()) {
        assertThat(after.score().compareTo(before.score()))
            .as("seed %d round %d, more at %s: %s, then %s", seed, round, level, before, after)
            .isLessThanOrEqualTo(0);
      }
    }
  }

  private static long grams(LineFacts line) {
    Integer grams = line.item().weightGrams();
    return grams == null ? 0 : grams;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33, 34})
  void theOrderOfPlacesInMemoryChangesNothing(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      AnyOrder order = AnyOrder.drawn(random, 14, 4, 4);
      Strategy strategy = AnyOrder.drawnStrategy(random);
      List<Place> shuffled = new ArrayList<>(order.places);
      Collections.shuffle(shuffled, random);
      assertThat(Planner.plan(strategy, order.facts(shuffled)))
          .as("seed %d round %d", seed, round)
          .isEqualTo(Planner.plan(strategy, order.facts()));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42, 43, 44, 45, 46})
  void moreStockNeverMakesThePlanWorse(long seed) {
    Random random = new Random(seed);
    int compared = 0;
    for (int round = 0; round < ROUNDS; round++) {
      AnyOrder order = AnyOrder.drawn(random, 5, 3, 3);
      Strategy strategy = AnyOrder.drawnStrategy(random);
      Planned before = Planner.plan(strategy, order.facts());
      String level = order.stock.keySet().stream().sorted().toList().get(random.nextInt(order.stock.size()));
      order.stock.merge(level, 1 + random.nextInt(3), Integer::sum);
      Planned after = Planner.plan(strategy, order.facts());
      if (after.search().exact()) {
        compared++;
        assertThat(after.score().compareTo(before.score()))
            .as("seed %d round %d, more at %s: %s, then %s", seed, round, level, before, after)
            .isLessThanOrEqualTo(0);
      }
    }
    assertThat(compared).isGreaterThan(ROUNDS * 9 / 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {51, 52, 53, 54})
  void theFastSearchIsNeverBetterThanTheExactOneAndMostlyAsGood(long seed) {
    Random random = new Random(seed);
    int equal = 0;
    for (int round = 0; round < ROUNDS; round++) {
      AnyOrder order = AnyOrder.drawn(random, 6, 3, 3);
      Strategy strategy = AnyOrder.drawnStrategy(random);
      Planned exact = Planner.plan(strategy, order.facts(), 2_000_000);
      Planned fast = Planner.plan(strategy, order.facts(), 0);
      assertThat(exact.search().exact()).isTrue();
      assertThat(exact.score().compareTo(fast.score()))
          .as("seed %d round %d: %s and %s", seed, round, exact, fast)
          .isLessThanOrEqualTo(0);
      equal += exact.score().equals(fast.score()) ? 1 : 0;
    }
    assertThat(equal).isGreaterThan(ROUNDS * 8 / 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {61, 62, 63})
  void theExactSearchFindsWhatTryingEverythingFinds(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      AnyOrder order = AnyOrder.drawn(random, 4, 2, 3);
      Strategy strategy = AnyOrder.drawnStrategy(random);
      Planned plan = Planner.plan(strategy, order.facts(), 2_000_000);
      Problem problem = Problem.of(strategy, order.facts(), Admission.of(strategy, order.facts()));
      Layout best = new Everything(problem).best();
      assertThat(plan.score().units()).as("seed %d round %d", seed, round).isEqualTo(best.units);
      assertThat(plan.score().keys()).as("seed %d round %d", seed, round).containsExactly(boxed(best.keys));
      assertThat(plan.score().parcels()).as("seed %d round %d", seed, round).isEqualTo(best.parcels());
      assertThat(plan.score().km()).as("seed %d round %d", seed, round).isEqualTo(best.km());
    }
  }

  private static Double[] boxed(double[] keys) {
    Double[] boxed = new Double[keys.length];
    for (int i = 0; i < keys.length; i++) {
      boxed[i] = keys[i];
    }
    return boxed;
  }

  private static LineFacts line(AnyOrder order, int number) {
    return order.lines.stream().filter(line -> line.line() == number).findFirst().orElseThrow();
  }
}
