package dev.crossdock.channels.pushing.internal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose turn it is to speak to an account: one process at a time. */
public final class TurnStore {

  private static final String ENSURE =
      """
      insert into push_account (merchant, channel, account, fence, next_at, failures)
      select :merchant, r.channel, r.account, 0, :now::timestamptz, 0
      from publish_rule r
      where r.merchant = :merchant and r.channel_sku = '' and not exists (
        select 1 from push_account p
        where p.merchant = :merchant and p.channel = r.channel and p.account = r.account)
      order by r.channel, r.account
      on conflict do nothing
      """;

  /** The choice stands in a query of its own: inside {@code in (…)} it may be made again for each row. */
  private static final String TAKE =
      """
      with next as materialized (
        select a.channel, a.account
        from push_account a
        where a.merchant = :merchant and a.next_at <= :now::timestamptz
          and (a.leased_until is null or a.leased_until <= :now::timestamptz)
          and (exists (
              select 1 from published_quantity q
              where q.merchant = :merchant and q.channel = a.channel and q.account = a.account and not q.frozen
                and q.stopped is null and q.owed_version > greatest(q.acknowledged_version, q.refused_version))
            or exists (
              select 1 from published_quantity l
              where l.merchant = :merchant and l.channel = a.channel and l.account = a.account and not l.frozen
                and l.stopped is null and l.look_at is not null and l.look_at <= :now::timestamptz))
        order by a.next_at
        limit 1
        for update skip locked)
      update push_account p
      set leased_by = :holder, leased_until = :until::timestamptz, fence = p.fence + 1
      from next
      where p.merchant = :merchant and p.channel = next.channel and p.account = next.account
      returning p.channel, p.account, p.fence, p.failures
      """;

  private static final String HOLD =
      """
      select p.delays
      from push_account p
      where p.merchant = :merchant and p.channel = :channel and p.account = :account and p.fence = :fence
      for no key update
      """;

  private static final String DELAYS =
      """
      select p.delays
      from push_account p
      where p.merchant = :merchant and p.channel = :channel and p.account = :account
      """;

  private static final String RENEW =
      """
      update push_account p
      set leased_until = :until::timestamptz
      from unnest(:channels::text[], :accounts::text[], :fences::bigint[]) as n(channel, account, fence)
      where p.merchant = :merchant and p.channel = n.channel and p.account = n.account and p.fence = n.fence
        and p.leased_until is not null
      """;

  private static final String TAKE_BACK =
      """
      update push_account p
      set leased_until = null
      where p.merchant = :merchant and p.leased_by = :holder and p.leased_until is not null
      """;

  private static final String END =
      """
      update push_account p
      set leased_until = null, next_at = :nextAt::timestamptz, failures = :failures, last_answer = :answer,
        delays = coalesce(:delays::float8[], p.delays)
      where p.merchant = :merchant and p.channel = :channel and p.account = :account and p.fence = :fence
      """;

  /** Gives each account that publishes its row. */
  public void ensure(Tx tx) {
    tx.sql(ENSURE).param("now", tx.now().toString()).update();
  }

  /** One account that has something to be told or looked at, nobody's at the moment. */
  public Optional<Turn> take(Tx tx, String holder, Instant until) {
    return tx.sql(TAKE)
        .param("holder", holder)
        .param("until", until.toString())
        .param("now", tx.now().toString())
        .query(
            (row, n) ->
                new Turn(row.getString("channel"), row.getString("account"), row.getLong("fence"),
                    row.getInt("failures")))
        .optional();
  }

  /** Locks the turn and answers the delays measured so far; nothing when another has taken the account since. */
  public Optional<List<Double>> hold(Tx tx, Turn turn) {
    return tx.sql(HOLD)
        .param("channel", turn.channel())
        .param("account", turn.account())
        .param("fence", turn.fence())
        .query((row, n) -> delays(row))
        .optional();
  }

  /** The delays measured so far; nothing of an account that was never told anything. */
  public List<Double> delays(Tx tx, String channel, String account) {
    return tx.sql(DELAYS)
        .param("channel", channel)
        .param("account", account)
        .query((row, n) -> delays(row))
        .optional()
        .orElse(List.of());
  }

  /** Keeps these turns until then, as far as they are still held. */
  public void renew(Tx tx, Collection<Turn> turns, Instant until) {
    tx.sql(RENEW)
        .params(
            Columns.of(turns)
                .text("channels", Turn::channel)
                .text("accounts", Turn::account)
                .longs("fences", Turn::fence)
                .params())
        .param("until", until.toString())
        .update();
  }

  /** Ends the turns this node had when it died. */
  public int takeBack(Tx tx, String holder) {
    return tx.sql(TAKE_BACK).param("holder", holder).update();
  }

  /**
   * How a turn ended.
   *
   * @param nextAt when the account may be called again
   * @param delays all measured so far; null for no new ones
   */
  public record End(Instant nextAt, int failures, @Nullable String answer, @Nullable List<Double> delays) {}

  /** Gives the account up. */
  public void end(Tx tx, Turn turn, End end) {
    List<Double> delays = end.delays();
    tx.sql(END)
        .param("nextAt", end.nextAt().toString())
        .param("failures", end.failures())
        .param("answer", end.answer(), Types.VARCHAR)
        .param("delays", delays == null ? null : array(delays), Types.VARCHAR)
        .param("channel", turn.channel())
        .param("account", turn.account())
        .param("fence", turn.fence())
        .update();
  }

  private static String array(List<Double> values) {
    StringBuilder text = new StringBuilder("{");
    values.forEach(value -> text.append(text.length() > 1 ? "," : "").append(value));
    return text.append('}').toString();
  }

  static List<Double> delays(ResultSet row) throws SQLException {
    Array array = row.getArray("delays");
    return Arrays.stream((Object[]) array.getArray()).map(each -> ((Number) each).doubleValue()).toList();
  }
}
