package dev.crossdock.console.warehouse;

import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.skus.Tracking;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lots as they are typed: {@code L-1*4/2027-01-31 L-2*2}, one name alone for all units, or serial numbers; with blanks,
 * commas or new lines between them.
 */
public sealed interface LotText {

  /** What the text says. */
  record Lots(List<LotUnits> lots) implements LotText {

    public Lots {
      lots = List.copyOf(lots);
    }
  }

  /** Why nobody can tell what the text says. */
  record Wrong(String sentence) implements LotText {}

  /** The most that can be typed of one row. */
  int TEXT_MAX = 100_000;

  /** A name, and behind it what stands for units and for the expiry. */
  Pattern LOT = Pattern.compile("([^*/]+)(?:\\*([^*/]*))?(?:/([^*/]*))?");

  Pattern UNITS = Pattern.compile("[0-9]{1,9}|10{9}");
  Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /**
   * Reads what was typed; nothing is no lots.
   *
   * @param units of the row, which a single name means all of; null where the lots alone say how many
   */
  static LotText read(Tracking tracking, String text, @Nullable Long units) {
    if (text.isBlank()) {
      return new Lots(List.of());
    }
    if (text.length() > TEXT_MAX) {
      return new Wrong("that is more than can be typed at once: send a file instead.");
    }
    String[] tokens = text.strip().split("[\\s,;]+");
    List<LotUnits> lots = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String token : tokens) {
      LotText read = tracking == Tracking.SERIAL ? serial(token) : lot(token, tokens.length == 1 ? units : null);
      switch (read) {
        case Lots(List<LotUnits> one) -> lots.addAll(one);
        case Wrong wrong -> {
          return wrong;
        }
      }
      if (!seen.add(lots.getLast().lot())) {
        return new Wrong(lots.getLast().lot() + " is named twice.");
      }
    }
    return new Lots(lots);
  }

  private static LotText serial(String token) {
    return token.indexOf('*') >= 0
        ? new Wrong(token + ": a serial number is one unit, so write it without units.")
        : new Lots(List.of(new LotUnits(token, null, 1)));
  }

  private static LotText lot(String token, @Nullable Long all) {
    Matcher parts = LOT.matcher(token);
    if (!parts.matches()) {
      return new Wrong(token + " is no lot: write it as L-1*4/2027-01-31, its units and, where needed, its expiry.");
    }
    String units = parts.group(2);
    String day = parts.group(3);
    if (units != null && !UNITS.matcher(units).matches()) {
      return new Wrong(token + ": the units must be 0 to 1,000,000,000.");
    }
    long of = units != null ? Long.parseLong(units) : all != null ? all : 1;
    try {
      if (day != null && !DAY.matcher(day).matches()) {
        throw new DateTimeException(day);
      }
      return new Lots(List.of(new LotUnits(parts.group(1), day == null ? null : LocalDate.parse(day), of)));
    } catch (DateTimeException e) {
      return new Wrong(token + ": the expiry must be a day such as 2027-01-31.");
    }
  }
}
