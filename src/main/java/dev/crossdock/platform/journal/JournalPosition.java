package dev.crossdock.platform.journal;

import java.util.Comparator;

/**
 * A place in a merchant's sealed history.
 *
 * @param block number of the block, from 1
 * @param index place in the block, from 0
 */
public record JournalPosition(long block, int index) implements Comparable<JournalPosition> {

  /** Before everything. */
  public static final JournalPosition START = new JournalPosition(0, 0);

  private static final Comparator<JournalPosition> ORDER =
      Comparator.comparingLong(JournalPosition::block).thenComparingInt(JournalPosition::index);

  @Override
  public int compareTo(JournalPosition other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return block + "/" + index;
  }
}
