package dev.crossdock.sandbox.drills.nodes;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.drills.intake.Databases.Database;
import dev.crossdock.sandbox.drills.kit.Queries;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the database says of who works on what, asked from outside. */
final class Holdings {

  private static final String DRILL = "nodes";
  private static final int MERCHANT = 1;
  private static final String MESSAGE = "message ";

  private final JdbcClient client;

  Holdings(Database database) {
    this.client =
        JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
  }

  /**
   * What is in a node's hands: messages it calls out for, polls, turns, the sealing, readers, timers, backtests.
   *
   * @param before what was in them when it died; a message of that counts until it is done, whoever has it now
   */
  Set<String> of(String node, Set<String> before) {
    List<String> messages =
        before.stream()
            .filter(each -> each.startsWith(MESSAGE))
            .map(each -> each.substring(MESSAGE.length()))
            .toList();
    return new HashSet<>(
        client
            .sql(Queries.text(DRILL, "held"))
            .param("merchant", MERCHANT)
            .param("node", node)
            .param("messages", messages.toArray(String[]::new))
            .query((row, n) -> row.getString(1))
            .list());
  }

  /** Those among these orders for which work was opened. */
  Set<String> routed(Collection<Message> orders) {
    return new HashSet<>(
        client
            .sql(Queries.text(DRILL, "routed"))
            .param("merchant", MERCHANT)
            .param("channels", orders.stream().map(each -> each.shop().channel()).toArray(String[]::new))
            .param("orders", orders.stream().map(Message::orderId).toArray(String[]::new))
            .query((row, n) -> row.getString(1))
            .list());
  }

  /** As {@link #routed} names it. */
  static String name(Message message) {
    return message.shop().channel() + "/" + message.orderId();
  }
}
