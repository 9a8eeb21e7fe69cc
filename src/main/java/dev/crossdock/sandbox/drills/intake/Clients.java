package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.drills.intake.Databases.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Eight clients of a database that work at once, each over a connection of its own, as pgbench has them. */
final class Clients {

  static final int COUNT = 8;

  private final Database database;

  Clients(Database database) {
    this.database = database;
  }

  /** What one client does; how many orders it took. */
  @FunctionalInterface
  interface Work {
    long orders(Connection connection, int client) throws SQLException;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  /** Orders that all took together. */
  long orders(Work work) throws InterruptedException {
    List<Future<Long>> clients = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(COUNT)) {
      for (int n = 0; n < COUNT; n++) {
        int client = n;
        clients.add(threads.submit(() -> connected(work, client)));
      }
      long sum = 0;
      for (Future<Long> client : clients) {
        sum += client.get();
      }
      return sum;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the baseline broke off", e);
    }
  }

  private long connected(Work work, int client) throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      return work.orders(connection, client);
    }
  }
}
