package dev.crossdock.platform.db;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Makes a request that comes twice under one key have its effect once. The key is taken in the same transaction as the
 * effect, so either both stand or neither; a parallel request with the same key waits for the first and then gets its
 * answer.
 */
public final class Idempotency {

  private static final String TAKE =
      """
      insert into idempotency (merchant, key, operation, input_hash, status, answer, created_at)
      values (:merchant, :key, :operation, :hash, 0, 'null', :now::timestamptz)
      on conflict (merchant, key) do nothing
      """;

  private static final String KEEP =
      "update idempotency set status = :status, answer = :answer::json where merchant = :merchant and key = :key";

  private static final String RECALL =
      "select operation, input_hash, status, answer from idempotency where merchant = :merchant and key = :key";

  private static final String FORGET =
      "delete from idempotency where merchant = :merchant and created_at < :before::timestamptz";

  /**
   * What a key stands for.
   *
   * @param key chosen by the caller, 1 to 200 characters
   * @param operation what was asked, for instance {@code POST /api/v1/products}
   * @param inputHash SHA-256 of everything that was sent
   */
  public record Ticket(String key, String operation, byte[] inputHash) {}

  /** An answer as it is sent: its status and its JSON text. */
  public record Answer(int status, String json) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The work was done now. */
    record Done(Answer answer) implements Outcome {}

    /** It was done before; this was the answer. */
    record Repeated(Answer answer) implements Outcome {}

    /** The key was used for something else. */
    record Misused() implements Outcome {}
  }

  /** Does the work unless it was done under this key before. An exception leaves the key free. */
  public Outcome once(Tx tx, Ticket ticket, Supplier<Answer> work) {
    int taken =
        tx.sql(TAKE)
            .param("key", ticket.key())
            .param("operation", ticket.operation())
            .param("hash", ticket.inputHash())
            .param("now", tx.now().toString())
            .update();
    if (taken == 0) {
      return recall(tx, ticket);
    }
    Answer answer = work.get();
    tx.sql(KEEP)
        .param("key", ticket.key())
        .param("status", answer.status())
        .param("answer", answer.json())
        .update();
    return new Outcome.Done(answer);
  }

  /** Forgets keys first used before the instant; answers how many. */
  public int forget(Tx tx, Instant before) {
    return tx.sql(FORGET).param("before", before.toString()).update();
  }

  private static Outcome recall(Tx tx, Ticket ticket) {
    return tx.sql(RECALL)
        .param("key", ticket.key())
        .query(
            (row, n) -> {
              boolean same =
                  row.getString("operation").equals(ticket.operation())
                      && MessageDigest.isEqual(row.getBytes("input_hash"), ticket.inputHash());
              return same
                  ? new Outcome.Repeated(new Answer(row.getInt("status"), row.getString("answer")))
                  : (Outcome) new Outcome.Misused();
            })
        .single();
  }
}
