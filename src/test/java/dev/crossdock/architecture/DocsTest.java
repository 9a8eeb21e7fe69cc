package dev.crossdock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Shared;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages name only what exists, and continuous integration runs what the README says. */
class DocsTest {

  private static final Path PROJECT = Shared.project();
  private static final Set<String> COMMANDS = Set.of("demo", "start", "drill", "check", "import", "export");
  private static final List<Source> SOURCES = Sources.below(PROJECT.resolve("src"), PROJECT);
  private static final Pages PAGES = new Pages(PROJECT, SOURCES, COMMANDS);
  private static final Path DECISIONS = Path.of("docs/decisions");

  @Test
  void pagesNameOnlyWhatExists() {
    List<Path> pages = pages();

    assertThat(pages).contains(Path.of("README.md"), Path.of("ARCHITECTURE.md"), Path.of("CONTRIBUTING.md"));
    assertThat(pages.stream().flatMap(page -> PAGES.findings(page.toString(), read(page)).stream())).isEmpty();
  }

  @Test
  void theReadmeNamesEveryCommandAndTheProgramKnowsIt() {
    String program = SOURCES.stream()
        .filter(source -> source.path().matches("src/main/java/dev/crossdock/(Crossdock|cli/.*)\\.java"))
        .map(Source::text)
        .reduce("", String::concat);

    assertThat(COMMANDS).allSatisfy(command -> {
      assertThat(read(Path.of("README.md"))).contains("./crossdock " + command);
      assertThat(program).contains("\"" + command + "\"");
    });
  }

  @Test
  void continuousIntegrationRunsTheReadmesTestCommand() {
    String command = "./mvnw verify";

    assertThat(read(Path.of("README.md")).lines()).contains(command);
    assertThat(read(Path.of(".ci/run")).lines().filter(line -> line.contains("mvn"))).containsExactly(command);
  }

  /** A figure that is made of parts is looked for by its first part. */
  @Test
  void eachFigureIsExplainedAndNoneThatIsNotThere() {
    Pattern figure = Pattern.compile("\"(crossdock(?:\\.[a-z]+)+)\\.?\"");
    Set<String> told = SOURCES.stream()
        .filter(source -> source.path().matches("src/main/java/.*(Meters|Jobs|Erasure|Horizon)\\.java"))
        .flatMap(source -> figure.matcher(source.text()).results())
        .map(found -> found.group(1).replace('.', '_'))
        .collect(Collectors.toSet());
    String page = read(Path.of("docs/watching.md"));
    Set<String> explained = Pattern.compile("`(crossdock_[a-z_]+)`").matcher(page).results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());

    assertThat(told).hasSizeGreaterThan(10);
    assertThat(told).allSatisfy(name -> assertThat(explained).anyMatch(other -> other.startsWith(name)));
    assertThat(explained).allSatisfy(name -> assertThat(told).anyMatch(name::startsWith));
  }

  @Test
  void decisionsAreNumberedWithoutGapAndHaveTheirParts() {
    List<Path> decisions = pages().stream().filter(page -> page.startsWith(DECISIONS)).sorted().toList();

    assertThat(decisions).isNotEmpty();
    assertThat(decisions.stream().map(page -> page.getFileName().toString().split("-")[0]))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, decisions.size()).mapToObj("%04d"::formatted).toList());
    assertThat(decisions).allSatisfy(page -> {
      int number = Integer.parseInt(page.getFileName().toString().split("-")[0]);
      assertThat(read(page)).startsWith("# " + number + ". ");
      assertThat(read(page).lines().filter(line -> line.startsWith("## ")))
          .containsExactly("## Context", "## Decision", "## Consequences", "## Status");
      assertThat(read(page).lines().count()).as("lines of one page").isLessThanOrEqualTo(60);
    });
  }

  @Test
  void theScriptsLookForTheJdkThatTheBuildAsksFor() {
    assertThat(read(Path.of("pom.xml"))).contains("<java.version>25</java.version>");
    assertThat(read(Path.of(".mvn/find-jdk")).lines()).contains("wanted=25");
    assertThat(read(Path.of("mvnw"))).contains(".mvn/find-jdk");
    assertThat(read(Path.of("crossdock"))).contains(".mvn/find-jdk");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "`orders/NoSuchFile.java`          | names orders/NoSuchFile.java, which is not there",
      "`no-such-file.txt`                | names no-such-file.txt, and no file has that name",
      "`NoSuchType`                      | names NoSuchType, and no type has that name",
      "`Ratchet.noSuchMember`            | names Ratchet.noSuchMember, which src/test/java/dev/crossdock/architecture",
      "`orders.nowhere`                  | names the package orders.nowhere, which is not there",
      "`./nothing`                       | calls ./nothing, which is not there",
      "`./crossdock fly`                 | calls ./crossdock fly, and there is no such command",
      "[here](docs/nothing.md)           | links to docs/nothing.md, which is not there",
      "![picture](docs/images/none.png)  | links to docs/images/none.png, which is not there",
  })
  void findsWhatIsNotThere(String text, String fault) {
    assertThat(PAGES.findings("README.md", "# Title\n\n" + text + "\n"))
        .singleElement().asString().startsWith("README.md " + fault);
  }

  @Test
  void readsCommandsInBlocksAndCountsTitles() {
    assertThat(PAGES.findings("README.md", "# Title\n\n```sh\n./crossdock fly # not\n# no title\n```\n")).hasSize(1);
    assertThat(PAGES.findings("README.md", "# Title\n\n# Another\n")).hasSize(1);
    assertThat(PAGES.findings("README.md", "Title\n")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "`architecture/DocsTest.java`", "`DocsTest`", "`DocsTest.PROJECT`", "`pom.xml`", "`./crossdock demo --port 1`",
      "`InstantSource`", "`channels.adapters.<name>`", "`POST /webhooks/x`", "`/api/v1/orders`", "`merchant`",
      "`RECEIVED`", "[home](https://example.org/x)", "`src/test/java/`", "`platform.money`"})
  void letsTrueNamesPass(String text) {
    assertThat(PAGES.findings("README.md", "# Title\n\n" + text + "\n")).isEmpty();
  }

  private static List<Path> pages() {
    Pattern page = Pattern.compile("[A-Z]+\\.md|docs/.*\\.md");
    return TextRules.files(PROJECT).stream()
        .map(PROJECT::relativize)
        .filter(file -> page.matcher(file.toString()).matches())
        .toList();
  }

  private static String read(Path page) {
    return Sources.read(PROJECT.resolve(page));
  }
}
