package dev.crossdock.catalog.internal;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.catalog.Listing;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.CannotAcquireLockException;

/** The listings' rows. */
public final class ListingStore {

  private static final String LOCK =
      """
      select l.channel, l.account, l.channel_sku, l.sku, l.version
      from listing l
      join unnest(:channels::text[], :accounts::text[], :channelSkus::text[]) as k(channel, account, channel_sku)
        on k.channel = l.channel and k.account = l.account and k.channel_sku = l.channel_sku
      where l.merchant = :merchant
      order by l.channel, l.account, l.channel_sku
      for no key update of l
      """;

  private static final String PUT =
      """
      insert into listing as l (merchant, channel, account, channel_sku, sku, version, created_at, updated_at)
      select :merchant, n.channel, n.account, n.channel_sku, n.sku, n.version, :now::timestamptz, :now::timestamptz
      from unnest(:channels::text[], :accounts::text[], :channelSkus::text[], :skus::text[], :versions::int[])
        as n(channel, account, channel_sku, sku, version)
      order by n.channel, n.account, n.channel_sku
      on conflict (merchant, channel, account, channel_sku) do update
      set sku = excluded.sku, version = excluded.version, updated_at = excluded.updated_at
      where l.version = excluded.version - 1
      """;

  private static final String OF_SKU =
      """
      select l.channel, l.account, l.channel_sku, l.sku, l.version
      from listing l
      where l.merchant = :merchant and l.sku = :sku
      order by l.channel, l.account, l.channel_sku
      """;

  private static final String OF_SKUS =
      """
      select l.channel, l.account, l.channel_sku, l.sku, l.version
      from listing l
      where l.merchant = :merchant and (l.sku = any(:skus::text[]) or l.sku in (
        select k.kit from kit_component k where k.merchant = :merchant and k.component = any(:skus::text[])))
      """;

  private static final String NAMED =
      """
      select l.channel, l.account, l.channel_sku, l.sku, l.version
      from listing l
      where l.merchant = :merchant and (l.channel, l.account, l.channel_sku) in
        (select * from unnest(:channels::text[], :accounts::text[], :channelSkus::text[]))
      """;

  private static final String PAGE =
      """
      select l.channel, l.account, l.channel_sku, l.sku, l.version
      from listing l
      where l.merchant = :merchant and l.channel = :channel and l.account = :account and l.channel_sku > :after
      order by l.channel_sku
      limit :limit
      """;

  /** The listings of these SKUs, and of kits that contain one of them. */
  public List<Listing> ofSkus(Tx tx, Collection<String> skus) {
    List<String> storable = skus.stream().filter(sku -> SkuText.isWellFormed(sku, SkuText.LENGTH_MAX)).toList();
    return tx.sql(OF_SKUS)
        .params(Columns.of(storable).text("skus", sku -> sku).params())
        .query(ListingStore::row)
        .list();
  }

  /** Those of these listings that exist. */
  public List<Listing> named(Tx tx, Collection<ChannelSku> listings) {
    Columns<ChannelSku> columns =
        Columns.of(listings)
            .text("channels", ChannelSku::channel)
            .text("accounts", ChannelSku::account)
            .text("channelSkus", ChannelSku::sku);
    return tx.sql(NAMED).params(columns.params()).query(ListingStore::row).list();
  }

  /** An account's listings behind this channel SKU, in their order. */
  public List<Listing> page(Tx tx, String channel, String account, String after, int limit) {
    return tx.sql(PAGE)
        .param("channel", channel)
        .param("account", account)
        .param("after", after)
        .param("limit", limit)
        .query(ListingStore::row)
        .list();
  }

  public List<Listing> ofSku(Tx tx, String sku) {
    if (!SkuText.isWellFormed(sku, SkuText.LENGTH_MAX)) {
      return List.of();
    }
    return tx.sql(OF_SKU).param("sku", sku).query(ListingStore::row).list();
  }

  /** The existing ones of these listings, locked until the transaction ends. */
  Map<ChannelSku, Listing> lock(Tx tx, Collection<ChannelSku> keys) {
    Map<ChannelSku, Listing> rows = new HashMap<>();
    Columns<ChannelSku> columns =
        Columns.of(keys)
            .text("channels", ChannelSku::channel)
            .text("accounts", ChannelSku::account)
            .text("channelSkus", ChannelSku::sku);
    tx.sql(LOCK)
        .params(columns.params())
        .query(ListingStore::row)
        .list()
        .forEach(row -> rows.put(row.channelSku(), row));
    return rows;
  }

  void put(Tx tx, List<Listing> listings) {
    if (listings.isEmpty()) {
      return;
    }
    Columns<Listing> columns =
        Columns.of(listings)
            .text("channels", listing -> listing.channelSku().channel())
            .text("accounts", listing -> listing.channelSku().account())
            .text("channelSkus", listing -> listing.channelSku().sku())
            .text("skus", Listing::sku)
            .ints("versions", Listing::version);
    int rows = tx.sql(PUT).params(columns.params()).param("now", tx.now().toString()).update();
    if (rows != listings.size()) {
      throw new CannotAcquireLockException("a listing was made by another meanwhile");
    }
  }

  private static Listing row(ResultSet row, int number) throws SQLException {
    ChannelSku key = new ChannelSku(row.getString("channel"), row.getString("account"), row.getString("channel_sku"));
    return new Listing(key, row.getString("sku"), row.getInt("version"));
  }
}
