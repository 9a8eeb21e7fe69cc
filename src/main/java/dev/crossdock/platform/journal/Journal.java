package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Tx;
import java.util.List;

/** Where facts are appended, in the same transaction as the change they tell of. */
public interface Journal {

  /** Collects the entries; they are written as one statement, with one pending row, just before the commit. */
  void append(Tx tx, List<JournalEntry> entries);
}
