package dev.crossdock.platform.db;

import java.time.InstantSource;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
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

  private static final int ATTEMPTS_MAX = 5;

  private final JdbcClient client;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;
  private final InstantSource time;

  public Door(DataSource dataSource, InstantSource time) {
    JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
    this.client = JdbcClient.create(dataSource);
    this.writing = new TransactionTemplate(manager);
    this.reading = new TransactionTemplate(manager);
    this.reading.setReadOnly(true);
    this.time = time;
  }

  /** Does the work in one transaction and commits it; an exception rolls everything back. */
  public <T extends @Nullable Object> T write(Merchant merchant, Cause cause, Function<Tx, T> work) {
    return repeatOnDeadlock(() -> run(writing, merchant, cause, work, false));
  }

  /** The same code path as {@link #write}, rolled back at its end: a preview that cannot lie. */
  public <T extends @Nullable Object> T dryRun(Merchant merchant, Cause cause, Function<Tx, T> work) {
    return repeatOnDeadlock(() -> run(writing, merchant, cause, work, true));
  }

  /** A read-only transaction. */
  public <T extends @Nullable Object> T read(Merchant merchant, Function<Tx, T> work) {
    return run(reading, merchant, READER, work, false);
  }

  private static final Cause READER = Cause.of(Actor.system("reader"), "read", new java.util.UUID(0, 0));

  private <T extends @Nullable Object> T run(
      TransactionTemplate template, Merchant merchant, Cause cause, Function<Tx, T> work, boolean rollback) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a transaction is open already: pass its Tx instead of opening another");
    }
    return template.execute(
        status -> {
          Tx tx = new Tx(client, merchant, cause, time.instant());
          T answer = work.apply(tx);
          tx.runLastSteps();
          if (rollback) {
            status.setRollbackOnly();
          }
          return answer;
        });
  }

  private static <T extends @Nullable Object> T repeatOnDeadlock(java.util.function.Supplier<T> attempt) {
    for (int n = 1; ; n++) {
      try {
        return attempt.get();
      } catch (PessimisticLockingFailureException e) {
        if (n == ATTEMPTS_MAX) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }
}
