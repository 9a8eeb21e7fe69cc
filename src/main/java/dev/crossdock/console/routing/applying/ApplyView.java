package dev.crossdock.console.routing.applying;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version applied to orders not yet released, or a preview of that.
 *
 * @param policy where its version is shown
 * @param going whether something is still to be done: then the page asks for itself
 * @param counts how many orders it changes, and how many not
 * @param costs what the changed ones cost; null where that is known of none
 * @param none what stands in the place of orders; null where there are some
 * @param more where the orders go on; null at the end
 * @param apply what the button says that does what the preview shows; null for no button
 */
public record ApplyView(
    String path, String policy, String heading, Badge state, String about, boolean going, boolean preview, int done,
    int total, @Nullable Note trouble, Grid counts, @Nullable Grid costs, Grid orders, @Nullable Block none,
    @Nullable String more, @Nullable String apply, String key, boolean mayAct) {

  /**
   * All of them.
   *
   * @param none what stands there when there are none
   * @param more where they go on; null at the end
   */
  public record All(List<Tab> tabs, Grid grid, @Nullable Block none, @Nullable String more) {

    public All {
      tabs = List.copyOf(tabs);
    }
  }
}
