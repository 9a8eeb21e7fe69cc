package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.testing.Db;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An inbox on a database of its own, with a clock that the test moves. */
final class InboxFixture implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(7, 7));

  private Instant now = START;
  final InstantSource time = () -> now;
  final Ids ids = new Ids(time, new SplittableRandom(1));
  final Door door;
  final Inbox inbox;

  InboxFixture(Db db) {
    this(db, InboxLimits.USUAL);
  }

  InboxFixture(Db db, InboxLimits limits) {
    this(db.dataSource(), limits);
  }

  InboxFixture(DataSource source, InboxLimits limits) {
    door = new Door(source, time);
    inbox = new Inbox(door, source, ids, time, limits);
  }

  static NewMessage message(String key) {
    return message(Merchant.MAIN, key, "{\"id\":1}");
  }

  static NewMessage message(Merchant merchant, String key, String body) {
    return new NewMessage(
        merchant, "shopify", "acme", "orders/create", key, Map.of("x-topic", "orders/create"), bytes(body), false);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Receipt receive(NewMessage message) {
    return inbox.receive(message).join();
  }

  UUID stored(String key) {
    return ((Receipt.Stored) receive(message(key))).id();
  }

  <T extends @Nullable Object> T write(Function<Tx, T> work) {
    return door.write(Merchant.MAIN, CAUSE, work);
  }

  <T extends @Nullable Object> T read(Function<Tx, T> work) {
    return door.read(Merchant.MAIN, work);
  }

  /** The same as {@link #write}, for assertions that need to know the type. */
  int count(Function<Tx, Integer> work) {
    return door.write(Merchant.MAIN, CAUSE, work);
  }

  boolean holds(Function<Tx, Boolean> work) {
    return door.write(Merchant.MAIN, CAUSE, work);
  }

  List<InboxMessage> claim(int limit) {
    return door.write(Merchant.MAIN, CAUSE, tx -> inbox.claim(tx, limit));
  }

  Optional<RawCopy> raw(UUID id) {
    return door.read(Merchant.MAIN, tx -> inbox.raw(tx, id));
  }

  InboxEntry entry(UUID id) {
    return read(tx -> inbox.entry(tx, id)).orElseThrow();
  }

  /** Where the raw copy lies. */
  static String tableOf(Db db, UUID message) {
    return JdbcClient.create(db.dataSource())
        .sql("select tableoid::regclass::text from inbox_body where inbox_id = ?")
        .param(message)
        .query(String.class)
        .single();
  }

  void later(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public void close() {
    inbox.close();
  }
}
