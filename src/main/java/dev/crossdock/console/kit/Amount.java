package dev.crossdock.console.kit;

import dev.crossdock.platform.money.Money;

/**
 * Money on a page.
 *
 * @param value plain digits for machines: {@code -1204.50}
 * @param text grouped digits for people, with a real minus sign: {@code −1,204.50}
 * @param code the ISO 4217 code; empty where the page names its one currency already
 */
public record Amount(String value, String text, String code) {

  /** A total: always with its currency. */
  public static Amount total(Money money) {
    return new Amount(money.text(), grouped(money.text()), money.currency().getCurrencyCode());
  }

  /** One part among others of the same currency, which the page names elsewhere. */
  public static Amount part(Money money) {
    return new Amount(money.text(), grouped(money.text()), "");
  }

  private static String grouped(String plain) {
    boolean negative = plain.startsWith("-");
    String digits = negative ? plain.substring(1) : plain;
    int point = digits.indexOf('.');
    StringBuilder text = new StringBuilder(digits);
    for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return negative ? "\u2212" + text : text.toString();
  }
}
