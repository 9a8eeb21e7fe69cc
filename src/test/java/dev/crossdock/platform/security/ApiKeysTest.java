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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys of the API. */
class ApiKeysTest {

  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(7, 7));

  @RegisterExtension
  final Db db = Db.fresh();

  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final Door door = new Door(db.dataSource(), () -> now);
  private final Ids ids = new Ids(() -> now, new SplittableRandom(1));
  private final ApiKeys keys = new ApiKeys(door, db.dataSource(), new Journal(ids), ids, () -> now);

  @Test
  void recognisesAKeyAndItsScopes() {
    IssuedApiKey issued = issue(Set.of(Scope.ORDERS_READ));

    ApiCaller caller = keys.authenticate(issued.secret()).orElseThrow();

    assertThat(caller.merchant()).isEqualTo(Merchant.MAIN);
    assertThat(caller.key()).isEqualTo(issued.id());
    assertThat(caller.may(Scope.ORDERS_READ)).isTrue();
    assertThat(caller.may(Scope.ORDERS_WRITE)).isFalse();
  }

  @Test
  void anAdministratorsKeyMayDoEverything() {
    ApiCaller caller = keys.authenticate(issue(Set.of(Scope.ADMIN)).secret()).orElseThrow();

    assertThat(Scope.values()).allMatch(caller::may);
  }

  @Test
  void refusesWhatIsNoKey() {
    String secret = issue(Set.of(Scope.ADMIN)).secret();

    assertThat(keys.authenticate("")).isEmpty();
    assertThat(keys.authenticate(secret + "x")).isEmpty();
    assertThat(keys.authenticate(secret.substring(1))).isEmpty();
    assertThat(keys.authenticate("x".repeat(100_000))).isEmpty();
  }

  @Test
  void storesNoKey() {
    String secret = issue(Set.of(Scope.ADMIN)).secret();

    String dump =
        String.join("\n", texts("select k::text from api_key k"))
            + String.join("\n", texts("select h::text from api_key_hash h"))
            + String.join("\n", texts("select j::text from journal j"));
    assertThat(dump).contains("api-key.issued").doesNotContain(secret).doesNotContain(secret.substring(4));
  }

  @Test
  void refusesARevokedKeyWithinASecond() {
    IssuedApiKey issued = issue(Set.of(Scope.ADMIN));
    assertThat(keys.authenticate(issued.secret())).isPresent();

    boolean revoked = door.write(Merchant.MAIN, CAUSE, tx -> keys.revoke(tx, issued.id()));
    now = now.plusSeconds(1);

    assertThat(revoked).isTrue();
    assertThat(keys.authenticate(issued.secret())).isEmpty();
  }

  @Test
  void notesTheLastUseCoarsely() {
    IssuedApiKey issued = issue(Set.of(Scope.ADMIN));
    Instant first = now;
    keys.authenticate(issued.secret());
    now = now.plus(Duration.ofMinutes(9));
    keys.authenticate(issued.secret());
    assertThat(lastUse()).isEqualTo(first);

    now = now.plus(Duration.ofMinutes(2));
    keys.authenticate(issued.secret());
    assertThat(lastUse()).isEqualTo(now);
  }

  @Test
  void makesTheBootstrapKeyAnAdministratorsOnce() {
    String key = "0123456789abcdef";

    assertThat(keys.bootstrap(key)).isEqualTo(ApiKeys.Bootstrap.MADE);
    assertThat(keys.bootstrap(key)).isEqualTo(ApiKeys.Bootstrap.KNOWN);
    assertThat(keys.bootstrap("another-key-0123456789")).isEqualTo(ApiKeys.Bootstrap.IGNORED);

    assertThat(keys.authenticate(key).orElseThrow().scopes()).containsExactly(Scope.ADMIN);
    assertThat(keys.authenticate("another-key-0123456789")).isEmpty();
  }

  @Test
  void refusesABootstrapKeyThatIsTooShort() {
    assertThatThrownBy(() -> keys.bootstrap("0123456789abcde"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16")
        .hasMessageNotContaining("0123456789abcde");
  }

  private IssuedApiKey issue(Set<Scope> scopes) {
    return door.write(Merchant.MAIN, CAUSE, tx -> keys.issue(tx, "test", scopes));
  }

  private @Nullable Instant lastUse() {
    List<ApiKey> all = door.read(Merchant.MAIN, keys::list);
    return all.getFirst().lastUsedAt();
  }

  private List<String> texts(String sql) {
    return JdbcClient.create(db.dataSource()).sql(sql).query((row, n) -> row.getString(1)).list();
  }
}
