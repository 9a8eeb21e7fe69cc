package dev.crossdock.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of mutants stays true while the code changes; running them is a profile of its own. */
class MutantListTest {

  private static final int LEAST = 12;

  static List<Mutant> mutants() {
    return Mutant.all();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void wouldStillBeWrongInExactlyOnePlace(Mutant mutant) {
    assertThat(mutant.occurrences()).as("%s: the text in %s", mutant.name(), mutant.file()).isEqualTo(1);
    assertThat(mutant.replacement()).as(mutant.name()).isNotEqualTo(mutant.text());
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void hasATestThatIsThere(Mutant mutant) throws ClassNotFoundException {
    assertThat(Arrays.stream(Class.forName(mutant.testClass()).getDeclaredMethods()))
        .as(mutant.name())
        .anyMatch(method -> method.getName().equals(mutant.testMethod()));
  }

  @Test
  void areEnough() {
    assertThat(mutants()).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(mutants().stream().map(Mutant::name)).doesNotHaveDuplicates();
  }

  @Test
  void findsOneThatHasLostItsPlace() {
    String list = "= gone\nfile pom.xml\ntest a.B#c\n- no such line\n+ another\n";

    assertThat(Mutant.read(list)).singleElement().returns(0, Mutant::occurrences);
    assertThatThrownBy(() -> Mutant.read("= no file\ntest a.B#c\n- x\n+ y\n"))
        .isInstanceOf(IllegalStateException.class);
  }
}
