package dev.crossdock.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency JPY = Currency.getInstance("JPY");

  @ParameterizedTest
  @CsvSource({
    "12.34, USD, 1234, 12.34",
    "12.345, USD, 1235, 12.35",
    "-12.345, USD, -1235, -12.35",
    "12.344999, USD, 1234, 12.34",
    "0.005, USD, 1, 0.01",
    "0.0049, USD, 0, 0.00",
    "0, USD, 0, 0.00",
    "1E+3, USD, 100000, 1000.00",
    "1999, JPY, 1999, 1999",
    "1999.5, JPY, 2000, 2000",
    "0.4, JPY, 0, 0",
    "-0.5, JPY, -1, -1",
    "1.2345, KWD, 1235, 1.235",
    "-0.001, KWD, -1, -0.001",
    "7, KWD, 7000, 7.000",
    "1.23456, CLF, 12346, 1.2346",
    "3.6, XAU, 4, 4",
    "10000000000000.00, USD, 1000000000000000, 10000000000000.00"
  })
  void readsAndWritesWithTheCurrencysDecimals(BigDecimal amount, String currency, long minor, String text) {
    Money money = Money.of(amount, Currency.getInstance(currency));

    assertThat(money.minor()).isEqualTo(minor);
    assertThat(money.text()).isEqualTo(text);
    assertThat(money.decimal()).isEqualTo(new BigDecimal(text));
    assertThat(money).hasToString(text + " " + currency);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10000000000000.01",
        "-10000000000000.01",
        "92233720368547758.07",
        "-92233720368547758.08",
        "1e18",
        "1e1000000000",
        "-1e2147483647"
      })
  @Timeout(5)
  void refusesAbsurdAmounts(BigDecimal amount) {
    assertThatThrownBy(() -> Money.of(amount, USD)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-1000000000", "-9e-2147483647", "0e1000000000", "0e-1000000000", "0.00000000000000000001"})
  @Timeout(5)
  void readsTheTiniestAmountsAsNothingAtOnce(BigDecimal amount) {
    assertThat(Money.of(amount, USD).isZero()).isTrue();
  }

  @Test
  void speaksAsPeopleWrite() {
    assertThat(new Money(120_450, Currency.getInstance("USD")).words()).isEqualTo("$1,204.50");
    assertThat(new Money(-300, Currency.getInstance("EUR")).words()).isEqualTo("-\u20ac3.00");
    assertThat(new Money(1_234_567, Currency.getInstance("JPY")).words()).isEqualTo("\u00a51,234,567");
    assertThat(new Money(5, Currency.getInstance("CHF")).words()).isEqualTo("CHF 0.05");
    assertThat(new Money(Long.MAX_VALUE, Currency.getInstance("USD")).words()).isEqualTo("$92,233,720,368,547,758.07");
  }

  @Test
  void calculatesExactlyOrNotAtAll() {
    Money two = new Money(200, USD);

    assertThat(two.plus(two).minus(new Money(1, USD)).times(3).negated()).isEqualTo(new Money(-1197, USD));
    assertThat(two).isGreaterThan(Money.zero(USD));
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE, USD).plus(two)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Money(Long.MIN_VALUE, USD).minus(two)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Money(Long.MIN_VALUE, USD).negated()).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> two.times(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void doesNotMixCurrencies() {
    Money dollars = new Money(1, USD);
    Money yen = new Money(1, JPY);

    assertThatThrownBy(() -> dollars.plus(yen)).hasMessage("cannot combine USD with JPY");
    assertThatThrownBy(() -> dollars.minus(yen)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> dollars.compareTo(yen)).isInstanceOf(ArithmeticException.class);
    assertThat(dollars).isNotEqualTo(yen);
  }
}
