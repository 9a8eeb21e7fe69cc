package dev.crossdock.api.v1.documents;

import dev.crossdock.api.v1.documents.Answers.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What arrived.
 *
 * @param reference of the delivery note: the same note again changes nothing
 * @param happenedAt now, when it is absent
 */
record ReceiptBody(
    @Nullable String reference, @Nullable Instant happenedAt, @Nullable List<@Nullable Line> lines) {

  /**
   * What arrived of one line.
   *
   * @param damaged of them
   * @param qualityControl of them, not to be promised before somebody looked
   */
  record Line(
      @Nullable Integer line, @Nullable Long units, @Nullable Long damaged, @Nullable Long qualityControl) {}

  /** The lines, each with line and units, or the end of the request. */
  List<Line> checked() {
    Required required = new Required().of("reference", reference).of("lines", lines);
    List<@Nullable Line> told = lines == null ? List.of() : lines;
    for (int i = 0; i < told.size(); i++) {
      Line line = told.get(i);
      required.of("lines[" + i + "].line", line == null ? null : line.line());
      required.of("lines[" + i + "].units", line == null ? null : line.units());
    }
    required.check();
    return told.stream().map(Answers::given).toList();
  }
}
