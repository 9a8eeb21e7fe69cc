package dev.crossdock.catalog.internal;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.Sku;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.CannotAcquireLockException;

/** Writes products, SKUs and kits, each kind in one statement. The caller has locked what was there. */
final class SkuWrites {

  private static final String LOCK_PRODUCTS =
      """
      select p.handle, p.title, p.version
      from product p
      where p.merchant = :merchant and p.handle = any(:handles::text[])
      order by p.handle
      for no key update of p
      """;

  private static final String PUT_PRODUCTS =
      """
      insert into product as p (merchant, handle, title, version, created_at, updated_at)
      select :merchant, n.handle, n.title, n.version, :now::timestamptz, :now::timestamptz
      from unnest(:handles::text[], :titles::text[], :versions::int[]) as n(handle, title, version)
      order by n.handle
      on conflict (merchant, handle) do update
      set title = excluded.title, version = excluded.version, updated_at = excluded.updated_at
      where p.version = excluded.version - 1
      """;

  private static final String INSERT =
      """
      insert into sku (merchant, sku, sku_key, product, title, barcode, weight_grams, active, kit, version, created_at,
        updated_at)
      select :merchant, n.sku, n.sku_key, n.product, n.title, n.barcode, n.weight_grams, n.active, n.kit, n.version,
        :now::timestamptz, :now::timestamptz
      from unnest(:skus::text[], :keys::text[], :products::text[], :titles::text[], :barcodes::text[], :weights::int[],
        :actives::boolean[], :kits::boolean[], :versions::int[])
        as n(sku, sku_key, product, title, barcode, weight_grams, active, kit, version)
      order by n.sku
      on conflict (merchant, sku) do nothing
      """;

  private static final String UPDATE =
      """
      update sku s
      set product = n.product, title = n.title, barcode = n.barcode, weight_grams = n.weight_grams, active = n.active,
        kit = n.kit, version = n.version, updated_at = :now::timestamptz
      from unnest(:skus::text[], :keys::text[], :products::text[], :titles::text[], :barcodes::text[], :weights::int[],
        :actives::boolean[], :kits::boolean[], :versions::int[])
        as n(sku, sku_key, product, title, barcode, weight_grams, active, kit, version)
      where s.merchant = :merchant and s.sku = n.sku and s.version = n.version - 1
      """;

  private static final String CLEAR_KITS =
      """
      delete from kit_component k where k.merchant = :merchant and k.kit = any(:kits::text[])
      """;

  private static final String FILL_KITS =
      """
      insert into kit_component (merchant, kit, component, units)
      select :merchant, n.kit, n.component, n.units
      from unnest(:kits::text[], :components::text[], :units::int[]) as n(kit, component, units)
      order by n.kit, n.component
      """;

  private record Part(String kit, Component component) {}

  Map<String, ProductRow> lockProducts(Tx tx, Set<String> handles) {
    Map<String, ProductRow> rows = new HashMap<>();
    if (!handles.isEmpty()) {
      Columns<String> columns = Columns.of(handles).text("handles", handle -> handle);
      tx.sql(LOCK_PRODUCTS)
          .params(columns.params())
          .query(
              (ResultSet row, int number) ->
                  new ProductRow(row.getString("handle"), row.getString("title"), row.getInt("version")))
          .list()
          .forEach(row -> rows.put(row.handle(), row));
    }
    return rows;
  }

  void putProducts(Tx tx, Collection<ProductRow> products) {
    if (!products.isEmpty()) {
      Columns<ProductRow> columns =
          Columns.of(products)
              .text("handles", ProductRow::handle)
              .text("titles", ProductRow::title)
              .ints("versions", ProductRow::version);
      expect(products.size(), tx.sql(PUT_PRODUCTS).params(columns.params()).param("now", tx.now().toString()).update());
    }
  }

  void insert(Tx tx, List<Sku> skus) {
    if (!skus.isEmpty()) {
      expect(skus.size(), write(tx, INSERT, skus));
    }
  }

  void update(Tx tx, List<Sku> skus) {
    if (!skus.isEmpty()) {
      expect(skus.size(), write(tx, UPDATE, skus));
    }
  }

  /** Gives each of these SKUs exactly its components. */
  void replaceComponents(Tx tx, List<Sku> skus) {
    if (skus.isEmpty()) {
      return;
    }
    tx.sql(CLEAR_KITS).params(Columns.of(skus).text("kits", Sku::sku).params()).update();
    List<Part> parts = new ArrayList<>();
    skus.forEach(sku -> sku.components().forEach(component -> parts.add(new Part(sku.sku(), component))));
    if (!parts.isEmpty()) {
      Columns<Part> columns =
          Columns.of(parts)
              .text("kits", Part::kit)
              .text("components", part -> part.component().sku())
              .ints("units", part -> part.component().units());
      tx.sql(FILL_KITS).params(columns.params()).update();
    }
  }

  private static int write(Tx tx, String sql, List<Sku> skus) {
    Columns<Sku> columns =
        Columns.of(skus)
            .text("skus", Sku::sku)
            .text("keys", sku -> SkuText.key(sku.sku()))
            .text("products", Sku::product)
            .text("titles", Sku::title)
            .text("barcodes", Sku::barcode)
            .text("weights", Sku::weightGrams)
            .text("actives", Sku::active)
            .text("kits", Sku::kit)
            .ints("versions", Sku::version);
    return tx.sql(sql).params(columns.params()).param("now", tx.now().toString()).update();
  }

  /** Fewer rows than expected means that somebody made the same thing at the same time: the door tries again. */
  private static void expect(int wanted, int written) {
    if (written != wanted) {
      throw new CannotAcquireLockException((wanted - written) + " of " + wanted + " were made by another meanwhile");
    }
  }
}
