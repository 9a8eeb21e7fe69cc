package dev.crossdock.platform.db;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/**
 * Fields in PostgreSQL's binary form, one behind the other: each is its length (int32, -1 for null) and then its value;
 * integers big-endian, text in UTF-8, uuid as 16 bytes, timestamptz as int64 microseconds since 2000-01-01 UTC
 * (https://www.postgresql.org/docs/18/sql-copy.html, "Binary Format"). It is what {@code COPY ... (FORMAT binary)}
 * takes and gives, and as one run of bytes it is unambiguous, so that rows may be hashed over it. Grows as it is
 * written.
 */
public final class BinaryFields {

  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  /** PostgreSQL counts microseconds from the first moment of 2000. */
  private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

  private static final int TEXT_OID = 25;
  private static final int NULL = -1;

  private byte[] array = new byte[1 << 10];
  private int size;

  private static VarHandle view(Class<?> of) {
    return MethodHandles.byteArrayViewVarHandle(of, ByteOrder.BIG_ENDIAN);
  }

  /** What was written, from the first byte up to {@link #size()}; good until more is written. */
  public byte[] array() {
    return array;
  }

  public int size() {
    return size;
  }

  /** Forgets what was written. */
  public BinaryFields clear() {
    size = 0;
    return this;
  }

  /** What stands before the first row of a copy. */
  void begin() {
    raw(SIGNATURE);
    length(0); // flags
    length(0); // no extension of the header
  }

  /** What stands behind the last row of a copy. */
  void end() {
    row(-1);
  }

  /** The number of the fields of the row that follows. */
  void row(int fields) {
    int at = room(Short.BYTES);
    SHORT.set(array, at, (short) fields);
  }

  /** The length of the field that follows, or another bare number. */
  private void length(int bytes) {
    int at = room(Integer.BYTES);
    INT.set(array, at, bytes);
  }

  public BinaryFields none() {
    length(NULL);
    return this;
  }

  public BinaryFields int4(int value) {
    length(Integer.BYTES);
    length(value);
    return this;
  }

  public BinaryFields int8(long value) {
    length(Long.BYTES);
    eight(value);
    return this;
  }

  BinaryFields flag(boolean value) {
    length(1);
    int at = room(1);
    array[at] = (byte) (value ? 1 : 0);
    return this;
  }

  public BinaryFields uuid(@Nullable UUID value) {
    if (value == null) {
      return none();
    }
    length(2 * Long.BYTES);
    eight(value.getMostSignificantBits());
    eight(value.getLeastSignificantBits());
    return this;
  }

  /** An instant to the nearest microsecond, as PostgreSQL reads one. */
  public BinaryFields time(Instant value) {
    long seconds = Math.multiplyExact(value.getEpochSecond() - EPOCH, 1_000_000L);
    return int8(Math.addExact(seconds, (value.getNano() + 500) / 1000));
  }

  BinaryFields decimal(BigDecimal value) {
    return bytes(ByteConverter.numeric(value));
  }

  public BinaryFields text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  public BinaryFields bytes(byte[] value) {
    length(value.length);
    raw(value);
    return this;
  }

  /** An array of one dimension without nulls. */
  BinaryFields texts(List<String> values) {
    int start = size;
    length(0); // told below
    length(values.isEmpty() ? 0 : 1); // dimensions
    length(0); // no nulls
    length(TEXT_OID);
    if (!values.isEmpty()) {
      length(values.size());
      length(1); // the first element's index
      values.forEach(this::text);
    }
    INT.set(array, start, size - start - Integer.BYTES);
    return this;
  }

  /** A text search vector: how many words, and each with a zero behind it and the number of its places. */
  BinaryFields words(Set<String> values) {
    int start = size;
    length(0); // told below
    length(values.size());
    for (String value : values) {
      raw(value.getBytes(StandardCharsets.UTF_8));
      room(1);
      row(0);
    }
    INT.set(array, start, size - start - Integer.BYTES);
    return this;
  }

  private void eight(long value) {
    int at = room(Long.BYTES);
    LONG.set(array, at, value);
  }

  private void raw(byte[] value) {
    int at = room(value.length);
    System.arraycopy(value, 0, array, at, value.length);
  }

  /** Where so many bytes may be put; the array may be another one afterwards. */
  private int room(int bytes) {
    int at = size;
    size = Math.addExact(size, bytes);
    if (size > array.length) {
      array = Arrays.copyOf(array, Math.max(size, Math.multiplyExact(array.length, 2)));
    }
    return at;
  }
}
