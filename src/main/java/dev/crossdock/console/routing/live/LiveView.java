package dev.crossdock.console.routing.live;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about versions that are tried on live orders.
 *
 * @param none what stands there when none is in the shadow; null when some are
 */
public record LiveView(List<Tab> tabs, Grid shadows, @Nullable Block none) {

  public LiveView {
    tabs = List.copyOf(tabs);
  }
}
