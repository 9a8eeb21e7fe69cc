package dev.crossdock.api.v1.documents;

import dev.crossdock.api.v1.documents.Answers.Required;
import dev.crossdock.inventory.transfers.TransferInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stock to be moved.
 *
 * @param number the next of ours, when it is absent
 */
record TransferBody(
    @Nullable String number,
    @Nullable String from,
    @Nullable String to,
    @Nullable LocalDate expectedOn,
    @Nullable List<@Nullable Line> lines) {

  /** Units of one SKU. */
  record Line(@Nullable String sku, @Nullable Long units) {}

  TransferInput input() {
    Required required = new Required().of("from", from).of("to", to).of("lines", lines);
    List<TransferInput.Line> found = new ArrayList<>();
    List<@Nullable Line> told = lines == null ? List.of() : lines;
    for (int i = 0; i < told.size(); i++) {
      Line line = told.get(i);
      String sku = line == null ? null : line.sku();
      Long units = line == null ? null : line.units();
      required.of("lines[" + i + "].sku", sku).of("lines[" + i + "].units", units);
      if (sku != null && units != null) {
        found.add(new TransferInput.Line(sku, units));
      }
    }
    required.check();
    return new TransferInput(number, Answers.given(from), Answers.given(to), expectedOn, found);
  }
}
