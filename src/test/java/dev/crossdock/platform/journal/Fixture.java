package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.testing.Db;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A journal on a database, a clock that stands still until it is moved, and short words for both. */
final class Fixture {

  private static final AtomicInteger MERCHANTS = new AtomicInteger(1000);

  static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(7, 7));
  static final Sealer.Limits LIMITS = new Sealer.Limits(Duration.ofSeconds(3), 100, 1_000);

  final DataSource dataSource;
  final Merchant merchant;
  final MovableTime time = new MovableTime();
  final Door door;
  final Ids ids;
  final Journal journal;

  /** A merchant of its own, so that tests may share a database. */
  Fixture(Db db) {
    this(db, new Merchant(MERCHANTS.incrementAndGet()));
    sql("INSERT INTO merchant VALUES (:merchant, 'test-' || :merchant, 'Test', '2026-03-01T12:00:00Z')").update();
  }

  Fixture(Db db, Merchant merchant) {
    this.dataSource = db.dataSource();
    this.merchant = merchant;
    this.door = new Door(dataSource, time);
    this.ids = new Ids(time, new Random(1));
    this.journal = new Journal(ids);
  }

  static final class MovableTime implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00.123456Z");

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration duration) {
      now = now.plus(duration);
    }
  }

  JournalEntry entry(String stream, int version) {
    return new JournalEntry(stream, version, "thing.changed", time.instant(), "{\"version\":" + version + "}");
  }

  /** One transaction with these entries. */
  void commit(JournalEntry... entries) {
    door.run(
        merchant,
        CAUSE,
        tx -> {
          journal.append(tx, List.of(entries));
        });
  }

  /** One transaction a version: versions {@code from} to {@code to} of a stream. */
  void commitVersions(String stream, int from, int to) {
    for (int version = from; version <= to; version++) {
      commit(entry(stream, version));
    }
  }

  Sealer sealer(String holder) {
    return new Sealer(door, time, holder, LIMITS);
  }

  JournalReader reader(String name, String holder) {
    return new JournalReader(door, time, merchant, name, holder, Duration.ofSeconds(30));
  }

  List<SealedEvent> pollAndCommit(JournalReader reader, int limit) {
    List<SealedEvent> events = reader.poll(limit);
    if (!events.isEmpty()) {
      commit(reader, events.getLast().position());
    }
    return events;
  }

  void commit(JournalReader reader, JournalPosition position) {
    door.run(
        merchant,
        CAUSE,
        tx -> {
          reader.commit(tx, position);
        });
  }

  /** Everything the reader has not read yet. */
  List<SealedEvent> drain(JournalReader reader, int limit) {
    List<SealedEvent> all = new ArrayList<>();
    for (List<SealedEvent> some = pollAndCommit(reader, limit); !some.isEmpty(); some = pollAndCommit(reader, limit)) {
      all.addAll(some);
    }
    return all;
  }

  List<JournalEvent> history(String stream) {
    return door.read(merchant, tx -> JournalHistory.ofStream(tx, stream));
  }

  JournalCheck.Report check() {
    try {
      return new JournalCheck(List.of()).run(dataSource, merchant);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives back the rights that the migration takes from the owner of the tables. */
  void allowTampering() {
    sql("GRANT UPDATE, DELETE, TRUNCATE ON journal, journal_block TO CURRENT_USER").update();
  }

  long count(String table) {
    return sql("SELECT count(*) FROM " + table + " WHERE merchant = :merchant").query(Long.class).single();
  }

  /** A statement with {@code :merchant} bound, in no transaction. */
  JdbcClient.StatementSpec sql(String sql) {
    return JdbcClient.create(dataSource).sql(sql).param("merchant", merchant.id());
  }
}
