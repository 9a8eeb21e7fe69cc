package dev.crossdock.api.v1.documents;

import dev.crossdock.api.v1.documents.Answers.Required;
import dev.crossdock.inventory.counting.CountCommand.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param countedAt now, when it is absent
 */
record CountedBody(@Nullable Instant countedAt, @Nullable List<@Nullable Line> lines) {

  /** What was found of one line. */
  record Line(@Nullable Integer line, @Nullable Long units) {}

  List<Counted> counted() {
    Required required = new Required().of("lines", lines);
    List<Counted> found = new ArrayList<>();
    List<@Nullable Line> told = lines == null ? List.of() : lines;
    for (int i = 0; i < told.size(); i++) {
      Line line = told.get(i);
      Integer number = line == null ? null : line.line();
      Long units = line == null ? null : line.units();
      required.of("lines[" + i + "].line", number).of("lines[" + i + "].units", units);
      if (number != null && units != null) {
        found.add(new Counted(number, units));
      }
    }
    required.check();
    return found;
  }
}
