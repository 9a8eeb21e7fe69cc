package dev.crossdock.console.channels.stock;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.warehouse.Mistakes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which buffers are tried out.
 *
 * @param assumed what the sale began with, in one sentence; empty before one was asked for
 * @param sellers the accounts that sell it; null before one was asked for
 * @param block what stands there instead of a result; null when there is one
 */
public record TrialView(
    Fields fields,
    List<Mistakes.Line> mistakes,
    String assumed,
    List<Outcome> outcomes,
    @Nullable Grid sellers,
    @Nullable Block block) {

  /** The form; the address keeps what it says, so that a trial can be linked to. */
  record Fields(Field sku, Field units, Field perHour, Field oneIn, Field buffer) {}

  /**
   * One kind of buffer.
   *
   * @param words what it does
   */
  record Outcome(String id, String name, String words, Bar oversold, Bar unsold) {}

  /**
   * A figure, and how long its bar is.
   *
   * @param width from 0 to 100
   */
  record Bar(String figure, int width) {}
}
