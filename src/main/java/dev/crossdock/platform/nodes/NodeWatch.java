package dev.crossdock.platform.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Tells the others that this process lives, and takes over from those that have fallen silent, long before their leases
 * run out. Silence is measured by our own watch, from the last time a row was seen to change: clocks of machines that
 * differ have no part in it, and while we could not look ourselves nobody is judged. Taking over from one that was only
 * slow does no harm, for every lease has a fence.
 */
public final class NodeWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeWatch.class);
  private static final Duration END_MAX = Duration.ofSeconds(5);
  /** After a time in which the database kept everybody waiting, the others are heard before they are judged. */
  private static final int LOOKS_MIN = 4;

  private final DataSource dataSource;
  private final Node self;
  private final Pauses pauses;
  private final Consumer<String> takeOver;
  private final LongSupplier nanos;
  private final NodeStore store = new NodeStore();
  private final Map<String, Seen> seen = new HashMap<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private volatile int others;
  private boolean begun;
  private @Nullable Thread thread;

  /**
   * How often, and how patiently.
   *
   * @param beat from one sign of life to the next
   * @param silence after which others take over what was leased
   * @param frozen after which the sessions in the database are ended, with the row locks they hold
   */
  public record Pauses(Duration beat, Duration silence, Duration frozen) {

    public static final Pauses USUAL =
        new Pauses(Duration.ofMillis(500), Duration.ofMillis(2_500), Duration.ofSeconds(8));
  }

  /**
   * A row as it was last seen to change.
   *
   * @param looks how often it was seen unchanged since
   */
  private record Seen(NodeStore.Row row, long since, int looks, boolean takenOver) {}

  /**
   * A watch that does nothing until it is started.
   *
   * @param takeOver hands out again what the node of this name had leased; may be called more than once
   * @param nanos a watch like {@link System#nanoTime}
   */
  public NodeWatch(DataSource dataSource, Node self, Pauses pauses, Consumer<String> takeOver, LongSupplier nanos) {
    this.dataSource = dataSource;
    this.self = self;
    this.pauses = pauses;
    this.takeOver = takeOver;
    this.nanos = nanos;
  }

  public void start() {
    thread = Thread.ofPlatform().daemon().name("nodes").start(this::run);
  }

  /** How many other nodes live, as far as was seen last. */
  public int others() {
    return others;
  }

  /** Ends, and takes our own row away: nobody has to wait for us. */
  @Override
  public void close() {
    ending.countDown();
    Thread watching = thread;
    if (watching != null) {
      try {
        watching.join(END_MAX);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    boolean end = false;
    while (!end) {
      try (Connection connection = dataSource.getConnection()) {
        connection.setAutoCommit(true);
        JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        while (!end) {
          round(client);
          end = pause();
        }
        store.end(client, self);
      } catch (SQLException | DataAccessException e) {
        LOG.warn("the other nodes can't be watched and are looked for again: {}", e.getMessage());
        end = pause();
      }
    }
  }

  /** True when it is to end. */
  private boolean pause() {
    try {
      return ending.await(pauses.beat().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** One sign of life, and one look at the others. */
  void round(JdbcClient client) {
    beat(client);
    List<NodeStore.Row> rows = store.all(client).stream().filter(row -> !row.name().equals(self.name())).toList();
    long now = nanos.getAsLong();
    Set<String> gone = new HashSet<>(seen.keySet());
    rows.forEach(row -> gone.remove(row.name()));
    seen.keySet().removeAll(gone);
    for (NodeStore.Row row : rows) {
      Seen known = seen.get(row.name());
      seen.put(
          row.name(),
          known != null && known.row().equals(row)
              ? new Seen(row, known.since(), known.looks() + 1, known.takenOver())
              : new Seen(row, now, 0, false));
    }
    others = (int) seen.values().stream().filter(each -> !isOver(each, pauses.silence(), now)).count();
    List.copyOf(seen.values()).forEach(each -> judge(client, each, now));
  }

  private void beat(JdbcClient client) {
    if (store.beat(client, self)) {
      return;
    }
    if (begun) {
      LOG.warn(
          "node {} was silent for so long that others took over, or another process has its name: each node needs a"
              + " data directory of its own", self.name());
    }
    store.begin(client, self);
    begun = true;
  }

  private void judge(JdbcClient client, Seen each, long now) {
    String name = each.row().name();
    if (isOver(each, pauses.silence(), now) && !each.takenOver()) {
      LOG.warn("node {} has fallen silent; its work is taken over", name);
      takeOver.accept(name);
      seen.put(name, new Seen(each.row(), each.since(), each.looks(), true));
    }
    if (isOver(each, pauses.frozen(), now)) {
      int ended = store.endSessions(client, name);
      LOG.warn("node {} stays silent; {} of its sessions were ended", name, ended);
      takeOver.accept(name);
      store.forget(client, each.row());
    }
  }

  private static boolean isOver(Seen each, Duration patience, long now) {
    return each.looks() >= LOOKS_MIN && now - each.since() >= patience.toNanos();
  }
}
