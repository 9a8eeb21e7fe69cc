package dev.crossdock.console.routing.queues;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders with units that have no place.
 *
 * @param queues each with how many orders it holds
 * @param summary of the queue that is shown: orders, the oldest, their money
 * @param none stands in the place of rows; null when there are some
 * @param more where the rows go on; null at the end
 * @param again routes the rows again; null where there is nothing to route, or nobody who may
 */
public record QueuesView(
    List<Tab> tabs, List<Tab> queues, String summary, Grid grid, @Nullable Block none, @Nullable String more,
    @Nullable Again again) {

  public QueuesView {
    tabs = List.copyOf(tabs);
    queues = List.copyOf(queues);
  }

  /**
   * What routes orders again.
   *
   * @param state of the queue that is shown; empty for all
   * @param words of its button
   */
  public record Again(String key, String state, List<String> orders, String words) {

    public Again {
      orders = List.copyOf(orders);
    }
  }
}
