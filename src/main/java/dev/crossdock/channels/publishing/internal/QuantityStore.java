package dev.crossdock.channels.publishing.internal;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.channels.publishing.Quantity;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What is owed to each listing. */
public final class QuantityStore {

  private static final String ENSURE =
      """
      insert into published_quantity (merchant, channel, account, channel_sku, channel_location, sku, frozen, owed,
        owed_at, owed_version)
      select :merchant, n.channel, n.account, n.channel_sku, n.location, n.sku, false, 0, :now::timestamptz, 0
      from unnest(:channels::text[], :accounts::text[], :channelSkus::text[], :locations::text[], :skus::text[])
        as n(channel, account, channel_sku, location, sku)
      order by n.channel, n.account, n.channel_sku, n.location
      on conflict do nothing
      """;

  private static final String LOCK =
      """
      select q.channel, q.account, q.channel_sku, q.channel_location, q.sku, q.frozen, q.owed, q.owed_at,
        q.owed_version, q.kept, q.allotted
      from published_quantity q
      where q.merchant = :merchant and (q.channel, q.account, q.channel_sku) in
        (select * from unnest(:channels::text[], :accounts::text[], :channelSkus::text[]))
      order by q.channel, q.account, q.channel_sku, q.channel_location
      for no key update
      """;

  private static final String WRITE =
      """
      update published_quantity q
      set sku = n.sku, frozen = n.frozen, owed = n.owed, owed_version = n.owed_version, kept = n.kept,
        allotted = n.allotted,
        owed_at = case
          when q.owed_version > greatest(q.sent_version, q.acknowledged_version, q.refused_version)
            and not q.frozen and q.stopped is null then q.owed_at
          else n.owed_at end,
        planned = case
          when n.owed_version = q.owed_version then q.planned
          when q.owed_version > greatest(q.sent_version, q.acknowledged_version, q.refused_version)
            and not q.frozen and q.stopped is null then q.planned
          else n.planned end,
        acknowledged = case when n.counted and q.acknowledged_version = q.owed_version then n.owed
          else q.acknowledged end
      from unnest(:channels::text[], :accounts::text[], :channelSkus::text[], :locations::text[], :skus::text[],
        :frozen::boolean[], :owed::int[], :owedAt::timestamptz[], :versions::int[], :kept::int[], :allotted::boolean[],
        :counted::boolean[], :planned::boolean[])
        as n(channel, account, channel_sku, location, sku, frozen, owed, owed_at, owed_version, kept, allotted, counted,
          planned)
      where q.merchant = :merchant and q.channel = n.channel and q.account = n.account
        and q.channel_sku = n.channel_sku and q.channel_location = n.location
      """;

  private static final String KEPT =
      """
      select distinct q.sku
      from published_quantity q
      where q.merchant = :merchant and (q.kept > 0 or q.allotted) and q.sku > :after
      order by q.sku
      limit :limit
      """;

  private static final String DROP =
      """
      delete from published_quantity q
      where q.merchant = :merchant and (q.channel, q.account, q.channel_sku, q.channel_location) in
        (select * from unnest(:channels::text[], :accounts::text[], :channelSkus::text[], :locations::text[]))
      """;

  /** SKUs of which something is kept back because of the lag, or shared out; those behind this one. */
  public List<String> keptBack(Tx tx, String after, int limit) {
    return tx.sql(KEPT)
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> row.getString("sku"))
        .list();
  }

  /** Makes the rows there are not yet; what is owed by them is reckoned later. */
  public void ensure(Tx tx, Collection<Quantity> rows) {
    tx.sql(ENSURE).params(keys(rows).text("skus", Quantity::sku).params()).param("now", tx.now().toString()).update();
  }

  /** All rows of these listings, locked in the order of their keys until the transaction ends. */
  public List<Quantity> lock(Tx tx, Collection<ChannelSku> listings) {
    Columns<ChannelSku> columns =
        Columns.of(listings)
            .text("channels", ChannelSku::channel)
            .text("accounts", ChannelSku::account)
            .text("channelSkus", ChannelSku::sku);
    return tx.sql(LOCK).params(columns.params()).query(QuantityStore::row).list();
  }

  /**
   * How quantities changed.
   *
   * @param counted those whose channel has come to the number by itself, so that it need not be told
   * @param planned whether no change of stock led to it
   */
  public record Change(Collection<Quantity> locked, Set<Quantity> counted, boolean planned) {}

  /** What waits to be told goes on waiting since then, whatever its value is by now. */
  public void write(Tx tx, Change change) {
    Collection<Quantity> locked = change.locked();
    Columns<Quantity> columns =
        keys(locked)
            .ints("kept", Quantity::kept)
            .text("allotted", Quantity::allotted)
            .text("counted", change.counted()::contains)
            .text("planned", row -> change.planned())
            .text("skus", Quantity::sku)
            .text("frozen", Quantity::frozen)
            .ints("owed", Quantity::owed)
            .text("owedAt", Quantity::owedAt)
            .ints("versions", Quantity::version);
    int rows = tx.sql(WRITE).params(columns.params()).update();
    if (rows != locked.size()) {
      throw new IllegalStateException(rows + " of " + locked.size() + " locked rows were there to be written");
    }
  }

  public void drop(Tx tx, Collection<Quantity> locked) {
    tx.sql(DROP).params(keys(locked).params()).update();
  }

  private static Columns<Quantity> keys(Collection<Quantity> rows) {
    return Columns.of(rows)
        .text("channels", row -> row.listing().channel())
        .text("accounts", row -> row.listing().account())
        .text("channelSkus", row -> row.listing().sku())
        .text("locations", Quantity::location);
  }

  private static Quantity row(ResultSet row, int number) throws SQLException {
    return new Quantity(
        new ChannelSku(row.getString("channel"), row.getString("account"), row.getString("channel_sku")),
        row.getString("channel_location"),
        row.getString("sku"),
        row.getBoolean("frozen"),
        row.getInt("owed"),
        row.getObject("owed_at", OffsetDateTime.class).toInstant(),
        row.getInt("owed_version"),
        row.getInt("kept"),
        row.getBoolean("allotted"));
  }
}
