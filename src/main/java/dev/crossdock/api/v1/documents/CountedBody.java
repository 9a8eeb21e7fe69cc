package dev.crossdock.api.v1.documents;

import dev.crossdock.api.v1.documents.Answers.Required;
import dev.crossdock.api.web.LotBody;
import dev.crossdock.inventory.counting.CountCommand.Counted;
import dev.crossdock.inventory.lots.LotUnits;
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

  /**
   * What was found of one line.
   *
   * @param units as the lots and serial numbers add up to, when they are absent
   * @param lots all lots that lie there, where the SKU is kept by lot: what is not named was not found
   * @param serials all serial numbers that lie there, where the SKU has them
   */
  record Line(
      @Nullable Integer line,
      @Nullable Long units,
      @Nullable List<@Nullable LotBody> lots,
      @Nullable List<@Nullable String> serials) {

    private List<LotUnits> found() {
      return LotBody.units(lots, serials);
    }

    private @Nullable Long told() {
      return units != null || (lots == null && serials == null) ? units : Long.valueOf(LotUnits.sum(found()));
    }
  }

  List<Counted> counted() {
    Required required = new Required().of("lines", lines);
    List<Counted> found = new ArrayList<>();
    List<@Nullable Line> told = lines == null ? List.of() : lines;
    for (int i = 0; i < told.size(); i++) {
      Line line = told.get(i);
      Integer number = line == null ? null : line.line();
      Long units = line == null ? null : line.told();
      required.of("lines[" + i + "].line", number).of("lines[" + i + "].units", units);
      if (line != null && number != null && units != null) {
        found.add(new Counted(number, units, line.found()));
      }
    }
    required.check();
    return found;
  }
}
