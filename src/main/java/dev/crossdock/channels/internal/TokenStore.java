package dev.crossdock.channels.internal;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.Vault;
import java.time.Instant;
import java.util.Optional;

/** Access tokens that channels gave us, sealed, until they expire. */
final class TokenStore {

  private static final String FIND =
      """
      select t.sealed
      from channel_token t
      where t.merchant = :merchant and t.channel = :channel and t.account = :account and t.name = :name
        and t.expires_at > cast(:now as timestamptz)
      """;

  private static final String KEEP =
      """
      insert into channel_token (merchant, channel, account, name, sealed, expires_at)
      values (:merchant, :channel, :account, :name, :sealed, cast(:expiresAt as timestamptz))
      on conflict (merchant, channel, account, name) do update
      set sealed = excluded.sealed, expires_at = excluded.expires_at
      """;

  private final Vault vault;

  TokenStore(Vault vault) {
    this.vault = vault;
  }

  Optional<String> find(Tx tx, String channel, String account, String name) {
    return tx.sql(FIND)
        .param("channel", channel)
        .param("account", account)
        .param("name", name)
        .param("now", tx.now().toString())
        .query(byte[].class)
        .optional()
        .map(sealed -> vault.open(tx.merchant(), AccountStore.owner(channel, account), "token:" + name, sealed));
  }

  void keep(Tx tx, String channel, String account, String name, String value, Instant expiresAt) {
    tx.sql(KEEP)
        .param("channel", channel)
        .param("account", account)
        .param("name", name)
        .param("sealed", vault.seal(tx.merchant(), AccountStore.owner(channel, account), "token:" + name, value))
        .param("expiresAt", expiresAt.toString())
        .update();
  }
}
