package dev.crossdock.platform.db;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What both ways of writing many rows take: a column by its name and where its value comes from. A table that is
 * written in both ways ({@link BulkInsert} for what is new, {@link Columns} for what may be there) is described once.
 *
 * @param <C> the way itself, so that calls can follow one another
 */
public interface Cells<R, C extends Cells<R, C>> {

  /** A column of text or json, or of anything that is stored as the text it is shown as (an enum, a number type). */
  C text(String name, Function<R, @Nullable Object> value);

  C uuid(String name, Function<R, @Nullable UUID> value);

  /** A column of type {@code timestamptz}, to the microsecond. */
  C time(String name, Function<R, @Nullable Instant> value);

  C flag(String name, Function<R, @Nullable Boolean> value);

  /** A column of type {@code int}. */
  C ints(String name, ToIntFunction<R> value);

  /** A column of type {@code bigint}. */
  C longs(String name, ToLongFunction<R> value);

  /** A column of type {@code bigint} that may be empty. */
  C long8(String name, Function<R, @Nullable Long> value);
}
