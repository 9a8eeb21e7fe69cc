package dev.crossdock.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount in minor units (cents, yen, fils) of one currency. The number of decimals is the currency's ISO 4217
 * exponent. Arithmetic is exact: it throws {@link ArithmeticException} rather than overflow or mix currencies.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** The largest absolute amount accepted from outside: 10^15 minor units, far above any order, far below overflow. */
  public static final long MINOR_MAX = 1_000_000_000_000_000L;

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * The decimal amount in this currency, rounded half up where the channel sent more decimals than the currency has.
   *
   * @throws ArithmeticException when the amount is beyond {@link #MINOR_MAX}
   */
  public static Money of(BigDecimal amount, Currency currency) {
    long digitsBeforePoint = amount.precision() - (long) amount.scale();
    if (amount.signum() == 0 || digitsBeforePoint < -exponent(currency)) {
      return zero(currency); // also keeps 1e-1000000000 from being written out digit by digit
    }
    if (digitsBeforePoint > 18) {
      throw new ArithmeticException("amount has more than 18 digits before the decimal point");
    }
    BigDecimal scaled = amount.setScale(exponent(currency), RoundingMode.HALF_UP);
    long minor = scaled.movePointRight(exponent(currency)).longValueExact();
    if (minor > MINOR_MAX || minor < -MINOR_MAX) {
      throw new ArithmeticException("amount is beyond " + MINOR_MAX + " minor units");
    }
    return new Money(minor, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other).minor), currency);
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(minor, factor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  public boolean isZero() {
    return minor == 0;
  }

  /** The amount as a decimal with exactly the currency's number of decimals. */
  public BigDecimal decimal() {
    return BigDecimal.valueOf(minor, exponent(currency));
  }

  /** The amount in plain digits, without the currency: {@code 12.34}. */
  public String text() {
    return decimal().toPlainString();
  }

  /** The amount as people write it, with the currency's sign and grouped digits: {@code $1,204.50}. */
  public String words() {
    String symbol = currency.getSymbol(Locale.US);
    String gap = Character.isLetter(symbol.charAt(symbol.length() - 1)) ? " " : "";
    String digits = String.format(Locale.ROOT, "%,." + exponent(currency) + "f", decimal().abs());
    return (minor < 0 ? "-" : "") + symbol + gap + digits;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other).minor);
  }

  @Override
  public String toString() {
    return text() + " " + currency.getCurrencyCode();
  }

  /** Decimals of a currency by ISO 4217; currencies without minor units (XAU and the like) count as zero. */
  public static int exponent(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new ArithmeticException("cannot combine " + currency + " with " + other.currency);
    }
    return other;
  }
}
