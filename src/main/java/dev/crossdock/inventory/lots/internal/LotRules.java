package dev.crossdock.inventory.lots.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.skus.Asks;
import dev.crossdock.inventory.skus.Tracking;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges which lots a change names: whether it must, whether they add up, and whether they bear it. */
public final class LotRules {

  private static final Pattern NAME = Pattern.compile("\\S(?:.*\\S)?", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int NAME_MAX = 100;
  private static final int YEAR_MAX = 9999;
  private static final String FIELD = "lots";

  private final LotBook book;

  public LotRules(LotBook book) {
    this.book = book;
  }

  /** Whether a text may be a lot's name or a serial number. */
  public static boolean isName(String text) {
    return text.length() <= NAME_MAX
        && NAME.matcher(text).matches()
        && text.codePoints().noneMatch(c -> Character.isISOControl(c) || isHalf(c));
  }

  /** What is wrong with the lots of units that came, if the delta is above zero, or went. */
  public Optional<ItemError> judge(int index, StockKey level, long delta, List<LotUnits> lots) {
    Asks asks = book.asks(level);
    return shape(index, asks.tracking(), Math.abs(delta), lots)
        .or(() -> delta > 0 ? coming(index, level, asks, lots) : going(index, level, lots));
  }

  /** What is wrong with lots that somebody found there and that are all that lies there; none for nothing. */
  public Optional<ItemError> judgeCounted(int index, StockKey level, long units, List<LotUnits> lots) {
    Asks asks = book.asks(level);
    if (units == 0 && lots.isEmpty()) {
      return Optional.empty();
    }
    Optional<ItemError> wrong = shape(index, asks.tracking(), units, lots);
    for (int i = 0; wrong.isEmpty() && i < lots.size(); i++) {
      wrong =
          switch (asks.tracking()) {
            case NONE -> Optional.empty();
            case LOT, LOT_EXPIRY ->
                expiry(index, i, asks, lots.get(i).expiresOn(), book.head(level.sku(), lots.get(i).lot()));
            case SERIAL -> once(index, i, level.sku(), lots.get(i), row -> !row.key().level().equals(level));
          };
    }
    return wrong;
  }

  /** What is wrong with the lots of units that are to be blocked, or freed. */
  public Optional<ItemError> judge(
      int index, StockKey level, UnavailableReason reason, long delta, List<LotUnits> lots) {
    if (reason == UnavailableReason.IN_COUNT) {
      return Optional.empty();
    }
    Optional<ItemError> wrong = shape(index, book.asks(level).tracking(), Math.abs(delta), lots);
    for (int i = 0; wrong.isEmpty() && i < lots.size(); i++) {
      LotRow row = book.row(new LotKey(level, lots.get(i).lot()));
      int most = delta > 0 ? row.free() : row.blocked(reason);
      if (lots.get(i).units() > most) {
        wrong = refused(index, i, "units", "range", "Only " + most + " such units of this lot lie there.");
      }
    }
    return wrong;
  }

  private static Optional<ItemError> shape(int index, Tracking tracking, long units, List<LotUnits> lots) {
    if (!tracking.byLot()) {
      return lots.isEmpty()
          ? Optional.empty()
          : refused(index, FIELD, "not-tracked", "This SKU is kept without lots and serial numbers.");
    }
    if (lots.isEmpty()) {
      return refused(
          index, FIELD, "required",
          tracking == Tracking.SERIAL ? "Name the serial number of each unit." : "Name the lots of the units.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < lots.size(); i++) {
      LotUnits lot = lots.get(i);
      if (!isName(lot.lot())) {
        return refused(
            index, i, "lot", "format", "It must be 1 to 100 characters, none of them a control character.");
      }
      if (!seen.add(lot.lot())) {
        return refused(index, i, "lot", "duplicate", "It is named twice.");
      }
      if (lot.units() < 1 || (tracking == Tracking.SERIAL && lot.units() != 1)) {
        return refused(
            index, i, "units", "range",
            tracking == Tracking.SERIAL ? "A serial number is one unit." : "It must be at least 1 unit.");
      }
    }
    return LotUnits.sum(lots) == units
        ? Optional.empty()
        : refused(index, FIELD, "sum", "The units of the lots must add up to " + units + ".");
  }

  private Optional<ItemError> coming(int index, StockKey level, Asks asks, List<LotUnits> lots) {
    Optional<ItemError> wrong = Optional.empty();
    for (int i = 0; wrong.isEmpty() && i < lots.size(); i++) {
      LotHead head = book.head(level.sku(), lots.get(i).lot());
      wrong =
          switch (asks.tracking()) {
            case NONE -> Optional.empty();
            case LOT, LOT_EXPIRY -> expiry(index, i, asks, lots.get(i).expiresOn(), head);
            case SERIAL -> once(index, i, level.sku(), lots.get(i), row -> true);
          };
    }
    return wrong;
  }

  private static Optional<ItemError> expiry(
      int index, int place, Asks asks, @Nullable LocalDate given, @Nullable LotHead head) {
    LocalDate known = head == null ? null : head.expiresOn();
    if (given != null && (given.getYear() < 1 || given.getYear() > YEAR_MAX)) {
      return refused(index, place, "expiresOn", "range", "It must be a day of our era.");
    }
    if (given != null && known != null && !Objects.equals(given, known)) {
      return refused(index, place, "expiresOn", "differs", "This lot expires on " + known + ", as was told before.");
    }
    return asks.tracking() == Tracking.LOT_EXPIRY && given == null && known == null
        ? refused(index, place, "expiresOn", "required", "Say when this lot expires.")
        : Optional.empty();
  }

  /** A serial number must not lie anywhere that matters. */
  private Optional<ItemError> once(
      int index, int place, String sku, LotUnits serial, Predicate<LotRow> matters) {
    if (serial.expiresOn() != null) {
      return refused(index, place, "expiresOn", "not-tracked", "This SKU keeps serial numbers without expiry.");
    }
    return book.rowsOf(sku, serial.lot()).stream()
        .filter(row -> row.onHand() > 0 && matters.test(row))
        .findFirst()
        .flatMap(
            row ->
                refused(
                    index, place, "lot", "in-stock",
                    "This serial number lies at " + row.key().level().location() + " already."));
  }

  private Optional<ItemError> going(int index, StockKey level, List<LotUnits> lots) {
    for (int i = 0; i < lots.size(); i++) {
      LotKey key = new LotKey(level, lots.get(i).lot());
      int there = book.row(key).onHand();
      if (lots.get(i).units() > there) {
        return book.knows(key)
            ? refused(index, i, "units", "range", "Only " + there + " units of this lot lie there.")
            : refused(index, i, "lot", "unknown", "Nothing of this lot lies there.");
      }
    }
    return Optional.empty();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static Optional<ItemError> refused(int index, int place, String part, String rule, String sentence) {
    return refused(index, FIELD + "[" + place + "]." + part, rule, sentence);
  }

  private static Optional<ItemError> refused(int index, String field, String rule, String sentence) {
    return Optional.of(new ItemError(index, field, rule, sentence));
  }
}
