package dev.crossdock.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing: by name and address, and by address alone. Never by name alone, for that would be a weapon to
 * lock somebody out. The wait doubles with each wrong try after the free ones.
 */
final class SignInThrottle {

  private static final int FREE_BY_NAME_AND_ADDRESS = 5;
  private static final int FREE_BY_ADDRESS = 20;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final int DOUBLINGS_MAX = 9;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final int REMEMBERED_MAX = 10_000;

  private final Map<String, Misses> misses =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Misses> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  /** When the next try is looked at; null for at once. */
  synchronized @Nullable Instant notBefore(String name, String address, Instant now) {
    Instant pair = wait(pair(name, address), FREE_BY_NAME_AND_ADDRESS, now);
    Instant alone = wait(address, FREE_BY_ADDRESS, now);
    if (pair == null || alone == null) {
      return pair == null ? alone : pair;
    }
    return pair.isAfter(alone) ? pair : alone;
  }

  synchronized void missed(String name, String address, Instant now) {
    misses.merge(pair(name, address), new Misses(1, now), (old, one) -> old.next(now));
    misses.merge(address, new Misses(1, now), (old, one) -> old.next(now));
  }

  synchronized void succeeded(String name, String address) {
    misses.remove(pair(name, address));
  }

  private @Nullable Instant wait(String key, int free, Instant now) {
    Misses known = misses.get(key);
    if (known == null || known.isForgotten(now) || known.count < free) {
      return null;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(known.count - free, DOUBLINGS_MAX));
    Instant until = known.last.plus(wait);
    return until.isAfter(now) ? until : null;
  }

  private static String pair(String name, String address) {
    return name + "\n" + address;
  }

  private record Misses(int count, Instant last) {

    Misses next(Instant now) {
      return isForgotten(now) ? new Misses(1, now) : new Misses(count + 1, now);
    }

    boolean isForgotten(Instant now) {
      return last.plus(FORGOTTEN_AFTER).isBefore(now);
    }
  }
}
