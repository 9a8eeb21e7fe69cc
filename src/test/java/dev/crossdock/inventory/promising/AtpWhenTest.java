package dev.crossdock.inventory.promising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.promising.AtpWhen.Arrival;
import dev.crossdock.inventory.promising.AtpWhen.Step;
import dev.crossdock.inventory.promising.AtpWhen.Supply;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When more could be promised. */
class AtpWhenTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void isTodayWhenThereIsEnough() {
    AtpWhen when = AtpWhen.of("TEA", 5, TODAY, List.of(new Supply(1, 5, 0, List.of())));

    assertThat(when.on()).isEqualTo(TODAY);
    assertThat(when.steps()).containsExactly(new Step(TODAY, 5));
  }

  @Test
  void isTheDayOnWhichEnoughHasArrived() {
    AtpWhen when = AtpWhen.of("TEA", 40, TODAY, List.of(new Supply(1, 5, 0, List.of(day(9, 30), day(3, 10)))));

    assertThat(when.on()).isEqualTo(TODAY.plusDays(9));
    assertThat(when.steps())
        .containsExactly(new Step(TODAY, 5), new Step(TODAY.plusDays(3), 15), new Step(TODAY.plusDays(9), 45));
  }

  @Test
  void countsOverdueForTodayAndUndatedNot() {
    Supply supply = new Supply(1, 5, 0, List.of(day(-4, 2), new Arrival(null, 100)));

    AtpWhen when = AtpWhen.of("TEA", 8, TODAY, List.of(supply));

    assertThat(when.on()).isNull();
    assertThat(when.steps()).containsExactly(new Step(TODAY, 7));
    assertThat(when.undated()).isEqualTo(100);
  }

  @Test
  void fillsPromisesAndWhatIsKeptBackFirst() {
    AtpWhen promised = AtpWhen.of("TEA", 1, TODAY, List.of(new Supply(1, -6, 0, List.of(day(1, 5), day(2, 2)))));
    AtpWhen kept = AtpWhen.of("TEA", 1, TODAY, List.of(new Supply(1, 0, 6, List.of(day(1, 5), day(2, 2)))));

    assertThat(promised.on()).isEqualTo(TODAY.plusDays(2));
    assertThat(kept.on()).isEqualTo(TODAY.plusDays(2));
    assertThat(kept.steps()).containsExactly(new Step(TODAY, 0), new Step(TODAY.plusDays(2), 1));
  }

  @Test
  void ofAKitNeedsAllParts() {
    Supply cups = new Supply(2, 3, 0, List.of(day(1, 10)));
    Supply pots = new Supply(1, 1, 0, List.of(day(5, 10)));

    AtpWhen when = AtpWhen.of("SET", 6, TODAY, List.of(cups, pots));

    assertThat(when.on()).isEqualTo(TODAY.plusDays(5));
    assertThat(when.steps()).containsExactly(new Step(TODAY, 1), new Step(TODAY.plusDays(5), 6));
  }

  private static Arrival day(int days, long units) {
    return new Arrival(TODAY.plusDays(days), units);
  }
}
