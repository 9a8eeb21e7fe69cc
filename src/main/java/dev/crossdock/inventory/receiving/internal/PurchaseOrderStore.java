package dev.crossdock.inventory.receiving.internal;

import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrder.Line;
import dev.crossdock.inventory.receiving.PurchaseOrderState;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.HeadsAndLines;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The purchase orders' rows. Whoever changes one has locked its head. */
public final class PurchaseOrderStore {

  private static final String INSERT =
      """
      insert into purchase_order (merchant, id, number, supplier, location, state, over_per_cent, expected_on, version,
        created_at)
      values (:merchant, :id::uuid, :number, :supplier, :location, :state, :overPerCent::int, :expectedOn::date,
        :version, :createdAt::timestamptz)
      on conflict (merchant, number) do nothing
      """;

  private static final String INSERT_LINES =
      """
      insert into purchase_order_line (merchant, purchase_order, line, sku, ordered, received, closed, unit_cost,
        currency)
      select :merchant, :id::uuid, n.line, n.sku, n.ordered, 0, 0, n.unit_cost::bigint, n.currency
      from unnest(:lines::int[], :skus::text[], :ordered::int[], :unitCosts::text[], :currencies::text[])
        as n(line, sku, ordered, unit_cost, currency)
      """;

  private static final String UPDATE =
      """
      update purchase_order p
      set state = :state, version = :version
      where p.merchant = :merchant and p.id = :id::uuid and p.version = :version - 1
      """;

  private static final String UPDATE_LINES =
      """
      update purchase_order_line l
      set received = n.received, closed = n.closed
      from unnest(:lines::int[], :received::int[], :closed::int[]) as n(line, received, closed)
      where l.merchant = :merchant and l.purchase_order = :id::uuid and l.line = n.line
      """;

  private static final String HEADS =
      """
      select p.id, p.number, p.supplier, p.location, p.state, p.over_per_cent, p.expected_on, p.version, p.created_at
      from purchase_order p
      """;

  private static final String LOCK =
      HEADS + "where p.merchant = :merchant and p.id = :id::uuid for no key update of p";

  private static final String FIND = HEADS + "where p.merchant = :merchant and p.id = :id::uuid";

  private static final String LIST =
      HEADS
          + """
          where p.merchant = :merchant and p.id < :before::uuid and (:state::text is null or p.state = :state)
            and (:text::text is null or position(:text in p.number) > 0 or p.supplier = :text or exists (
              select 1 from purchase_order_line s
              where s.merchant = :merchant and s.purchase_order = p.id and s.sku = :text))
          order by p.id desc
          limit :limit
          """;

  private static final String LINES =
      """
      select l.purchase_order, l.line, l.sku, l.ordered, l.received, l.closed, l.unit_cost, l.currency
      from purchase_order_line l
      where l.merchant = :merchant and l.purchase_order = any(:ids::uuid[])
      order by l.purchase_order, l.line
      """;

  private static final String TAKEN =
      "select count(*) from purchase_order p where p.merchant = :merchant and p.number = :number";

  public boolean isTaken(Tx tx, String number) {
    return tx.sql(TAKEN).param("number", number).query(Integer.class).single() > 0;
  }

  /** Whether the number was free. */
  public boolean insert(Tx tx, PurchaseOrder order) {
    int rows =
        tx.sql(INSERT)
            .param("id", order.id().toString())
            .param("number", order.number())
            .param("supplier", order.supplier())
            .param("location", order.location())
            .param("state", order.state().name())
            .param("overPerCent", order.overPerCent())
            .param("expectedOn", text(order.expectedOn()))
            .param("version", order.version())
            .param("createdAt", order.createdAt().toString())
            .update();
    if (rows == 0) {
      return false;
    }
    Columns<Line> columns =
        Columns.of(order.lines())
            .ints("lines", Line::line)
            .text("skus", Line::sku)
            .ints("ordered", Line::ordered)
            .text("unitCosts", line -> line.cost() == null ? null : line.cost().minor())
            .text("currencies", line -> line.cost() == null ? null : line.cost().currency());
    tx.sql(INSERT_LINES).params(columns.params()).param("id", order.id().toString()).update();
    return true;
  }

  public void update(Tx tx, PurchaseOrder order) {
    int rows =
        tx.sql(UPDATE)
            .param("id", order.id().toString())
            .param("state", order.state().name())
            .param("version", order.version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a locked purchase order could not be written");
    }
    Columns<Line> columns =
        Columns.of(order.lines())
            .ints("lines", Line::line)
            .ints("received", Line::received)
            .ints("closed", Line::closed);
    tx.sql(UPDATE_LINES).params(columns.params()).param("id", order.id().toString()).update();
  }

  public Optional<PurchaseOrder> lock(Tx tx, UUID id) {
    return whole(tx, tx.sql(LOCK).param("id", id.toString())).stream().findFirst();
  }

  public Optional<PurchaseOrder> find(Tx tx, UUID id) {
    return whole(tx, tx.sql(FIND).param("id", id.toString())).stream().findFirst();
  }

  public List<PurchaseOrder> list(Tx tx, DocumentQuery query) {
    return whole(tx, tx.sql(LIST).params(query.params()));
  }

  private static List<PurchaseOrder> whole(Tx tx, StatementSpec heads) {
    return HeadsAndLines.whole(
        tx,
        heads.query(PurchaseOrderStore::head).list(),
        PurchaseOrder::id,
        LINES,
        PurchaseOrderStore::line,
        PurchaseOrderStore::with);
  }

  private static PurchaseOrder with(PurchaseOrder head, List<Line> lines) {
    return new PurchaseOrder(
        head.id(), head.number(), head.supplier(), head.location(), head.state(), head.overPerCent(),
        head.expectedOn(), lines, head.version(), head.createdAt());
  }

  private static PurchaseOrder head(ResultSet row, int number) throws SQLException {
    return new PurchaseOrder(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("supplier"),
        row.getString("location"),
        PurchaseOrderState.valueOf(row.getString("state")),
        row.getObject("over_per_cent", Integer.class),
        row.getObject("expected_on", LocalDate.class),
        List.of(),
        row.getInt("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Line line(ResultSet row) throws SQLException {
    Long unitCost = row.getObject("unit_cost", Long.class);
    return new Line(
        row.getInt("line"),
        row.getString("sku"),
        row.getInt("ordered"),
        row.getInt("received"),
        row.getInt("closed"),
        unitCost == null ? null : new UnitCost(unitCost, row.getString("currency")));
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
