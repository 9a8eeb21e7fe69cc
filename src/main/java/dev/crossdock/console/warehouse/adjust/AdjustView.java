package dev.crossdock.console.warehouse.adjust;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.warehouse.Mistakes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that corrects one level.
 *
 * @param key of this showing of the form
 * @param lots as typed
 * @param preview what would change; null before it was asked for
 */
public record AdjustView(
    String key, Field sku, Choice location, Choice mode, Field units, Lots lots, Choice reason, Field document,
    @Nullable Preview preview, List<Mistakes.Line> mistakes) {

  /**
   * The field for lots and serial numbers.
   *
   * @param error what is wrong with them; null for nothing
   */
  public record Lots(String text, @Nullable String error) {}

  /**
   * What would change, to be confirmed.
   *
   * @param title of the SKU
   * @param change with its sign
   * @param shortfall what is promised and would not lie there any more; empty for nothing
   * @param lots which lots or serial numbers, in words
   * @param seen on hand when this was reckoned, for whoever confirms it
   */
  public record Preview(
      String sku, String title, String location, String before, String change, String after, String available,
      String shortfall, List<String> lots, int seen) {

    public Preview {
      lots = List.copyOf(lots);
    }
  }
}
