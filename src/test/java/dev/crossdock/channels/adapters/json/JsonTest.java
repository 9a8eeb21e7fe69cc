package dev.crossdock.channels.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.crossdock.channels.Decoded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static final Currency USD = Currency.getInstance("USD");

  @Test
  void keepsIdsBeyondWhatAFloatCanHold() {
    assertThat(Json.read(utf8("{\"id\":9007199254740993}")).at("id").id()).isEqualTo("9007199254740993");
    assertThat(Json.read(utf8("{\"id\":\"A-1\"}")).at("id").id()).isEqualTo("A-1");
  }

  @Test
  void refusesTheSameNameTwice() {
    assertThat(decode("{\"a\":[{\"id\":1,\"id\":2}]}", root -> {})).isEqualTo(rule("/a/0/id", Rule.DUPLICATE_KEY));
  }

  @Test
  void refusesBrokenUtf8() {
    byte[] body = utf8("{\"name\":\"x\"}");
    body[9] = (byte) 0xC3;

    assertThat(strip(Json.decode(body, root -> ignored()))).isEqualTo(rule("", Rule.ENCODING));
  }

  @Test
  void acceptsAByteOrderMark() {
    assertThat(Json.read(utf8("\uFEFF{\"id\":1}")).at("id").id()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1,", "{\"a\":}", "{'a':1}", "{\"a\":1}x", "{\"a\":NaN}", "{\"a\":01}", "nul"})
  void refusesWhatIsNotJson(String body) {
    assertThat(((Decoded.Invalid) decode(body, root -> {})).rule()).isEqualTo("not-json");
  }

  @Test
  void refusesDeepNestingAtTheLevelThatBreaksTheLimit() {
    String allowed = "[".repeat(Json.NESTING_MAX) + "]".repeat(Json.NESTING_MAX);

    assertThat(decode(allowed, root -> {})).isEqualTo(ignored());
    assertThat(decode("[".repeat(100_000), root -> {})).isEqualTo(rule("/0".repeat(Json.NESTING_MAX), Rule.TOO_DEEP));
  }

  @Test
  void refusesTooMuchOfEverything() {
    String longest = "x".repeat(Json.DOCUMENT_BYTES_MAX);
    assertThat(decode("\"" + longest + "\"", root -> {})).isEqualTo(rule("", Rule.TOO_LONG));
    assertThat(decode("{\"a\":\"" + "x".repeat(1_000_001) + "\"}", root -> {})).isEqualTo(rule("/a", Rule.TOO_LONG));
    assertThat(decode("{\"a\":" + "1".repeat(101) + "}", root -> {})).isEqualTo(rule("/a", Rule.TOO_LONG));
    assertThat(decode("{\"" + "n".repeat(2_000) + "\":1}", root -> {})).isEqualTo(rule("", Rule.TOO_LONG));
    assertThat(decode("[" + "1,".repeat(500_000) + "1]", root -> {})).isEqualTo(rule("", Rule.TOO_LONG));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1", "1000000, 1000000", "2.0, 2", "1e2, 100",
  })
  void readsQuantities(String json, int units) {
    assertThat(Json.read(utf8("{\"quantity\":" + json + "}")).at("quantity").units(1)).isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|out-of-range", "-1|out-of-range", "1000001|out-of-range", "9223372036854775808|out-of-range",
        "1e1000000000|out-of-range", "1e-1000000000|out-of-range", "1e99999999999999|out-of-range", "1.5|wrong-type",
        "\"1\"|wrong-type", "\"１\"|wrong-type", "true|wrong-type", "[1]|wrong-type", "null|missing",
      })
  void refusesOtherQuantities(String json, String rule) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertThat(decode("{\"quantity\":" + json + "}", root -> root.at("quantity").units(1)))
                .isEqualTo(new Decoded.Invalid("/quantity", rule, "")));
  }

  @Test
  void readsQuantitiesFromTextOnlyWhereAsked() {
    assertThat(Json.read(utf8("[\"3\"]")).items().getFirst().unitsAlsoAsText(1)).isEqualTo(3);
    assertThat(decode("[\"１\"]", root -> root.items().getFirst().unitsAlsoAsText(1)))
        .isEqualTo(rule("/0", Rule.WRONG_TYPE));
  }

  @ParameterizedTest
  @CsvSource({"12.34, 1234", "\"12.34\", 1234", "\"0.005\", 1", "-3, -300", "1e3, 100000"})
  void readsMoneyAsNumberOrText(String json, long minor) {
    assertThat(Json.read(utf8("{\"price\":" + json + "}")).at("price").money(USD).minor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1,234.00\"|wrong-type", "\"１２\"|wrong-type", "\"$1\"|wrong-type", "{}|wrong-type",
        "1e1000000000|out-of-range", "1e-1000000000|out-of-range", "0e999999999|out-of-range",
        "10000000000000000000|out-of-range", "null|missing", "\"\"|missing",
      })
  void refusesOtherMoney(String json, String rule) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertThat(decode("{\"price\":" + json + "}", root -> root.at("price").money(USD)))
                .isEqualTo(new Decoded.Invalid("/price", rule, "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"XXX\"", "\"XAU\"", "\"usd\"", "\"US\"", "\"€\""})
  void refusesWhatIsNoCurrency(String json) {
    assertThat(decode("{\"currency\":" + json + "}", root -> root.at("currency").currency()))
        .isEqualTo(rule("/currency", Rule.UNKNOWN_CURRENCY));
  }

  @Test
  void readsTimes() {
    assertThat(time("2026-11-20T10:00:00-05:00").instant()).isEqualTo(Instant.parse("2026-11-20T15:00:00Z"));
    assertThat(time("2016-05-17T04:14:36-00:00").instant()).isEqualTo(Instant.parse("2016-05-17T04:14:36Z"));
    assertThat(time("2026-11-20T10:00:00").instantInUtc()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(decode("{\"at\":\"+999999999-12-31T23:59:59Z\"}", root -> root.at("at").instant()))
        .isEqualTo(rule("/at", Rule.OUT_OF_RANGE));
    assertThat(decode("{\"at\":\"2026-11-20T10:00:00\"}", root -> root.at("at").instant()))
        .isEqualTo(rule("/at", Rule.WRONG_TYPE));
  }

  @Test
  void replacesWhatNoDatabaseTextCanHold() {
    JsonCursor root = Json.read(utf8("{\"a\":\"x\\u0000y\",\"b\":\"\\ud83d!\",\"c\":\"\\ud83d\\ude00\"}"));

    assertThat(root.at("a").text(10)).isEqualTo("x\uFFFDy");
    assertThat(root.at("b").text(10)).isEqualTo("\uFFFD!");
    assertThat(root.at("c").text(10)).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void takesAListThatPhpTurnedIntoAnObject() {
    JsonCursor root = Json.read(utf8("{\"a\":{\"0\":{\"id\":1},\"2\":{\"id\":3}},\"b\":{\"x\":1},\"c\":{}}"));

    assertThat(root.at("a").itemsAlsoKeyed()).extracting(JsonCursor::path).containsExactly("/a/0", "/a/2");
    assertThat(root.at("c").itemsAlsoKeyed()).isEmpty();
    assertThatThrownBy(() -> root.at("b").itemsAlsoKeyed()).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> root.at("a").items()).isInstanceOf(Unreadable.class);
  }

  @Test
  void escapesPointersAndCutsThemAtAStep() {
    assertThat(Json.read(utf8("{}")).at("a/b~c").path()).isEqualTo("/a~1b~0c");
    assertThat(Json.read(utf8("{}")).at("a").at("n".repeat(600)).path()).isEqualTo("/a");
  }

  @Test
  void refusesMoreLinesThanAnOrderMayHave() {
    String lines = "[" + "{},".repeat(JsonCursor.LINES_MAX) + "{}]";

    assertThat(decode(lines, JsonCursor::lines)).isEqualTo(rule("", Rule.TOO_MANY_LINES));
    assertThat(decode("[{},1]", JsonCursor::lines)).isEqualTo(rule("/1", Rule.WRONG_TYPE));
  }

  @Test
  void peeksWithoutEverThrowing() {
    byte[] body = utf8("{\"nested\":{\"id\":1},\"id\":77,\"at\":\"now\",\"rest\":");

    assertThat(Json.peek(body, Set.of("id", "at"))).isEqualTo(Map.of("id", "77", "at", "now"));
    assertThat(Json.peek(utf8("[1]"), Set.of("id"))).isEmpty();
    assertThat(Json.peek(new byte[] {-1, -2}, Set.of("id"))).isEmpty();
  }

  @Test
  void cutsAListIntoItsExactBytes() {
    byte[] page = utf8("{\"next\":[1],\"data\":{\"orders\":[ {\"id\": 1,\"n\":\"\u00e9\"} ,{\"id\":2 }, 3,\"x\"]}}");

    assertThat(Json.elements(page, "data", "orders"))
        .extracting(slice -> new String(slice, StandardCharsets.UTF_8))
        .containsExactly("{\"id\": 1,\"n\":\"\u00e9\"}", "{\"id\":2 }", "3", "\"x\"");
    assertThat(Json.element(utf8(" {\"order\": {\"id\":1} }"), "order")).isEqualTo(utf8("{\"id\":1}"));
    assertThat(Json.element(utf8("\uFEFF {\"id\":1}\n"))).isEqualTo(utf8("{\"id\":1}"));
    assertThatThrownBy(() -> Json.elements(page, "orders")).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> Json.element(page, "next")).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> Json.element(utf8(""))).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> Json.elements(utf8("[1"))).isInstanceOf(Unreadable.class);
  }

  private static JsonCursor time(String text) {
    return Json.read(utf8("{\"at\":\"" + text + "\"}")).at("at");
  }

  private static Decoded decode(String body, Consumer<JsonCursor> reading) {
    return strip(
        Json.decode(
            utf8(body),
            root -> {
              reading.accept(root);
              return ignored();
            }));
  }

  /** Without the sentence: path and rule are what others rely on. */
  private static Decoded strip(Decoded decoded) {
    return decoded instanceof Decoded.Invalid(String path, String rule, String sentence) && !sentence.isBlank()
        ? new Decoded.Invalid(path, rule, "")
        : decoded;
  }

  private static Decoded.Invalid rule(String path, Rule rule) {
    return new Decoded.Invalid(path, rule.word(), "");
  }

  private static Decoded ignored() {
    return new Decoded.Ignored("read");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
