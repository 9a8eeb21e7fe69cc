package dev.crossdock.channels.adapters.json;

import dev.crossdock.platform.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document. It may be empty: asking for a field that is not there gives a cursor that is absent, and only
 * reading a value from it complains. Every complaint is an {@link Unreadable} with this place's pointer.
 *
 * <p>Methods ending in {@code OrNull} answer null when the value is absent, null or an empty text; the others demand
 * it.
 */
public final class JsonCursor extends JsonPlace {

  /** Most lines one order may have; more is a mistake or an attack and parks the message. */
  public static final int LINES_MAX = 1_000;

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final int RATE_MAX = 100;
  private static final int CODE_CHARS_MAX = 40;

  private JsonCursor(Pointer pointer, @Nullable JsonValue value) {
    super(pointer, value);
  }

  static JsonCursor root(JsonValue value) {
    return new JsonCursor(Pointer.ROOT, value);
  }

  /** The place of a field; absent when this is no object or has no such field. */
  public JsonCursor at(String field) {
    JsonValue inside = value instanceof JsonValue.Fields fields ? fields.values().get(field) : null;
    return new JsonCursor(pointer.to(field), inside);
  }

  /** This place, which must hold an object. */
  public JsonCursor object() {
    if (isObject()) {
      return this;
    }
    throw value == null || value instanceof JsonValue.Nothing ? missing() : wrongType("an object");
  }

  /** The elements of a list; none when it is absent or null. */
  public List<JsonCursor> items() {
    return switch (value) {
      case null -> List.of();
      case JsonValue.Nothing _ -> List.of();
      case JsonValue.Items items -> elements(items.values());
      case JsonValue.Fields _, JsonValue.Text _, JsonValue.Digits _, JsonValue.Flag _ -> throw wrongType("a list");
    };
  }

  /**
   * The elements of a list, or of an object whose names are whole numbers: PHP turns a list into one as soon as an
   * element was taken out of its middle.
   */
  public List<JsonCursor> itemsAlsoKeyed() {
    if (!(value instanceof JsonValue.Fields(Map<String, JsonValue> fields))) {
      return items();
    }
    if (!fields.keySet().stream().allMatch(name -> name.chars().allMatch(c -> c >= '0' && c <= '9'))) {
      throw wrongType("a list");
    }
    return fields.keySet().stream().map(this::at).toList();
  }

  /** The lines of an order: objects, at most {@link #LINES_MAX}. */
  public List<JsonCursor> lines() {
    return lines(items());
  }

  /** As {@link #lines}, from a list that PHP may have turned into an object. */
  public List<JsonCursor> linesAlsoKeyed() {
    return lines(itemsAlsoKeyed());
  }

  private List<JsonCursor> lines(List<JsonCursor> lines) {
    if (lines.size() > LINES_MAX) {
      throw refused(Rule.TOO_MANY_LINES, "More than " + LINES_MAX + " lines in one order.");
    }
    lines.forEach(JsonCursor::object);
    return lines;
  }

  /** An amount, sent as a number or as a decimal text; may be negative. */
  public Money money(Currency currency) {
    BigDecimal amount = decimalOrNull();
    if (amount == null) {
      throw missing();
    }
    try {
      return Money.of(amount, currency);
    } catch (ArithmeticException _) {
      throw refused(Rule.OUT_OF_RANGE, "The amount here is larger than any order's.");
    }
  }

  /** As {@link #money}, or zero when there is none. */
  public Money moneyOrZero(Currency currency) {
    return present() ? money(currency) : Money.zero(currency);
  }

  /** As {@link #money}, for an amount that must not be negative. */
  public Money positive(Currency currency) {
    return notNegative(money(currency));
  }

  /** As {@link #positive}, or zero when there is none. */
  public Money positiveOrZero(Currency currency) {
    return notNegative(moneyOrZero(currency));
  }

  /** A unit price, which stands here, times the units; refused when that is more than any order is worth. */
  public Money times(Money unitPrice, int units) {
    if (units > 0 && Math.abs(unitPrice.minor()) > Money.MINOR_MAX / units) {
      throw refused(Rule.OUT_OF_RANGE, "The amount here is larger than any order's.");
    }
    return unitPrice.times(units);
  }

  private Money notNegative(Money amount) {
    if (amount.minor() < 0) {
      throw refused(Rule.OUT_OF_RANGE, "The amount here must not be negative.");
    }
    return amount;
  }

  /** A decimal number of a sane size, sent as a number or as text. */
  public @Nullable BigDecimal decimalOrNull() {
    String number =
        switch (value) {
          case null -> null;
          case JsonValue.Nothing _ -> null;
          case JsonValue.Digits(String digits) -> digits;
          case JsonValue.Text(String text) -> text.isBlank() ? null : text;
          case JsonValue.Fields _, JsonValue.Items _, JsonValue.Flag _ -> throw wrongType("a number");
        };
    if (number == null) {
      return null;
    }
    if (!Numbers.isNumber(number)) {
      throw wrongType("a number");
    }
    return Optional.ofNullable(Numbers.decimal(number))
        .orElseThrow(() -> refused(Rule.OUT_OF_RANGE, "The number here is beyond all bounds."));
  }

  /** A tax rate as a fraction; null when there is none. */
  public @Nullable BigDecimal rateOrNull() {
    BigDecimal rate = decimalOrNull();
    if (rate != null && (rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(RATE_MAX)) > 0)) {
      throw refused(Rule.OUT_OF_RANGE, "The rate here must lie between 0 and " + RATE_MAX + ".");
    }
    return rate;
  }

  /** A coordinate in degrees, null when there is none or it is none: no order waits for its place on a map. */
  public @Nullable Double degreesOrNull(int most) {
    String number =
        switch (value) {
          case JsonValue.Digits(String digits) -> digits;
          case JsonValue.Text(String text) -> text.strip();
          case null -> "";
          case JsonValue.Nothing _, JsonValue.Fields _, JsonValue.Items _, JsonValue.Flag _ -> "";
        };
    BigDecimal degrees = Numbers.isNumber(number) ? Numbers.decimal(number) : null;
    return degrees == null || degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0 ? null : degrees.doubleValue();
  }

  /** A currency of ISO 4217 that people pay with. */
  public Currency currency() {
    String code = text(ID_CHARS_MAX);
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException _) {
      // falls through to the same refusal as a code that names no money (XXX, XAU)
    }
    throw refused(Rule.UNKNOWN_CURRENCY, "The code here is no currency of ISO 4217.");
  }

  /** A time with its offset. */
  public Instant instant() {
    String text = text(CODE_CHARS_MAX);
    try {
      return sane(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      throw wrongType("a time with its offset");
    }
  }

  /** As {@link #instant}, or null when there is none. */
  public @Nullable Instant instantOrNull() {
    return present() ? instant() : null;
  }

  /** A time without offset that the channel means in UTC; one with an offset is taken too. */
  public Instant instantInUtc() {
    String text = text(CODE_CHARS_MAX);
    try {
      return sane(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return instant();
    }
  }

  /** Cut to what a database keeps, so that an equal time stays equal. */
  private Instant sane(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw refused(Rule.OUT_OF_RANGE, "The time here lies outside 1990 to 2200.");
    }
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private List<JsonCursor> elements(List<JsonValue> values) {
    List<JsonCursor> elements = new ArrayList<>(values.size());
    for (JsonValue each : values) {
      elements.add(new JsonCursor(pointer.to(elements.size()), each));
    }
    return elements;
  }
}
