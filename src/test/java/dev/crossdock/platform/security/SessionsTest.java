package dev.crossdock.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.testing.Db;
import dev.crossdock.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions that every node knows. */
class SessionsTest {

  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(7, 7));
  private static final Duration REMEMBERED = Duration.ofSeconds(1);

  @RegisterExtension
  final Db db = Db.fresh();

  private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T10:00:00Z"));
  private final Ids ids = new Ids(time, new Random(7));
  private final Door door = new Door(db.dataSource(), time);
  private final Sessions here = new Sessions(door, ids, time);
  private final Sessions there = new Sessions(door, ids, time);
  private final People people = new People(door, db.dataSource(), new Journal(ids), ids, time);
  private Person mira = new Person(Merchant.MAIN, new UUID(1, 1), "nobody", "Nobody", Set.of(), 1);

  @BeforeEach
  void somebody() {
    NewPerson person = new NewPerson("mira", "Mira", "correct horse battery", Set.of(Role.OPERATOR));
    mira = people.add(Merchant.MAIN, CAUSE, person).orElseThrow();
  }

  @Test
  void countsAtEveryNode() {
    String token = here.begin(mira);

    assertThat(here.find(token)).contains(mira);
    assertThat(there.find(token)).contains(mira);
    assertThat(here.begin(mira)).isNotEqualTo(token);
  }

  @Test
  void endsEverywhereWithinASecond() {
    String token = here.begin(mira);
    assertThat(there.find(token)).contains(mira);

    here.end(token);

    assertThat(here.find(token)).isEmpty();
    time.tick(REMEMBERED);
    assertThat(there.find(token)).isEmpty();
  }

  @Test
  void endsWithANewPasswordAndWithTheAccount() {
    String before = here.begin(mira);
    people.setPassword(Merchant.MAIN, CAUSE, mira.id(), "another long password");
    time.tick(REMEMBERED);
    assertThat(here.find(before)).isEmpty();

    Person now = people.list(Merchant.MAIN).getFirst();
    String after = here.begin(now);
    assertThat(here.find(after)).contains(now);
    people.disable(Merchant.MAIN, CAUSE, mira.id());
    time.tick(REMEMBERED);
    assertThat(here.find(after)).isEmpty();
  }

  @Test
  void lastsWhileItIsUsedAndIsForgottenAfterwards() {
    String token = here.begin(mira);
    for (int n = 0; n < 20; n++) {
      time.tick(Duration.ofHours(1));
      assertThat(here.find(token)).as("hour " + n).isPresent();
    }

    time.tick(Sessions.IDLE_MAX);

    assertThat(here.find(token)).isEmpty();
    assertThat(door.<Integer>write(Merchant.MAIN, CAUSE, here::forget)).isEqualTo(1);
  }

  @Test
  void isNobodysForWhateverElseIsSent() {
    String token = here.begin(mira);

    assertThat(here.find(here.nobody())).isEmpty();
    assertThat(here.find("2" + token.substring(1))).as("another merchant's").isEmpty();
    assertThat(here.find(token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"))).isEmpty();
    assertThat(here.find("")).isEmpty();
    assertThat(here.find("99999999999999." + token)).isEmpty();
  }

  @Test
  void countsWrongTriesOfAllNodesTogether() {
    People elsewhere = new People(door, db.dataSource(), new Journal(ids), ids, time);
    for (int n = 0; n < 5; n++) {
      People node = n % 2 == 0 ? people : elsewhere;
      assertThat(node.signIn("mira", "wrong password", "198.51.100.7")).isInstanceOf(SignIn.Refused.class);
    }

    assertThat(elsewhere.signIn("mira", "correct horse battery", "198.51.100.7")).isInstanceOf(SignIn.TooMany.class);
    assertThat(people.signIn("mira", "correct horse battery", "198.51.100.7")).isInstanceOf(SignIn.TooMany.class);
    time.tick(Duration.ofSeconds(1));
    assertThat(elsewhere.signIn("mira", "correct horse battery", "198.51.100.7")).isInstanceOf(SignIn.Welcome.class);
  }
}
