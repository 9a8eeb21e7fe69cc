package dev.crossdock.routing.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardRailsTest {

  private static final Figures ACTIVE = figures(100_000, 1_000, 10, 5);

  @Test
  void doesNotTakeAPolicyForCheaperThatPlacesLess() {
    Figures all = new Figures(10, 10, 10, Map.of("USD", 5_000L), 10, 10, 10, 0, 0, 0);
    Figures half = new Figures(10, 10, 5, Map.of("USD", 3_000L), 5, 5, 5, 0, 5, 5);

    assertThat(half.costPerOrder("USD")).isEqualTo(600);
    assertThat(half.parcelsPerOrder()).isEqualTo(all.parcelsPerOrder()).isEqualTo(1);
    assertThat(new GuardRails(2, 100, 100, 5).broken(half, all))
        .containsExactly("Cost per order in USD would rise by 20.00 %, and 2.00 % is the limit.");
  }

  @Test
  void holdsWhatIsAsGood() {
    assertThat(GuardRails.USUAL.broken(ACTIVE, ACTIVE)).isEmpty();
  }

  @Test
  void holdsWhatIsWorseByNoMoreThanTheLimit() {
    assertThat(GuardRails.USUAL.broken(figures(101_900, 1_049, 11, 6), ACTIVE)).isEmpty();
  }

  @Test
  void namesEachGuardRailThatBreaks() {
    assertThat(GuardRails.USUAL.broken(figures(102_100, 1_051, 12, 8), ACTIVE))
        .containsExactly(
            "Cost per order in USD would rise by 2.25 %, and 2.00 % is the limit.",
            "Parcels per order would rise by 5.26 %, and 5.00 % is the limit.",
            "Late orders would rise by 0.20 points to 1.20 %, and 0.10 points are the limit.",
            "Units without a place would rise by 0.15 points to 0.40 %, and 0.10 points are the limit.");
  }

  /** Of a thousand orders with two units each. */
  private static Figures figures(long cost, long parcels, long late, long unfilled) {
    return new Figures(1_000, 2_000, parcels, Map.of("USD", cost), parcels, 3_000, 1_000, late, unfilled, unfilled);
  }
}
