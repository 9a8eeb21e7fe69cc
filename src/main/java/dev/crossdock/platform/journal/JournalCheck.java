package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.internal.Block;
import dev.crossdock.platform.journal.internal.ChainWalk;
import dev.crossdock.platform.journal.internal.CheckStore;
import dev.crossdock.platform.journal.internal.CopyRows;
import dev.crossdock.platform.journal.internal.Findings;
import dev.crossdock.platform.journal.internal.RowWalk;
import dev.crossdock.platform.journal.internal.StoredBlock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Proves a merchant's journal, whether a server runs beside it or not: every row matches its hash, every block's rows
 * give its Merkle root, every block matches its hash and is chained to the one before, without a gap; every row is in
 * exactly one block or pending, every sealed or pending transaction is whole; each stream's versions run from 1 without
 * a gap in the order of the blocks; no reader stands behind the end.
 *
 * <p>What only the outside can know: a tail cut off with its rows, and a suffix written anew with fitting hashes, are
 * found by heads kept elsewhere ({@link AnchorFile}). A transaction that is in no block yet and is removed whole, with
 * its pending row, leaves no trace here.
 */
public final class JournalCheck {

  /** Rows read in one go: enough to make the round trip cheap, few enough for the server to sort in memory. */
  private static final int CHUNK_ENTRIES = 4_000;

  private static final int CHUNK_BLOCKS = 200;

  private final List<JournalHead> anchors;

  /** What was looked at and what was found. */
  public record Report(long blocks, long entries, List<Violation> violations) {}

  /**
   * A check for any number of merchants.
   *
   * @param anchors heads known from outside the database, of any merchant; none is fine
   */
  public JournalCheck(Collection<JournalHead> anchors) {
    this.anchors = List.copyOf(anchors);
  }

  /** Checks one snapshot of the journal, in a read-only transaction of its own. */
  public Report run(DataSource dataSource, Merchant merchant) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      int isolation = connection.getTransactionIsolation();
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return run(connection, merchant);
      } finally {
        connection.rollback();
        connection.setTransactionIsolation(isolation);
        connection.setReadOnly(false);
        connection.setAutoCommit(true);
      }
    }
  }

  /** Checks what this connection's open transaction sees. */
  Report run(Connection connection, Merchant merchant) throws SQLException {
    CheckStore store = new CheckStore(connection, merchant.id());
    Findings findings = new Findings();
    List<JournalHead> ours = anchors.stream().filter(head -> head.merchant() == merchant.id()).toList();
    ChainWalk chain = new ChainWalk(JournalHead.none(merchant), ours, findings);
    RowWalk rows = new RowWalk(findings);
    sealed(store, chain, rows, findings);
    chain.end();
    try (CopyRows pending = store.pendingRows()) {
      rows.pending(pending);
    }
    store.pendingFaults(findings);
    if (store.count() != rows.rows()) {
      store.inNoBlock(findings);
    }
    if (!findings.all().isEmpty()) {
      store.sealedTwice(findings);
    }
    store.readersAhead(findings);
    return new Report(chain.blocks(), rows.rows(), findings.all());
  }

  private static void sealed(CheckStore store, ChainWalk chain, RowWalk rows, Findings findings) throws SQLException {
    Chunk chunk = new Chunk(store, rows);
    store.blocks(
        stored -> {
          chain.step(stored);
          chunk.add(stored);
        },
        findings);
    chunk.flush();
  }

  /** Neighbouring blocks whose rows are read together. */
  private static final class Chunk {

    private final CheckStore store;
    private final RowWalk rows;
    private final List<Block> blocks = new ArrayList<>();
    private long entries;

    Chunk(CheckStore store, RowWalk rows) {
      this.store = store;
      this.rows = rows;
    }

    void add(StoredBlock stored) {
      blocks.add(stored.block());
      entries += stored.block().entries();
      if (entries >= CHUNK_ENTRIES || blocks.size() >= CHUNK_BLOCKS) {
        flush();
      }
    }

    void flush() {
      if (!blocks.isEmpty()) {
        try (CopyRows copy = store.sealedRows(blocks.getFirst().number(), blocks.getLast().number())) {
          rows.sealed(blocks, copy);
        } catch (SQLException e) {
          throw new IllegalStateException("cannot read the journal", e);
        }
        blocks.clear();
        entries = 0;
      }
    }
  }
}
