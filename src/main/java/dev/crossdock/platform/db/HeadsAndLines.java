package dev.crossdock.platform.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts things of many lines (an order, a count) together: one statement reads the lines of all their heads. */
public final class HeadsAndLines {

  private HeadsAndLines() {}

  /** Makes a line of a row. */
  @FunctionalInterface
  public interface Reader<L> {
    L line(ResultSet row) throws SQLException;
  }

  /**
   * The heads with their lines.
   *
   * @param sql reads the lines of the heads {@code :ids} in their order, the head's id in the first column
   * @param with the head with its lines
   */
  public static <D, L> List<D> whole(
      Tx tx, List<D> heads, Function<D, UUID> id, String sql, Reader<L> reader, BiFunction<D, List<L>, D> with) {
    if (heads.isEmpty()) {
      return heads;
    }
    Map<UUID, List<L>> lines = new HashMap<>();
    tx.sql(sql)
        .params(Columns.of(heads).text("ids", id::apply).params())
        .query(
            (ResultSet row) -> {
              lines.computeIfAbsent(row.getObject(1, UUID.class), first -> new ArrayList<>()).add(reader.line(row));
            });
    return heads.stream().map(head -> with.apply(head, lines.getOrDefault(id.apply(head), List.of()))).toList();
  }
}
