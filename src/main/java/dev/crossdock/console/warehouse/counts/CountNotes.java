package dev.crossdock.console.warehouse.counts;

import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.LineState;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be known of a count before it is worked on. Never how much is expected. */
final class CountNotes {

  /** A difference that nobody needs to judge. */
  static final int ANY = 1_000_000_000;

  private CountNotes() {}

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
