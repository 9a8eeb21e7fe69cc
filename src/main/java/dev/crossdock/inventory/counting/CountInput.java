package dev.crossdock.inventory.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A count as somebody asks for it, unchecked.
 *
 * @param number null for the next of ours
 * @param approveAbove a variance of more units than this waits for approval
 */
public record CountInput(@Nullable String number, String location, long approveAbove, List<Line> lines) {

  /** A SKU, in one bin or, with null, in all of the location. */
  public record Line(String sku, @Nullable String bin) {}
}
