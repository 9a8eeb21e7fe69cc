package dev.crossdock.console.warehouse.counts;

import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.LineState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be known of a count before it is worked on. Never how much is expected. */
final class CountNotes {

  /** A difference that nobody needs to judge. */
  static final int ANY = 1_000_000_000;

  private static final int LOTS_SHOWN = 100;

  private CountNotes() {}

  /** The lots and serial numbers that were missing, or found, or of which there were more or fewer. */
  static List<String> wrong(StockCount.Line line) {
    List<String> words = new ArrayList<>();
    line.wrong().stream().limit(LOTS_SHOWN).forEach(lot -> {
      if (lot.counted() == 0) {
        words.add(lot.lot() + ": missing" + (lot.expected() == 1 ? "" : ", " + Units.grouped(lot.expected())
            + " expected"));
      } else if (lot.expected() == 0) {
        words.add(lot.lot() + ": found" + (lot.counted() == 1 ? "" : ", " + Units.words(lot.counted())));
      } else {
        words.add(lot.lot() + ": " + Units.signed(lot.variance()) + ", " + Units.grouped(lot.expected()) + " expected");
      }
    });
    int more = line.wrong().size() - LOTS_SHOWN;
    if (more > 0) {
      words.add("and " + Units.grouped(more) + " more");
    }
    return words;
  }

  /** Which bins are frozen; nothing when none is. */
  static List<Note> frozen(StockCount count) {
    String bins = count.lines().stream()
        .filter(line -> !line.bin().isEmpty())
        .filter(line -> line.state() == LineState.COUNTING || line.state() == LineState.TO_APPROVE)
        .map(StockCount.Line::bin)
        .distinct()
        .collect(Collectors.joining(", "));
    return bins.isEmpty() ? List.of() : List.of(Note.of(
        Role.HOLD, Icon.HOLD, "Frozen until they are done: " + bins + ". What lies there is promised to nobody."));
  }
}
