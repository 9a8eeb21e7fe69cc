package dev.crossdock.platform.security;

import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, known to every node: begun at one, it counts at all of them and outlives each. What was looked up
 * is remembered for a second, so whoever is signed out, disabled or given a new password is out everywhere within one.
 */
public final class Sessions {

  /** A session ends when nobody has used it for so long. */
  public static final Duration IDLE_MAX = Duration.ofHours(8);

  private static final Duration REMEMBERED = Duration.ofSeconds(1);
  private static final Duration SEEN_COARSE = Duration.ofMinutes(5);
  private static final int REMEMBERED_MAX = 10_000;
  private static final int TOKEN_BYTES = 32;
  /** Whose session it is says the token itself: nobody needs a table over all merchants to find it. */
  private static final Pattern TOKEN = Pattern.compile("([1-9][0-9]{0,8})\\.[A-Za-z0-9_-]{43}");

  private final Door door;
  private final Ids ids;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();
  private final SessionStore store = new SessionStore();
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  public Sessions(Door door, Ids ids, InstantSource time) {
    this.door = door;
    this.ids = ids;
    this.time = time;
  }

  /** Begins a session; the token is the only key to it. */
  public String begin(Person person) {
    String token = person.merchant().id() + "." + secret();
    door.run(
        person.merchant(),
        Cause.of(person.actor(), "console", ids.next()),
        tx -> store.begin(tx, digest(token), person));
    return token;
  }

  /** A token of nobody's session, for a visitor who has not signed in. */
  public String nobody() {
    return "0." + secret();
  }

  /** What forms shown to this visitor hold; tells nothing of the token it follows from. */
  public String formToken(String token) {
    byte[] derived = Digests.sha256(("form:" + token).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
  }

  /** Whose session this is, as the person is now; nobody's when it has ended. */
  public Optional<Person> find(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Merchant merchant = new Merchant(Integer.parseInt(parts.group(1)));
    byte[] id = digest(token);
    String name = HexFormat.of().formatHex(id);
    Instant now = time.instant();
    Remembered known = remembered.get(name);
    if (known == null || known.isOld(now)) {
      known = new Remembered(lookUp(merchant, id, now), now);
      if (remembered.size() >= REMEMBERED_MAX) {
        remembered.clear();
      }
      remembered.put(name, known);
    }
    return Optional.ofNullable(known.person);
  }

  /** Ends a session; without effect when it is over. */
  public void end(String token) {
    find(token)
        .ifPresent(
            person -> {
              byte[] id = digest(token);
              door.run(
                  person.merchant(), Cause.of(person.actor(), "console", ids.next()), tx -> store.end(tx, id));
              remembered.remove(HexFormat.of().formatHex(id));
            });
  }

  /** Deletes sessions that are over; how many. */
  public int forget(Tx tx) {
    return store.forget(tx, tx.now().minus(IDLE_MAX));
  }

  private @Nullable Person lookUp(Merchant merchant, byte[] id, Instant now) {
    Optional<SessionStore.Found> found = door.read(merchant, tx -> store.find(tx, id, now.minus(IDLE_MAX)));
    found
        .filter(session -> session.seenAt().plus(SEEN_COARSE).isBefore(now))
        .ifPresent(
            session ->
                door.run(
                    merchant, Cause.of(session.person().actor(), "console", ids.next()), tx -> store.touch(tx, id)));
    return found.map(SessionStore.Found::person).orElse(null);
  }

  private String secret() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] digest(String token) {
    return Digests.sha256(("session:" + token).getBytes(StandardCharsets.UTF_8));
  }

  /** What a look-up found, for a while; the clock may be set back meanwhile. */
  private record Remembered(@Nullable Person person, Instant at) {

    boolean isOld(Instant now) {
      return Duration.between(at, now).abs().compareTo(REMEMBERED) >= 0;
    }
  }
}
