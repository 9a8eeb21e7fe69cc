package dev.crossdock.channels.pushing.internal;

import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent of what is owed, and who sends it. */
public final class PushStore {

  /** An account taken on; {@code fence} goes up each time. */
  public record Turn(String channel, String account, long fence, int failures) {}

  /** A quantity about to be sent, in the version of its value. */
  public record Due(StockPush.Place place, int units, int version) {

    public String channelSku() {
      return place.channelSku();
    }
  }

  /** A quantity the channel refused, in its words. */
  public record Refusal(Due due, String words) {}

  private static final String ENSURE =
      """
      insert into push_account (merchant, channel, account, fence, next_at, failures)
      select :merchant, r.channel, r.account, 0, :now::timestamptz, 0
      from publish_rule r
      where r.merchant = :merchant and r.channel_sku = ''
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
          and exists (
            select 1 from published_quantity q
            where q.merchant = :merchant and q.channel = a.channel and q.account = a.account and not q.frozen
              and q.owed_version > greatest(q.acknowledged_version, q.refused_version))
        order by a.next_at
        limit 1
        for update skip locked)
      update push_account p
      set leased_by = :holder, leased_until = :until::timestamptz, fence = p.fence + 1
      from next
      where p.merchant = :merchant and p.channel = next.channel and p.account = next.account
      returning p.channel, p.account, p.fence, p.failures
      """;

  private static final String SEND =
      """
      with due as materialized (
        select d.channel_sku, d.channel_location
        from published_quantity d
        where d.merchant = :merchant and d.channel = :channel and d.account = :account and not d.frozen
          and d.owed_version > greatest(d.acknowledged_version, d.refused_version)
        order by d.owed_at
        limit :limit
        for update skip locked)
      update published_quantity q
      set sent = q.owed, sent_version = q.owed_version, sent_at = :now::timestamptz, attempts = q.attempts + 1
      from due
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and q.channel_sku = due.channel_sku and q.channel_location = due.channel_location
      returning q.channel_sku, q.channel_location, q.reference, q.sent, q.sent_version
      """;

  private static final String HOLD =
      """
      select p.fence
      from push_account p
      where p.merchant = :merchant and p.channel = :channel and p.account = :account and p.fence = :fence
      for no key update
      """;

  private static final String TAKEN =
      """
      update published_quantity q
      set acknowledged = n.units, acknowledged_version = n.version, acknowledged_at = :now::timestamptz,
        attempts = 0, refusal = null
      from unnest(:channelSkus::text[], :locations::text[], :units::int[], :versions::int[])
        as n(channel_sku, location, units, version)
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and q.channel_sku = n.channel_sku and q.channel_location = n.location and q.acknowledged_version < n.version
      """;

  private static final String REFUSED =
      """
      update published_quantity q
      set refused_version = n.version, refusal = n.words, reference = null
      from unnest(:channelSkus::text[], :locations::text[], :versions::int[], :words::text[])
        as n(channel_sku, location, version, words)
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and q.channel_sku = n.channel_sku and q.channel_location = n.location and q.refused_version < n.version
      """;

  private static final String END =
      """
      update push_account p
      set leased_until = null, next_at = :nextAt::timestamptz, failures = :failures, last_answer = :answer
      where p.merchant = :merchant and p.channel = :channel and p.account = :account and p.fence = :fence
      """;

  private static final String TELL_AGAIN =
      """
      update published_quantity q
      set owed_version = q.owed_version + 1
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and (q.channel_sku, q.channel_location) in (select * from unnest(:channelSkus::text[], :locations::text[]))
      """;

  private static final String LEARN =
      """
      update published_quantity q
      set reference = n.reference
      from unnest(:channelSkus::text[], :references::text[]) as n(channel_sku, reference)
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and q.channel_sku = n.channel_sku and q.reference is distinct from n.reference
      """;

  /** One account that has something to be told, nobody's at the moment. */
  public Optional<Turn> take(Tx tx, String holder, Instant until) {
    tx.sql(ENSURE).param("now", tx.now().toString()).update();
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

  /** What is sent next, the longest owed first, noted as sent. */
  public List<Due> send(Tx tx, Turn turn, int limit) {
    return tx.sql(SEND)
        .param("now", tx.now().toString())
        .param("channel", turn.channel())
        .param("account", turn.account())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Due(
                    new StockPush.Place(
                        row.getString("channel_sku"), row.getString("channel_location"), row.getString("reference")),
                    row.getInt("sent"),
                    row.getInt("sent_version")))
        .list();
  }

  /** Locks the turn; false when another has taken the account since. */
  public boolean holds(Tx tx, Turn turn) {
    return tx.sql(HOLD)
        .param("channel", turn.channel())
        .param("account", turn.account())
        .param("fence", turn.fence())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  public void taken(Tx tx, Turn turn, List<Due> sent) {
    tx.sql(TAKEN)
        .params(keys(sent).ints("units", Due::units).ints("versions", Due::version).params())
        .param("channel", turn.channel())
        .param("account", turn.account())
        .param("now", tx.now().toString())
        .update();
  }

  public void refused(Tx tx, Turn turn, List<Refusal> refusals) {
    Columns<Refusal> columns =
        Columns.of(refusals)
            .text("channelSkus", refusal -> refusal.due().channelSku())
            .text("locations", refusal -> refusal.due().place().location())
            .ints("versions", refusal -> refusal.due().version())
            .text("words", Refusal::words);
    tx.sql(REFUSED)
        .params(columns.params())
        .param("channel", turn.channel())
        .param("account", turn.account())
        .update();
  }

  /** Keeps the channel's own ids of these listings. */
  public void learn(Tx tx, Turn turn, Map<String, String> references) {
    if (references.isEmpty()) {
      return;
    }
    tx.sql(LEARN)
        .params(
            Columns.of(references.entrySet())
                .text("channelSkus", Map.Entry::getKey)
                .text("references", Map.Entry::getValue)
                .params())
        .param("channel", turn.channel())
        .param("account", turn.account())
        .update();
  }

  /** Gives the account up until then. */
  public void end(Tx tx, Turn turn, Instant nextAt, int failures, @Nullable String answer) {
    tx.sql(END)
        .param("nextAt", nextAt.toString())
        .param("failures", failures)
        .param("answer", answer, java.sql.Types.VARCHAR)
        .param("channel", turn.channel())
        .param("account", turn.account())
        .param("fence", turn.fence())
        .update();
  }

  /** Nobody knows in which order the channel heard two pushers: the value there is now is told once more. */
  public void tellAgain(Tx tx, Turn turn, List<Due> sent) {
    tx.sql(TELL_AGAIN)
        .params(keys(sent).params())
        .param("channel", turn.channel())
        .param("account", turn.account())
        .update();
  }

  private static Columns<Due> keys(List<Due> rows) {
    return Columns.of(rows)
        .text("channelSkus", Due::channelSku)
        .text("locations", due -> due.place().location());
  }
}
