package dev.crossdock.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.OrderQuery.Field;
import dev.crossdock.orders.OrderQuery.Mistake;
import dev.crossdock.orders.OrderQuery.Parsed;
import dev.crossdock.orders.OrderQuery.Sort;
import dev.crossdock.orders.OrderQuery.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderQueryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:12:07Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void readsFieldsValuesAndMinus() {
    OrderQuery query = read("is:open channel:Shopify,amazon -hold:any sku:\"AB 12\" Ada sort:due");

    assertThat(query.sort()).isEqualTo(Sort.DUE_FIRST);
    assertThat(query.terms()).extracting(OrderQuery.Term::field)
        .containsExactly(Field.IS, Field.CHANNEL, Field.HOLD, Field.SKU, Field.TEXT);
    assertThat(query.terms().get(1).values()).containsExactly(new Value.Word("shopify"), new Value.Word("amazon"));
    assertThat(query.terms().get(2).negated()).isTrue();
    assertThat(query.terms().get(2).values()).containsExactly(new Value.Any());
    assertThat(query.terms().get(3).values()).containsExactly(new Value.Word("AB 12"));
    assertThat(query.text()).isEqualTo("is:open channel:Shopify,amazon -hold:any sku:\"AB 12\" Ada sort:due");
    assertThat(query.without(query.terms().getFirst())).startsWith("channel:").endsWith("Ada sort:due");
  }

  @Test
  void readsTimesInThePersonsZone() {
    assertThat(only("due:<4h")).isEqualTo(new Value.Between(null, NOW.plusSeconds(4 * 3600)));
    assertThat(only("placed:today")).isEqualTo(between("2026-11-19T23:00:00Z", "2026-11-20T23:00:00Z"));
    assertThat(only("placed:-7d..today")).isEqualTo(between("2026-11-12T23:00:00Z", "2026-11-20T23:00:00Z"));
    assertThat(only("placed:2026-10-25")).isEqualTo(between("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"));
    assertThat(only("due:>=tomorrow")).isEqualTo(new Value.Between(Instant.parse("2026-11-20T23:00:00Z"), null));
    assertThat(only("placed:-2h..")).isEqualTo(new Value.Between(NOW.minusSeconds(7200), null));
  }

  @Test
  void readsAmountsWithTheirCurrency() {
    assertThat(only("total:>=120eur")).isEqualTo(new Value.Amounts(12_000L, null, "EUR"));
    assertThat(only("total:10..20.50EUR")).isEqualTo(new Value.Amounts(1_000L, 2_050L, "EUR"));
    assertThat(only("total:<100jpy")).isEqualTo(new Value.Amounts(null, 99L, "JPY"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "chanel:shopify      | channel:shopify",
      "is:opne             | is:open",
      "-hold:adress        | -hold:address",
      "headline:on-hol     | headline:on-hold",
      "sort:placd          | sort:placed",
      "zzzzzz:1            |",
      "country:Germany     |",
      "due:soon            |",
      "total:100           |",
      "total:1xyz          |",
      "sku:                |"})
  void complainsOfWhatItDoesNotUnderstandAndNamesWhatIsNear(String token, String instead) {
    Parsed parsed = OrderQuery.parse("is:open " + token + " Ada", NOW, BERLIN);

    assertThat(parsed).isInstanceOfSatisfying(Parsed.Misunderstood.class, wrong ->
        assertThat(wrong.mistakes()).singleElement().satisfies(mistake -> {
          assertThat(mistake.token()).isEqualTo(token.strip());
          assertThat(mistake.instead()).isEqualTo(instead);
          assertThat(mistake.sentence()).isNotBlank();
        }));
  }

  @Test
  void refusesTooMuch() {
    assertThat(OrderQuery.parse("a".repeat(501), NOW, BERLIN)).isInstanceOf(Parsed.Misunderstood.class);
    assertThat(OrderQuery.parse("a ".repeat(31), NOW, BERLIN)).isInstanceOf(Parsed.Misunderstood.class);
  }

  @Test
  void neverLeavesAnythingOutWhateverIsTyped() {
    long seed = 20261120;
    Random random = new Random(seed);
    String letters = "ab:-\"<>=.., 12dh\u0000é\t";
    for (int n = 0; n < 5_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Parsed parsed = OrderQuery.parse(text.toString(), NOW, BERLIN);
      int told = switch (parsed) {
        case Parsed.Understood understood -> understood.query().terms().size();
        case Parsed.Misunderstood wrong -> wrong.mistakes().size();
      };
      boolean something = !text.toString().replaceAll("[\\s\"\\u0000]", "").replaceAll("^-*$", "").isEmpty();
      assertThat(told > 0 || !something || text.toString().matches("[\\s\\S]*-[\\s\\S]*"))
          .as("seed %d, text <%s>, read as %s", seed, text, parsed).isTrue();
    }
  }

  private static OrderQuery read(String text) {
    return switch (OrderQuery.parse(text, NOW, BERLIN)) {
      case Parsed.Understood understood -> understood.query();
      case Parsed.Misunderstood wrong ->
          throw new AssertionError(wrong.mistakes().stream().map(Mistake::sentence).toList());
    };
  }

  private static Value only(String text) {
    List<Value> values = read(text).terms().getFirst().values();
    assertThat(values).hasSize(1);
    return values.getFirst();
  }

  private static Value between(String from, String to) {
    return new Value.Between(Instant.parse(from), Instant.parse(to));
  }
}
