package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.internal.RowHash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one transaction will append. Facts that a later last step of it appends make a second batch. */
final class JournalBuffer {

  private static final String APPEND =
      """
      WITH waiting AS (
        INSERT INTO journal_pending (merchant, batch, entries) VALUES (:merchant, :batch, :entries))
      INSERT INTO journal (merchant, batch, n, stream, version, type, happened_at, recorded_at, actor_kind, actor_id,
        source, correlation, causation, payload, row_hash)
      SELECT :merchant, :batch, r.n, r.stream, r.version, r.type, r.happened_at, :recordedAt::timestamptz, r.actor_kind,
        r.actor_id, r.source, r.correlation, r.causation, r.payload::json, r.row_hash
      FROM unnest(:n::int[], :stream::text[], :version::int[], :type::text[], :happenedAt::timestamptz[],
        :actorKind::text[], :actorId::text[], :source::text[], :correlation::uuid[], :causation::uuid[],
        :payload::text[], :rowHash::bytea[])
        AS r (n, stream, version, type, happened_at, actor_kind, actor_id, source, correlation, causation, payload,
        row_hash)
      """;

  private final Tx tx;
  private final Ids ids;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> versions = new HashMap<>();

  private record Row(int n, Cause cause, JournalEntry entry) {}

  JournalBuffer(Tx tx, Ids ids, Runnable committed) {
    this.tx = tx;
    this.ids = ids;
    tx.afterCommit(committed);
  }

  void add(Cause cause, List<JournalEntry> entries) {
    if (rows.isEmpty()) {
      tx.beforeCommit(this::flush);
    }
    for (JournalEntry entry : entries) {
      Integer before = versions.put(entry.stream(), entry.version());
      if (before != null && entry.version() != before + 1) {
        throw new IllegalArgumentException(
            "version " + entry.version() + " of " + entry.stream() + " cannot follow version " + before);
      }
      rows.add(new Row(rows.size(), cause, entry));
    }
  }

  private void flush() {
    UUID batch = ids.next();
    Instant recordedAt = tx.now().truncatedTo(ChronoUnit.MICROS);
    RowHash hash = new RowHash();
    int merchant = tx.merchant().id();
    Columns<Row> columns =
        Columns.of(rows)
            .ints("n", Row::n)
            .text("stream", row -> row.entry().stream())
            .ints("version", row -> row.entry().version())
            .text("type", row -> row.entry().type())
            .text("happenedAt", row -> row.entry().happenedAt())
            .text("actorKind", row -> row.cause().actor().kind())
            .text("actorId", row -> row.cause().actor().id())
            .text("source", row -> row.cause().source())
            .text("correlation", row -> row.cause().correlation())
            .text("causation", row -> row.cause().causation())
            .text("payload", row -> row.entry().payload())
            .bytes("rowHash", row -> hash.of(merchant, batch, row.n(), row.entry(), recordedAt, row.cause()));
    int written =
        tx.sql(APPEND)
            .param("batch", batch)
            .param("entries", rows.size())
            .param("recordedAt", recordedAt.toString())
            .params(columns.params())
            .update();
    if (written != rows.size()) {
      throw new IllegalStateException("wrote " + written + " of " + rows.size() + " entries");
    }
    rows.clear();
  }
}
