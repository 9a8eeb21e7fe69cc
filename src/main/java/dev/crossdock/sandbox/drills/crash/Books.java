package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.drills.intake.Databases.Database;
import dev.crossdock.sandbox.drills.kit.Queries;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the database says, asked from outside by a way that nobody disturbs, in words of the drill's own. */
final class Books {

  private static final String DRILL = "crash";
  private static final int MERCHANT = 1;
  private static final String TIMES_OUT = "&connectTimeout=2&socketTimeout=20";

  private final JdbcClient client;

  Books(Database database) {
    this.client =
        JdbcClient.create(
            new DriverManagerDataSource(database.jdbcUrl() + TIMES_OUT, database.user(), database.password()));
  }

  /**
   * How an order stands.
   *
   * @param times how often it is there
   * @param beyond units that work was opened for and nobody ordered
   */
  record Standing(int times, int beyond) {}

  /** By the name of the channel and its id of the order, with a slash between. */
  Map<String, Standing> orders() {
    Map<String, Standing> orders = new HashMap<>();
    client
        .sql(text("orders"))
        .param("merchant", MERCHANT)
        .query(
            row -> {
              orders.put(row.getString("name"), new Standing(row.getInt("times"), row.getInt("beyond")));
            });
    return orders;
  }

  /** Units of scarce things that were promised, by thing. */
  Map<String, Integer> promised() {
    return numbers("promised", "sku", "units");
  }

  /** What has to be shown of scarce things, by channel and thing with a slash between. */
  Map<String, Integer> owed() {
    Map<String, Integer> owed = new HashMap<>();
    client
        .sql(text("owed"))
        .param("merchant", MERCHANT)
        .query(
            row -> {
              owed.put(row.getString("channel") + "/" + row.getString("channel_sku"), row.getInt("owed"));
            });
    return owed;
  }

  /** Pieces of work that are not done. */
  long waiting() {
    return client.sql(text("waiting")).param("merchant", MERCHANT).query(Long.class).single();
  }

  boolean isRouted(String channel, String orderId) {
    return client
            .sql(text("routed"))
            .param("merchant", MERCHANT)
            .param("channel", channel)
            .param("order", orderId)
            .query(Long.class)
            .single()
        > 0;
  }

  private Map<String, Integer> numbers(String query, String name, String number) {
    Map<String, Integer> numbers = new HashMap<>();
    client
        .sql(text(query))
        .param("merchant", MERCHANT)
        .query(
            row -> {
              numbers.put(row.getString(name), row.getInt(number));
            });
    return numbers;
  }

  private static String text(String name) {
    return Queries.text(DRILL, name);
  }
}
