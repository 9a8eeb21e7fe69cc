package dev.crossdock.platform.security;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements on people. */
final class PersonStore {

  /** Over all merchants: the sign-in name says whose person it is. */
  private static final String BY_SIGN_IN =
      """
      select p.merchant, p.id, p.sign_in, p.display_name, p.password_hash, p.roles, p.session_epoch
      from person_sign_in s
      join person p on p.merchant = s.merchant and p.id = s.person
      where s.sign_in = :signIn and p.disabled_at is null
      """;

  private static final String CLAIM_SIGN_IN =
      """
      insert into person_sign_in (sign_in, merchant, person) values (:signIn, :merchant, :id)
      on conflict (sign_in) do nothing
      """;

  private static final String INSERT =
      """
      insert into person
        (merchant, id, sign_in, display_name, password_hash, roles, session_epoch, created_at)
      values (:merchant, :id, :signIn, :displayName, :hash, :roles, 1, :now::timestamptz)
      """;

  private static final String PASSWORD =
      """
      update person set password_hash = :hash, session_epoch = session_epoch + 1
      where merchant = :merchant and id = :id and disabled_at is null
      returning session_epoch
      """;

  private static final String REHASH =
      "update person set password_hash = :hash where merchant = :merchant and id = :id and password_hash = :before";

  private static final String DISABLE =
      """
      update person set disabled_at = :now::timestamptz, session_epoch = session_epoch + 1
      where merchant = :merchant and id = :id and disabled_at is null
      returning session_epoch
      """;

  private static final String LIST =
      """
      select merchant, id, sign_in, display_name, password_hash, roles, session_epoch
      from person
      where merchant = :merchant and disabled_at is null
      order by sign_in
      """;

  /** A person with the stored hash of the password. */
  record Found(Person person, String hash) {}

  Optional<Found> find(JdbcClient client, String signIn) {
    return client.sql(BY_SIGN_IN).param("signIn", signIn).query((row, n) -> found(row)).optional();
  }

  /** False when the name is taken; then nothing was written. */
  boolean insert(Tx tx, Person person, String hash) {
    if (tx.sql(CLAIM_SIGN_IN).param("signIn", person.signIn()).param("id", person.id()).update() == 0) {
      return false;
    }
    tx.sql(INSERT)
        .param("id", person.id())
        .param("signIn", person.signIn())
        .param("displayName", person.displayName())
        .param("hash", hash)
        .param("roles", person.roles().stream().map(Role::name).sorted().toArray(String[]::new))
        .param("now", tx.now().toString())
        .update();
    return true;
  }

  /** The new epoch, or empty when there is no such person. */
  Optional<Integer> setPassword(Tx tx, UUID id, String hash) {
    return tx.sql(PASSWORD).param("id", id).param("hash", hash).query((row, n) -> row.getInt(1)).optional();
  }

  void rehash(Tx tx, UUID id, String before, String hash) {
    tx.sql(REHASH).param("id", id).param("before", before).param("hash", hash).update();
  }

  /** The new epoch, or empty when there is no such person. */
  Optional<Integer> disable(Tx tx, UUID id) {
    return tx.sql(DISABLE)
        .param("id", id)
        .param("now", tx.now().toString())
        .query((row, n) -> row.getInt(1))
        .optional();
  }

  List<Person> list(Tx tx) {
    return tx.sql(LIST).query((row, n) -> found(row).person()).list();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(person(row), row.getString("password_hash"));
  }

  static Person person(ResultSet row) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf).forEach(roles::add);
    return new Person(
        new Merchant(row.getInt("merchant")),
        row.getObject("id", UUID.class),
        row.getString("sign_in"),
        row.getString("display_name"),
        roles,
        row.getInt("session_epoch"));
  }
}
