package dev.crossdock.console.warehouse;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that lists documents of a kind.
 *
 * @param placeholder what may be looked for
 * @param actions what can be begun from here; the first is the usual one
 * @param grid the documents; null when there are none
 * @param block what stands there then; null otherwise
 * @param next the page behind; null for none
 * @param first the first page; null when this is it
 */
public record DocumentList(
    StockNav nav, String text, String state, String placeholder, List<Tab> states, List<Block.Action> actions,
    @Nullable Grid grid, @Nullable Block block, @Nullable String next, @Nullable String first) {

  public DocumentList {
    states = List.copyOf(states);
    actions = List.copyOf(actions);
  }
}
