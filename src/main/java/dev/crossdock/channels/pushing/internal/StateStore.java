package dev.crossdock.channels.pushing.internal;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.channels.publishing.Quantity;
import dev.crossdock.channels.pushing.AccountState;
import dev.crossdock.channels.pushing.Breaker;
import dev.crossdock.channels.pushing.Lag;
import dev.crossdock.channels.pushing.ListingState;
import dev.crossdock.channels.pushing.Listings;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how far quantities have come. */
public final class StateStore {

  private static final String STATES =
      """
      select s.channel, s.account, s.channel_sku, s.channel_location, s.sku, s.frozen, s.owed, s.owed_at,
        s.owed_version, s.kept, s.allotted, s.sent, s.sent_at, s.acknowledged, s.acknowledged_at, s.refusal, s.attempts,
        s.stopped, s.shown, s.shown_at, s.drift_since, s.state
      from (
        select q.*,
          case
            when q.stopped is not null then 'STOPPED'
            when q.frozen then 'FROZEN'
            when q.owed_version <= q.acknowledged_version and q.drift_since is not null
              and q.shown_at >= q.acknowledged_at then 'DRIFTING'
            when q.owed_version <= q.acknowledged_version then 'ACKNOWLEDGED'
            when q.owed_version <= q.refused_version then 'REFUSED'
            when q.attempts > 0 and q.sent_version = q.owed_version then 'SENT'
            else 'OWED'
          end as state
        from published_quantity q
        where q.merchant = :merchant
      """;

  private static final String OF_SKU =
      STATES
          + """
             and q.sku = :sku) s
          order by s.channel, s.account, s.channel_sku, s.channel_location
          """;

  private static final String OF_ACCOUNT =
      STATES
          + """
             and q.channel = :channel and q.account = :account
              and (q.channel_sku, q.channel_location) > (:afterSku, :afterLocation)
              and (:drifting = false or q.drift_since is not null)) s
          where s.state = coalesce(:state, s.state)
          order by s.channel_sku, s.channel_location
          limit :limit
          """;

  private static final String ACCOUNTS =
      """
      select p.channel, p.account, p.next_at, p.failures, p.last_answer, p.delays,
        count(q.sku) as listings,
        count(q.sku) filter (where q.owed_version > greatest(q.acknowledged_version, q.refused_version)
          and not q.frozen and q.stopped is null) as due,
        min(q.owed_at) filter (where q.owed_version > greatest(q.acknowledged_version, q.refused_version)
          and not q.frozen and q.stopped is null) as oldest_due,
        count(q.sku) filter (where q.owed_version > q.acknowledged_version and q.owed_version <= q.refused_version)
          as refused,
        count(q.stopped) as stopped, count(q.shown_at) as looked, count(q.drift_since) as drifting
      from push_account p
      left join published_quantity q
        on q.merchant = :merchant and q.channel = p.channel and q.account = p.account
      where p.merchant = :merchant
      group by p.channel, p.account, p.next_at, p.failures, p.last_answer, p.delays
      order by p.channel, p.account
      """;

  private static final String HEAL =
      """
      update published_quantity q
      set owed_version = q.owed_version + 1, owed_at = :now::timestamptz, planned = true, stopped = null,
        echoes = 0, healed = 0, look_at = null, drift_since = null
      where q.merchant = :merchant and q.channel = :channel and q.account = :account
        and (q.channel_sku = :channelSku or (:channelSku::text is null and (q.drift_since is not null
          or q.stopped is not null
          or (q.owed_version > q.acknowledged_version and q.owed_version <= q.refused_version))))
      returning q.channel_sku
      """;

  private static final String TRY_NOW =
      """
      update push_account p
      set next_at = :now::timestamptz
      where p.merchant = :merchant and p.channel = :channel and p.account = :account and p.failures > 0
      """;

  private static final double HALF = 0.5;
  private static final double MOST = 0.95;

  public List<ListingState> ofSku(Tx tx, String sku) {
    return tx.sql(OF_SKU).param("sku", sku).query(StateStore::listing).list();
  }

  public List<ListingState> list(Tx tx, Listings.Query query) {
    Listings.After after = query.after();
    return tx.sql(OF_ACCOUNT)
        .param("channel", query.channel())
        .param("account", query.account())
        .param("state", query.state() == null ? null : query.state().name(), Types.VARCHAR)
        .param("drifting", query.state() == ListingState.State.DRIFTING)
        .param("afterSku", after == null ? "" : after.channelSku())
        .param("afterLocation", after == null ? "" : after.location())
        .param("limit", query.limit())
        .query(StateStore::listing)
        .list();
  }

  public List<AccountState> accounts(Tx tx) {
    return tx.sql(ACCOUNTS).query((row, n) -> account(row, tx.now())).list();
  }

  /** Those of the account that need it when no listing is named. */
  public List<ChannelSku> heal(Tx tx, String channel, String account, @Nullable String channelSku) {
    List<ChannelSku> told =
        tx.sql(HEAL)
            .param("channel", channel)
            .param("account", account)
            .param("channelSku", channelSku, Types.VARCHAR)
            .param("now", tx.now().toString())
            .query((row, n) -> new ChannelSku(channel, account, row.getString("channel_sku")))
            .list();
    if (!told.isEmpty()) {
      tx.sql(TRY_NOW)
          .param("channel", channel)
          .param("account", account)
          .param("now", tx.now().toString())
          .update();
    }
    return told;
  }

  private static ListingState listing(ResultSet row, int number) throws SQLException {
    Quantity quantity =
        new Quantity(
            new ChannelSku(row.getString("channel"), row.getString("account"), row.getString("channel_sku")),
            row.getString("channel_location"),
            row.getString("sku"),
            row.getBoolean("frozen"),
            row.getInt("owed"),
            row.getObject("owed_at", OffsetDateTime.class).toInstant(),
            row.getInt("owed_version"),
            row.getInt("kept"),
            row.getBoolean("allotted"));
    return new ListingState(
        quantity,
        row.getObject("sent", Integer.class),
        instant(row, "sent_at"),
        row.getObject("acknowledged", Integer.class),
        instant(row, "acknowledged_at"),
        row.getString("refusal"),
        row.getInt("attempts"),
        row.getString("stopped"),
        row.getObject("shown", Integer.class),
        instant(row, "shown_at"),
        instant(row, "drift_since"),
        ListingState.State.valueOf(row.getString("state")));
  }

  private static AccountState account(ResultSet row, Instant now) throws SQLException {
    Lag delays = Lag.of(TurnStore.delays(row));
    int failures = row.getInt("failures");
    Instant nextAt = row.getObject("next_at", OffsetDateTime.class).toInstant();
    return new AccountState(
        row.getString("channel"),
        row.getString("account"),
        row.getLong("listings"),
        row.getLong("due"),
        instant(row, "oldest_due"),
        row.getLong("refused"),
        row.getLong("stopped"),
        row.getLong("looked"),
        row.getLong("drifting"),
        Breaker.of(failures, nextAt, now),
        nextAt,
        failures,
        row.getString("last_answer"),
        delays.within(HALF).orElse(null),
        delays.within(MOST).orElse(null));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
