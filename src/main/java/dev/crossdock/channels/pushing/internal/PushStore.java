package dev.crossdock.channels.pushing.internal;

import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was sent of what is owed, and what came of it. */
public final class PushStore {

  /**
   * A quantity about to be sent, in the version of its value.
   *
   * @param planned whether it is the first, or no change of stock led to it: only the call itself tells how long its
   *     channel takes, not how long it waited
   */
  public record Due(
      StockPush.Place place, int units, int version, Instant owedAt, Instant sentAt, int healed, boolean planned) {

    public String channelSku() {
      return place.channelSku();
    }
  }

  /** A quantity the channel refused, in its words. */
  public record Refusal(Due due, String words) {}

  private static final String SEND =
      """
      with due as materialized (
        select d.channel_sku, d.channel_location
        from published_quantity d
        where d.merchant = :merchant and d.channel = :channel and d.account = :account and not d.frozen
          and d.stopped is null and d.owed_version > greatest(d.acknowledged_version, d.refused_version)
        order by d.owed_at
        limit :limit
        for update skip locked)
      update published_quantity q
      set sent = q.owed, sent_version = q.owed_version, sent_at = :now::timestamptz, attempts = q.attempts + 1
      from due
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and q.channel_sku = due.channel_sku and q.channel_location = due.channel_location
      returning q.channel_sku, q.channel_location, q.reference, q.sent, q.sent_version, q.owed_at, q.healed,
        q.planned or q.acknowledged_version = 0 as planned
      """;

  private static final String LOCK =
      """
      select q.channel_sku
      from published_quantity q
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and q.channel_sku = any(:channelSkus::text[])
      order by q.channel_sku, q.channel_location
      for no key update
      """;

  private static final String TAKEN =
      """
      update published_quantity q
      set acknowledged = n.units, acknowledged_version = n.version, acknowledged_at = :now::timestamptz,
        attempts = 0, refusal = null, look_at = n.look_at
      from unnest(:channelSkus::text[], :locations::text[], :units::int[], :versions::int[], :lookAt::timestamptz[])
        as n(channel_sku, location, units, version, look_at)
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

  private static final String NOT_SENT =
      """
      update published_quantity q
      set sent_version = greatest(q.acknowledged_version, q.refused_version), attempts = greatest(q.attempts - 1, 0),
        owed_at = least(q.owed_at, n.owed_at)
      from unnest(:channelSkus::text[], :locations::text[], :versions::int[], :owedAt::timestamptz[])
        as n(channel_sku, location, version, owed_at)
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and q.channel_sku = n.channel_sku and q.channel_location = n.location and q.sent_version = n.version
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
                    row.getInt("sent_version"),
                    row.getObject("owed_at", OffsetDateTime.class).toInstant(),
                    tx.now(),
                    row.getInt("healed"),
                    row.getBoolean("planned")))
        .list();
  }

  /**
   * Locks the rows of these listings in the order in which whoever reckons them does, before they are written in any:
   * else the two would wait for each other until PostgreSQL breaks one of them off.
   */
  public void lock(Tx tx, Turn turn, Collection<String> channelSkus) {
    tx.sql(LOCK)
        .params(Columns.of(channelSkus).text("channelSkus", sku -> sku).params())
        .param("channel", turn.channel())
        .param("account", turn.account())
        .query((row, n) -> row.getString("channel_sku"))
        .list();
  }

  /** The channel took these; each is looked at again when the function says. */
  public void taken(Tx tx, Turn turn, List<Due> sent, Function<Due, Instant> lookAt) {
    tx.sql(TAKEN)
        .params(
            keys(sent)
                .ints("units", Due::units)
                .ints("versions", Due::version)
                .text("lookAt", lookAt::apply)
                .params())
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

  /** These were not told after all: they wait as if they had never been taken on. */
  public void notSent(Tx tx, Turn turn, List<Due> left) {
    if (left.isEmpty()) {
      return;
    }
    tx.sql(NOT_SENT)
        .params(keys(left).ints("versions", Due::version).text("owedAt", Due::owedAt).params())
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
