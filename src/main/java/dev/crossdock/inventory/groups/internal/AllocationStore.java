package dev.crossdock.inventory.groups.internal;

import dev.crossdock.inventory.groups.Allocation;
import dev.crossdock.inventory.groups.AllocationGroup;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;

/** Groups and what is kept apart for them; what is left of it are reservations. */
public final class AllocationStore {

  private static final String GROUPS =
      """
      select g.code, g.channel, g.account, g.version
      from allocation_group g
      where g.merchant = :merchant
      order by g.code
      """;

  private static final String PUT_GROUP =
      """
      insert into allocation_group as g (merchant, code, channel, account, version, updated_at)
      values (:merchant, :code, :channel, :account, 1, :now::timestamptz)
      on conflict (merchant, code) do update
      set channel = excluded.channel, account = excluded.account, version = g.version + 1,
        updated_at = excluded.updated_at
      where (g.channel, g.account) is distinct from (excluded.channel, excluded.account)
      returning g.version
      """;

  private static final String OF_SKUS =
      """
      select a.id, a.sku, a.location, a.granted, a.version, g.code, g.channel, g.account,
        coalesce(r.units, 0) as remaining
      from allocation a
      join allocation_group g on g.merchant = :merchant and g.code = a.group_code
      left join reservation r on r.merchant = :merchant and r.document = a.id and r.line = 1 and r.sku = a.sku
        and r.location = a.location
      where a.merchant = :merchant and a.sku = any(:skus::text[])
      order by a.group_code, a.sku, a.location
      """;

  private static final String LIST =
      """
      select a.id, a.sku, a.location, a.granted, a.version, g.code, g.channel, g.account,
        coalesce(r.units, 0) as remaining
      from allocation a
      join allocation_group g on g.merchant = :merchant and g.code = a.group_code
      left join reservation r on r.merchant = :merchant and r.document = a.id and r.line = 1 and r.sku = a.sku
        and r.location = a.location
      where a.merchant = :merchant and (:code::text is null or a.group_code = :code)
        and (:sku::text is null or a.sku = :sku) and a.id > :after::uuid
      order by a.id
      limit :limit
      """;

  private static final String INSERT =
      """
      insert into allocation (merchant, id, group_code, sku, location, granted, version, updated_at)
      select :merchant, n.id, n.group_code, n.sku, n.location, n.granted, 1, :now::timestamptz
      from unnest(:ids::uuid[], :groups::text[], :skus::text[], :locations::text[], :granted::int[],
        :versions::int[]) as n(id, group_code, sku, location, granted, version)
      on conflict (merchant, group_code, sku, location) do nothing
      """;

  private static final String UPDATE =
      """
      update allocation a
      set granted = n.granted, version = n.version, updated_at = :now::timestamptz
      from unnest(:ids::uuid[], :groups::text[], :skus::text[], :locations::text[], :granted::int[],
        :versions::int[]) as n(id, group_code, sku, location, granted, version)
      where a.merchant = :merchant and a.id = n.id and a.version = n.version - 1
      """;

  private static final UUID FIRST = new UUID(0, 0);

  public List<AllocationGroup> groups(Tx tx) {
    return tx.sql(GROUPS).query((ResultSet row, int number) -> group(row)).list();
  }

  /** Stores a group; its version, or nothing when it is as it was. */
  public List<Integer> put(Tx tx, AllocationGroup group) {
    return tx.sql(PUT_GROUP)
        .param("code", group.code())
        .param("channel", group.channel())
        .param("account", group.account())
        .param("now", tx.now().toString())
        .query((ResultSet row, int number) -> row.getInt("version"))
        .list();
  }

  /** What is kept apart of these SKUs, for whomever. */
  public List<Allocation> of(Tx tx, Set<String> skus) {
    return tx.sql(OF_SKUS)
        .params(Columns.of(skus).text("skus", sku -> sku).params())
        .query(AllocationStore::row)
        .list();
  }

  public List<Allocation> list(
      Tx tx, @Nullable String group, @Nullable String sku, @Nullable UUID after, int limit) {
    return tx.sql(LIST)
        .param("code", group)
        .param("sku", sku)
        .param("after", (after == null ? FIRST : after).toString())
        .param("limit", limit)
        .query(AllocationStore::row)
        .list();
  }

  /** Writes what changed; the levels are locked, so nobody else changes these. */
  public void write(Tx tx, Collection<Allocation> changed) {
    List<Allocation> fresh = changed.stream().filter(allocation -> allocation.version() == 1).toList();
    if (!fresh.isEmpty() && write(tx, INSERT, fresh) != fresh.size()) {
      throw new CannotAcquireLockException("an allocation was first made by two at the same time");
    }
    List<Allocation> known = changed.stream().filter(allocation -> allocation.version() > 1).toList();
    if (!known.isEmpty() && write(tx, UPDATE, known) != known.size()) {
      throw new CannotAcquireLockException("an allocation was changed by two at the same time");
    }
  }

  private static int write(Tx tx, String sql, List<Allocation> rows) {
    Columns<Allocation> columns =
        Columns.of(rows)
            .text("ids", Allocation::id)
            .text("groups", row -> row.group().code())
            .text("skus", Allocation::sku)
            .text("locations", Allocation::location)
            .ints("granted", Allocation::granted)
            .ints("versions", Allocation::version);
    return tx.sql(sql).params(columns.params()).param("now", tx.now().toString()).update();
  }

  private static Allocation row(ResultSet row, int number) throws SQLException {
    return new Allocation(
        row.getObject("id", UUID.class),
        group(row),
        row.getString("sku"),
        row.getString("location"),
        row.getInt("granted"),
        row.getInt("remaining"),
        row.getInt("version"));
  }

  private static AllocationGroup group(ResultSet row) throws SQLException {
    return new AllocationGroup(row.getString("code"), row.getString("channel"), row.getString("account"));
  }
}
