package dev.crossdock.platform.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Wakes readers when a block was sealed, by LISTEN on a connection of its own. A hint and nothing more: notifications
 * are lost while the connection is down, so whoever waits here waits with a time limit and then looks for itself. A
 * reader takes a {@link #ticket} before it looks, and waits with it when it found nothing: what was announced in
 * between ends the wait at once.
 */
public final class JournalSignal implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(JournalSignal.class.getName());
  private static final int LISTEN_MS = 500;
  private static final Duration RECONNECT = Duration.ofMillis(500);

  private final DataSource dataSource;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long announced;
  private boolean closed;
  private @Nullable Thread thread;

  /**
   * A signal that is silent until it is started.
   *
   * @param dataSource gives the connection that is kept for listening; one beside the pool is best
   */
  public JournalSignal(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public void start() {
    thread = Thread.ofPlatform().daemon().name("journal-signal").start(this::run);
  }

  /** How many announcements there have been; reconnecting counts as one, since some may have been missed. */
  public long ticket() {
    lock.lock();
    try {
      return announced;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for an announcement later than the ticket; false when the time is over or this signal is closed. */
  public boolean await(long ticket, Duration timeout) throws InterruptedException {
    long left = timeout.toNanos();
    lock.lock();
    try {
      while (announced <= ticket && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      return announced > ticket;
    } finally {
      lock.unlock();
    }
  }

  /** Ends every wait and the listening. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    Thread listening = thread;
    if (listening != null) {
      Stopping.join(listening);
    }
  }

  private void run() {
    while (!isClosed()) {
      try (Connection connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException e) {
        LOG.log(System.Logger.Level.WARNING, "journal signal lost its connection, readers look by themselves: {0}", e);
        pause();
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + SealerStore.CHANNEL);
      nudge();
      PGConnection notifying = connection.unwrap(PGConnection.class);
      while (!isClosed()) {
        PGNotification[] heard = notifying.getNotifications(LISTEN_MS);
        if (heard != null && heard.length > 0) {
          nudge();
        }
      }
      statement.execute("UNLISTEN *"); // the connection may go back to a pool
    }
  }

  /** Ends the waits of this moment. */
  void nudge() {
    lock.lock();
    try {
      announced++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    lock.lock();
    try {
      long left = RECONNECT.toNanos();
      while (!closed && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
