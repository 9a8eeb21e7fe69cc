package dev.crossdock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.architecture.Budgets.Excess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the house style finds the fault it is there for, and only that. */
class TidyRulesTest {

  private static final String MAIN = "src/main/java/dev/crossdock/orders/Crooked.java";
  private static final String TEST = "src/test/java/dev/crossdock/orders/CrookedTest.java";

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Instant now = Instant.now();                | InstantSource",
      "Instant now = java.time.Instant.now();      | InstantSource",
      "long now = System.currentTimeMillis();      | InstantSource",
      "InstantSource time = InstantSource.system();| InstantSource",
      "Date now = new Date();                      | InstantSource",
      "UUID id = UUID.randomUUID();                | platform.ids",
      "double dice = Math.random();                | seed",
      "var count = 1;                              | name the type",
      "for (var each : list) { }                   | name the type",
      "try { } catch (IOException e) { e.printStackTrace(); } | throw it",
  })
  void findsABannedStatement(String statement, String instead) {
    Source source = Sources.of(MAIN, "class Crooked { void run() throws Exception { " + statement + " } }");

    assertThat(Bans.findings(source)).singleElement().asString().startsWith(MAIN + ":1 ").contains(instead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"import java.util.*;", "import lombok.Data;", "import org.mockito.Mockito;"})
  void findsABannedImport(String line) {
    assertThat(Bans.findings(Sources.of(MAIN, line + " class Crooked {}"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "@Test void testPlaces() {}", "@Disabled @Test void places() {}", "void waits() { Thread.sleep(10); }"})
  void findsABadHabitInATest(String method) {
    assertThat(Bans.findings(Sources.of(TEST, "class CrookedTest { " + method + " }"))).hasSize(1);
  }

  @Test
  void letsTimeAndIdsBeMadeWhereTheyAreMade() {
    String time = "src/main/java/dev/crossdock/platform/time/SystemTime.java";
    String ids = "src/main/java/dev/crossdock/platform/ids/Ids.java";

    assertThat(Bans.findings(Sources.of(time, "class A { Instant now() { return Instant.now(); } }"))).isEmpty();
    assertThat(Bans.findings(Sources.of(ids, "class A { UUID id() { return UUID.randomUUID(); } }"))).isEmpty();
    assertThat(Bans.findings(Sources.of(ids, "class A { Instant now() { return Instant.now(); } }"))).hasSize(1);
  }

  @Test
  void findsMoneyCountedInexactly() {
    String money = "src/main/java/dev/crossdock/platform/money/Rate.java";

    assertThat(Bans.findings(Sources.of(money, "record Rate(double value) {}"))).hasSize(1);
    assertThat(Bans.findings(Sources.of(money, "record Rate(long value) {}"))).isEmpty();
  }

  @Test
  void isContentWithGoodJava() {
    String good = """
        class Crooked {
          int variable = 1;
          void run(Tx tx, InstantSource time) {
            String text = "var x = Instant.now(); @Disabled";
            list.forEach(value -> use(value, tx.now(), time.instant()));
          }
        }
        """;
    assertThat(Bans.findings(Sources.of(MAIN, good))).isEmpty();
  }

  @Test
  void findsADefaultOverOurOwnTypes() {
    String types = """
        enum Light { RED, GREEN }
        sealed interface Shape permits Round, Square {}
        record Round() implements Shape {}
        record Square() implements Shape {}
        """;
    SwitchRule rule = new SwitchRule(List.of(Sources.of("src/main/java/dev/crossdock/orders/Light.java", types)));

    assertThat(inSwitch(rule, "case RED -> 1; default -> 2;")).hasSize(1);
    assertThat(inSwitch(rule, "case Round round -> 1; default -> 2;")).hasSize(1);
    assertThat(inSwitch(rule, "case Round() -> 1; case null, default -> 2;")).hasSize(1);
    assertThat(inSwitch(rule, "case RED -> 1; case GREEN -> 2;")).isEmpty();
    assertThat(inSwitch(rule, "case SECONDS -> 1; default -> 2;")).isEmpty();
    assertThat(inSwitch(rule, "case String text -> 1; default -> 2;")).isEmpty();
  }

  @Test
  void findsWhatOutgrowsItsBudget() {
    String wide = "int a, int b, int c, int d, int e, int f, int g";
    String text = "public class Crooked {\n  Crooked(" + wide + ") {}\n"
        + "  public void hold(boolean stock, boolean now) {}\n  void run() {\n" + "    run();\n".repeat(39) + "  }\n}\n"
        + "// filler\n".repeat(360);

    assertThat(Budgets.excess(List.of(Sources.of(MAIN, text)))).containsExactlyInAnyOrder(
        new Excess("file-lines", MAIN, 405, 400),
        new Excess("method-lines", MAIN + "#run", 41, 40),
        new Excess("constructor-parameters", MAIN + "#Crooked", 7, 6),
        new Excess("boolean-parameters", MAIN + "#hold", 2, 0));
  }

  @Test
  void countsTypesOfAPackageOverItsFiles() {
    String types = "package dev.crossdock.orders; " + "record A() {} ".repeat(13);

    assertThat(Budgets.excess(List.of(Sources.of(MAIN, types), Sources.of(MAIN, types))))
        .containsExactly(new Excess("package-types", "dev.crossdock.orders", 26, 25));
  }

  @Test
  void givesRecordsAndOverridesTheirParameters() {
    String text = """
        public record Crooked(int a, int b, int c, int d, int e, int f, boolean g) implements Toggle {
          @Override
          public void toggle(boolean on) {}
        }
        """;
    assertThat(Budgets.excess(List.of(Sources.of(MAIN, text)))).isEmpty();
  }

  @Test
  void letsExcessShrinkOnly() {
    List<Excess> excess = List.of(new Excess("file-lines", "A.java", 410, 400));

    assertThat(Ratchet.complaints(excess, List.of("# comment", "file-lines A.java 410"))).isEmpty();
    assertThat(Ratchet.complaints(excess, List.of())).containsExactly(
        "file-lines A.java has 410, and 400 is the limit: split it");
    assertThat(Ratchet.complaints(excess, List.of("file-lines A.java 405"))).containsExactly(
        "file-lines A.java has grown from 405 to 410: the baseline may only shrink");
    assertThat(Ratchet.complaints(excess, List.of("file-lines A.java 420"))).containsExactly(
        "file-lines A.java has shrunk from 420 to 410: lower the baseline");
    assertThat(Ratchet.complaints(List.of(), List.of("file-lines A.java 410"))).containsExactly(
        "file-lines A.java is within its limit now: take it off the baseline");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "TO" + "DO later", "FIX" + "ME", "@" + "author me", "see /wo" + "rk/notes", "cd /ro" + "ot/x", "a\tb", "end "})
  void findsALooseEnd(String line) {
    assertThat(TextRules.findings("README.md", "fine\n" + line + "\n"))
        .singleElement().asString().startsWith("README.md:2 ");
  }

  @Test
  void measuresLinesAndWantsTheLastOneEnded() {
    assertThat(TextRules.wideLines("A.java", "x".repeat(120) + "\n").size()).isZero();
    assertThat(TextRules.wideLines("A.java", "x".repeat(121) + "\n").size()).isEqualTo(1);
    assertThat(TextRules.wideLines("README.md", "x".repeat(121) + "\n").size()).isZero();
    assertThat(TextRules.findings("README.md", "network/root/file"))
        .containsExactly("README.md does not end its last line");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<p hx-on:click=\"x()\">", "<p onclick=\"x()\">", "<p style=\"width: 3%\">", "<style>p {}</style>",
      "<script>x()</script>", "<p hx-vals='js:{a: 1}'>", "<a href=\"javascript:x()\">",
      "<p hx-swap=\"morph:{ignoreActive:true}\">", "<p hx-trigger=\"click[ctrlKey]\">", "<p hx-vars=\"a:b\">",
      "<p>$unsafe{html}</p>"})
  void findsWhatThePolicyForbids(String template) {
    assertThat(TemplateRules.findings("page.jte", "@param String html\n" + template + "\n"))
        .isNotEmpty()
        .allMatch(finding -> finding.startsWith("page.jte:2 "));
  }

  @Test
  void letsAGoodTemplatePass() {
    String good = """
        <%-- style= and <script> may be spoken of --%>
        <script src="/assets/console.js" defer></script>
        <p class="on" data-style="compact" hx-trigger="click, sse:order" hx-swap="morph">${order.number()}</p>
        <a href="/orders?sort=-age&onhold=1">Orders on hold</a>
        """;
    assertThat(TemplateRules.findings("page.jte", good)).isEmpty();
  }

  private static List<String> inSwitch(SwitchRule rule, String cases) {
    String text = "class Crooked { int run(Object o) { return switch (o) { " + cases + " }; } }";
    return rule.findings(Sources.of(MAIN, text));
  }
}
