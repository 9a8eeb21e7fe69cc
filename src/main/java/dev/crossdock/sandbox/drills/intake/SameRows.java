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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the same PostgreSQL does for a program that stores the very rows the intake stored, in the plain way: a
 * transaction of its own for each order, an insert for each row, prepared, those of one table sent together; then the
 * stock, guarded, in the order of its keys; by eight clients. It decodes nothing, decides nothing, writes each message
 * once and finished, and has the tables and indexes of the intake but none of its foreign keys.
 */
final class SameRows {

  private static final int WARM_UP = 500;
  private static final int MEASURED = 3_000;
  /** In each statement that reads rows of orders their table is called {@code t}. */
  private static final Pattern TABLE = Pattern.compile("(?:from|join) (\\w+) t\\b");

  private final Clients clients;
  private final String take = Books.text("same-rows-take");

  SameRows(Database database) {
    this.clients = new Clients(database);
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
      statement.execute(Books.text("same-rows-schema"));
    }
  }

  private static List<Stored> orders(Connection connection) throws SQLException {
    Map<UUID, Stored> orders = new LinkedHashMap<>();
    try (PreparedStatement latest = connection.prepareStatement(Books.text("same-rows-latest"))) {
      latest.setInt(1, WARM_UP + MEASURED);
      try (ResultSet row = latest.executeQuery()) {
        while (row.next()) {
          orders.put(row.getObject(1, UUID.class), new Stored(new LinkedHashMap<>(), new ArrayList<>()));
        }
      }
    }
    Array ids = connection.createArrayOf("uuid", orders.keySet().toArray());
    for (String part : Books.text("same-rows-parts").split(";")) {
      read(connection, part, ids, orders);
    }
    orders.values().forEach(order -> order.taken().sort(
        Comparator.comparing(Taken::sku).thenComparing(Taken::location)));
    return List.copyOf(orders.values());
  }

  private static void read(Connection connection, String part, Array ids, Map<UUID, Stored> orders)
      throws SQLException {
    String table = TABLE.matcher(part).results().findFirst().orElseThrow().group(1);
    List<String> columns = columns(connection, table);
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String insert = Books.text("same-rows-insert").formatted(table, String.join(", ", columns), places);
    try (PreparedStatement select = connection.prepareStatement(part)) {
      select.setArray(1, ids);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Stored order = Objects.requireNonNull(orders.get(row.getObject("of_order", UUID.class)));
          List<Object[]> rows = order.rows().computeIfAbsent(insert, first -> new ArrayList<>());
          rows.add(values(row, columns));
          if (table.equals("reservation")) {
            order.taken().add(taken(row));
          }
        }
      }
    }
  }

  private static Object[] values(ResultSet row, List<String> columns) throws SQLException {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.getObject(columns.get(i));
    }
    return values;
  }

  private static Taken taken(ResultSet row) throws SQLException {
    return new Taken(row.getInt("merchant"), row.getString("sku"), row.getString("location"), row.getInt("units"));
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(Books.text("same-rows-columns"))) {
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

  private void store(Connection connection, Map<String, PreparedStatement> statements, Stored order)
      throws SQLException {
    for (Map.Entry<String, List<Object[]>> rows : order.rows().entrySet()) {
      insert(prepared(connection, statements, rows.getKey()), rows.getValue());
    }
    if (!order.taken().isEmpty()) {
      insert(
          prepared(connection, statements, take),
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
