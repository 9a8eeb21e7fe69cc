package dev.crossdock.inventory.promising.internal;

import dev.crossdock.inventory.promising.AtpContext;
import dev.crossdock.inventory.promising.SafetyStock;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;

/** What is kept back; an empty text in the table stands for any. */
public final class SafetyStore {

  private static final String FITTING =
      """
      select s.sku, s.location, s.channel, s.account, s.units
      from safety_stock s
      where s.merchant = :merchant and s.units is not null
        and (s.sku = any(:skus::text[]) or s.sku like '%*')
        and s.channel in ('', :channel) and s.account in ('', :account)
      """;

  private static final String LOCK =
      """
      select s.sku, s.location, s.channel, s.account, s.units, s.version
      from safety_stock s
      join unnest(:skus::text[], :locations::text[], :channels::text[], :accounts::text[])
        as k(sku, location, channel, account)
        on k.sku = s.sku and k.location = s.location and k.channel = s.channel and k.account = s.account
      where s.merchant = :merchant
      order by s.sku, s.location, s.channel, s.account
      for no key update of s
      """;

  private static final String INSERT =
      """
      insert into safety_stock (merchant, sku, location, channel, account, units, version, updated_at)
      select :merchant, n.sku, n.location, n.channel, n.account, n.units, n.version, :now::timestamptz
      from unnest(:skus::text[], :locations::text[], :channels::text[], :accounts::text[], :units::int[],
        :versions::int[]) as n(sku, location, channel, account, units, version)
      order by n.sku, n.location, n.channel, n.account
      on conflict (merchant, sku, location, channel, account) do nothing
      """;

  private static final String UPDATE =
      """
      update safety_stock s
      set units = n.units, version = n.version, updated_at = :now::timestamptz
      from unnest(:skus::text[], :locations::text[], :channels::text[], :accounts::text[], :units::int[],
        :versions::int[]) as n(sku, location, channel, account, units, version)
      where s.merchant = :merchant and s.sku = n.sku and s.location = n.location and s.channel = n.channel
        and s.account = n.account and s.version = n.version - 1
      """;

  private static final String LIST =
      """
      select s.sku, s.location, s.channel, s.account, s.units
      from safety_stock s
      where s.merchant = :merchant and s.units is not null and (:sku::text is null or s.sku = :sku)
        and (:first::boolean
          or (s.sku, s.location, s.channel, s.account) > (:afterSku, :afterLocation, :afterChannel, :afterAccount))
      order by s.sku, s.location, s.channel, s.account
      limit :limit
      """;

  /** A setting with its version. */
  public record Row(SafetyStock setting, int version) {}

  /** The settings for these SKUs and for all SKUs, as far as they fit who asks. */
  public List<SafetyStock> fitting(Tx tx, AtpContext context, Set<String> skus) {
    List<String> asked = new ArrayList<>(skus);
    asked.add("");
    return tx.sql(FITTING)
        .params(Columns.of(asked).text("skus", sku -> sku).params())
        .param("channel", text(context.channel()))
        .param("account", text(context.account()))
        .query((ResultSet row, int number) -> setting(row))
        .list();
  }

  /** The stored ones of these, taken back ones too, locked; by the setting without its units. */
  public Map<SafetyStock, Row> lock(Tx tx, Collection<SafetyStock> keys) {
    Map<SafetyStock, Row> rows = new HashMap<>();
    tx.sql(LOCK)
        .params(keys(Columns.of(keys), key -> key).params())
        .query((ResultSet row, int number) -> new Row(setting(row), row.getInt("version")))
        .list()
        .forEach(row -> rows.put(key(row.setting()), row));
    return rows;
  }

  public void insert(Tx tx, List<Row> rows) {
    if (!rows.isEmpty() && write(tx, INSERT, rows) != rows.size()) {
      throw new CannotAcquireLockException("a setting was first made by two at the same time");
    }
  }

  public void update(Tx tx, List<Row> rows) {
    if (!rows.isEmpty() && write(tx, UPDATE, rows) != rows.size()) {
      throw new IllegalStateException("a locked setting could not be written");
    }
  }

  /** In the order of their keys, from behind this one. */
  public List<SafetyStock> list(Tx tx, @Nullable String sku, @Nullable SafetyStock after, int limit) {
    SafetyStock from = Objects.requireNonNullElse(after, new SafetyStock(null, null, null, null, null));
    return tx.sql(LIST)
        .param("sku", sku)
        .param("first", after == null)
        .param("afterSku", text(from.sku()))
        .param("afterLocation", text(from.location()))
        .param("afterChannel", text(from.channel()))
        .param("afterAccount", text(from.account()))
        .param("limit", limit)
        .query((ResultSet row, int number) -> setting(row))
        .list();
  }

  /** What tells a setting from others: all of it but its units. */
  public static SafetyStock key(SafetyStock setting) {
    return new SafetyStock(setting.sku(), setting.location(), setting.channel(), setting.account(), null);
  }

  private static int write(Tx tx, String sql, List<Row> rows) {
    Columns<Row> columns =
        keys(Columns.of(rows), Row::setting).text("units", row -> row.setting().units()).ints("versions", Row::version);
    return tx.sql(sql).params(columns.params()).param("now", tx.now().toString()).update();
  }

  private static <R> Columns<R> keys(Columns<R> columns, Function<R, SafetyStock> of) {
    return columns
        .text("skus", row -> text(of.apply(row).sku()))
        .text("locations", row -> text(of.apply(row).location()))
        .text("channels", row -> text(of.apply(row).channel()))
        .text("accounts", row -> text(of.apply(row).account()));
  }

  private static SafetyStock setting(ResultSet row) throws SQLException {
    Integer units = row.getObject("units", Integer.class);
    return new SafetyStock(
        any(row.getString("sku")),
        any(row.getString("location")),
        any(row.getString("channel")),
        any(row.getString("account")),
        units == null ? null : units.longValue());
  }

  private static String text(@Nullable String part) {
    return Objects.requireNonNullElse(part, "");
  }

  private static @Nullable String any(String part) {
    return part.isEmpty() ? null : part;
  }
}
