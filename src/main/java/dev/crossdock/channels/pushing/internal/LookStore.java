package dev.crossdock.channels.pushing.internal;

import dev.crossdock.channels.stock.StockPush.Place;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What channels were seen to show. */
public final class LookStore {

  private static final String DUE =
      """
      select q.channel_sku, q.channel_location, q.reference, q.sent_version
      from published_quantity q
      where q.merchant = :merchant and q.channel = :channel and q.account = :account and not q.frozen
        and q.stopped is null and q.look_at is not null and q.look_at <= :now::timestamptz
      order by q.look_at
      limit :limit
      """;

  private static final String LOCK =
      """
      select q.channel_sku, q.channel_location, q.acknowledged, q.sent_version, q.drift_since, q.healed,
        q.owed_version = q.acknowledged_version and not q.frozen and q.stopped is null as settled
      from published_quantity q
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and (q.channel_sku, q.channel_location) in (select * from unnest(:channelSkus::text[], :locations::text[]))
      order by q.channel_sku, q.channel_location
      for no key update
      """;

  private static final String WRITE =
      """
      update published_quantity q
      set shown = coalesce(n.shown, q.shown), shown_at = :now::timestamptz, look_at = n.look_at,
        drift_since = n.drift_since, healed = n.healed, owed_version = q.owed_version + n.again,
        owed_at = case when n.again > 0 then :now::timestamptz else q.owed_at end, stopped = n.stopped
      from unnest(:channelSkus::text[], :locations::text[], :shown::int[], :lookAt::timestamptz[],
        :driftSince::timestamptz[], :healed::int[], :again::int[], :stopped::text[])
        as n(channel_sku, location, shown, look_at, drift_since, healed, again, stopped)
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and q.channel_sku = n.channel_sku and q.channel_location = n.location
      """;

  /** A place to be asked for, and what had been told there by then. */
  public record Asked(Place place, int version) {}

  /**
   * A place as it stands when the answer is there.
   *
   * @param settled all that was owed is acknowledged
   */
  public record Standing(
      String channelSku,
      String location,
      int acknowledged,
      int version,
      @Nullable Instant driftSince,
      int healed,
      boolean settled) {}

  /**
   * What is to be kept of it.
   *
   * @param shown null when the channel did not know it
   * @param stopped why nothing more is told; null when it is
   */
  public record Verdict(
      Standing standing,
      @Nullable Integer shown,
      @Nullable Instant lookAt,
      @Nullable Instant driftSince,
      int healed,
      boolean tellAgain,
      @Nullable String stopped) {}

  /** What is looked at next, the longest due first. */
  public List<Asked> due(Tx tx, Turn turn, int limit) {
    return tx.sql(DUE)
        .param("channel", turn.channel())
        .param("account", turn.account())
        .param("now", tx.now().toString())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Asked(
                    new Place(
                        row.getString("channel_sku"), row.getString("channel_location"), row.getString("reference")),
                    row.getInt("sent_version")))
        .list();
  }

  /** As they stand now, locked until the transaction ends. */
  public List<Standing> lock(Tx tx, Turn turn, List<Asked> asked) {
    return tx.sql(LOCK)
        .params(
            Columns.of(asked)
                .text("channelSkus", each -> each.place().channelSku())
                .text("locations", each -> each.place().location())
                .params())
        .param("channel", turn.channel())
        .param("account", turn.account())
        .query(LookStore::standing)
        .list();
  }

  public void write(Tx tx, Turn turn, List<Verdict> verdicts) {
    tx.sql(WRITE)
        .params(
            Columns.of(verdicts)
                .text("channelSkus", each -> each.standing().channelSku())
                .text("locations", each -> each.standing().location())
                .text("shown", Verdict::shown)
                .text("lookAt", Verdict::lookAt)
                .text("driftSince", Verdict::driftSince)
                .ints("healed", Verdict::healed)
                .ints("again", each -> each.tellAgain() ? 1 : 0)
                .text("stopped", Verdict::stopped)
                .params())
        .param("channel", turn.channel())
        .param("account", turn.account())
        .param("now", tx.now().toString())
        .update();
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    OffsetDateTime since = row.getObject("drift_since", OffsetDateTime.class);
    return new Standing(
        row.getString("channel_sku"),
        row.getString("channel_location"),
        row.getInt("acknowledged"),
        row.getInt("sent_version"),
        since == null ? null : since.toInstant(),
        row.getInt("healed"),
        row.getBoolean("settled"));
  }
}
