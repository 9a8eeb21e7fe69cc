package dev.crossdock.channels.publishing.internal;

import dev.crossdock.channels.publishing.Pace;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How fast accounts sell. */
public final class PaceStore {

  private static final String LOCK =
      """
      select p.sku, p.channel, p.account, p.quick, p.slow, p.rush_since, p.as_of
      from sku_pace p
      where p.merchant = :merchant and (p.sku, p.channel, p.account) in
        (select * from unnest(:skus::text[], :channels::text[], :accounts::text[]))
      order by p.sku, p.channel, p.account
      for no key update
      """;

  private static final String OF_SKUS =
      """
      select p.sku, p.channel, p.account, p.quick, p.slow, p.rush_since, p.as_of
      from sku_pace p
      where p.merchant = :merchant and p.sku = any(:skus::text[])
      """;

  private static final String PUT =
      """
      insert into sku_pace as p (merchant, sku, channel, account, quick, slow, rush_since, as_of)
      select :merchant, n.sku, n.channel, n.account, n.quick, n.slow, n.rush_since, n.as_of
      from unnest(:skus::text[], :channels::text[], :accounts::text[], :quick::float8[], :slow::float8[],
        :rushSince::timestamptz[], :asOf::timestamptz[])
        as n(sku, channel, account, quick, slow, rush_since, as_of)
      order by n.sku, n.channel, n.account
      on conflict (merchant, sku, channel, account) do update
      set quick = excluded.quick, slow = excluded.slow, rush_since = excluded.rush_since, as_of = excluded.as_of
      """;

  /** A SKU at an account. */
  public record Key(String sku, String channel, String account) {}

  /** Its pace. */
  public record Row(Key key, Pace pace) {}

  /** What is known of these, locked until the transaction ends. */
  public Map<Key, Pace> lock(Tx tx, Collection<Key> keys) {
    Map<Key, Pace> known = new HashMap<>();
    tx.sql(LOCK)
        .params(keys(keys).params())
        .query(PaceStore::row)
        .list()
        .forEach(row -> known.put(row.key(), row.pace()));
    return known;
  }

  public Map<String, List<Row>> of(Tx tx, Set<String> skus) {
    return tx.sql(OF_SKUS).params(Columns.of(skus).text("skus", sku -> sku).params()).query(PaceStore::row).list()
        .stream()
        .collect(Collectors.groupingBy(row -> row.key().sku()));
  }

  public void put(Tx tx, Map<Key, Pace> paces) {
    Columns<Map.Entry<Key, Pace>> columns =
        Columns.of(paces.entrySet())
            .text("skus", each -> each.getKey().sku())
            .text("channels", each -> each.getKey().channel())
            .text("accounts", each -> each.getKey().account())
            .text("quick", each -> each.getValue().quick())
            .text("slow", each -> each.getValue().slow())
            .text("rushSince", each -> each.getValue().rushSince())
            .text("asOf", each -> each.getValue().asOf());
    tx.sql(PUT).params(columns.params()).update();
  }

  private static Columns<Key> keys(Collection<Key> keys) {
    return Columns.of(keys).text("skus", Key::sku).text("channels", Key::channel).text("accounts", Key::account);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new Key(row.getString("sku"), row.getString("channel"), row.getString("account")),
        new Pace(
            row.getDouble("quick"),
            row.getDouble("slow"),
            row.getObject("rush_since", OffsetDateTime.class).toInstant(),
            row.getObject("as_of", OffsetDateTime.class).toInstant()));
  }
}
