package dev.crossdock.api.web;

import dev.crossdock.platform.money.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Money as callers see it: {@code {"amount":"12.34","currency":"USD"}}. */
public record Amount(String amount, String currency) {

  public static Amount of(long minor, String currency) {
    return new Amount(new Money(minor, Currency.getInstance(currency)).text(), currency);
  }

  /** Null stays null: the channel has not told it. */
  public static @Nullable Amount ofNullable(@Nullable Long minor, @Nullable String currency) {
    return minor == null || currency == null ? null : of(minor, currency);
  }
}
