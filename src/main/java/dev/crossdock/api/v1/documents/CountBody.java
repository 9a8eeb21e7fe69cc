package dev.crossdock.api.v1.documents;

import dev.crossdock.api.v1.documents.Answers.Required;
import dev.crossdock.inventory.counting.CountInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be counted.
 *
 * @param number the next of ours, when it is absent
 * @param approveAbove a variance of more units than this waits for approval; none, when it is absent
 */
record CountBody(
    @Nullable String number,
    @Nullable String location,
    @Nullable Long approveAbove,
    @Nullable List<@Nullable Line> lines) {

  /** A SKU, in one bin or in all of the location. */
  record Line(@Nullable String sku, @Nullable String bin) {}

  CountInput input() {
    Required required = new Required().of("location", location).of("lines", lines);
    List<CountInput.Line> found = new ArrayList<>();
    List<@Nullable Line> told = lines == null ? List.of() : lines;
    for (int i = 0; i < told.size(); i++) {
      Line line = told.get(i);
      String sku = line == null ? null : line.sku();
      required.of("lines[" + i + "].sku", sku);
      if (line != null && sku != null) {
        found.add(new CountInput.Line(sku, line.bin()));
      }
    }
    required.check();
    return new CountInput(
        number, Answers.given(location), Objects.requireNonNullElse(approveAbove, 1_000_000_000L), found);
  }
}
