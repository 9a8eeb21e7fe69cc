package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.internal.Batch;
import dev.crossdock.platform.journal.internal.Block;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The statements of sealing. Nothing here changes or removes a row of journal or journal_block. */
final class SealerStore {

  static final String CHANNEL = "crossdock_journal";

  private static final String TAKE_PENDING =
      """
      DELETE FROM journal_pending
      WHERE merchant = :merchant AND batch IN (
        SELECT w.batch
        FROM (
          SELECT p.batch, sum(p.entries) OVER (ORDER BY p.batch) - p.entries AS entries_before
          FROM journal_pending p WHERE p.merchant = :merchant ORDER BY p.batch LIMIT :batchesMax) w
        WHERE w.entries_before < :entriesMax)
      RETURNING batch, entries
      """;
  private static final String TAKE_EARLIER =
      """
      DELETE FROM journal_pending p
      USING journal j, unnest(:stream::text[], :version::int[]) AS w (stream, version)
      WHERE p.merchant = :merchant AND j.merchant = :merchant
        AND j.stream = w.stream AND j.version = w.version AND p.batch = j.batch
      RETURNING p.batch, p.entries
      """;
  private static final String ROWS =
      """
      SELECT batch, stream, version, row_hash FROM journal
      WHERE merchant = :merchant AND batch = ANY (:batches::uuid[]) ORDER BY batch, n
      """;
  private static final String HEAD =
      """
      SELECT block, hash, sealed_at FROM journal_block WHERE merchant = :merchant ORDER BY block DESC LIMIT 1
      """;
  private static final String INSERT =
      """
      INSERT INTO journal_block
        (merchant, block, batches, sizes, entries, merkle_root, previous, hash, sealed_at, fence)
      VALUES (:merchant, :block, :batches::uuid[], :sizes::int[], :entries, :merkleRoot, :previous, :hash,
        :sealedAt::timestamptz, :fence)
      """;
  private static final String ANNOUNCE = "SELECT pg_notify(:channel, :merchant::text)";

  /** A transaction waiting for its block, and how many facts it says it has. */
  record Pending(UUID batch, int entries) {}

  /** The facts that must stand before others: by stream and version. */
  record Earlier(String stream, int version) {}

  /** Takes away pending rows this statement can see, the lowest ids first; at least one where there is one. */
  List<Pending> takePending(Tx tx, int batchesMax, int entriesMax) {
    return tx.sql(TAKE_PENDING)
        .param("batchesMax", batchesMax)
        .param("entriesMax", entriesMax)
        .query(SealerStore::pending)
        .list();
  }

  /** Takes away the pending rows of the transactions that wrote these facts, where they are still pending. */
  List<Pending> takeEarlier(Tx tx, Collection<Earlier> facts) {
    Columns<Earlier> columns = Columns.of(facts).text("stream", Earlier::stream).ints("version", Earlier::version);
    return tx.sql(TAKE_EARLIER).params(columns.params()).query(SealerStore::pending).list();
  }

  /** The facts of these transactions. A batch of which rows are missing stops the sealing of this merchant. */
  List<Batch> batches(Tx tx, List<Pending> taken) {
    Map<UUID, List<Batch.Leaf>> leaves = new HashMap<>();
    tx.sql(ROWS)
        .params(Columns.of(taken).text("batches", Pending::batch).params())
        .query(
            row -> {
              List<Batch.Leaf> batch =
                  leaves.computeIfAbsent(row.getObject("batch", UUID.class), first -> new ArrayList<>());
              Hash hash = Hash.of(row.getBytes("row_hash"));
              batch.add(new Batch.Leaf(row.getString("stream"), row.getInt("version"), hash));
            });
    return taken.stream().map(pending -> whole(pending, leaves.getOrDefault(pending.batch(), List.of()))).toList();
  }

  private static Batch whole(Pending pending, List<Batch.Leaf> leaves) {
    if (leaves.size() != pending.entries()) {
      throw new IllegalStateException(
          "journal damaged: batch %s has %d of %d entries"
              .formatted(pending.batch(), leaves.size(), pending.entries()));
    }
    return new Batch(pending.batch(), leaves);
  }

  /** The newest block, or the head before the first one. */
  static JournalHead head(Tx tx) {
    return tx.sql(HEAD)
        .query(
            (row, n) ->
                new JournalHead(
                    tx.merchant().id(),
                    row.getLong("block"),
                    Hash.of(row.getBytes("hash")),
                    row.getObject("sealed_at", OffsetDateTime.class).toInstant()))
        .optional()
        .orElseGet(() -> JournalHead.none(tx.merchant()));
  }

  /** Writes the block; the primary key refuses a second one of the same number. */
  void insert(Tx tx, Block block) {
    tx.sql(INSERT)
        .param("block", block.number())
        .params(Columns.of(block.batches()).text("batches", UUID::toString).params())
        .params(Columns.of(block.sizes()).ints("sizes", Integer::intValue).params())
        .param("entries", block.entries())
        .param("merkleRoot", block.merkleRoot().bytes())
        .param("previous", block.previous().bytes())
        .param("hash", block.hash().bytes())
        .param("sealedAt", block.sealedAt().toString())
        .param("fence", block.fence())
        .update();
  }

  /** One notification a block, sent by the commit: a hint to readers, who look by themselves as well. */
  void announce(Tx tx) {
    tx.sql(ANNOUNCE).param("channel", CHANNEL).query((row, n) -> n).single();
  }

  private static Pending pending(ResultSet row, int n) throws SQLException {
    return new Pending(row.getObject("batch", UUID.class), row.getInt("entries"));
  }
}
