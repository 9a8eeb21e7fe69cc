package dev.crossdock.api.v1.documents;

import dev.crossdock.api.v1.documents.Answers.Required;
import dev.crossdock.api.web.Amount;
import dev.crossdock.api.web.LotBody;
import dev.crossdock.inventory.lots.ArrivedLot;
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
   * @param lots which lots, where the SKU is kept by lot: they add up to the units
   * @param serials which serial numbers, where the SKU has them
   * @param unitCost as it arrived, freight and duty included; as ordered, when it is absent. A transfer has none
   */
  record Line(
      @Nullable Integer line,
      @Nullable Long units,
      @Nullable Long damaged,
      @Nullable Long qualityControl,
      @Nullable List<@Nullable LotBody> lots,
      @Nullable List<@Nullable String> serials,
      @Nullable Amount unitCost) {

    List<ArrivedLot> arrived() {
      return LotBody.arrived(lots, serials);
    }

    /** As told, or as the lots say where only they say it. */
    long damagedUnits() {
      return damaged != null ? damaged : arrived().stream().mapToLong(ArrivedLot::damaged).sum();
    }

    long qualityControlUnits() {
      return qualityControl != null ? qualityControl : arrived().stream().mapToLong(ArrivedLot::qualityControl).sum();
    }
  }

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
