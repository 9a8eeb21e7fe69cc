package dev.crossdock.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.engine.Planned.Candidate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fences about how much leaves in one parcel: a unit weighs 500 g and is worth 10.00 EUR. */
class LimitsTest {

  private final AnyOrder order = new AnyOrder();

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "2000 | FREELY | NEAR 4 of A, FAR 2 of A, FAR 2 of B",
      "2900 | FREELY | NEAR 5 of A, FAR 1 of A, FAR 2 of B",
      "1000 | FREELY | NEAR 2 of A, FAR 2 of A, missing 2 of A LIMIT, missing 2 of B LIMIT",
      "4000 | FREELY | NEAR 6 of A, NEAR 2 of B",
      "400 | FREELY | missing 6 of A KEPT_OUT, missing 2 of B KEPT_OUT",
      "2000 | LINES | NEAR 2 of B, missing 6 of A LIMIT",
      "3000 | LINES | NEAR 6 of A, FAR 2 of B",
      "2000 | NEVER | missing 6 of A KEPT_OUT, missing 2 of B KEPT_OUT",
      "4000 | NEVER | NEAR 6 of A, NEAR 2 of B",
  })
  void aParcelIsAsHeavyAsItMayBe(String grams, String split, String plan) {
    order.place("NEAR", 10.0, 10).place("FAR", 900.0, 10);
    order.has("NEAR", "A", 9).has("NEAR", "B", 2).has("FAR", "A", 9).has("FAR", "B", 9).line(1, "A", 6).line(2, "B", 2);
    Split how =
        switch (split) {
          case "NEVER" -> Split.NEVER;
          case "LINES" -> new Split(Split.ANY_NUMBER, true, null, null);
          default -> Split.FREELY;
        };
    assertThat(words(plan(how, "{'type':'weight-most','gramsMost':" + grams + "}"))).isEqualTo(plan);
  }

  @Test
  void whatIsWorthTooMuchTogetherLeavesInTwoParcels() {
    order.place("NEAR", 10.0, 10).place("FAR", 900.0, 10);
    order.has("NEAR", "A", 9).has("FAR", "A", 9).line(1, "A", 4);
    Planned plan = plan(Split.FREELY, "{'type':'shipment-value-most','amountMost':3000}");
    assertThat(words(plan)).isEqualTo("NEAR 3 of A, FAR 1 of A");
    assertThat(plan.sentence())
        .isEqualTo("NEAR and FAR together, because no single location may ship all 4 units.");
    assertThat(candidate(plan, "NEAR").reason())
        .isEqualTo("may ship 3 of 4 units, 10 km away; ships at most 30.00 EUR in one parcel");
  }

  @Test
  void aPlaceWithoutALimitShipsAllAndTheOtherTellsWhatItWouldTake() {
    order.place("SHOP", LocationKind.STORE, 10.0, 10).place("HOUSE", 900.0, 10);
    order.has("SHOP", "A", 9).has("HOUSE", "A", 9).line(1, "A", 6);
    Planned plan = plan(Split.FREELY, "{'type':'weight-most','gramsMost':1500,'kinds':['STORE']}");
    assertThat(words(plan)).isEqualTo("HOUSE 6 of A");
    Candidate shop = candidate(plan, "SHOP");
    assertThat(shop.reason()).isEqualTo("may ship only 3 of 6 units; ships at most 1500 g in one parcel");
    assertThat(shop.wouldWin()).isEqualTo("if the limit were 3000 g");
  }

  @Test
  void nothingIsBroughtToWhereItMayNotLeaveInOneParcel() {
    order.place("NEAR", 10.0, 10).place("FAR", 900.0, 10).has("NEAR", "A", 3).has("FAR", "A", 2).line(1, "A", 5);
    Split together = new Split(Split.ANY_NUMBER, false, null, new Split.Consolidate(1, 3));
    assertThat(plan(together, "{'type':'weight-most','gramsMost':2500}").transfers()).isNotEmpty();
    assertThat(plan(together, "{'type':'weight-most','gramsMost':2400}").transfers()).isEmpty();
  }

  private Planned plan(Split split, String filter) {
    return Planner.plan(
        AnyOrder.fenced(AnyOrder.nearest(split), (Filter) Scene.read(filter)), order.facts());
  }

  private static Candidate candidate(Planned plan, String location) {
    return plan.candidates().stream().filter(c -> c.location().equals(location)).findFirst().orElseThrow();
  }

  private static String words(Planned plan) {
    String placed =
        plan.assignments().stream()
            .sorted((one, other) -> other.location().compareTo(one.location()))
            .map(a -> a.location() + " " + a.units() + " of " + a.sku())
            .collect(Collectors.joining(", "));
    String missing =
        plan.missing().stream()
            .map(m -> "missing " + m.units() + " of " + m.sku() + " " + m.lack())
            .collect(Collectors.joining(", "));
    return placed.isEmpty() || missing.isEmpty() ? placed + missing : placed + ", " + missing;
  }
}
