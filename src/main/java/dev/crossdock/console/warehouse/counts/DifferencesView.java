package dev.crossdock.console.warehouse.counts;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.When;
import dev.crossdock.console.warehouse.Mistakes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which differences are judged.
 *
 * @param back the page of the count
 * @param key of this showing of the form
 * @param block what stands there when nothing is left; null otherwise
 */
public record DifferencesView(
    String number, String location, String back, String action, String key, List<Line> lines, @Nullable Block block,
    List<Mistakes.Line> mistakes) {

  public DifferencesView {
    lines = List.copyOf(lines);
  }

  /**
   * A line whose difference is too large to be booked unseen.
   *
   * @param expected what must have been there at the instant of counting
   * @param less whether less was found
   * @param lots lots and serial numbers that are not as they had to be, in words
   * @param frozen what is kept out of promises until it is judged; empty for nothing
   */
  public record Line(
      int line, String sku, String href, String bin, String expected, String counted, String difference, boolean less,
      List<String> lots, String frozen, @Nullable When at, boolean chosen) {

    public Line {
      lots = List.copyOf(lots);
    }
  }

  /** Whether any line is of a SKU with lots or serial numbers. */
  public boolean lots() {
    return lines.stream().anyMatch(line -> !line.lots().isEmpty());
  }
}
