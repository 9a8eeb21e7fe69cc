package dev.crossdock.platform.db;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into one array a column, to go into a statement as {@code unnest(:skus::text[], :units::int[])}: one
 * statement for many rows. Arrays of ids and instants travel as text and are cast by the statement
 * ({@code :ids::uuid[]}, {@code :times::timestamptz[]}).
 */
public final class Columns<R> implements Cells<R, Columns<R>> {

  private final List<R> rows;
  private final Map<String, Object> arrays = new HashMap<>();

  private Columns(List<R> rows) {
    this.rows = rows;
  }

  public static <R> Columns<R> of(Collection<R> rows) {
    return new Columns<>(List.copyOf(rows));
  }

  /** A column of text, or of anything whose {@code toString} PostgreSQL can cast (UUID, Instant, Boolean, JSON). */
  @Override
  public Columns<R> text(String name, Function<R, @Nullable Object> value) {
    @Nullable String[] column = new @Nullable String[rows.size()];
    for (int i = 0; i < column.length; i++) {
      Object cell = value.apply(rows.get(i));
      column[i] = cell == null ? null : cell.toString();
    }
    arrays.put(name, column);
    return this;
  }

  /** {@code :name::uuid[]}. */
  @Override
  public Columns<R> uuid(String name, Function<R, @Nullable UUID> value) {
    return text(name, value::apply);
  }

  /** {@code :name::timestamptz[]}. */
  @Override
  public Columns<R> time(String name, Function<R, @Nullable Instant> value) {
    return text(name, value::apply);
  }

  /** {@code :name::boolean[]}. */
  @Override
  public Columns<R> flag(String name, Function<R, @Nullable Boolean> value) {
    return text(name, value::apply);
  }

  @Override
  public Columns<R> ints(String name, ToIntFunction<R> value) {
    int[] column = new int[rows.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.applyAsInt(rows.get(i));
    }
    arrays.put(name, column);
    return this;
  }

  @Override
  public Columns<R> longs(String name, ToLongFunction<R> value) {
    long[] column = new long[rows.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.applyAsLong(rows.get(i));
    }
    arrays.put(name, column);
    return this;
  }

  /** {@code :name::bigint[]}. */
  @Override
  public Columns<R> long8(String name, Function<R, @Nullable Long> value) {
    return text(name, value::apply);
  }

  /** A column of bytes: {@code unnest(:hashes::bytea[])}. */
  public Columns<R> bytes(String name, Function<R, byte[]> value) {
    byte[][] column = new byte[rows.size()][];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    arrays.put(name, column);
    return this;
  }

  /** The arrays by parameter name, for {@code StatementSpec.params}. */
  public Map<String, Object> params() {
    return arrays;
  }
}
