package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.BulkInsert;
import dev.crossdock.platform.db.Cause;
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

  private static final String WAITING =
      "INSERT INTO journal_pending (merchant, batch, entries) VALUES (:merchant, :batch, :entries)";

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
    tx.sql(WAITING).param("batch", batch).param("entries", rows.size()).update();
    tx.write(
        BulkInsert.into("journal", rows)
            .uuid("batch", row -> batch)
            .ints("n", Row::n)
            .text("stream", row -> row.entry().stream())
            .ints("version", row -> row.entry().version())
            .text("type", row -> row.entry().type())
            .time("happened_at", row -> row.entry().happenedAt())
            .time("recorded_at", row -> recordedAt)
            .text("actor_kind", row -> row.cause().actor().kind())
            .text("actor_id", row -> row.cause().actor().id())
            .text("source", row -> row.cause().source())
            .uuid("correlation", row -> row.cause().correlation())
            .uuid("causation", row -> row.cause().causation())
            .text("payload", row -> row.entry().payload())
            .bytes("row_hash", row -> hash.of(merchant, batch, row.n(), row.entry(), recordedAt, row.cause())));
    rows.clear();
  }
}
