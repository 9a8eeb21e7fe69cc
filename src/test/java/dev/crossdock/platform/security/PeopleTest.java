package dev.crossdock.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.testing.Db;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who signs in. */
class PeopleTest {

  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(7, 7));
  private static final String PASSWORD = "correct horse battery";
  private static final String HERE = "192.0.2.1";

  @RegisterExtension
  final Db db = Db.fresh();

  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final Door door = new Door(db.dataSource(), () -> now);
  private final Ids ids = new Ids(() -> now, new SplittableRandom(1));
  private final People people = new People(door, db.dataSource(), new Journal(ids), ids, () -> now);

  @Test
  void letsInWithNameAndPassword() {
    add("Mira");

    assertThat(people.signIn(" mira ", PASSWORD, HERE)).isInstanceOf(SignIn.Welcome.class);
    assertThat(people.signIn("mira", PASSWORD + "x", HERE)).isEqualTo(new SignIn.Refused());
    assertThat(people.signIn("nobody", PASSWORD, HERE)).isEqualTo(new SignIn.Refused());
    assertThat(people.signIn("mira", "x".repeat(1_000_000), HERE)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void storesArgon2WithTheDemandedStrength() {
    add("mira");

    String hash =
        JdbcClient.create(db.dataSource()).sql("select password_hash from person").query(String.class).single();
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void makesOneFirstAdministrator() {
    NewPerson first = people.firstAdministrator(Merchant.MAIN).orElseThrow();

    assertThat(first.password()).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
    assertThat(first.toString()).doesNotContain(first.password());
    assertThat(people.firstAdministrator(Merchant.MAIN)).isEmpty();
    assertThat(people.signIn(first.signIn(), first.password(), HERE))
        .isInstanceOfSatisfying(
            SignIn.Welcome.class,
            welcome -> assertThat(welcome.person().roles()).containsExactly(Role.ADMINISTRATOR));
    assertThat(people.signIn("admin", "admin", HERE)).isInstanceOf(SignIn.Refused.class);
  }

  @Test
  void keepsSignInNamesUniqueOverAllMerchants() {
    add("mira");

    assertThat(people.add(new Merchant(2), CAUSE, person("MIRA"))).isEmpty();
  }

  @Test
  void refusesPasswordsThatAreTooShort() {
    NewPerson careless = new NewPerson("mira", "Mira", "elevenchars", Set.of(Role.VIEWER));

    assertThatThrownBy(() -> people.add(Merchant.MAIN, CAUSE, careless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("elevenchars");
  }

  @Test
  void slowsGuessingButNotThePersonElsewhere() {
    add("mira");
    for (int n = 0; n < 5; n++) {
      assertThat(people.signIn("mira", "wrong password", "198.51.100.7")).isInstanceOf(SignIn.Refused.class);
    }

    assertThat(people.signIn("mira", PASSWORD, "198.51.100.7")).isEqualTo(new SignIn.TooMany(now.plusSeconds(1)));
    assertThat(people.signIn("mira", PASSWORD, HERE)).isInstanceOf(SignIn.Welcome.class);
    now = now.plusSeconds(1);
    assertThat(people.signIn("mira", PASSWORD, "198.51.100.7")).isInstanceOf(SignIn.Welcome.class);
  }

  @Test
  void slowsAnAddressThatTriesManyNames() {
    for (int n = 0; n < 20; n++) {
      people.signIn("name" + n, "wrong password", HERE);
    }

    assertThat(people.signIn("fresh", "wrong password", HERE)).isInstanceOf(SignIn.TooMany.class);
  }

  @Test
  void letsWhoIsDisabledInNoMore() {
    Person mira = add("mira");
    assertThat(people.disable(Merchant.MAIN, CAUSE, mira.id())).isTrue();

    assertThat(people.signIn("mira", PASSWORD, HERE)).isInstanceOf(SignIn.Refused.class);
  }

  private Person add(String signIn) {
    return people.add(Merchant.MAIN, CAUSE, person(signIn)).orElseThrow();
  }

  private static NewPerson person(String signIn) {
    return new NewPerson(signIn, "Mira", PASSWORD, Set.of(Role.OPERATOR));
  }
}
