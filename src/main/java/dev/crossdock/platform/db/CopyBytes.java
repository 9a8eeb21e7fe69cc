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
import org.postgresql.util.ByteConverter;

/** Bytes of PostgreSQL's binary copy form, field by field; grows as it is written. */
final class CopyBytes {

  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  /** PostgreSQL counts microseconds from the first moment of 2000. */
  private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

  private static final int TEXT_OID = 25;

  private byte[] array = new byte[1 << 16];
  private int size;

  private static VarHandle view(Class<?> of) {
    return MethodHandles.byteArrayViewVarHandle(of, ByteOrder.BIG_ENDIAN);
  }

  byte[] array() {
    return array;
  }

  int size() {
    return size;
  }

  void begin() {
    raw(SIGNATURE);
    length(0); // flags
    length(0); // no extension of the header
  }

  void end() {
    row(-1);
  }

  void row(int fields) {
    int at = room(Short.BYTES);
    SHORT.set(array, at, (short) fields);
  }

  /** The length of the field that follows. */
  void length(int bytes) {
    int at = room(Integer.BYTES);
    INT.set(array, at, bytes);
  }

  void int4(int value) {
    length(Integer.BYTES);
    length(value);
  }

  void int8(long value) {
    length(Long.BYTES);
    eight(value);
  }

  void flag(boolean value) {
    length(1);
    int at = room(1);
    array[at] = (byte) (value ? 1 : 0);
  }

  void uuid(UUID value) {
    length(2 * Long.BYTES);
    eight(value.getMostSignificantBits());
    eight(value.getLeastSignificantBits());
  }

  void time(Instant value) {
    int8(Math.addExact(Math.multiplyExact(value.getEpochSecond() - EPOCH, 1_000_000L), (value.getNano() + 500) / 1000));
  }

  void decimal(BigDecimal value) {
    bytes(ByteConverter.numeric(value));
  }

  void text(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] value) {
    length(value.length);
    raw(value);
  }

  /** An array of one dimension without nulls. */
  void texts(List<String> values) {
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
  }

  /** A text search vector: how many words, and each with a zero behind it and the number of its places. */
  void words(Set<String> values) {
    int start = size;
    length(0); // told below
    length(values.size());
    for (String value : values) {
      raw(value.getBytes(StandardCharsets.UTF_8));
      room(1);
      row(0);
    }
    INT.set(array, start, size - start - Integer.BYTES);
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
