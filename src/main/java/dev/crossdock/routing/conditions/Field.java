package dev.crossdock.routing.conditions;

import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.OrderFacts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What conditions can ask of an order. The names are the same in conditions and in expressions, and stay for ever. */
public enum Field {
  CHANNEL("channel", "the channel", FieldType.WORD, "", (asked, scope) -> asked.order().channel()),
  ACCOUNT("account", "the channel account", FieldType.WORD, "", (asked, scope) -> asked.order().account()),
  TAGS("tags", "the order's tags", FieldType.WORDS, "", (asked, scope) -> asked.order().tags()),
  PRIORITY("priority", "the priority", FieldType.NUMBER, "", (asked, scope) -> (long) asked.order().priority()),
  COUNTRY(
      "country", "the country it goes to", FieldType.CHOICE, "",
      (asked, scope) -> asked.order().destination().country()),
  REGION("region", "the region it goes to", FieldType.WORD, "", (asked, scope) -> asked.order().destination().region()),
  POSTAL_CODE("postalCode", "the postal code", FieldType.PREFIX, "", Field::postalCode),
  WEEKDAY(
      "weekday", "the day of the week", FieldType.CHOICE, "",
      (asked, scope) -> asked.clock(scope).getDayOfWeek().name()),
  HOUR("hour", "the hour", FieldType.NUMBER, "", (asked, scope) -> (long) asked.clock(scope).getHour()),
  HOURS_SINCE_PLACED(
      "hoursSincePlaced", "the time since it was placed", FieldType.NUMBER, "hours",
      (asked, scope) -> hours(asked.order().placedAt(), asked.now())),
  HOURS_TO_SHIP_BY(
      "hoursToShipBy", "the time until it must leave", FieldType.NUMBER, "hours",
      (asked, scope) -> hours(asked.now(), asked.order().shipBy())),
  DAYS_TO_DELIVER_BY(
      "daysToDeliverBy", "the time until it must arrive", FieldType.NUMBER, "days",
      (asked, scope) -> days(asked.now(), asked.order().deliverBy())),
  PICKUP("pickup", "the buyer collects it", FieldType.YES_NO, "", (asked, scope) -> asked.order().pickupAt() != null),
  PICKUP_AT(
      "pickupAt", "the location it is collected at", FieldType.WORD, "",
      (asked, scope) -> asked.order().pickupAt()),
  TOTAL("total", "the total", FieldType.MONEY, "", Field::total),
  CURRENCY("currency", "the currency", FieldType.CHOICE, "", (asked, scope) -> asked.order().currency()),
  UNITS("units", "the number of units", FieldType.NUMBER, "", (asked, scope) -> (long) asked.order().units()),
  LINES("lines", "the number of lines", FieldType.NUMBER, "", (asked, scope) -> (long) asked.order().lines().size()),
  WEIGHT_GRAMS("weightGrams", "the weight", FieldType.NUMBER, "g", (asked, scope) -> asked.weightGrams()),
  SKUS("skus", "the list of its SKUs", FieldType.WORDS, "", (asked, scope) -> asked.skus()),
  ITEM_TAGS("itemTags", "the list of its items' tags", FieldType.WORDS, "", (asked, scope) -> asked.itemTags()),
  HAZMAT("hazmat", "it has dangerous goods", FieldType.YES_NO, "", (asked, scope) -> !asked.hazmatClasses().isEmpty()),
  HAZMAT_CLASSES(
      "hazmatClasses", "the list of its classes of dangerous goods", FieldType.WORDS, "",
      (asked, scope) -> asked.hazmatClasses()),
  TEMPERATURES(
      "temperatures", "the list of its temperatures", FieldType.CHOICES, "",
      (asked, scope) -> asked.temperatures()),
  OVERSIZE("oversize", "it has bulky goods", FieldType.YES_NO, "", (asked, scope) -> asked.oversize()),
  CUSTOMER_ORDERS(
      "customerOrders", "the number of the buyer's orders before", FieldType.NUMBER, "",
      (asked, scope) -> (long) asked.order().customer().orders()),
  BUSINESS(
      "business", "the buyer is a business", FieldType.YES_NO, "",
      (asked, scope) -> asked.order().customer().business()),
  LAST_LOCATION(
      "lastLocation", "the location the buyer's last order left from", FieldType.WORD, "",
      (asked, scope) -> asked.order().customer().lastLocation());

  private static final Map<String, Field> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(Field::word, field -> field));

  /** What is known of the buyer. */
  static final Set<Field> OF_BUYER = EnumSet.of(CUSTOMER_ORDERS, BUSINESS, LAST_LOCATION);

  /** What is personal data, or near it: compared, and never told again. */
  private static final Set<Field> SECRET = EnumSet.of(COUNTRY, REGION, POSTAL_CODE);

  private static final Set<Field> NOT_ALWAYS_KNOWN =
      EnumSet.of(
          COUNTRY, REGION, POSTAL_CODE, HOURS_TO_SHIP_BY, DAYS_TO_DELIVER_BY, PICKUP_AT, TOTAL, WEIGHT_GRAMS,
          LAST_LOCATION);

  private static final List<String> COUNTRIES = Arrays.stream(Locale.getISOCountries()).sorted().toList();
  private static final List<String> DAYS = Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList();
  private static final List<String> KEPT =
      Arrays.stream(ItemFacts.Temperature.values()).map(ItemFacts.Temperature::name).toList();

  private static final Map<Field, String> SUGGESTIONS =
      Map.of(
          CHANNEL, "channels", ACCOUNT, "channel-accounts", SKUS, "products", PICKUP_AT, "locations",
          LAST_LOCATION, "locations");

  /** Reads the value: text, a whole number, a set of words, yes or no; null when it is not known. */
  private interface Reading {
    @Nullable Object of(Asked asked, String scope);
  }

  private final String word;
  private final String title;
  private final FieldType type;
  private final String unit;
  private final Reading reading;

  Field(String word, String title, FieldType type, String unit, Reading reading) {
    this.word = word;
    this.title = title;
    this.type = type;
    this.unit = unit;
    this.reading = reading;
  }

  /** Its name in policies and in expressions. */
  public String word() {
    return word;
  }

  /** Its name in sentences. */
  public String title() {
    return title;
  }

  public FieldType type() {
    return type;
  }

  /** What a number counts; empty where that is plain. */
  public String unit() {
    return unit;
  }

  /** Asked in a time zone, which a condition names. */
  public boolean zoned() {
    return this == WEEKDAY || this == HOUR;
  }

  /** Whether there are orders of which it is not known. */
  public boolean mayBeUnknown() {
    return NOT_ALWAYS_KNOWN.contains(this);
  }

  /** Whether its values are kept out of reasons, which are stored. */
  boolean secret() {
    return SECRET.contains(this);
  }

  public List<Op> ops() {
    List<Op> ops = new ArrayList<>(type.ops());
    if (mayBeUnknown()) {
      ops.addAll(List.of(Op.KNOWN, Op.UNKNOWN));
    }
    return ops;
  }

  /** The words it can be, where they are known; else empty. */
  public List<String> choices() {
    if (this == COUNTRY) {
      return COUNTRIES;
    }
    if (this == WEEKDAY) {
      return DAYS;
    }
    return this == TEMPERATURES ? KEPT : List.of();
  }

  /** Where an editor finds words for it; empty where only the operator knows them. */
  String suggestions() {
    return SUGGESTIONS.getOrDefault(this, "");
  }

  /**
   * Its value: text, a {@code Long}, a set of words or a {@code Boolean}; null when it is not known.
   *
   * @param scope the time zone of a field that is asked in one; the currency of an amount, empty for the order's own
   */
  @Nullable Object read(Asked asked, String scope) {
    return reading.of(asked, scope);
  }

  static Optional<Field> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** Postal codes are compared without spaces and in capitals, for both are written in many ways. */
  static String plain(String postalCode) {
    return postalCode.replace(" ", "").toUpperCase(Locale.ROOT);
  }

  private static @Nullable String postalCode(Asked asked, String scope) {
    OrderFacts order = asked.order();
    return order.destination().postalCode() == null ? null : plain(order.destination().postalCode());
  }

  private static @Nullable Long total(Asked asked, String scope) {
    return scope.isEmpty() || scope.equals(asked.order().currency()) ? asked.order().total() : null;
  }

  private static @Nullable Long hours(Instant from, @Nullable Instant to) {
    return to == null ? null : Math.floorDiv(Duration.between(from, to).toSeconds(), Duration.ofHours(1).toSeconds());
  }

  private static @Nullable Long days(Instant from, @Nullable Instant to) {
    return to == null ? null : Math.floorDiv(Duration.between(from, to).toSeconds(), Duration.ofDays(1).toSeconds());
  }
}
