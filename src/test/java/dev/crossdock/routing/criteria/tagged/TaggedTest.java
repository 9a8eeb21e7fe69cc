package dev.crossdock.routing.criteria.tagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.routing.criteria.Scene;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaggedTest {

  @Test
  void tagsAreWantedOrNot() {
    Scene scene = Scene.plain().tags("Fast", "eu");

    assertThat(scene.judged(new Tagged(Set.of("fast", "cheap"), Set.of(), Set.of()))).isEmpty();
    assertThat(scene.judged(new Tagged(Set.of("cheap"), Set.of(), Set.of())))
        .isEqualTo("is not tagged cheap | if it were tagged cheap");
    assertThat(scene.judged(new Tagged(Set.of(), Set.of("fast", "eu"), Set.of()))).isEmpty();
    assertThat(scene.judged(new Tagged(Set.of(), Set.of("fast", "uk"), Set.of())))
        .isEqualTo("is not tagged fast and uk | if it were tagged fast and uk");
    assertThat(scene.judged(new Tagged(Set.of("fast"), Set.of(), Set.of("eu"))))
        .isEqualTo("is tagged eu | if it were not tagged eu");
    assertThat(Scene.plain().judged(new Tagged(Set.of(), Set.of(), Set.of("eu")))).isEmpty();
  }

  @Test
  void namesItsTags() {
    assertThat(new Tagged(Set.of("b", "a"), Set.of("c"), Set.of("d")).sentence())
        .isEqualTo("Only locations tagged a or b, tagged c (each), not tagged d");
  }

  @Test
  void atLeastOneTagIsNamed() {
    assertThatThrownBy(() -> new Tagged(Set.of(), Set.of(), Set.of())).hasMessage("must name at least one tag");
  }
}
