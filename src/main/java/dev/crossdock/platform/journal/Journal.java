package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.util.List;

/** Where facts are appended, in the same transaction as the change they tell of. */
public final class Journal {

  private final Ids ids;
  private final Runnable committed;

  /** A journal that tells nobody of its commits: the sealer finds them when it looks next. */
  public Journal(Ids ids) {
    this(ids, () -> {});
  }

  /**
   * A journal that tells of its commits.
   *
   * @param committed called after each commit that appended something, usually {@code SealerLoop::wake}; it must return
   *     at once and must not throw
   */
  public Journal(Ids ids, Runnable committed) {
    this.ids = ids;
    this.committed = committed;
  }

  /**
   * Ends what a process had leased that is gone, of its sealer and of its readers, so that the next one takes over at
   * once; how many leases that were. Should it live after all, it goes on where nobody has taken over yet.
   */
  public static int endLeases(Tx tx, String holder) {
    return new SealerLeaseTable().end(tx, holder) + ReaderStore.endAll(tx, holder);
  }

  /**
   * Collects the entries; they are written as one statement, with one pending row, just before the commit.
   *
   * @throws IllegalArgumentException when a stream's versions do not follow one another within the transaction
   */
  public void append(Tx tx, List<JournalEntry> entries) {
    append(tx, tx.cause(), entries);
  }

  /**
   * The same for a transaction that does the work of many causes: each order of a batch keeps its own correlation and
   * its own message.
   */
  public void append(Tx tx, Cause cause, List<JournalEntry> entries) {
    if (!entries.isEmpty()) {
      tx.attachment(JournalBuffer.class, () -> new JournalBuffer(tx, ids, committed)).add(cause, entries);
    }
  }
}
