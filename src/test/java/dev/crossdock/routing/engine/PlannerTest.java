package dev.crossdock.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.engine.Planned.Assignment;
import dev.crossdock.routing.engine.Planned.Candidate;
import dev.crossdock.routing.engine.Planned.Lack;
import dev.crossdock.routing.engine.Planned.Missing;
import dev.crossdock.routing.engine.Planned.Transfer;
import dev.crossdock.routing.engine.Planned.Verdict;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The engine, case by case. */
class PlannerTest {

  private static final Strategy FREELY = AnyOrder.nearest(Split.FREELY);

  private final AnyOrder order = new AnyOrder();

  /** Keeps out what is too far away. */
  @Kind(type = "test-within", title = "Within", help = "A limit for tests.")
  record Within(double km) implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      Double far = place.distanceKm();
      return far == null || far <= km
          ? Ruling.STAYS
          : new Ruling.Out("is " + Math.round(far) + " km away", "if the limit were " + Math.round(far) + " km");
    }
  }

  @Test
  void oneLocationThatHasEverythingBeatsNearerOnesThatDoNot() {
    order.place("NEAR", 10.0, 100).place("FAR", 900.0, 100).has("NEAR", "A", 1).has("FAR", "A", 5).line(1, "A", 3);
    Planned plan = plan(FREELY);
    assertThat(plan.assignments()).containsExactly(new Assignment(1, "A", "FAR", 3));
    assertThat(candidate(plan, "NEAR").reason()).isEqualTo("has only 1 of 3 units");
    assertThat(candidate(plan, "NEAR").wouldWin()).isEqualTo("with 2 more units");
    assertThat(plan.search().exact()).isTrue();
  }

  @Test
  void theNearestWinsAmongThoseThatHaveEverything() {
    order.place("FAR", 900.0, 100).place("NEAR", 10.0, 100).has("NEAR", "A", 5).has("FAR", "A", 5).line(1, "A", 3);
    Planned plan = plan(FREELY);
    assertThat(plan.assignments()).containsExactly(new Assignment(1, "A", "NEAR", 3));
    assertThat(plan.sentence()).isEqualTo("NEAR, because it has all 3 units and is the nearest that does (10 km).");
    assertThat(candidate(plan, "FAR").wouldWin()).isEqualTo("if it were 890 km nearer");
  }

  @Test
  void fewestParcelsBeatTheShorterWay() {
    order.place("ONE", 1.0, 100).place("TWO", 2.0, 100).place("THREE", 3.0, 100).place("BOTH", 500.0, 100);
    order.has("ONE", "A", 1).has("TWO", "B", 1).has("THREE", "C", 1).has("BOTH", "A", 1).has("BOTH", "B", 1);
    order.line(1, "A", 1).line(2, "B", 1).line(3, "C", 1);
    assertThat(plan(FREELY).assignments()).extracting(Assignment::location).containsExactly("BOTH", "BOTH", "THREE");
  }

  @Test
  void priorityAndThenTheCodeDecideWhatIsEqualOtherwise() {
    order.place("B", 10.0, 5).place("A", 10.0, 5).place("C", 10.0, 4).line(1, "S", 1);
    order.has("A", "S", 1).has("B", "S", 1);
    assertThat(plan(FREELY).assignments()).extracting(Assignment::location).containsExactly("A");
    assertThat(candidate(plan(FREELY), "B").wouldWin()).isEqualTo("if its priority were 4");
    order.has("C", "S", 1);
    assertThat(plan(FREELY).assignments()).extracting(Assignment::location).containsExactly("C");
    assertThat(candidate(plan(FREELY), "A").wouldWin()).isEqualTo("if its priority were 4");
  }

  @Test
  void aPlaceKeptOutTellsWhatWouldLetItInAndWin() {
    order.place("NEAR", 10.0, 100).place("FAR", 612.0, 100).has("NEAR", "A", 1).has("FAR", "A", 3).line(1, "A", 3);
    Strategy limited = with(FREELY, new Within(500));
    Planned plan = plan(limited);
    assertThat(plan.fits()).isFalse();
    assertThat(plan.missing()).containsExactly(new Missing(1, "A", 2, Lack.KEPT_OUT));
    Candidate far = candidate(plan, "FAR");
    assertThat(far.verdict()).isEqualTo(Verdict.EXCLUDED);
    assertThat(far.by()).isEqualTo("test-within");
    assertThat(far.wouldWin()).startsWith("if the limit were 612 km");
    assertThat(plan.sentence()).isEqualTo("NEAR ships what there is; 2 × A is only where the rule takes none.");
  }

  @Test
  void whatKeepsAPlaceOutAndWhatItLacksBesidesAreToldTogether() {
    order.place("NEAR", 10.0, 100).place("FAR", 612.0, 100).has("NEAR", "A", 3).has("FAR", "A", 1).line(1, "A", 3);
    assertThat(candidate(plan(with(FREELY, new Within(500))), "FAR").wouldWin())
        .isEqualTo("if the limit were 612 km, and with 2 more units and if it were 602 km nearer");
  }

  @Test
  void aPriceTellsByHowMuchItLost() {
    order.place("DEAR", 10.0, 130).place("CHEAP", 900.0, 10).has("DEAR", "A", 1).has("CHEAP", "A", 1).line(1, "A", 1);
    Objective money = new Objective.InMoney(List.of(new Objective.Weight(new AnyOrder.Postage(300), 1)));
    Planned plan = plan(AnyOrder.strategy(money, Split.FREELY));
    assertThat(plan.assignments()).extracting(Assignment::location).containsExactly("CHEAP");
    assertThat(candidate(plan, "DEAR").reason()).isEqualTo("has everything, but is worth less in all");
    assertThat(candidate(plan, "DEAR").wouldWin()).isEqualTo("if postage were 1.20 EUR lower");
    assertThat(candidate(plan, "DEAR").parts()).extracting(Planned.Part::value).containsExactly(430.0);
    assertThat(plan.sentence()).isEqualTo("CHEAP, because it has the one unit and, best of all, costs 310 cents.");
  }

  @Test
  void scoresInOneBandAreEqualAndTheNextStepDecides() {
    order.place("SLOW", 10.0, 2).place("FAST", 900.0, 3).has("SLOW", "A", 1).has("FAST", "A", 1).line(1, "A", 1);
    Objective exact = new Objective.InTurn(List.of(new Objective.Step(new AnyOrder.Days(), 0)));
    Objective banded = new Objective.InTurn(List.of(new Objective.Step(new AnyOrder.Days(), 10)));
    assertThat(plan(AnyOrder.strategy(exact, Split.FREELY)).assignments())
        .extracting(Assignment::location)
        .containsExactly("FAST");
    assertThat(plan(AnyOrder.strategy(banded, Split.FREELY)).assignments())
        .extracting(Assignment::location)
        .containsExactly("SLOW");
  }

  @Test
  void aParcelMoreIsMadeOnlyWhenTheDaysItSavesAreWorthIt() {
    order.place("SLOW", 10.0, 2).place("FAST", 20.0, 3).line(1, "A", 1).line(2, "B", 1);
    order.has("SLOW", "A", 1).has("SLOW", "B", 1).has("FAST", "A", 1);
    order.place("QUICK", 30.0, 6).has("QUICK", "B", 1);
    Objective days = new Objective.InTurn(List.of(new Objective.Step(new AnyOrder.Days(), 0)));
    Split dear = new Split(9, false, new Split.Worth(500, 100), null);
    Split worth = new Split(9, false, new Split.Worth(100, 100), null);
    assertThat(plan(AnyOrder.strategy(days, dear)).parcels()).hasSize(1);
    assertThat(plan(AnyOrder.strategy(days, worth)).assignments())
        .extracting(Assignment::location)
        .containsExactly("FAST", "QUICK");
  }

  @Test
  void neverSplitsWhereTheRuleForbidsItAndSaysSo() {
    order.place("ONE", 10.0, 100).place("TWO", 20.0, 100).has("ONE", "A", 1).has("TWO", "B", 1);
    order.line(1, "A", 1).line(2, "B", 1);
    Planned plan = plan(AnyOrder.nearest(Split.NEVER));
    assertThat(plan.fits()).isFalse();
    assertThat(plan.assignments()).containsExactly(new Assignment(1, "A", "ONE", 1));
    assertThat(plan.missing()).containsExactly(new Missing(2, "B", 1, Lack.PARCELS));
  }

  @Test
  void aPlainLineLeavesFromWhereADangerousOneMayNot() {
    order.place("STRICT", 1.0, 3).place("LICENSED", 100.0, 10).dangerous(1, "ACID", 1).line(2, "SOAP", 1);
    order.has("STRICT", "ACID", 5).has("STRICT", "SOAP", 5).has("LICENSED", "ACID", 5);
    Planned plan = plan(AnyOrder.fenced(FREELY, new AnyOrder.NoHazmat()));
    assertThat(plan.assignments())
        .containsExactly(new Assignment(1, "ACID", "LICENSED", 1), new Assignment(2, "SOAP", "STRICT", 1));
    assertThat(candidate(plan, "STRICT").reason()).isEqualTo("has 1 of 2 units, 1 km away; may not ship ACID");
    order.has("LICENSED", "ACID", 0);
    Planned less = plan(AnyOrder.fenced(FREELY, new AnyOrder.NoHazmat()));
    assertThat(less.missing()).containsExactly(new Missing(1, "ACID", 1, Lack.KEPT_OUT));
    order.has("STRICT", "SOAP", 0);
    Planned none = plan(AnyOrder.fenced(FREELY, new AnyOrder.NoHazmat()));
    assertThat(candidate(none, "STRICT").verdict()).isEqualTo(Verdict.EXCLUDED);
    assertThat(candidate(none, "STRICT").by()).isEqualTo("test-hazmat");
  }

  @Test
  void linesThatLeaveTogetherLeaveTogetherOrWait() {
    order.place("ONE", 10.0, 100).place("TWO", 20.0, 100).has("ONE", "A", 1).has("TWO", "B", 1);
    order.line(1, "A", 1, "set").line(2, "B", 1, "set");
    Planned plan = plan(FREELY);
    assertThat(plan.assignments()).isEmpty();
    assertThat(plan.missing()).extracting(Missing::lack).containsExactly(Lack.WHOLE, Lack.WHOLE);
    assertThat(plan.sentence()).isEqualTo("Nowhere yet: 1 × A, 1 × B is nowhere together.");
  }

  @Test
  void aKitIsNeverTornApart() {
    order.place("ONE", 1.0, 100).place("TWO", 2.0, 100);
    order.has("ONE", "A", 4).has("ONE", "B", 1).has("TWO", "A", 1).has("TWO", "B", 4);
    List<Component> parts = List.of(new Component("A", 1), new Component("B", 1));
    order.lines.add(new LineFacts(1, "KIT", 2, 0, parts, ItemFacts.PLAIN));
    assertThat(plan(FREELY).assignments())
        .containsExactly(new Assignment(1, "KIT", "ONE", 1), new Assignment(1, "KIT", "TWO", 1));
  }

  @Test
  void pinnedAndAvoidedPlacesAreKeptOutWithTheReason() {
    order.place("ONE", 1.0, 100).place("TWO", 2.0, 100).place("THREE", 3.0, 100).line(1, "A", 1);
    order.has("ONE", "A", 1).has("TWO", "A", 1).has("THREE", "A", 1);
    order.avoided = Set.of("ONE");
    assertThat(candidate(plan(FREELY), "ONE").reason()).isEqualTo("has turned this order down");
    assertThat(plan(FREELY).assignments()).extracting(Assignment::location).containsExactly("TWO");
    order.pinned = Set.of("THREE");
    assertThat(plan(FREELY).assignments()).extracting(Assignment::location).containsExactly("THREE");
    assertThat(candidate(plan(FREELY), "TWO").wouldWin()).isEqualTo("if the order were not pinned");
  }

  @Test
  void aPersonOverrulesWhatTheRuleWishesButNotWhatMayNotLeave() {
    order.place("ONE", 1.0, 100).place("TWO", 900.0, 99).dangerous(1, "ACID", 1).line(2, "A", 1);
    order.has("ONE", "A", 1).has("TWO", "A", 1).has("TWO", "ACID", 1);
    Strategy near =
        new Strategy(
            new Strategy.Candidates(Set.of(), Set.of("ONE"), Set.of()),
            List.of(new AnyOrder.NoHazmat(), new Within(500)), FREELY.objective(), FREELY.split(),
            FREELY.otherwise());
    assertThat(plan(near).assignments()).containsExactly(new Assignment(2, "A", "ONE", 1));

    order.pinned = Set.of("TWO");

    assertThat(plan(near).assignments()).containsExactly(new Assignment(2, "A", "TWO", 1));
    assertThat(plan(near).missing()).containsExactly(new Missing(1, "ACID", 1, Lack.KEPT_OUT));
    assertThat(candidate(plan(near), "TWO").reason())
        .contains("but a person sent the order there", "may not ship ACID");
  }

  @Test
  void aMarketplaceShipsOnlyWhereTheRuleNamesItsKind() {
    order.place("FBA", LocationKind.MARKETPLACE, 1.0, 100).has("FBA", "A", 9).line(1, "A", 1);
    assertThat(candidate(plan(FREELY), "FBA").verdict()).isEqualTo(Verdict.EXCLUDED);
    Strategy named =
        new Strategy(
            new Strategy.Candidates(Set.of(LocationKind.MARKETPLACE), Set.of(), Set.of()), List.of(),
            FREELY.objective(), FREELY.split(), FREELY.otherwise());
    assertThat(plan(named).fits()).isTrue();
  }

  @Test
  void unitsComeTogetherByATransferWhereThePromisedDateAllowsIt() {
    order.place("HUB", 10.0, 100).place("SIDE", 20.0, 100).has("HUB", "A", 2).has("SIDE", "B", 1);
    order.line(1, "A", 2).line(2, "B", 1);
    Strategy two = AnyOrder.nearest(new Split(9, false, null, new Split.Consolidate(2, 5)));
    assertThat(plan(two).transfers()).containsExactly(new Transfer("SIDE", "HUB", "B", 1));
    order.deliverBy = AnyOrder.NOW.plus(Duration.ofDays(1));
    assertThat(plan(two).transfers()).isEmpty();
  }

  @Test
  void whatCanNotBeKnownComesLastAndNothingThrows() {
    order.place("SOMEWHERE", null, 1).place("FAR", 4_000.0, 100).has("SOMEWHERE", "A", 1).has("FAR", "A", 1);
    order.line(1, "A", 1);
    assertThat(plan(FREELY).assignments()).extracting(Assignment::location).containsExactly("FAR");
    assertThat(candidate(plan(FREELY), "SOMEWHERE").wouldWin())
        .isEqualTo("if it were known to be nearer than 4,000 km");
    assertThat(plan(new AnyOrder().place("X", 1.0, 1), FREELY).fits()).isTrue();
  }

  @Test
  void twoThousandLinesOverFiveThousandPlacesEndWithANamedOutcome() {
    Random random = new Random(3);
    for (int line = 1; line <= 2_000; line++) {
      order.line(line, "S" + line, 1 + random.nextInt(3));
    }
    for (int place = 0; place < 5_000; place++) {
      order.place("P" + place, random.nextDouble() * 4_000, 100);
      for (int n = 0; n < 20; n++) {
        order.has("P" + place, "S" + (1 + random.nextInt(2_000)), 1 + random.nextInt(3));
      }
    }
    Planned plan = plan(FREELY);
    assertThat(plan.score().units() + plan.missing().stream().mapToInt(Missing::units).sum())
        .isEqualTo(order.lines.stream().mapToInt(LineFacts::units).sum());
    assertThat(plan.search().exact()).isFalse();
    assertThat(plan.search().steps()).isLessThan(5_000_000);
    assertThat(plan.candidates().size() + plan.others().values().stream().mapToInt(n -> n).sum()).isEqualTo(5_000);
  }

  private Planned plan(Strategy strategy) {
    return plan(order, strategy);
  }

  private static Planned plan(AnyOrder order, Strategy strategy) {
    return Planner.plan(strategy, order.facts());
  }

  private static Strategy with(Strategy strategy, Filter filter) {
    return new Strategy(
        strategy.candidates(), List.of(filter), strategy.objective(), strategy.split(), strategy.otherwise());
  }

  private static Candidate candidate(Planned plan, String location) {
    return plan.candidates().stream().filter(c -> c.location().equals(location)).findFirst().orElseThrow();
  }
}
