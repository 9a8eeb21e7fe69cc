package dev.crossdock.platform.security;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * API keys: made, listed, revoked, recognised. A key is told once and stored as its digest. What was looked up is
 * remembered for a second, so a revoked key is refused everywhere within one.
 */
public final class ApiKeys {

  /** A key chosen by people is refused when it is shorter. */
  public static final int BOOTSTRAP_KEY_MIN = 16;

  private static final String BOOTSTRAP = "bootstrap";
  private static final int KEY_BYTES = 32;
  private static final Duration REMEMBERED = Duration.ofSeconds(1);
  private static final Duration LAST_USE_COARSE = Duration.ofMinutes(10);
  private static final int REMEMBERED_MAX = 10_000;
  private static final int PRESENTED_MAX = 500;

  private final Door door;
  private final JdbcClient client;
  private final Journal journal;
  private final Ids ids;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();
  private final ApiKeyStore store = new ApiKeyStore();
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  public ApiKeys(Door door, DataSource dataSource, Journal journal, Ids ids, InstantSource time) {
    this.door = door;
    this.client = JdbcClient.create(dataSource);
    this.journal = journal;
    this.ids = ids;
    this.time = time;
  }

  /** Makes a key. */
  public IssuedApiKey issue(Tx tx, String name, Set<Scope> scopes) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    String secret = "cdk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    UUID id = ids.next();
    if (!store.insert(tx, id, digest(secret), name, scopes)) {
      throw new IllegalStateException("two random keys are equal");
    }
    journal.append(tx, List.of(entry(tx, id, 1, "api-key.issued")));
    return new IssuedApiKey(id, secret);
  }

  /** Ends a key; false when there is none of that id in force. */
  public boolean revoke(Tx tx, UUID id) {
    if (!store.revoke(tx, id)) {
      return false;
    }
    journal.append(tx, List.of(entry(tx, id, 2, "api-key.revoked")));
    return true;
  }

  public List<ApiKey> list(Tx tx) {
    return store.list(tx);
  }

  /** Who presents this key, if it is in force. */
  public Optional<ApiCaller> authenticate(String presented) {
    if (presented.length() > PRESENTED_MAX) {
      return Optional.empty();
    }
    byte[] hash = digest(presented);
    String name = HexFormat.of().formatHex(hash);
    Instant now = time.instant();
    Remembered known = remembered.get(name);
    if (known == null || known.isOld(now)) {
      known = new Remembered(lookUp(hash, now), now);
      if (remembered.size() >= REMEMBERED_MAX) {
        remembered.clear();
      }
      remembered.put(name, known);
    }
    return Optional.ofNullable(known.caller);
  }

  /** What came of the key given at the start. */
  public enum Bootstrap {
    /** It is an administrator's key now. */
    MADE,
    /** It was one before. */
    KNOWN,
    /** Another key was the first one; this one has no effect. */
    IGNORED
  }

  /**
   * Makes the key given at the first start an administrator's key of the first merchant.
   *
   * @throws IllegalArgumentException when it is too short to be safe
   */
  public Bootstrap bootstrap(String key) {
    if (key.length() < BOOTSTRAP_KEY_MIN || key.length() > PRESENTED_MAX) {
      throw new IllegalArgumentException(
          "the bootstrap API key must have " + BOOTSTRAP_KEY_MIN + " to " + PRESENTED_MAX + " characters");
    }
    Cause cause = Cause.of(Actor.system(BOOTSTRAP), "start", ids.next());
    return door.write(Merchant.MAIN, cause, tx -> bootstrap(tx, digest(key)));
  }

  private Bootstrap bootstrap(Tx tx, byte[] hash) {
    Optional<byte[]> first = store.hashOf(tx, BOOTSTRAP);
    if (first.isPresent()) {
      return MessageDigest.isEqual(first.get(), hash) ? Bootstrap.KNOWN : Bootstrap.IGNORED;
    }
    UUID id = ids.next();
    if (!store.insert(tx, id, hash, BOOTSTRAP, Set.of(Scope.ADMIN))) {
      return Bootstrap.IGNORED;
    }
    journal.append(tx, List.of(entry(tx, id, 1, "api-key.issued")));
    return Bootstrap.MADE;
  }

  private @Nullable ApiCaller lookUp(byte[] hash, Instant now) {
    Optional<ApiKeyStore.Found> found = store.find(client, hash);
    found
        .filter(key -> key.lastUsedAt() == null || key.lastUsedAt().plus(LAST_USE_COARSE).isBefore(now))
        .ifPresent(key -> touch(key.caller()));
    return found.map(ApiKeyStore.Found::caller).orElse(null);
  }

  private void touch(ApiCaller caller) {
    Cause cause = Cause.of(caller.actor(), "api", ids.next());
    door.write(
        caller.merchant(),
        cause,
        tx -> {
          store.touch(tx, caller.key());
          return null;
        });
  }

  private static JournalEntry entry(Tx tx, UUID id, int version, String type) {
    return new JournalEntry("api-key:" + id, version, type, tx.now(), "{}");
  }

  private static byte[] digest(String key) {
    return Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
  }

  /** What a look-up found, for a while; the clock may be set back meanwhile. */
  private record Remembered(@Nullable ApiCaller caller, Instant at) {

    boolean isOld(Instant now) {
      return Duration.between(at, now).abs().compareTo(REMEMBERED) >= 0;
    }
  }
}
