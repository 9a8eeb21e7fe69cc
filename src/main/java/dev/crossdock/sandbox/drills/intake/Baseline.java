package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.drills.intake.Databases.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the same PostgreSQL does for a program that takes an order in the plainest way: a transaction of its own for
 * each order of two lines, statement by statement, by eight clients at once. After pgbench's manner, and the measure
 * that makes figures of different machines comparable.
 */
final class Baseline {

  private static final int SKUS = 10_000;
  private static final int PLACES = 4;
  private static final int CHANNELS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURED = Duration.ofSeconds(10);

  private final Clients clients;

  Baseline(Database database) {
    this.clients = new Clients(database);
  }

  /** Orders a second. */
  double perSecond() throws InterruptedException {
    try (Connection connection = clients.connect(); Statement statement = connection.createStatement()) {
      statement.execute(Books.text("baseline-schema"));
    } catch (SQLException e) {
      throw new IllegalStateException("the baseline could not be prepared", e);
    }
    orders(WARM_UP);
    long begin = System.nanoTime();
    long orders = orders(MEASURED);
    return orders / ((System.nanoTime() - begin) / 1e9);
  }

  private long orders(Duration duration) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    return clients.orders((connection, client) -> client(connection, new SplittableRandom(end + client), end));
  }

  private static long client(Connection connection, SplittableRandom random, long end) throws SQLException {
    List<PreparedStatement> steps = new ArrayList<>();
    for (String sql : Books.text("baseline-order").split(";")) {
      steps.add(connection.prepareStatement(sql));
    }
    long orders = 0;
    while (System.nanoTime() < end) {
      order(steps, random);
      connection.commit();
      orders++;
    }
    return orders;
  }

  /** Stock in the order of SKUs, so that no two clients wait for each other in a circle. */
  private static void order(List<PreparedStatement> steps, SplittableRandom random) throws SQLException {
    int first = 1 + random.nextInt(SKUS / 2);
    int second = 1 + SKUS / 2 + random.nextInt(SKUS / 2);
    int place = 1 + random.nextInt(PLACES);
    long id = insert(steps.getFirst(), 1 + random.nextInt(CHANNELS), "EXT-" + random.nextLong());
    set(steps.get(1), id, first, place, id, second, place);
    set(steps.get(2), first, place);
    set(steps.get(2), second, place);
    set(steps.get(3), id);
    set(steps.get(4));
  }

  private static long insert(PreparedStatement step, int channel, String externalId) throws SQLException {
    step.setInt(1, channel);
    step.setString(2, externalId);
    try (ResultSet row = step.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void set(PreparedStatement step, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      step.setObject(i + 1, values[i]);
    }
    if (step.executeUpdate() == 0) {
      throw new SQLException("the baseline ran short of stock");
    }
  }
}
