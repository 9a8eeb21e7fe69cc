package dev.crossdock.routing.criteria;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Amounts as people write them, for the clauses and sentences of criteria. Never throws. */
public final class Words {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final long HOURS_A_DAY = 24;
  private static final long MINUTES_AN_HOUR = 60;

  private Words() {}

  /** As many decimals as it takes, at most two, no exponent: {@code 500}, {@code 12.5}. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return "no number";
    }
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  /** {@code 1 unit}, {@code 2 units}. */
  public static String count(double number, String one) {
    String figure = number(number);
    return figure + " " + one + (figure.equals("1") ? "" : "s");
  }

  /** {@code 1 day}, {@code 2 days}. */
  public static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  /** Whole kilometres from ten on. */
  public static String km(double kilometres) {
    return number(kilometres < 10 ? kilometres : Math.rint(kilometres)) + " km";
  }

  /** {@code 12.34 EUR}. */
  public static String money(long minor, String currency) {
    try {
      return new Money(minor, Currency.getInstance(currency)).toString();
    } catch (IllegalArgumentException e) {
      return minor + " minor units";
    }
  }

  /** {@code 12.34 EUR} of a score in money. */
  public static String money(double minor, String currency) {
    return money(Math.round(minor), currency);
  }

  /** An amount in whatever currency an order has, with two decimals: {@code 4.50}. */
  public static String price(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  /** What is said besides, without what is empty: {@code  (30 days where no rate card tells)}; nothing for nothing. */
  public static String besides(String... parts) {
    String said = String.join(", ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    return said.isEmpty() ? "" : " (" + said + ")";
  }

  /** A part of a sentence; nothing where a value is the one that goes without saying. */
  public static String unless(Object value, Object begin, String part) {
    return value.equals(begin) ? "" : part;
  }

  /** {@code a, b and c} in their order. */
  public static String all(Collection<String> words) {
    return joined(words, " and ");
  }

  /** {@code a, b or c} in their order. */
  public static String any(Collection<String> words) {
    return joined(words, " or ");
  }

  /** {@code a, b or c}, always in the same order; constants as words. */
  public static String anyOf(Set<?> names) {
    return any(sorted(names));
  }

  /** {@code a, b and c}, always in the same order; constants as words. */
  public static String allOf(Set<?> names) {
    return all(sorted(names));
  }

  private static List<String> sorted(Set<?> names) {
    return names.stream().map(name -> name instanceof Enum<?> word ? of(word) : name.toString()).sorted().toList();
  }

  private static String joined(Collection<String> words, String last) {
    String list = String.join(", ", words);
    int comma = list.lastIndexOf(", ");
    return comma < 0 || words.size() < 2 ? list : list.substring(0, comma) + last + list.substring(comma + 2);
  }

  /** A constant as a word: {@code WAREHOUSE} is {@code warehouse}, {@code THREE_PL} is {@code 3PL}. */
  public static String of(Enum<?> constant) {
    return constant == LocationKind.THREE_PL ? "3PL" : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** {@code Mon 23 Nov 14:00}, there. */
  public static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }

  /** {@code 2 days 3 hours}, {@code 15 minutes}; to the minute, at least one, and without its sign. */
  public static String span(Duration span) {
    long minutes = Math.max(1, Math.abs(span.toMinutes()));
    long hours = minutes / MINUTES_AN_HOUR;
    String days = part(hours / HOURS_A_DAY, "day") + part(hours % HOURS_A_DAY, "hour");
    return (days + part(minutes % MINUTES_AN_HOUR, "minute")).strip();
  }

  private static String part(long number, String one) {
    return number == 0 ? "" : " " + count(number, one);
  }
}
