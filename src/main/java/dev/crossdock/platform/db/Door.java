package dev.crossdock.platform.db;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens every transaction. It binds the merchant, records the cause, repeats the work when PostgreSQL chose it as a
 * deadlock's victim (so work must be repeatable: it reads what it needs inside), and refuses to open a second
 * transaction inside a first one, which could wait for ever on a connection the first one holds.
 */
public final class Door {

  static final int ATTEMPTS_MAX = 8;
  private static final Duration FIRST_WAIT_MAX = Duration.ofMillis(10);
  private static final Set<String> VICTIM = Set.of("40P01", "40001"); // deadlock_detected, serialization_failure
  /** As a statement it costs one round trip; as the connection's setting it costs three, for it is put back. */
  private static final String ONE_INSTANT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

  private static final Cause READER = Cause.of(Actor.system("reader"), "read", new UUID(0, 0));

  private final JdbcOperations jdbc;
  private final JdbcClient client;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;
  private final InstantSource time;

  public Door(DataSource dataSource, InstantSource time) {
    JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
    this.jdbc = new JdbcTemplate(dataSource);
    this.client = JdbcClient.create(jdbc);
    this.writing = new TransactionTemplate(manager);
    this.reading = new TransactionTemplate(manager);
    this.reading.setReadOnly(true);
    this.time = time;
  }

  /** Does the work in one transaction and commits it; an exception rolls everything back. */
  public <T extends @Nullable Object> T write(Merchant merchant, Cause cause, Function<Tx, T> work) {
    return repeatOnDeadlock(() -> transact(writing, merchant, cause, work, false));
  }

  /** {@link #write} for work without an answer. */
  public void run(Merchant merchant, Cause cause, Consumer<Tx> work) {
    this.<@Nullable Void>write(
        merchant,
        cause,
        tx -> {
          work.accept(tx);
          return null;
        });
  }

  /** The same code path as {@link #write}, rolled back at its end: a preview that cannot lie. */
  public <T extends @Nullable Object> T dryRun(Merchant merchant, Cause cause, Function<Tx, T> work) {
    return repeatOnDeadlock(() -> transact(writing, merchant, cause, work, true));
  }

  /** A read-only transaction that sees one instant, however many statements it makes. */
  public <T extends @Nullable Object> T read(Merchant merchant, Function<Tx, T> work) {
    return transact(
        reading,
        merchant,
        READER,
        tx -> {
          client.sql(ONE_INSTANT).update();
          return work.apply(tx);
        },
        false);
  }

  private <T extends @Nullable Object> T transact(
      TransactionTemplate template, Merchant merchant, Cause cause, Function<Tx, T> work, boolean rollback) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a transaction is open already: pass its Tx instead of opening another");
    }
    Tx tx = new Tx(client, jdbc, merchant, cause, time.instant());
    T answer =
        template.execute(
            status -> {
              T result = work.apply(tx);
              tx.runLastSteps();
              if (rollback) {
                status.setRollbackOnly();
              }
              return result;
            });
    if (!rollback) {
      tx.runHints();
    }
    return answer;
  }

  private static <T extends @Nullable Object> T repeatOnDeadlock(Supplier<T> attempt) {
    for (int n = 1; ; n++) {
      try {
        return attempt.get();
      } catch (DataAccessException e) {
        if (n == ATTEMPTS_MAX || !isVictim(e)) {
          throw e;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_WAIT_MAX.toNanos() << (n - 1)));
      }
    }
  }

  /**
   * Only a transaction that PostgreSQL broke off may be repeated, or one whose store saw that another was faster and
   * said so without a cause: a lock that was refused in time is an answer.
   */
  private static boolean isVictim(DataAccessException e) {
    if (e instanceof CannotAcquireLockException && e.getCause() == null) {
      return true;
    }
    return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
        && cause.getSQLState() != null
        && VICTIM.contains(cause.getSQLState());
  }
}
