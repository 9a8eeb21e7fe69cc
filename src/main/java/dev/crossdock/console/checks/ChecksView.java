package dev.crossdock.console.checks;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of checks.
 *
 * @param verdict of the last result; null before the first
 * @param compared what was compared for it
 * @param found its violations; null for none
 * @param runs the latest; null when there is none
 * @param block what stands there before the first run; null otherwise
 * @param running whether one waits or runs
 * @param key of this showing of the form
 */
public record ChecksView(
    @Nullable Note verdict, List<String> compared, @Nullable Grid found, @Nullable Grid runs, @Nullable Block block,
    boolean running, String key, String live) {

  public ChecksView {
    compared = List.copyOf(compared);
  }
}
