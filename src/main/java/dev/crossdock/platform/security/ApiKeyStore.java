package dev.crossdock.platform.security;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements on API keys. */
final class ApiKeyStore {

  /** Over all merchants: the hash says whose the key is. */
  private static final String BY_HASH =
      """
      select k.merchant, k.id, k.scopes, k.last_used_at
      from api_key_hash h
      join api_key k on k.merchant = h.merchant and k.id = h.api_key
      where h.hash = :hash and k.revoked_at is null
      """;

  private static final String CLAIM_HASH =
      """
      insert into api_key_hash (hash, merchant, api_key) values (:hash, :merchant, :id)
      on conflict (hash) do nothing
      """;

  private static final String INSERT =
      """
      insert into api_key (merchant, id, name, scopes, created_at)
      values (:merchant, :id, :name, :scopes, :now::timestamptz)
      """;

  private static final String REVOKE =
      """
      update api_key set revoked_at = :now::timestamptz
      where merchant = :merchant and id = :id and revoked_at is null
      """;

  private static final String TOUCH =
      "update api_key set last_used_at = :now::timestamptz where merchant = :merchant and id = :id";

  private static final String LIST =
      """
      select id, name, scopes, created_at, last_used_at, revoked_at
      from api_key
      where merchant = :merchant
      order by created_at, id
      """;

  private static final String HASH_NAMED =
      """
      select h.hash
      from api_key k
      join api_key_hash h on h.merchant = :merchant and h.api_key = k.id
      where k.merchant = :merchant and k.name = :name
      limit 1
      """;

  /** A key that is in force, and when its last use was noted. */
  record Found(ApiCaller caller, @Nullable Instant lastUsedAt) {}

  Optional<Found> find(JdbcClient client, byte[] hash) {
    return client
        .sql(BY_HASH)
        .param("hash", hash)
        .query(
            (row, n) -> {
              Merchant merchant = new Merchant(row.getInt("merchant"));
              ApiCaller caller = new ApiCaller(merchant, row.getObject("id", UUID.class), scopes(row));
              return new Found(caller, instant(row, "last_used_at"));
            })
        .optional();
  }

  /** False when another key has this hash already; then nothing was written. */
  boolean insert(Tx tx, UUID id, byte[] hash, String name, Set<Scope> scopes) {
    if (tx.sql(CLAIM_HASH).param("hash", hash).param("id", id).update() == 0) {
      return false;
    }
    tx.sql(INSERT)
        .param("id", id)
        .param("name", name)
        .param("scopes", scopes.stream().map(Scope::text).sorted().toArray(String[]::new))
        .param("now", tx.now().toString())
        .update();
    return true;
  }

  boolean revoke(Tx tx, UUID id) {
    return tx.sql(REVOKE).param("id", id).param("now", tx.now().toString()).update() == 1;
  }

  void touch(Tx tx, UUID id) {
    tx.sql(TOUCH).param("id", id).param("now", tx.now().toString()).update();
  }

  List<ApiKey> list(Tx tx) {
    return tx.sql(LIST).query((row, n) -> key(row)).list();
  }

  Optional<byte[]> hashOf(Tx tx, String name) {
    return tx.sql(HASH_NAMED).param("name", name).query((row, n) -> row.getBytes("hash")).optional();
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        scopes(row),
        created,
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  /** A scope that this version does not know gives no right. */
  private static Set<Scope> scopes(ResultSet row) throws SQLException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream((String[]) row.getArray("scopes").getArray())
        .map(Scope::of)
        .flatMap(Optional::stream)
        .forEach(scopes::add);
    return scopes;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
