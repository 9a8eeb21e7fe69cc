package dev.crossdock.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API key may do. */
public enum Scope {
  ORDERS_READ,
  ORDERS_WRITE,
  CATALOG_READ,
  CATALOG_WRITE,
  STOCK_READ,
  STOCK_WRITE,
  CHANNELS_READ,
  CHANNELS_WRITE,
  EXCEPTIONS_READ,
  EXCEPTIONS_WRITE,
  METRICS_READ,
  /** Everything, and handing out keys. */
  ADMIN;

  /** The name in records and answers: {@code orders:read}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** The scope of that name, if there is one. */
  public static Optional<Scope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst();
  }
}
