package dev.crossdock.routing.engine;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Rating;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;

/** Amounts and names as people read them. */
final class Words {

  private Words() {}

  /** No two places are a million kilometres apart. */
  static String km(double km) {
    long whole = Math.round(km);
    String tail = Long.toString(1_000 + whole % 1_000).substring(1);
    return whole < 1_000 ? whole + " km" : whole / 1_000 + "," + tail + " km";
  }

  /** {@code 2 days 3 hours}. */
  static String span(Duration span) {
    return dev.crossdock.routing.criteria.Words.span(span);
  }

  static String units(int units) {
    return units + (units == 1 ? " unit" : " units");
  }

  static String amount(double value, Rating.Unit unit, String currency) {
    return switch (unit) {
      case MONEY -> money(value, currency);
      case KILOMETRES -> km(value);
      case DAYS -> number(value) + (number(value).equals("1") ? " day" : " days");
      case UNITS -> units((int) Math.round(value));
      case PARCELS -> number(value) + (number(value).equals("1") ? " parcel" : " parcels");
      case POINTS -> number(value) + (number(value).equals("1") ? " point" : " points");
    };
  }

  /** What a rating is called in the middle of a sentence. */
  static String title(Rating rating) {
    Kind kind = rating.getClass().getAnnotation(Kind.class);
    String title = kind == null ? rating.getClass().getSimpleName() : kind.title();
    return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }

  private static String money(double minor, String currency) {
    int digits = 2;
    try {
      digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      // A currency nobody knows is written like most of them.
      digits = 2;
    }
    return BigDecimal.valueOf(Math.round(minor), digits).toPlainString() + " " + currency;
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
