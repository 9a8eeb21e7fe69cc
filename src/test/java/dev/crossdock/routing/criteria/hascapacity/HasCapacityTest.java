package dev.crossdock.routing.criteria.hascapacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HasCapacityTest {

  private final HasCapacity both = new HasCapacity(Set.of(HasCapacity.Span.DAY, HasCapacity.Span.HOUR), 100);

  @Test
  void aFullDayOrHourKeepsOut() {
    assertThat(Scene.plain().load(900, 90).judged(both)).isEmpty();
    assertThat(Scene.plain().capacity(50, 5).load(49, 4).judged(both)).isEmpty();
    assertThat(Scene.plain().capacity(50, 5).load(50, 4).judged(both))
        .isEqualTo("has 50 orders today, and 50 is the limit | if it could take on 1 more today");
    assertThat(Scene.plain().capacity(50, 5).load(10, 7).judged(both))
        .isEqualTo("has 7 orders this hour, and 5 is the limit | if it could take on 3 more this hour");
    assertThat(Scene.plain().capacity(null, 5).load(999, 0).judged(both)).isEmpty();
    assertThat(Scene.plain().capacity(0, null).judged(both)).startsWith("has 0 orders today, and 0 is the limit");
  }

  @Test
  void aPartOfItMayBeLeft() {
    HasCapacity part = new HasCapacity(Set.of(HasCapacity.Span.DAY), 80);

    assertThat(Scene.plain().capacity(50, 5).load(39, 5).judged(part)).isEmpty();
    assertThat(Scene.plain().capacity(50, 5).load(40, 0).judged(part)).startsWith("has 40 orders today, and 40");
    assertThat(part.sentence()).isEqualTo("Has capacity by the day up to 80 %");
  }
}
