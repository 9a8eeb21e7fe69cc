package dev.crossdock.platform.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Columns as one unambiguous run of bytes, to be hashed. Each field is its length (int32, -1 for null) and then its
 * value, in PostgreSQL's binary wire format: integers big-endian, text in UTF-8, uuid as 16 bytes, timestamptz as int64
 * microseconds since 2000-01-01 UTC (PostgreSQL manual, "COPY", Binary Format). So the check may hash what
 * {@code COPY … (FORMAT binary)} sends, as it comes.
 */
public final class Canonical {

  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int NULL = -1;

  private ByteBuffer bytes = ByteBuffer.allocate(1024);

  Canonical clear() {
    bytes.clear();
    return this;
  }

  Canonical int32(int value) {
    room(8).putInt(Integer.BYTES).putInt(value);
    return this;
  }

  Canonical int64(long value) {
    room(12).putInt(Long.BYTES).putLong(value);
    return this;
  }

  Canonical text(String value) {
    return raw(value.getBytes(UTF_8));
  }

  Canonical raw(byte[] value) {
    room(4 + value.length).putInt(value.length).put(value);
    return this;
  }

  Canonical time(Instant value) {
    return int64(micros(value));
  }

  Canonical uuid(@Nullable UUID value) {
    if (value == null) {
      room(4).putInt(NULL);
    } else {
      room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }
    return this;
  }

  /** Adds what was collected to the digest. */
  void digestInto(MessageDigest sha) {
    sha.update(bytes.array(), 0, bytes.position());
  }

  static long micros(Instant value) {
    return EPOCH.until(value, ChronoUnit.MICROS);
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int size = Math.max(bytes.capacity() * 2, bytes.position() + more);
      bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size)).position(bytes.position());
    }
    return bytes;
  }
}
