package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One reader's cursor and lease, and the events that follow a cursor. */
final class ReaderStore implements LeaseTable {

  private static final String FIND =
      "SELECT holder, fence, expires_at FROM journal_reader WHERE merchant = :merchant AND reader = :reader";
  private static final String CREATE =
      """
      INSERT INTO journal_reader (merchant, reader, block, idx, holder, fence, expires_at)
      VALUES (:merchant, :reader, 0, 0, :holder, :fence, :expiresAt::timestamptz)
      ON CONFLICT (merchant, reader) DO NOTHING
      """;
  private static final String RENEW =
      """
      UPDATE journal_reader SET expires_at = :expiresAt::timestamptz
      WHERE merchant = :merchant AND reader = :reader AND holder = :holder AND fence = :fence
      """;
  private static final String TAKE =
      """
      UPDATE journal_reader SET holder = :holder, fence = :fence, expires_at = :expiresAt::timestamptz
      WHERE merchant = :merchant AND reader = :reader AND fence IN (
        SELECT s.fence FROM journal_reader s
        WHERE s.merchant = :merchant AND s.reader = :reader
          AND s.fence = :seenFence AND s.expires_at = :seenExpiresAt::timestamptz
        FOR NO KEY UPDATE SKIP LOCKED)
      """;
  private static final String END_ALL =
      """
      UPDATE journal_reader SET expires_at = 'epoch'::timestamptz
      WHERE merchant = :merchant AND holder = :holder AND expires_at > 'epoch'::timestamptz
      """;
  private static final String CURSOR =
      """
      SELECT block, idx FROM journal_reader
      WHERE merchant = :merchant AND reader = :reader AND holder = :holder AND fence = :fence
      """;
  private static final String MOVE =
      """
      UPDATE journal_reader SET block = :block, idx = :idx
      WHERE merchant = :merchant AND reader = :reader AND holder = :holder AND fence = :fence
        AND (block, idx) < (:block, :idx)
      """;
  private static final String BLOCKS =
      """
      SELECT w.block, w.batches, w.sizes
      FROM (
        SELECT b.block, b.batches, b.sizes, sum(b.entries) OVER (ORDER BY b.block) - b.entries AS entries_before
        FROM journal_block b WHERE b.merchant = :merchant AND b.block >= :block ORDER BY b.block LIMIT :blocksMax) w
      WHERE w.entries_before < :entriesMax ORDER BY w.block
      """;
  private static final String ROWS =
      """
      SELECT j.batch, j.n, j.stream, j.version, j.type, j.happened_at, j.recorded_at, j.actor_kind, j.actor_id,
        j.source, j.correlation, j.causation,
        CASE WHEN j.type = ANY (:bare::text[]) THEN '{}'::json ELSE j.payload END AS payload
      FROM journal j
      WHERE j.merchant = :merchant AND j.batch = ANY (:batches::uuid[])
        AND (:only::text[] IS NULL OR j.type = ANY (:only::text[])) AND j.type <> ALL (:ignored::text[])
      """;

  private final String reader;

  /** A transaction's place in a block: its facts stand at {@code first} and the following indexes. */
  record Slot(long block, int first, UUID batch, int size) {

    JournalPosition position(int n) {
      return new JournalPosition(block, first + n);
    }

    /** How many of its facts stand after the cursor. */
    int ahead(JournalPosition cursor) {
      return switch (Long.compare(cursor.block(), block)) {
        case -1 -> size;
        case 0 -> Math.clamp(first + size - 1L - cursor.index(), 0, size);
        default -> 0;
      };
    }
  }

  ReaderStore(String reader) {
    this.reader = reader;
  }

  @Override
  public Optional<Lease> find(Tx tx) {
    return tx.sql(FIND).param("reader", reader).query(LeaseTable::lease).optional();
  }

  @Override
  public boolean create(Tx tx, Lease first) {
    return write(tx, CREATE, first);
  }

  @Override
  public boolean renew(Tx tx, Lease lease) {
    return write(tx, RENEW, lease);
  }

  @Override
  public boolean take(Tx tx, Lease seen, Lease taken) {
    return tx.sql(TAKE)
            .param("reader", reader)
            .param("holder", taken.holder())
            .param("fence", taken.fence())
            .param("expiresAt", taken.expiresAt().toString())
            .param("seenFence", seen.fence())
            .param("seenExpiresAt", seen.expiresAt().toString())
            .update()
        == 1;
  }

  /** Where the reader stands; empty when the lease is no longer the current one. */
  Optional<JournalPosition> cursor(Tx tx, Lease lease) {
    return tx.sql(CURSOR)
        .param("reader", reader)
        .param("holder", lease.holder())
        .param("fence", lease.fence())
        .query((row, n) -> new JournalPosition(row.getLong("block"), row.getInt("idx")))
        .optional();
  }

  /** Moves the cursor forward; false when the lease is no longer the current one or the place is not ahead. */
  boolean move(Tx tx, Lease lease, JournalPosition to) {
    return tx.sql(MOVE)
            .param("reader", reader)
            .param("holder", lease.holder())
            .param("fence", lease.fence())
            .param("block", to.block())
            .param("idx", to.index())
            .update()
        == 1;
  }

  /** The transactions of a block and of those after it, in their order, until there are enough entries. */
  List<Slot> slots(Tx tx, long block, int blocksMax, int entriesMax) {
    return tx
        .sql(BLOCKS)
        .param("block", block)
        .param("blocksMax", blocksMax)
        .param("entriesMax", entriesMax)
        .query(ReaderStore::slotsOfBlock)
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** The facts of these transactions that are of interest, in no order. */
  List<JournalEvent> events(Tx tx, Collection<Slot> slots, JournalReader.Interest interest) {
    return tx.sql(ROWS)
        .params(Columns.of(slots).text("batches", Slot::batch).params())
        .params(Columns.of(interest.bare()).text("bare", type -> type).params())
        .params(Columns.of(interest.ignored()).text("ignored", type -> type).params())
        .param("only", interest.only() == null ? null : interest.only().toArray(String[]::new))
        .query(JournalHistory::event)
        .list();
  }

  /** Ends the turns of a holder that is gone, of whichever reader; how many that were. */
  static int endAll(Tx tx, String holder) {
    return tx.sql(END_ALL).param("holder", holder).update();
  }

  private static List<Slot> slotsOfBlock(ResultSet row, int n) throws SQLException {
    UUID[] batches = (UUID[]) row.getArray("batches").getArray();
    Integer[] sizes = (Integer[]) row.getArray("sizes").getArray();
    Slot[] slots = new Slot[batches.length];
    int first = 0;
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new Slot(row.getLong("block"), first, batches[i], sizes[i]);
      first += sizes[i];
    }
    return List.of(slots);
  }

  private boolean write(Tx tx, String sql, Lease lease) {
    return tx.sql(sql)
            .param("reader", reader)
            .param("holder", lease.holder())
            .param("fence", lease.fence())
            .param("expiresAt", lease.expiresAt().toString())
            .update()
        == 1;
  }
}
