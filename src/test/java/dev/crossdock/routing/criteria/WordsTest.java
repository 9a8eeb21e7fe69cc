package dev.crossdock.routing.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Amounts as people write them. */
class WordsTest {

  @Test
  void numbersHaveTheDecimalsThatTheyNeed() {
    assertThat(Words.number(500)).isEqualTo("500");
    assertThat(Words.number(12.345)).isEqualTo("12.35");
    assertThat(Words.number(1e15)).isEqualTo("1000000000000000");
    assertThat(Words.number(-0.001)).isEqualTo("0");
    assertThat(Words.number(Double.NaN)).isEqualTo("no number");
    assertThat(Words.km(9.44)).isEqualTo("9.44 km");
    assertThat(Words.km(611.6)).isEqualTo("612 km");
  }

  @Test
  void moneyHasItsCurrency() {
    assertThat(Words.money(1_234L, "EUR")).isEqualTo("12.34 EUR");
    assertThat(Words.money(1_234L, "JPY")).isEqualTo("1234 JPY");
    assertThat(Words.money(1_234L, "???")).isEqualTo("1234 minor units");
    assertThat(Words.money(1e300, "EUR")).endsWith(" EUR");
  }

  @Test
  void spansAreToldToTheMinute() {
    assertThat(Words.span(Duration.ofMinutes(15))).isEqualTo("15 minutes");
    assertThat(Words.span(Duration.ofMinutes(-61))).isEqualTo("1 hour 1 minute");
    assertThat(Words.span(Duration.ofHours(51))).isEqualTo("2 days 3 hours");
    assertThat(Words.span(Duration.ofSeconds(5))).isEqualTo("1 minute");
  }

  @Test
  void listsReadAsSentences() {
    assertThat(Words.any(List.of("a"))).isEqualTo("a");
    assertThat(Words.any(List.of("a", "b", "c"))).isEqualTo("a, b or c");
    assertThat(Words.all(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(Words.anyOf(Set.of("c", "a", "b"))).isEqualTo("a, b or c");
    assertThat(Words.allOf(Set.of(LocationKind.WAREHOUSE, LocationKind.THREE_PL))).isEqualTo("3PL and warehouse");
  }
}
