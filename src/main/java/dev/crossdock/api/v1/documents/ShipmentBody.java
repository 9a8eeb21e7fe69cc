package dev.crossdock.api.v1.documents;

import dev.crossdock.api.v1.documents.Answers.Required;
import dev.crossdock.api.web.LotBody;
import dev.crossdock.inventory.transfers.TransferCommand.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What left.
 *
 * @param happenedAt now, when it is absent
 * @param lines all of it, when they are absent
 */
record ShipmentBody(@Nullable Instant happenedAt, @Nullable List<@Nullable Line> lines) {

  /**
   * What left of one line.
   *
   * @param lots which lots, where the SKU is kept by lot; what expires first, when they are absent
   * @param serials which serial numbers, where the SKU has them; the oldest, when they are absent
   */
  record Line(
      @Nullable Integer line,
      @Nullable Long units,
      @Nullable List<@Nullable LotBody> lots,
      @Nullable List<@Nullable String> serials) {}

  List<Units> units() {
    Required required = new Required();
    List<Units> found = new ArrayList<>();
    List<@Nullable Line> told = lines == null ? List.of() : lines;
    for (int i = 0; i < told.size(); i++) {
      Line line = told.get(i);
      Integer number = line == null ? null : line.line();
      Long units = line == null ? null : line.units();
      required.of("lines[" + i + "].line", number).of("lines[" + i + "].units", units);
      if (line != null && number != null && units != null) {
        found.add(new Units(number, units, 0, LotBody.arrived(line.lots(), line.serials())));
      }
    }
    required.check();
    return found;
  }
}
