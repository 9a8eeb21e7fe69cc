package dev.crossdock.platform.ids;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then a 12-bit counter that
 * keeps the ids of one process in order within a millisecond, then 62 random bits. Thread-safe.
 */
public final class Ids {

  private static final int COUNTER_BITS = 12;

  /** Random numbers are asked for so many at a time: a secure source takes as long for one as for many. */
  private static final int POOL = 256;

  private final InstantSource time;
  private final RandomGenerator random;
  private final AtomicLong last = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();
  private final LongBuffer pool = LongBuffer.allocate(POOL).limit(0);

  public Ids(InstantSource time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  /** When an id of version 7 was made, to the millisecond; nothing for ids of other kinds. */
  public static Optional<Instant> instant(UUID id) {
    return id.version() == 7
        ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
        : Optional.empty();
  }

  /** The next id: greater than every id this object gave before, even when the clock steps back. */
  public UUID next() {
    long now = time.millis() << COUNTER_BITS;
    long tick = last.updateAndGet(previous -> Math.max(previous + 1, now));
    long millis = tick >>> COUNTER_BITS;
    long counter = tick & ((1 << COUNTER_BITS) - 1);
    long high = (millis << 16) | 0x7000L | counter;
    long low = (random() >>> 2) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private long random() {
    lock.lock();
    try {
      if (!pool.hasRemaining()) {
        byte[] bytes = new byte[POOL * Long.BYTES];
        random.nextBytes(bytes);
        pool.clear().put(ByteBuffer.wrap(bytes).asLongBuffer()).flip();
      }
      return pool.get();
    } finally {
      lock.unlock();
    }
  }
}
