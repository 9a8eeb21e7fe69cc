package dev.crossdock.console.routing.live;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about versions that are tried on live orders.
 *
 * @param canary the version that decides for a part of the orders; null when there is none
 * @param noCanary what stands there then
 * @param none what stands there when none is in the shadow; null when some are
 */
public record LiveView(
    List<Tab> tabs, @Nullable Canary canary, @Nullable Block noCanary, Grid shadows, @Nullable Block none) {

  public LiveView {
    tabs = List.copyOf(tabs);
  }

  /**
   * A version that decides for a part of the orders.
   *
   * @param limits when it falls back
   */
  public record Canary(int version, String name, Grid grid, String limits) {}
}
