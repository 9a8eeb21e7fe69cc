package dev.crossdock.platform.db;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * New rows of one table, sent in PostgreSQL's own binary form: for a batch of rows that are known to be new it takes a
 * quarter less of the database's time than an {@code insert} from arrays, as nothing is parsed and rows are put on
 * their pages together. Where a row may be there already, use {@link Columns} and {@code on conflict}.
 *
 * <p>A column takes the type that is told here as it is: nothing is cast.
 */
public final class BulkInsert<R> implements Cells<R, BulkInsert<R>> {

  private final String table;
  private final List<R> rows;
  private final List<String> names = new ArrayList<>();
  private final List<BiConsumer<R, BinaryFields>> cells = new ArrayList<>();

  private BulkInsert(String table, List<R> rows) {
    this.table = table;
    this.rows = rows;
  }

  /** Rows of a table that has a column {@code merchant}; each gets the transaction's. */
  public static <R> BulkInsert<R> into(String table, Collection<R> rows) {
    return new BulkInsert<>(table, List.copyOf(rows));
  }

  @Override
  public BulkInsert<R> text(String name, Function<R, @Nullable Object> value) {
    return column(name, value, (cell, out) -> out.text(cell.toString()));
  }

  @Override
  public BulkInsert<R> uuid(String name, Function<R, @Nullable UUID> value) {
    return column(name, value, (cell, out) -> out.uuid(cell));
  }

  @Override
  public BulkInsert<R> time(String name, Function<R, @Nullable Instant> value) {
    return column(name, value, (cell, out) -> out.time(cell));
  }

  @Override
  public BulkInsert<R> flag(String name, Function<R, @Nullable Boolean> value) {
    return column(name, value, (cell, out) -> out.flag(cell));
  }

  @Override
  public BulkInsert<R> ints(String name, ToIntFunction<R> value) {
    return each(name, (row, out) -> out.int4(value.applyAsInt(row)));
  }

  @Override
  public BulkInsert<R> longs(String name, ToLongFunction<R> value) {
    return each(name, (row, out) -> out.int8(value.applyAsLong(row)));
  }

  @Override
  public BulkInsert<R> long8(String name, Function<R, @Nullable Long> value) {
    return column(name, value, (cell, out) -> out.int8(cell));
  }

  /** A column of type {@code numeric}. */
  public BulkInsert<R> decimal(String name, Function<R, @Nullable BigDecimal> value) {
    return column(name, value, (cell, out) -> out.decimal(cell));
  }

  /** A column of type {@code bytea}. */
  public BulkInsert<R> bytes(String name, Function<R, byte[]> value) {
    return each(name, (row, out) -> out.bytes(value.apply(row)));
  }

  /** A column of type {@code text[]}. */
  public BulkInsert<R> texts(String name, Function<R, List<String>> value) {
    return each(name, (row, out) -> out.texts(value.apply(row)));
  }

  /** A column of type {@code tsvector}: words without places or weights. */
  public BulkInsert<R> words(String name, Function<R, @Nullable Set<String>> value) {
    return column(name, value, (cell, out) -> out.words(cell));
  }

  private <V> BulkInsert<R> column(String name, Function<R, @Nullable V> value, BiConsumer<V, BinaryFields> present) {
    return each(
        name,
        (row, out) -> {
          V cell = value.apply(row);
          if (cell == null) {
            out.none();
          } else {
            present.accept(cell, out);
          }
        });
  }

  private BulkInsert<R> each(String name, BiConsumer<R, BinaryFields> cell) {
    names.add(name);
    cells.add(cell);
    return this;
  }

  /** Writes the rows; nothing happens for none. */
  void write(Connection connection, Merchant merchant) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    BinaryFields bytes = bytes(merchant);
    String sql = "copy " + table + " (merchant, " + String.join(", ", names) + ") from stdin (format binary)";
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      copy.writeToCopy(bytes.array(), 0, bytes.size());
      long written = copy.endCopy();
      if (written != rows.size()) {
        throw new IllegalStateException("wrote " + written + " of " + rows.size() + " rows of " + table);
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private BinaryFields bytes(Merchant merchant) {
    BinaryFields out = new BinaryFields();
    out.begin();
    for (R row : rows) {
      out.row(cells.size() + 1);
      out.int4(merchant.id());
      cells.forEach(cell -> cell.accept(row, out));
    }
    out.end();
    return out;
  }
}
