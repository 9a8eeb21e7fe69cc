package dev.crossdock.platform.db;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One open transaction for one merchant. Every statement made here has {@code :merchant} bound already. It must not
 * leave the function it was handed to, and no call to the outside is made while it is open.
 */
public final class Tx {

  private final JdbcClient client;
  private final JdbcOperations jdbc;
  private final Merchant merchant;
  private final Cause cause;
  private final Instant now;
  private final List<Runnable> lastSteps = new ArrayList<>();
  private final List<Runnable> hints = new ArrayList<>();
  private final Map<Class<?>, Object> attachments = new HashMap<>();

  Tx(JdbcClient client, JdbcOperations jdbc, Merchant merchant, Cause cause, Instant now) {
    this.client = client;
    this.jdbc = jdbc;
    this.merchant = merchant;
    this.cause = cause;
    this.now = now;
  }

  public Merchant merchant() {
    return merchant;
  }

  public Cause cause() {
    return cause;
  }

  /** The transaction's one instant: everything it records carries the same time. */
  public Instant now() {
    return now;
  }

  /** A statement with {@code :merchant} bound. */
  public JdbcClient.StatementSpec sql(String sql) {
    return client.sql(sql).param("merchant", merchant.id());
  }

  /** Writes rows that are new; a key that is there already breaks the transaction off. */
  public void write(BulkInsert<?> rows) {
    jdbc.execute(
        (ConnectionCallback<@Nullable Void>)
            connection -> {
              rows.write(connection, merchant);
              return null;
            });
  }

  /** Runs just before the commit, in the order given; used to write what was collected on the way as one statement. */
  public void beforeCommit(Runnable step) {
    lastSteps.add(step);
  }

  /**
   * Runs once the commit has succeeded, and never after a dry run: a hint to a waiting thread, nothing that may fail
   * and nothing that must happen (the process may die between the commit and the hint).
   */
  public void afterCommit(Runnable hint) {
    hints.add(hint);
  }

  /**
   * Runs after the commit, also after one whose answer was lost: it may have been made, and then nobody else does what
   * follows from it. If it was not, what follows must do no harm. It opens no transaction, returns at once, and throws
   * nothing.
   */
  public void unlessRolledBack(Runnable following) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          private boolean asked;

          @Override
          public void beforeCommit(boolean readOnly) {
            asked = true;
          }

          /** What broke before anybody asked for the commit was not committed, however its end was answered. */
          @Override
          public void afterCompletion(int status) {
            if (asked && status != STATUS_ROLLED_BACK) {
              following.run();
            }
          }
        });
  }

  /** State that lives as long as the transaction, one object a type. */
  public <A> A attachment(Class<A> type, Supplier<A> make) {
    return type.cast(attachments.computeIfAbsent(type, absent -> make.get()));
  }

  void runLastSteps() {
    for (int i = 0; i < lastSteps.size(); i++) {
      lastSteps.get(i).run();
    }
  }

  void runHints() {
    hints.forEach(Runnable::run);
  }
}
