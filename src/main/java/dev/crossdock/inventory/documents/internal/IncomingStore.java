package dev.crossdock.inventory.documents.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.documents.IncomingKind;
import dev.crossdock.inventory.documents.IncomingUnits;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rows of what is on its way. */
public final class IncomingStore {

  private static final String OF_SKUS =
      """
      select i.sku, i.location, i.kind, i.document, i.line, i.units, i.expected_on
      from incoming i
      where i.merchant = :merchant and i.sku = any(:skus::text[])
      order by i.sku, i.expected_on nulls last, i.location, i.document, i.line
      """;

  private static final String REMOVE =
      "delete from incoming i where i.merchant = :merchant and i.document = :document::uuid";

  private static final String INSERT =
      """
      insert into incoming (merchant, sku, location, kind, document, line, units, expected_on)
      select :merchant, n.sku, n.location, n.kind, :document::uuid, n.line, n.units, n.expected_on::date
      from unnest(:skus::text[], :locations::text[], :kinds::text[], :lines::int[], :units::int[], :expected::text[])
        as n(sku, location, kind, line, units, expected_on)
      """;

  public List<IncomingUnits> of(Tx tx, Set<String> skus) {
    Columns<String> columns = Columns.of(skus).text("skus", sku -> sku);
    return tx.sql(OF_SKUS).params(columns.params()).query(IncomingStore::row).list();
  }

  public void replace(Tx tx, UUID document, List<IncomingUnits> units) {
    tx.sql(REMOVE).param("document", document.toString()).update();
    if (!units.isEmpty()) {
      Columns<IncomingUnits> columns =
          Columns.of(units)
              .text("skus", row -> row.key().sku())
              .text("locations", row -> row.key().location())
              .text("kinds", IncomingUnits::kind)
              .ints("lines", IncomingUnits::line)
              .ints("units", IncomingUnits::units)
              .text("expected", IncomingUnits::expectedOn);
      tx.sql(INSERT).params(columns.params()).param("document", document.toString()).update();
    }
  }

  private static IncomingUnits row(ResultSet row, int number) throws SQLException {
    return new IncomingUnits(
        new StockKey(row.getString("sku"), row.getString("location")),
        IncomingKind.valueOf(row.getString("kind")),
        row.getObject("document", UUID.class),
        row.getInt("line"),
        row.getInt("units"),
        row.getObject("expected_on", LocalDate.class));
  }
}
