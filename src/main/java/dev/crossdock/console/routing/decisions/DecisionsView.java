package dev.crossdock.console.routing.decisions;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions that were found.
 *
 * @param question what was asked, in words
 * @param none stands in the place of rows; null when there are some
 * @param more where the rows go on; null at the end
 */
public record DecisionsView(
    List<Tab> tabs, List<Choice> choices, List<Field> days, String question, Grid grid, @Nullable Block none,
    @Nullable String more) {

  public DecisionsView {
    tabs = List.copyOf(tabs);
    choices = List.copyOf(choices);
    days = List.copyOf(days);
  }
}
