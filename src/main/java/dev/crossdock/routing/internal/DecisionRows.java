package dev.crossdock.routing.internal;

import dev.crossdock.orders.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of decisions as statements return them. */
final class DecisionRows {

  private DecisionRows() {}

  static DecisionRow of(ResultSet row) throws SQLException {
    String chosen = row.getString("chosen");
    return new DecisionRow(
        new OrderId(row.getObject("order_id", UUID.class)),
        row.getObject("id", UUID.class),
        row.getString("policy"),
        row.getString("rule"),
        row.getString("outcome"),
        row.getString("sentence"),
        chosen.isEmpty() ? List.of() : List.of(chosen.split(" ")),
        row.getString("detail"),
        row.getTimestamp("decided_at").toInstant());
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
