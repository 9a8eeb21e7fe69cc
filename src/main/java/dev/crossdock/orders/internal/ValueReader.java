package dev.crossdock.orders.internal;

import dev.crossdock.orders.OrderQuery.Value;
import dev.crossdock.platform.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the comparisons of the filter language: moments, stretches of time, amounts. */
final class ValueReader {

  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)?(.+)");
  private static final Pattern RANGE = Pattern.compile("(.*?)\\.\\.(.*)");
  private static final Pattern SPAN = Pattern.compile("([+-]?)(\\d{1,4})(min|h|d)");
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,4})?)([a-z]{3})");

  private final Instant now;
  private final ZoneId zone;

  ValueReader(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** A stretch of time as its first instant and the first behind it: a day has a length, {@code 4h} has none. */
  private record Span(Instant from, Instant to) {}

  /** A time or a comparison with one; null when it is neither. */
  @Nullable Value time(String text) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      Span from = range.group(1).isEmpty() ? null : span(range.group(1));
      Span to = range.group(2).isEmpty() ? null : span(range.group(2));
      boolean known = (from != null || range.group(1).isEmpty()) && (to != null || range.group(2).isEmpty());
      return known && (from != null || to != null)
          ? new Value.Between(from == null ? null : from.from(), to == null ? null : to.to())
          : null;
    }
    Matcher compared = COMPARED.matcher(text);
    Span span = compared.matches() ? span(compared.group(2)) : null;
    if (span == null) {
      return null;
    }
    String sign = compared.group(1) == null ? "" : compared.group(1);
    return switch (sign) {
      case "<" -> new Value.Between(null, span.from());
      case "<=" -> new Value.Between(null, span.to());
      case ">" -> new Value.Between(span.to(), null);
      case ">=" -> new Value.Between(span.from(), null);
      default -> new Value.Between(span.from(), span.to());
    };
  }

  private @Nullable Span span(String text) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    switch (text) {
      case "now":
        return new Span(now, now);
      case "today":
        return day(today);
      case "yesterday":
        return day(today.minusDays(1));
      case "tomorrow":
        return day(today.plusDays(1));
      default:
        break;
    }
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      return span(span.group(1).equals("-"), Long.parseLong(span.group(2)), span.group(3), today);
    }
    try {
      return day(LocalDate.parse(text));
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  private Span span(boolean past, long length, String unit, LocalDate today) {
    if (unit.equals("d") && past) {
      return day(today.minusDays(length));
    }
    Duration ahead = switch (unit) {
      case "min" -> Duration.ofMinutes(length);
      case "h" -> Duration.ofHours(length);
      default -> Duration.ofDays(length);
    };
    Instant at = past ? now.minus(ahead) : now.plus(ahead);
    return new Span(at, at);
  }

  private Span day(LocalDate day) {
    return new Span(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** An amount with its currency, or a comparison with one; null when it is neither. */
  static @Nullable Value amounts(String text) {
    String typed = text.toLowerCase(Locale.ROOT);
    Matcher range = RANGE.matcher(typed);
    if (range.matches()) {
      Money max = amount(range.group(2));
      String code = max == null ? "" : max.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
      Money min = amount(range.group(1).endsWith(code) ? range.group(1) : range.group(1) + code);
      return max == null || min == null
          ? null
          : new Value.Amounts(min.minor(), max.minor(), max.currency().getCurrencyCode());
    }
    Matcher compared = COMPARED.matcher(typed);
    Money amount = compared.matches() ? amount(compared.group(2)) : null;
    if (amount == null) {
      return null;
    }
    long minor = amount.minor();
    String currency = amount.currency().getCurrencyCode();
    return switch (compared.group(1) == null ? "" : compared.group(1)) {
      case "<" -> new Value.Amounts(null, minor - 1, currency);
      case "<=" -> new Value.Amounts(null, minor, currency);
      case ">" -> new Value.Amounts(minor + 1, null, currency);
      case ">=" -> new Value.Amounts(minor, null, currency);
      default -> new Value.Amounts(minor, minor, currency);
    };
  }

  private static @Nullable Money amount(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return null;
    }
    try {
      Currency currency = Currency.getInstance(amount.group(2).toUpperCase(Locale.ROOT));
      return Money.of(new BigDecimal(amount.group(1)), currency);
    } catch (IllegalArgumentException | ArithmeticException unknown) {
      return null;
    }
  }
}
