package dev.crossdock.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.engine.Planned.Candidate;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile.Capacity;
import dev.crossdock.routing.facts.WorkingCalendar;
import dev.crossdock.routing.facts.WorkingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would have made another place win: told only where it would. */
class WouldWinTest {

  private static final int ROUNDS = 200;

  private final AnyOrder order = new AnyOrder();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {81, 82, 83, 84, 85, 86})
  void whatIsToldHoldsWhenItIsTried(long seed) {
    Random random = new Random(seed);
    int tried = 0;
    Set<String> kinds = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      AnyOrder drawn = AnyOrder.drawn(random, 6, 3, 3);
      drawn.places.replaceAll(place -> withLimits(place, random));
      drawn.avoided = random.nextInt(4) == 0 ? Set.of("P0") : Set.of();
      Strategy strategy = fenced(AnyOrder.drawnStrategy(random), random);
      Admission admission = Admission.of(strategy, drawn.facts());
      Problem problem = Problem.of(strategy, drawn.facts(), admission);
      Planner.Found found = Planner.search(problem);
      for (Place place : drawn.places) {
        Supposed change = change(strategy, problem, admission, found.best(), place);
        if (change != null && found.whole()) {
          Planned then = Planner.plan(change.strategy(), change.facts(null));
          assertThat(then.assignments())
              .as("seed %d round %d: %s %s, and then %s", seed, round, place.code(), change.words(), then)
              .anyMatch(a -> a.location().equals(place.code()));
          tried++;
          change.words().forEach(words -> kinds.add(words.replaceAll("[\\d.,]+", "n")));
        }
      }
    }
    assertThat(tried).isGreaterThan(ROUNDS / 2);
    assertThat(kinds).hasSizeGreaterThan(4);
  }

  private static @Nullable Supposed change(
      Strategy strategy, Problem problem, Admission admission, Layout best, Place place) {
    for (int chosen : best.places) {
      if (problem.places[chosen].code().equals(place.code())) {
        return null;
      }
    }
    Admission.Out out =
        admission.out().stream().filter(each -> each.place().code().equals(place.code())).findFirst().orElse(null);
    WouldWin wouldWin = new WouldWin(strategy, problem, best, new Alone(problem, best));
    Supposed in = best.parcels() == 0 ? null : wouldWin.in(place, out);
    return in == null ? null : wouldWin.find(in);
  }

  private static Place withLimits(Place place, Random random) {
    return random.nextInt(3) > 0
        ? place
        : new Place(
            place.location(), place.profile().with(new Capacity(random.nextInt(3), null)), new PlaceLoad(2, 0),
            place.distanceKm());
  }

  private static Strategy fenced(Strategy strategy, Random random) {
    List<Filter> filters = new ArrayList<>(strategy.filters());
    if (random.nextBoolean()) {
      filters.add(fence("{'type':'within-distance','kilometresMost':300,'unknown':'STAY'}"));
    }
    if (random.nextBoolean()) {
      filters.add(fence("{'type':'capacity','per':['DAY'],'percentMost':100}"));
    }
    return AnyOrder.fenced(strategy, filters.toArray(Filter[]::new));
  }

  @Test
  void aLimitIsLoosenedForAllSoOnlyWhoeverWinsThenTellsIt() {
    order.place("HOME", 400.0, 10).place("NEAR", 510.0, 10).place("FAR", 612.0, 10);
    order.has("HOME", "A", 1).has("NEAR", "A", 3).has("FAR", "A", 3).line(1, "A", 3);
    Planned plan = plan("{'type':'within-distance','kilometresMost':500,'unknown':'STAY'}");
    assertThat(told(plan, "NEAR")).isEqualTo("if the limit were 510 km");
    assertThat(told(plan, "FAR")).as("the nearer one would win").isNull();
  }

  @Test
  void aFullPlaceTellsHowManyMoreItWouldHaveToTakeOn() {
    order.place("FULL", 10.0, 10).place("FREE", 900.0, 10).has("FULL", "A", 1).has("FREE", "A", 1).line(1, "A", 1);
    order.places.replaceAll(
        place ->
            place.code().equals("FULL")
                ? new Place(
                    place.location(), place.profile().with(new Capacity(40, null)), new PlaceLoad(42, 0), 10.0)
                : place);
    Planned plan = plan("{'type':'capacity','per':['DAY'],'percentMost':100}");
    assertThat(told(plan, "FULL")).isEqualTo("if it could take on 3 more today");
  }

  @Test
  void aPlaceThatClosedAMomentAgoTellsHowMuchLaterItsCutOffWouldHaveToBe() {
    order.place("EARLY", 10.0, 10).place("LATE", 900.0, 10).has("EARLY", "A", 1).has("LATE", "A", 1).line(1, "A", 1);
    order.places.replaceAll(place -> works(place, place.code().equals("EARLY") ? "11:29" : "14:00"));
    Rating toLeave = (Rating) Scene.read("{'type':'days-to-leave'}");
    Objective soon = new Objective.InTurn(List.of(new Objective.Step(toLeave, 0)));
    Planned plan = Planner.plan(AnyOrder.strategy(soon, Split.FREELY), order.facts());
    assertThat(plan.assignments()).extracting(Planned.Assignment::location).containsExactly("LATE");
    assertThat(told(plan, "EARLY")).isEqualTo("if its cut-off were 31 minutes later");
  }

  @Test
  void aSplitPlanTellsWhatWouldLetAllLeaveInOneParcel() {
    order.place("LEEDS", 10.0, 10).place("YORK", 20.0, 10).has("LEEDS", "A", 1).has("LEEDS", "B", 2);
    order.has("YORK", "A", 2).line(1, "A", 3).line(2, "B", 2);
    Planned plan = Planner.plan(AnyOrder.nearest(Split.FREELY), order.facts());
    assertThat(plan.parcels()).hasSize(2);
    assertThat(told(plan, "LEEDS")).isEqualTo("with 2 more units all would leave from it in one parcel");
    assertThat(told(plan, "YORK")).isNull();
  }

  @Test
  void aPlaceMayWinAsOneOfTwoWithFewerUnitsThanAlone() {
    order.place("A", 10.0, 10).place("B", 500.0, 10).place("C", 20.0, 10);
    order.has("A", "S", 5).has("B", "T", 1).has("C", "S", 0).line(1, "S", 5).line(2, "T", 1);
    Planned plan = Planner.plan(AnyOrder.nearest(Split.FREELY), order.facts());
    assertThat(told(plan, "C")).isEqualTo("with 1 more unit");
  }

  private Planned plan(String filter) {
    return Planner.plan(AnyOrder.fenced(AnyOrder.nearest(Split.FREELY), fence(filter)), order.facts());
  }

  private static Filter fence(String json) {
    return (Filter) Scene.read(json);
  }

  private static Place works(Place place, String cutOff) {
    Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.put(day, new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0)));
    }
    WorkingCalendar calendar = new WorkingCalendar(ZoneOffset.UTC, hours, Set.of(), LocalTime.parse(cutOff), 0);
    return place.with(place.profile().with(calendar));
  }

  private static @Nullable String told(Planned plan, String location) {
    return plan.candidates().stream()
        .filter(c -> c.location().equals(location))
        .findFirst()
        .map(Candidate::wouldWin)
        .orElse(null);
  }
}
