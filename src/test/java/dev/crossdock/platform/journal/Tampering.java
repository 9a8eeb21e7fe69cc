package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.internal.Batch;
import dev.crossdock.platform.journal.internal.Block;
import dev.crossdock.platform.journal.internal.CheckStore;
import dev.crossdock.platform.journal.internal.Findings;
import dev.crossdock.platform.journal.internal.RowHash;
import dev.crossdock.platform.journal.internal.StoredBlock;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody with every right on the database, who changes history; from clumsy to careful. */
final class Tampering {

  private final Connection connection;
  private final JdbcClient client;
  private final Random random;
  private final int merchant = Merchant.MAIN.id();

  Tampering(Connection connection, Random random) {
    this.connection = connection;
    this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    this.random = random;
  }

  /** Changes something and says what; empty when the change came to nothing, as swapping two equal things does. */
  String apply() {
    String before = content();
    String what = change();
    return content().equals(before) ? "" : what;
  }

  private String content() {
    return client
        .sql(
            """
            SELECT coalesce(md5(string_agg(row, '|' ORDER BY row)), '') FROM (
              SELECT j::text FROM journal j UNION ALL
              SELECT p::text FROM journal_pending p UNION ALL
              SELECT b::text FROM journal_block b) AS t (row)
            """)
        .query(String.class)
        .single();
  }

  private String change() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> column("journal", JOURNAL_CHANGES);
      case 3 -> column("journal_block", BLOCK_CHANGES);
      case 4 -> swap();
      case 5 -> remove();
      case 6 -> insert();
      case 7 -> pending();
      case 8 -> careful();
      default -> bitOfAHash();
    };
  }

  private static final List<String> JOURNAL_CHANGES =
      List.of(
          "merchant = merchant + 1",
          "batch = overlay(batch::text placing 'a' from 36)::uuid",
          "batch = NULL",
          "n = n + 1",
          "n = n + 1000",
          "stream = stream || ' '",
          "stream = 'another'",
          "stream = upper(stream)",
          "version = version + 1",
          "version = version - 1",
          "version = -version",
          "version = NULL",
          "type = 'order.cancelled'",
          "type = ''",
          "happened_at = happened_at + interval '1 microsecond'",
          "happened_at = 'infinity'",
          "recorded_at = recorded_at - interval '1 microsecond'",
          "recorded_at = NULL",
          "actor_kind = lower(actor_kind)",
          "actor_id = actor_id || 'x'",
          "source = 'api'",
          "source = NULL",
          "correlation = overlay(correlation::text placing '1' from 1)::uuid",
          "causation = CASE WHEN causation IS NULL THEN batch END",
          "payload = (payload::text || ' ')::json",
          "payload = '{\"amount\":1}'",
          "payload = NULL",
          "actor_id = source, source = actor_id",
          "row_hash = NULL",
          "row_hash = ''");

  private static final List<String> BLOCK_CHANGES =
      List.of(
          "merchant = merchant + 1",
          "block = block + 1",
          "block = block + 100",
          "block = -block",
          "batches = batches || batches[1]",
          "batches = batches[2:]",
          "batches = array_append(batches, '00000000-0000-7000-8000-000000000000')",
          "batches = array_replace(batches, batches[1], NULL)",
          "batches = '{}'",
          "sizes = sizes || 0",
          "sizes = sizes[2:]",
          "sizes[1] = sizes[1] + 1",
          "sizes = NULL",
          "entries = entries + 1",
          "entries = 0",
          "merkle_root = previous",
          "merkle_root = ''",
          "previous = hash",
          "previous = NULL",
          "hash = merkle_root",
          "hash = NULL",
          "sealed_at = sealed_at + interval '1 microsecond'",
          "sealed_at = 'infinity'",
          "sealed_at = NULL",
          "fence = fence + 1");

  private String column(String table, List<String> changes) {
    String change = changes.get(random.nextInt(changes.size()));
    return run("UPDATE " + table + " SET " + change + " WHERE ctid = '" + anyRow(table, "true") + "'");
  }

  private String bitOfAHash() {
    String column = List.of("row_hash", "merkle_root", "previous", "hash").get(random.nextInt(4));
    String table = column.equals("row_hash") ? "journal" : "journal_block";
    return run(
        "UPDATE %s SET %s = set_bit(%s, %d, 1 - get_bit(%s, %4$d)) WHERE ctid = '%s'"
            .formatted(table, column, column, random.nextInt(256), column, anyRow(table, "true")));
  }

  private String swap() {
    String one = anyRow("journal", "true");
    String other = anyRow("journal", "ctid <> '" + one + "'");
    String firstBlock = anyRow("journal_block", "true");
    String secondBlock = anyRow("journal_block", "ctid <> '" + firstBlock + "'");
    return switch (random.nextInt(5)) {
      case 0 -> exchange("journal", one, other, "payload", "row_hash");
      case 1 -> exchange("journal", one, other, "batch", "n");
      case 2 -> exchange("journal", one, other, "stream", "version");
      case 3 -> exchange("journal_block", firstBlock, secondBlock, "block");
      default -> run(
          "UPDATE journal_block SET batches = (SELECT array_agg(b ORDER BY b DESC) FROM unnest(batches) b)"
              + " WHERE cardinality(batches) > 1 AND ctid = '" + firstBlock + "'");
    };
  }

  private String exchange(String table, String one, String other, String... columns) {
    StringBuilder changes = new StringBuilder();
    for (String column : columns) {
      changes.append(changes.isEmpty() ? "" : ", ").append(column).append(" = o.").append(column);
    }
    return run(
        "UPDATE %s t SET %s FROM %1$s o WHERE (t.ctid, o.ctid) IN (('%s', '%s'), ('%4$s', '%3$s'))"
            .formatted(table, changes, one, other));
  }

  private String remove() {
    String row = anyRow("journal", "true");
    String block = anyRow("journal_block", "true");
    return switch (random.nextInt(6)) {
      case 0 -> run("DELETE FROM journal WHERE ctid = '" + row + "'");
      case 1 -> run("DELETE FROM journal WHERE batch = (SELECT batch FROM journal WHERE ctid = '" + row + "')"
          + " AND batch NOT IN (SELECT batch FROM journal_pending)");
      case 2 -> run("DELETE FROM journal_block WHERE ctid = '" + block + "'");
      case 3 -> run("DELETE FROM journal_block WHERE block = (SELECT max(block) FROM journal_block)");
      case 4 -> cutTail();
      default -> run("DELETE FROM journal WHERE stream = (SELECT stream FROM journal WHERE ctid = '" + row + "')");
    };
  }

  /** The last blocks with all their rows and everything pending: nothing that is left contradicts itself. */
  private String cutTail() {
    int kept = random.nextInt(client.sql("SELECT max(block) FROM journal_block").query(Integer.class).single());
    run("DELETE FROM journal WHERE batch IN (SELECT batch FROM journal_pending)");
    run("DELETE FROM journal_pending");
    run("DELETE FROM journal WHERE batch IN (SELECT unnest(batches) FROM journal_block WHERE block > " + kept + ")");
    return run("DELETE FROM journal_block WHERE block > " + kept);
  }

  private String insert() {
    String copy =
        "INSERT INTO journal SELECT merchant, %s, %s, stream, %s, type, happened_at, recorded_at, actor_kind, actor_id,"
            + " source, correlation, causation, payload, row_hash FROM journal WHERE ctid = '"
            + anyRow("journal", "true") + "'";
    return switch (random.nextInt(5)) {
      case 0 -> run(copy.formatted("batch", "n", "version"));
      case 1 -> run(copy.formatted("batch", "n + 1000", "version + 1000"));
      case 2 -> run(copy.formatted("'" + new UUID(random.nextLong(), 1) + "'", "0", "version + 1000"));
      case 3 -> run("INSERT INTO journal_block SELECT merchant, block + 1, batches, sizes, entries, merkle_root, hash,"
          + " hash, sealed_at, fence FROM journal_block ORDER BY block DESC LIMIT 1");
      default -> run("INSERT INTO journal_block SELECT * FROM journal_block WHERE ctid = '"
          + anyRow("journal_block", "true") + "'");
    };
  }

  private String pending() {
    String row = anyRow("journal_pending", "true");
    return switch (random.nextInt(5)) {
      case 0 -> run("DELETE FROM journal_pending WHERE ctid = '" + row + "'");
      case 1 -> run("UPDATE journal_pending SET entries = entries + 1 WHERE ctid = '" + row + "'");
      case 2 -> run("INSERT INTO journal_pending SELECT merchant, batches[1], sizes[1] FROM journal_block"
          + " WHERE ctid = '" + anyRow("journal_block", "true") + "'");
      case 3 -> run("INSERT INTO journal_pending VALUES (1, '" + new UUID(random.nextLong(), 2) + "', 1)");
      default -> run("UPDATE journal_pending SET merchant = 2 WHERE ctid = '" + row + "'");
    };
  }

  /** Changes a fact and makes the hashes fit, as far as the tamperer cares: up to a whole new history. */
  private String careful() {
    int care = random.nextInt(4);
    String row = anyRow("journal", "batch NOT IN (SELECT batch FROM journal_pending)");
    UUID batch = client.sql("SELECT batch FROM journal WHERE ctid = '" + row + "'").query(UUID.class).single();
    run("UPDATE journal SET payload = '{\"amount\":" + random.nextInt(1000) + "}' WHERE ctid = '" + row + "'");
    rehash(batch);
    List<StoredBlock> blocks = new ArrayList<>();
    new CheckStore(connection, merchant).blocks(blocks::add, new Findings());
    JournalHead head = JournalHead.none(Merchant.MAIN);
    boolean touched = false;
    for (StoredBlock stored : blocks) {
      touched |= stored.block().batches().contains(batch);
      boolean holds = stored.block().batches().contains(batch);
      if (touched && (care == 3 || (holds && care > 0))) {
        Block forged = forge(stored.block(), care == 3 ? head : null);
        replace(forged, care >= 2 ? forged.hash() : stored.hash());
        head = forged.head();
      } else {
        head = new JournalHead(merchant, stored.block().number(), stored.hash(), stored.block().sealedAt());
      }
    }
    return "a payload changed with fitting hashes up to level " + care;
  }

  private void rehash(UUID batch) {
    List<JournalEvent> events =
        client.sql("SELECT * FROM journal WHERE batch = :b").param("b", batch).query(JournalHistory::event).list();
    for (JournalEvent event : events) {
      JournalEntry entry =
          new JournalEntry(event.stream(), event.version(), event.type(), event.happenedAt(), event.payload());
      byte[] hash = new RowHash().of(merchant, batch, event.n(), entry, event.recordedAt(), event.cause());
      client
          .sql("UPDATE journal SET row_hash = :hash WHERE batch = :batch AND n = :n")
          .param("hash", hash)
          .param("batch", batch)
          .param("n", event.n())
          .update();
    }
  }

  private Block forge(Block block, @Nullable JournalHead previous) {
    List<Batch> batches = new ArrayList<>();
    for (UUID id : block.batches()) {
      batches.add(
          new Batch(
              id,
              client
                  .sql("SELECT stream, version, row_hash FROM journal WHERE batch = :batch ORDER BY n")
                  .param("batch", id)
                  .query((row, n) -> new Batch.Leaf(row.getString(1), row.getInt(2), Hash.of(row.getBytes(3))))
                  .list()));
    }
    JournalHead before =
        previous != null
            ? previous
            : new JournalHead(merchant, block.number() - 1, block.previous(), block.sealedAt());
    return Block.of(before, batches, block.sealedAt(), block.fence());
  }

  private void replace(Block block, Hash hash) {
    client
        .sql("UPDATE journal_block SET merkle_root = :root, previous = :previous, hash = :hash WHERE block = :block")
        .param("root", block.merkleRoot().bytes())
        .param("previous", block.previous().bytes())
        .param("hash", hash.bytes())
        .param("block", block.number())
        .update();
  }

  private String anyRow(String table, String where) {
    List<String> rows =
        client
            .sql("SELECT ctid::text FROM " + table + " WHERE " + where + " ORDER BY ctid")
            .query((row, n) -> row.getString(1))
            .list();
    return rows.get(random.nextInt(rows.size()));
  }

  private String run(String sql) {
    client.sql(sql).update();
    return sql;
  }

  static Cause cause(Random random) {
    Actor actor = new Actor(List.of(Actor.Kind.values()).get(random.nextInt(6)), "actor-" + random.nextInt(5));
    UUID causation = random.nextBoolean() ? null : new UUID(random.nextLong(), random.nextLong());
    return new Cause(actor, "source-" + random.nextInt(3), new UUID(random.nextLong(), random.nextLong()), causation);
  }
}
