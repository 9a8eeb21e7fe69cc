package dev.crossdock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import dev.crossdock.architecture.Budgets.Excess;
import dev.crossdock.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** The house style, held over the whole project. */
class TidyTest {

  private static final Path PROJECT = Shared.project();
  private static final List<Source> SOURCES = Sources.below(PROJECT.resolve("src"), PROJECT);
  private static final List<Source> MAIN = SOURCES.stream().filter(Source::isMain).toList();

  @Test
  void nothingOutgrowsItsBudget() throws IOException {
    List<String> baseline = Files.readAllLines(PROJECT.resolve("src/test/resources/tidy-baseline.txt"));

    List<Excess> excess = new ArrayList<>(Budgets.excess(SOURCES));
    TextRules.files(PROJECT).stream()
        .map(file -> TextRules.wideLines(PROJECT.relativize(file).toString(), Sources.read(file)))
        .filter(wide -> wide.size() > 0)
        .forEach(excess::add);

    assertThat(Ratchet.complaints(excess, baseline)).isEmpty();
  }

  @Test
  void filesAndMethodsAreSmallOnTheWhole() {
    List<Integer> files = MAIN.stream().filter(s -> !s.isPackageInfo()).map(s -> s.lines().size()).toList();
    List<Integer> methods = new ArrayList<>();
    MAIN.forEach(source -> source.methods().forEach(method -> methods.add(source.length(method.tree()))));

    assertThat(Budgets.percentile(files, 0.5)).as("median of lines in a file").isLessThanOrEqualTo(80);
    assertThat(Budgets.percentile(files, 0.9)).as("lines in nine of ten files").isLessThanOrEqualTo(250);
    assertThat(Budgets.percentile(methods, 0.9)).as("lines in nine of ten methods").isLessThanOrEqualTo(20);
  }

  @Test
  void manyTypesStayInTheirPackage() {
    List<ClassTree> types = MAIN.stream().flatMap(source -> source.topLevelTypes().stream()).toList();
    long open = types.stream().filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC)).count();

    assertThat(100 * (types.size() - open) / types.size())
        .as("per cent of %s types that are package-private", types.size())
        .isGreaterThanOrEqualTo(35);
  }

  @Test
  void javaDoesWithoutWhatIsBanned() {
    assertThat(SOURCES.stream().flatMap(source -> Bans.findings(source).stream())).isEmpty();
  }

  @Test
  void switchesOverOurOwnTypesNameEveryCase() {
    SwitchRule rule = new SwitchRule(MAIN);

    assertThat(MAIN.stream().flatMap(source -> rule.findings(source).stream())).isEmpty();
  }

  @Test
  void publicTypesSayWhatTheyAreFor() {
    List<String> silent = new ArrayList<>();
    for (Source source : MAIN) {
      source.types().stream()
          .filter(type -> source.topLevelTypes().contains(type.tree()))
          .filter(type -> type.tree().getModifiers().getFlags().contains(Modifier.PUBLIC))
          .filter(type -> source.javadoc(type.path()).isBlank())
          .forEach(type -> silent.add(source.path()));
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void everyPackageSaysItsPurpose() {
    TreeSet<String> silent = new TreeSet<>();
    MAIN.forEach(source -> silent.add(source.packageName()));
    MAIN.stream()
        .filter(source -> source.isPackageInfo() && source.text().startsWith("/** "))
        .filter(source -> source.text().contains("@NullMarked"))
        .forEach(source -> silent.remove(source.packageName()));

    assertThat(silent).isEmpty();
  }

  @Test
  void textHasNoLooseEnds() {
    List<Path> files = TextRules.files(PROJECT);

    assertThat(files).contains(PROJECT.resolve("pom.xml"), PROJECT.resolve("crossdock"), PROJECT.resolve(".ci/run"));
    assertThat(files.stream().flatMap(file ->
        TextRules.findings(PROJECT.relativize(file).toString(), Sources.read(file)).stream())).isEmpty();
  }

  @Test
  void templatesObeyTheContentSecurityPolicy() {
    assertThat(TextRules.files(PROJECT).stream()
        .filter(file -> file.toString().endsWith(".jte"))
        .flatMap(file -> TemplateRules.findings(PROJECT.relativize(file).toString(), Sources.read(file)).stream()))
        .isEmpty();
  }
}
