package dev.crossdock.catalog.internal;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.ResolvedSku;
import dev.crossdock.catalog.Sku;
import dev.crossdock.catalog.SkuQuery;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads SKUs. Texts that PostgreSQL could not store are never sent to it: no SKU has them. */
public final class SkuStore {

  private static final String RESOLVE =
      """
      select w.n, s.sku, s.title, s.active, k.component, k.units
      from unnest(:channels::text[], :accounts::text[], :skus::text[]) with ordinality as w(channel, account, sku, n)
      left join listing l
        on l.merchant = :merchant and l.channel = w.channel and l.account = w.account and l.channel_sku = w.sku
      join sku s on s.merchant = :merchant and s.sku = coalesce(l.sku, w.sku)
      left join kit_component k on k.merchant = :merchant and k.kit = s.sku
      order by w.n, k.component
      """;

  private static final String KNOWN =
      """
      select s.sku from sku s where s.merchant = :merchant and s.sku = any(:skus::text[])
      """;

  private static final String WEIGHTS =
      """
      select s.sku, s.weight_grams
      from sku s
      where s.merchant = :merchant and s.sku = any(:skus::text[]) and s.weight_grams is not null
      """;

  private static final String GET =
      """
      select s.sku, s.title, s.product, s.barcode, s.weight_grams, s.active, s.version
      from sku s
      where s.merchant = :merchant and s.sku = any(:skus::text[])
      order by s.sku
      """;

  private static final String LOCK = GET + "for no key update of s";

  private static final String PAGE =
      """
      select s.sku, s.title, s.product, s.barcode, s.weight_grams, s.active, s.version
      from sku s
      where s.merchant = :merchant and s.sku > :after
        and (:text = '' or s.sku ilike :pattern or s.title ilike :pattern or s.barcode = :text)
      order by s.sku
      limit :limit
      """;

  private static final String COMPONENTS =
      """
      select k.kit, k.component, k.units
      from kit_component k
      where k.merchant = :merchant and k.kit = any(:skus::text[])
      order by k.kit, k.component
      """;

  private static final String PARTS =
      """
      select distinct k.component
      from kit_component k
      where k.merchant = :merchant and k.component = any(:skus::text[])
      """;

  public Map<ChannelSku, ResolvedSku> resolve(Tx tx, Set<ChannelSku> channelSkus) {
    List<ChannelSku> asked = channelSkus.stream().filter(SkuStore::isStorable).toList();
    Map<ChannelSku, ResolvedSku> resolved = new HashMap<>();
    if (asked.isEmpty()) {
      return resolved;
    }
    Columns<ChannelSku> columns =
        Columns.of(asked)
            .text("channels", ChannelSku::channel)
            .text("accounts", ChannelSku::account)
            .text("skus", ChannelSku::sku);
    tx.sql(RESOLVE)
        .params(columns.params())
        .query((ResultSet row) -> add(row, asked.get(row.getInt("n") - 1), resolved));
    return resolved;
  }

  public Set<String> known(Tx tx, Set<String> skus) {
    return new HashSet<>(tx.sql(KNOWN).params(skus(skus)).query(String.class).list());
  }

  /** Of the SKUs whose weight is known. */
  public Map<String, Integer> weights(Tx tx, Set<String> skus) {
    Map<String, Integer> weights = new HashMap<>();
    tx.sql(WEIGHTS)
        .params(skus(skus))
        .query(
            (ResultSet row) -> {
              weights.put(row.getString("sku"), row.getInt("weight_grams"));
            });
    return weights;
  }

  public List<Sku> get(Tx tx, Set<String> skus) {
    return withComponents(tx, tx.sql(GET).params(skus(skus)).query(SkuStore::row).list());
  }

  public List<Sku> page(Tx tx, SkuQuery query) {
    String text = query.text() == null ? "" : SkuText.strip(query.text());
    String after = query.after() == null ? "" : query.after();
    if (text.indexOf('\0') >= 0 || after.indexOf('\0') >= 0) {
      return List.of();
    }
    String pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    List<Sku> page =
        tx.sql(PAGE)
            .param("after", after)
            .param("text", text)
            .param("pattern", pattern)
            .param("limit", query.limit())
            .query(SkuStore::row)
            .list();
    return withComponents(tx, page);
  }

  /** The existing ones of these SKUs, locked until the transaction ends. */
  Map<String, Sku> lock(Tx tx, Set<String> skus) {
    List<Sku> rows = tx.sql(LOCK).params(skus(skus)).query(SkuStore::row).list();
    Map<String, Sku> locked = new HashMap<>();
    withComponents(tx, rows).forEach(sku -> locked.put(sku.sku(), sku));
    return locked;
  }

  /** Those of the SKUs that are part of some kit. */
  Set<String> parts(Tx tx, Set<String> skus) {
    return new HashSet<>(tx.sql(PARTS).params(skus(skus)).query(String.class).list());
  }

  private static List<Sku> withComponents(Tx tx, List<Sku> plain) {
    if (plain.isEmpty()) {
      return plain;
    }
    Map<String, List<Component>> components = new LinkedHashMap<>();
    tx.sql(COMPONENTS)
        .params(skus(plain.stream().map(Sku::sku).toList()))
        .query(
            (ResultSet row) -> {
              components
                  .computeIfAbsent(row.getString("kit"), first -> new ArrayList<>())
                  .add(new Component(row.getString("component"), row.getInt("units")));
            });
    return plain.stream().map(sku -> sku.withComponents(components.getOrDefault(sku.sku(), List.of()))).toList();
  }

  private static void add(ResultSet row, ChannelSku asked, Map<ChannelSku, ResolvedSku> resolved) throws SQLException {
    String component = row.getString("component");
    ResolvedSku first = resolved.get(asked);
    List<Component> components = first == null ? new ArrayList<>() : first.components();
    components.add(
        component == null ? new Component(row.getString("sku"), 1) : new Component(component, row.getInt("units")));
    if (first == null) {
      resolved.put(
          asked, new ResolvedSku(row.getString("sku"), row.getString("title"), row.getBoolean("active"), components));
    }
  }

  private static boolean isStorable(ChannelSku asked) {
    return SkuText.isWellFormed(asked.sku(), SkuText.CHANNEL_LENGTH_MAX)
        && SkuText.isWellFormed(asked.channel(), SkuText.CHANNEL_LENGTH_MAX)
        && SkuText.isWellFormed(asked.account(), SkuText.CHANNEL_LENGTH_MAX);
  }

  private static Map<String, Object> skus(Collection<String> skus) {
    List<String> storable = skus.stream().filter(sku -> SkuText.isWellFormed(sku, SkuText.LENGTH_MAX)).toList();
    return Columns.of(storable).text("skus", sku -> sku).params();
  }

  private static Sku row(ResultSet row, int number) throws SQLException {
    return new Sku(
        row.getString("sku"),
        row.getString("title"),
        row.getString("product"),
        row.getString("barcode"),
        row.getObject("weight_grams", Integer.class),
        row.getBoolean("active"),
        List.of(),
        row.getInt("version"));
  }
}
