package dev.crossdock.channels.internal;

import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where polling of each account stands, and who polls it. */
final class PollStore {

  /** A poll taken on; {@code fence} goes up each time, so that a slow poller can't write over a later one. */
  record Poll(String channel, String account, @Nullable String cursor, long fence, int failures) {}

  /** Materialized, since a plan may run a select with a limit again for each row it updates, and so pass the limit. */
  private static final String TAKE =
      """
      with due as materialized (
        select q.channel, q.account
        from channel_poll q
        where q.merchant = :merchant and q.next_at <= cast(:now as timestamptz)
          and (q.leased_until is null or q.leased_until <= cast(:now as timestamptz))
        order by q.next_at
        limit :limit
        for update skip locked
      )
      update channel_poll p
      set leased_by = :holder, leased_until = cast(:until as timestamptz), fence = p.fence + 1
      from due d
      where p.merchant = :merchant and p.channel = d.channel and p.account = d.account
      returning p.channel, p.account, p.cursor, p.fence, p.failures
      """;

  private static final String RENEW =
      """
      update channel_poll p
      set leased_until = cast(:until as timestamptz)
      where p.merchant = :merchant and p.channel = :channel and p.account = :account and p.fence = :fence
        and p.leased_until is not null
      """;

  private static final String TAKE_BACK =
      """
      update channel_poll p
      set leased_until = null, fence = p.fence + 1
      where p.merchant = :merchant and p.leased_by = :holder and p.leased_until is not null
      """;

  private static final String SAVE =
      """
      update channel_poll p
      set cursor = coalesce(:cursor, p.cursor), next_at = cast(:nextAt as timestamptz), failures = :failures,
        last_answer = :answer, leased_until = case when :keep then p.leased_until else null end,
        answered_at = case when :failures = 0 then cast(:now as timestamptz) else p.answered_at end,
        failed_at = case when :failures = 0 then p.failed_at else cast(:now as timestamptz) end,
        failed_answer = case when :failures = 0 then p.failed_answer else :answer end
      where p.merchant = :merchant and p.channel = :channel and p.account = :account and p.fence = :fence
      """;

  List<Poll> take(Tx tx, String holder, Instant until, int limit) {
    return tx.sql(TAKE)
        .param("holder", holder)
        .param("until", until.toString())
        .param("now", tx.now().toString())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Poll(
                    row.getString("channel"), row.getString("account"), row.getString("cursor"), row.getLong("fence"),
                    row.getInt("failures")))
        .list();
  }

  /** Keeps the lease until a later instant; false when somebody else polls this account now. */
  boolean renew(Tx tx, Poll poll, Instant until) {
    return tx.sql(RENEW)
            .param("until", until.toString())
            .param("channel", poll.channel())
            .param("account", poll.account())
            .param("fence", poll.fence())
            .update()
        == 1;
  }

  /** Gives up what this holder had taken on before it began anew; how many. */
  int takeBack(Tx tx, String holder) {
    return tx.sql(TAKE_BACK).param("holder", holder).update();
  }

  /** Keeps how far the poll came; false when somebody else polls this account now. */
  boolean save(Tx tx, Poll poll, @Nullable String cursor, Instant nextAt, int failures, String answer, boolean keep) {
    return tx.sql(SAVE)
            .param("cursor", cursor, java.sql.Types.VARCHAR)
            .param("nextAt", nextAt.toString())
            .param("failures", failures)
            .param("answer", answer)
            .param("now", tx.now().toString())
            .param("keep", keep)
            .param("channel", poll.channel())
            .param("account", poll.account())
            .param("fence", poll.fence())
            .update()
        == 1;
  }
}
