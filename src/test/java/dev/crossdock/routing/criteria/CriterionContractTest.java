package dev.crossdock.routing.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import criteriafixture.Broken;
import criteriafixture.EveryKind;
import dev.crossdock.testing.Shared;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every criterion is found by itself and held to the contract, which is shown able to fail. */
class CriterionContractTest {

  private static final Path PROJECT = Shared.project();
  private static final long SEED = Long.getLong("crossdock.seed", 20_261_121);

  static List<Class<? extends Criterion>> criteria() {
    return CriteriaScan.below(Criteria.class.getPackageName());
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void aCriterionIsPureAndExplainsItself(Class<? extends Criterion> type) {
    assertThat(CriterionContract.complaints(type, SEED)).as("with seed " + SEED).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void aCriterionHasItsFolderAndItsCases(Class<? extends Criterion> type) {
    assertThat(CriterionContract.strays(type, PROJECT)).isEmpty();
  }

  @Test
  void allOfThemAreKnownAndNoneIsCalledLikeAnother() {
    List<Description> told = Criteria.all().describe();

    assertThat(told).hasSameSizeAs(criteria()).hasSizeGreaterThan(40);
    assertThat(told).extracting(Description::type).doesNotHaveDuplicates();
    assertThat(told).filteredOn(Description::filter).extracting(Description::help).doesNotHaveDuplicates();
  }

  @Test
  void findsEveryBrokenRule() {
    assertThat(broken(Broken.Moody.class)).anyMatch(said -> said.contains("of the same facts"));
    assertThat(broken(Broken.Silent.class)).contains("Silent: its reason is empty");
    assertThat(broken(Broken.Full.class)).contains("Full: its reason ends with a full stop");
    assertThat(broken(Broken.SaysNull.class)).anyMatch(said -> said.contains("its reason says is null km away"));
    assertThat(broken(Broken.Throws.class)).anyMatch(said -> said.contains("it throws java.lang.NullPointerException"));
    assertThat(broken(Broken.Same.class))
        .containsExactly("Same: its sentence does not tell apart what its parameters do");
    assertThat(broken(Broken.Forgets.class)).anyMatch(said -> said.contains("it reads "));
    assertThat(broken(Broken.Endless.class)).contains("Endless: it scores NaN");
    assertThat(broken(Broken.Below.class)).contains("Below: it scores -1.0");
    assertThat(broken(Broken.Curious.class)).anyMatch(said -> said.contains("questions about one candidate"));
    assertThat(broken(Broken.Shouting.class)).containsExactly(
        "Shouting: its help is no sentence", "Shouting: its title is empty",
        "Shouting: its type is not words in small letters with hyphens between them");
    assertThat(broken(Broken.Nameless.class)).first().asString().contains("must be a record with a @Kind");
    assertThat(broken(Broken.Undescribed.class)).first().asString().contains("has no @Parameter");
    assertThat(broken(Broken.Odd.class)).first().asString().contains("a parameter can't be a");
    assertThat(broken(Broken.Needy.class)).first().asString().contains("has something to begin with");
    assertThat(broken(Broken.Impossible.class)).containsExactly(
        "Impossible: none is made by chance within the limits of its parameters");
    assertThat(CriterionContract.strays(EveryKind.class, PROJECT)).hasSize(2);
  }

  private static List<String> broken(Class<? extends Criterion> type) {
    return CriterionContract.complaints(type, SEED);
  }
}
