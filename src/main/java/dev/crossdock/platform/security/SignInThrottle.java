package dev.crossdock.platform.security;

import dev.crossdock.platform.security.MissStore.Misses;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Slows down guessing, whichever node is asked: by name and address, and by address alone. Never by name alone, for
 * that would be a weapon to lock somebody out. The wait doubles with each wrong try after the free ones.
 */
final class SignInThrottle {

  private static final int FREE_BY_NAME_AND_ADDRESS = 5;
  private static final int FREE_BY_ADDRESS = 20;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final int DOUBLINGS_MAX = 9;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final JdbcClient client;
  private final MissStore store = new MissStore();

  SignInThrottle(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  /** When the next try is looked at; null for at once. */
  @Nullable Instant notBefore(String name, String address, Instant now) {
    byte[] both = digest(name + "\n" + address);
    byte[] alone = digest(address);
    Map<String, Misses> known = store.find(client, both, alone);
    Instant pair = wait(known.get(HexFormat.of().formatHex(both)), FREE_BY_NAME_AND_ADDRESS, now);
    Instant single = wait(known.get(HexFormat.of().formatHex(alone)), FREE_BY_ADDRESS, now);
    if (pair == null || single == null) {
      return pair == null ? single : pair;
    }
    return pair.isAfter(single) ? pair : single;
  }

  void missed(String name, String address, Instant now) {
    store.missed(client, now, now.minus(FORGOTTEN_AFTER), digest(name + "\n" + address), digest(address));
  }

  void succeeded(String name, String address) {
    store.succeeded(client, digest(name + "\n" + address));
  }

  void forget(Instant now) {
    store.forget(client, now.minus(FORGOTTEN_AFTER));
  }

  private static @Nullable Instant wait(@Nullable Misses known, int free, Instant now) {
    if (known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(now) || known.count() < free) {
      return null;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(known.count() - free, DOUBLINGS_MAX));
    Instant until = known.last().plus(wait);
    return until.isAfter(now) ? until : null;
  }

  private static byte[] digest(String what) {
    return Digests.sha256(what.getBytes(StandardCharsets.UTF_8));
  }
}
