package dev.crossdock.platform.security;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of the console: added, signed in, their sessions ended ({@link Sessions}). */
public final class People {

  public static final int PASSWORD_MIN = 12;
  public static final int PASSWORD_MAX = 200;
  public static final String FIRST_SIGN_IN = "admin";

  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GENERATED_GROUPS = 4;
  private static final int GENERATED_GROUP = 5;
  private static final int SIGN_IN_MAX = 200;

  private final Door door;
  private final JdbcClient client;
  private final Journal journal;
  private final Ids ids;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();
  private final PersonStore store = new PersonStore();
  private final Passwords passwords = new Passwords();
  private final SignInThrottle throttle;

  public People(Door door, DataSource dataSource, Journal journal, Ids ids, InstantSource time) {
    this.door = door;
    this.client = JdbcClient.create(dataSource);
    this.throttle = new SignInThrottle(dataSource);
    this.journal = journal;
    this.ids = ids;
    this.time = time;
  }

  /**
   * Adds a person; empty when the sign-in name is taken.
   *
   * @throws IllegalArgumentException when the password is too short or too long
   */
  public Optional<Person> add(Merchant merchant, Cause cause, NewPerson person) {
    String hash = hash(person.password());
    return door.write(merchant, cause, tx -> add(tx, person, hash));
  }

  /**
   * Makes the first administrator when nobody is there yet, with a password of about 99 random bits; empty when
   * somebody is. The password is told this once: print it on the terminal, never to a log.
   */
  public Optional<NewPerson> firstAdministrator(Merchant merchant) {
    if (!list(merchant).isEmpty()) {
      return Optional.empty();
    }
    NewPerson first = new NewPerson(FIRST_SIGN_IN, "Administrator", generated(), Set.of(Role.ADMINISTRATOR));
    String hash = hash(first.password());
    Cause cause = Cause.of(Actor.system("start"), "start", ids.next());
    // When two processes start at once, the name is free for one of them only.
    return door.write(merchant, cause, tx -> add(tx, first, hash).map(added -> first));
  }

  /** Checks name and password, slowing down whoever guesses. */
  public SignIn signIn(String name, String password, String address) {
    Instant now = time.instant();
    String signIn = normal(name);
    Instant notBefore = throttle.notBefore(signIn, address, now);
    if (notBefore != null) {
      return new SignIn.TooMany(notBefore);
    }
    Optional<PersonStore.Found> found = store.find(client, signIn);
    if (!passwords.matches(password, found.map(PersonStore.Found::hash)) || found.isEmpty()) {
      throttle.missed(signIn, address, now);
      return new SignIn.Refused();
    }
    throttle.succeeded(signIn, address);
    strengthen(found.get(), password);
    return new SignIn.Welcome(found.get().person());
  }

  /** Sets a password and ends every session of the person; false when there is no such person. */
  public boolean setPassword(Merchant merchant, Cause cause, UUID id, String password) {
    String hash = hash(password);
    return door.write(
        merchant, cause, tx -> told(tx, id, store.setPassword(tx, id, hash), "person.password-set"));
  }

  /** Lets a person in no more and ends every session; false when there is no such person. */
  public boolean disable(Merchant merchant, Cause cause, UUID id) {
    return door.write(merchant, cause, tx -> told(tx, id, store.disable(tx, id), "person.disabled"));
  }

  public List<Person> list(Merchant merchant) {
    return door.read(merchant, store::list);
  }

  /** Forgets wrong tries that slow nobody down any more. */
  public void forgetMisses() {
    throttle.forget(time.instant());
  }

  private Optional<Person> add(Tx tx, NewPerson person, String hash) {
    Person added =
        new Person(tx.merchant(), ids.next(), normal(person.signIn()), person.displayName(), person.roles(), 1);
    if (!store.insert(tx, added, hash)) {
      return Optional.empty();
    }
    told(tx, added.id(), Optional.of(added.sessionEpoch()), "person.added");
    return Optional.of(added);
  }

  /** A person's history counts with the session epoch: both grow by one with each change. */
  private boolean told(Tx tx, UUID id, Optional<Integer> epoch, String type) {
    epoch.ifPresent(
        version ->
            journal.append(tx, List.of(new JournalEntry("person:" + id, version, type, tx.now(), "{}"))));
    return epoch.isPresent();
  }

  private String hash(String password) {
    if (password.length() < PASSWORD_MIN || password.length() > PASSWORD_MAX) {
      throw new IllegalArgumentException("a password has " + PASSWORD_MIN + " to " + PASSWORD_MAX + " characters");
    }
    return passwords.hash(password);
  }

  private void strengthen(PersonStore.Found found, String password) {
    if (!passwords.isWeak(found.hash())) {
      return;
    }
    String hash = passwords.hash(password);
    Person person = found.person();
    door.write(
        person.merchant(),
        Cause.of(person.actor(), "console", ids.next()),
        tx -> {
          store.rehash(tx, person.id(), found.hash(), hash);
          return null;
        });
  }

  private String generated() {
    StringBuilder password = new StringBuilder();
    for (int group = 0; group < GENERATED_GROUPS; group++) {
      password.append(group == 0 ? "" : "-");
      for (int n = 0; n < GENERATED_GROUP; n++) {
        password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
    }
    return password.toString();
  }

  private static String normal(String name) {
    String stripped = name.strip().toLowerCase(Locale.ROOT);
    return stripped.substring(0, Math.min(stripped.length(), SIGN_IN_MAX));
  }
}
