package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.drills.intake.Databases.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What the same PostgreSQL does for a program that stores the very rows the intake stored, in the plain way: a
 * transaction of its own for each order, an insert for each row, prepared, those of one table sent together; then the
 * stock, guarded, in the order of its keys; by eight clients. It decodes nothing, decides nothing, writes each message
 * once and finished, and has the tables and indexes of the intake but none of its foreign keys.
 */
final class SameRows {

  private static final int WARM_UP = 500;
  private static final int MEASURED = 3_000;
  private static final String COPY = "same_rows";
  private static final String COLUMNS =
      """
      select c.column_name from information_schema.columns c
      where c.table_schema = 'public' and c.table_name = ? and c.is_generated = 'NEVER' order by c.ordinal_position
      """;
  private static final String LATEST = "select id from orders where merchant = 1 order by id desc limit ?";
  private static final String TAKE =
      """
      update same_rows.stock_level set reserved = reserved + ?
      where merchant = ? and sku = ? and location = ? and on_hand - reserved - unavailable >= ?
      """;

  /** The message an order came with is the cause of the first entry of its history. */
  private static final String FIRST_ENTRY =
      "unnest(?) o(id) join journal j on j.merchant = 1 and j.stream = 'order:' || o.id and j.version = 1";

  private static final List<Part> PARTS =
      List.of(
          new Part("inbox", "o.id", FIRST_ENTRY + " join inbox t on t.merchant = 1 and t.id = j.causation"),
          new Part("inbox_body", "o.id",
              FIRST_ENTRY + " join inbox_body t on t.merchant = 1 and t.inbox_id = j.causation"),
          new Part("personal_data", "o.id", "orders o join personal_data t on t.merchant = 1"
              + " and t.ref in (o.contact_ref, o.ship_to_ref, o.bill_to_ref) where o.merchant = 1 and o.id = any(?)"),
          Part.by("orders", "id"),
          Part.by("order_line", "order_id"),
          Part.by("order_line_component", "order_id"),
          Part.by("order_tax", "order_id"),
          Part.by("order_charge", "order_id"),
          Part.by("routing_decision", "order_id"),
          Part.by("fulfilment_order", "order_id"),
          new Part("fulfilment_order_line", "f.order_id", "fulfilment_order f join fulfilment_order_line t"
              + " on t.merchant = 1 and t.fulfilment_order_id = f.id where f.merchant = 1 and f.order_id = any(?)"),
          Part.by("reservation", "document"),
          new Part("stock_ledger", "o.id", "unnest(?) o(id) join stock_ledger t on t.document = o.id::text"),
          new Part("journal", "o.id", "unnest(?) o(id) join journal t"
              + " on t.merchant = 1 and t.stream = 'order:' || o.id"));

  private final Clients clients;

  SameRows(Database database) {
    this.clients = new Clients(database);
  }

  /**
   * A table with rows of an order.
   *
   * @param order what names the order of a row
   * @param from where rows are found, the table as {@code t}, the orders as the only parameter
   */
  private record Part(String table, String order, String from) {

    static Part by(String table, String column) {
      return new Part(table, "t." + column, table + " t where t.merchant = 1 and t." + column + " = any(?)");
    }

    String select(List<String> columns) {
      String all = String.join(", ", columns.stream().map(column -> "t." + column).toList());
      return "select " + order + ", " + all + " from " + from;
    }

    String insert(List<String> columns) {
      return "insert into " + COPY + "." + table + " (" + String.join(", ", columns) + ") values ("
          + String.join(", ", columns.stream().map(column -> "?").toList()) + ")";
    }
  }

  /** The rows of an order by the statement that inserts them, and what it takes of the stock. */
  private record Stored(Map<String, List<Object[]>> rows, List<Taken> taken) {}

  private record Taken(int merchant, String sku, String location, int units) {}

  /** Orders a second. */
  double perSecond() throws InterruptedException {
    List<Stored> orders;
    try (Connection connection = clients.connect()) {
      prepare(connection);
      orders = orders(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the rows of orders could not be read back", e);
    }
    if (orders.isEmpty()) {
      throw new IllegalStateException("no order was stored whose rows could be stored again");
    }
    int warm = Math.min(WARM_UP, orders.size() / 2);
    store(orders.subList(0, warm));
    long begin = System.nanoTime();
    long stored = store(orders.subList(warm, orders.size()));
    return stored / ((System.nanoTime() - begin) / 1e9);
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + COPY + " cascade");
      statement.execute("create schema " + COPY);
      for (Part part : PARTS) {
        statement.execute(like(part.table()));
      }
      statement.execute(like("stock_level"));
      statement.execute("insert into " + COPY + ".stock_level select * from stock_level");
    }
  }

  private static String like(String table) {
    return "create table " + COPY + "." + table + " (like public." + table + " including all)";
  }

  private static List<Stored> orders(Connection connection) throws SQLException {
    Map<UUID, Stored> orders = new LinkedHashMap<>();
    try (PreparedStatement latest = connection.prepareStatement(LATEST)) {
      latest.setInt(1, WARM_UP + MEASURED);
      try (ResultSet row = latest.executeQuery()) {
        while (row.next()) {
          orders.put(row.getObject(1, UUID.class), new Stored(new LinkedHashMap<>(), new ArrayList<>()));
        }
      }
    }
    Array ids = connection.createArrayOf("uuid", orders.keySet().toArray());
    for (Part part : PARTS) {
      read(connection, part, ids, orders);
    }
    orders.values().forEach(order -> order.taken().sort(
        Comparator.comparing(Taken::sku).thenComparing(Taken::location)));
    return List.copyOf(orders.values());
  }

  private static void read(Connection connection, Part part, Array ids, Map<UUID, Stored> orders) throws SQLException {
    List<String> columns = columns(connection, part.table());
    try (PreparedStatement select = connection.prepareStatement(part.select(columns))) {
      select.setArray(1, ids);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Stored order = Objects.requireNonNull(orders.get(row.getObject(1, UUID.class)));
          Object[] values = new Object[columns.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(i + 2);
          }
          order.rows().computeIfAbsent(part.insert(columns), first -> new ArrayList<>()).add(values);
          if (part.table().equals("reservation")) {
            order.taken().add(new Taken(
                row.getInt("merchant"), row.getString("sku"), row.getString("location"), row.getInt("units")));
          }
        }
      }
    }
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
    }
    return columns;
  }

  private long store(List<Stored> orders) throws InterruptedException {
    return clients.orders(
        (connection, client) -> {
          Map<String, PreparedStatement> statements = new HashMap<>();
          long stored = 0;
          for (int i = client; i < orders.size(); i += Clients.COUNT) {
            store(connection, statements, orders.get(i));
            connection.commit();
            stored++;
          }
          return stored;
        });
  }

  private static void store(Connection connection, Map<String, PreparedStatement> statements, Stored order)
      throws SQLException {
    for (Map.Entry<String, List<Object[]>> rows : order.rows().entrySet()) {
      insert(prepared(connection, statements, rows.getKey()), rows.getValue());
    }
    if (!order.taken().isEmpty()) {
      insert(
          prepared(connection, statements, TAKE),
          order.taken().stream()
              .map(t -> new Object[] {t.units(), t.merchant(), t.sku(), t.location(), t.units()})
              .toList());
    }
  }

  private static PreparedStatement prepared(
      Connection connection, Map<String, PreparedStatement> statements, String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  private static void insert(PreparedStatement statement, Collection<Object[]> rows) throws SQLException {
    for (Object[] values : rows) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.addBatch();
    }
    for (int changed : statement.executeBatch()) {
      if (changed != 1) {
        throw new SQLException("a row of the baseline was not written");
      }
    }
  }
}
