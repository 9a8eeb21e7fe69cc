package dev.crossdock.catalog.internal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be sent in place of what. */
public final class SubstituteStore {

  private static final String OF =
      """
      select s.sku, s.substitutes
      from substitute_list s
      where s.merchant = :merchant and s.sku = any(:skus::text[])
      """;

  private static final String PUT =
      """
      insert into substitute_list as s (merchant, sku, substitutes, version, updated_at)
      values (:merchant, :sku, :substitutes::text[], 1, :now::timestamptz)
      on conflict (merchant, sku) do update
      set substitutes = excluded.substitutes, version = s.version + 1, updated_at = excluded.updated_at
      where s.substitutes is distinct from excluded.substitutes
      returning s.version
      """;

  /** By SKU, those that have any. */
  public Map<String, List<String>> of(Tx tx, Collection<String> skus) {
    Map<String, List<String>> found = new HashMap<>();
    tx.sql(OF)
        .params(Columns.of(skus).text("skus", sku -> sku).params())
        .query((ResultSet row) -> {
          found.put(row.getString("sku"), list(row));
        });
    found.values().removeIf(List::isEmpty);
    return found;
  }

  /** Stores the list; its version, or nothing when it is as it was. */
  public Optional<Integer> put(Tx tx, String sku, List<String> substitutes) {
    return tx.sql(PUT)
        .param("sku", sku)
        .param("substitutes", substitutes.toArray(String[]::new))
        .param("now", tx.now().toString())
        .query(Integer.class)
        .optional();
  }

  private static List<String> list(ResultSet row) throws SQLException {
    Array array = row.getArray("substitutes");
    return List.of((String[]) array.getArray());
  }
}
