package dev.crossdock.console.routing.live;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about what a version would have done differently.
 *
 * @param figures a table for each currency
 * @param none what stands there when no order differs; null when some do
 * @param more where the next orders stand; null when these were the last
 */
public record ShadowView(
    int version,
    String name,
    String state,
    String summary,
    List<Grid> figures,
    Grid orders,
    @Nullable Block none,
    @Nullable String more) {

  public ShadowView {
    figures = List.copyOf(figures);
  }
}
