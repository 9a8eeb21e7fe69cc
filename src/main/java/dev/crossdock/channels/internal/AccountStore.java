package dev.crossdock.channels.internal;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.NewChannelAccount;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.Vault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of channel accounts. Credentials are one sealed JSON object an account. */
public final class AccountStore {

  private static final String SECRETS = "credentials";
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private static final String OWNER_OF =
      "select merchant from channel_account_owner where channel = :channel and account = :account";

  private static final String OWN =
      """
      insert into channel_account_owner (channel, account, merchant) values (:channel, :account, :merchant)
      on conflict (channel, account) do update set merchant = channel_account_owner.merchant
      returning merchant
      """;

  private static final String FIND =
      """
      select a.name, a.settings::text as settings, a.secrets, a.active, a.channel, a.account
      from channel_account a
      where a.merchant = :merchant and a.channel = :channel and a.account = :account
      """;

  private static final String LIST =
      """
      select a.name, a.settings::text as settings, a.secrets, a.active, a.channel, a.account
      from channel_account a
      where a.merchant = :merchant
      order by a.channel, a.account
      """;

  private static final String PUT =
      """
      insert into channel_account (merchant, channel, account, name, settings, secrets, active, version, created_at,
        updated_at)
      values (:merchant, :channel, :account, :name, cast(:settings as json), :secrets, true, 1,
        cast(:now as timestamptz), cast(:now as timestamptz))
      on conflict (merchant, channel, account) do update
      set name = excluded.name, settings = excluded.settings, secrets = excluded.secrets, active = true,
        version = channel_account.version + 1, updated_at = excluded.updated_at
      returning version
      """;

  private static final String BEGIN_POLLING =
      """
      insert into channel_poll (merchant, channel, account, next_at, fence, failures)
      values (:merchant, :channel, :account, cast(:now as timestamptz), 0, 0)
      on conflict do nothing
      """;

  private final JdbcClient client;
  private final Vault vault;
  private final JsonMapper json = JsonMapper.builder().build();

  public AccountStore(DataSource dataSource, Vault vault) {
    this.client = JdbcClient.create(dataSource);
    this.vault = vault;
  }

  public Optional<Integer> ownerOf(String channel, String account) {
    return client
        .sql(OWNER_OF)
        .param("channel", channel)
        .param("account", account)
        .query(Integer.class)
        .optional();
  }

  /** Claims the pair for the transaction's merchant; false when it is another's. */
  public boolean own(Tx tx, String channel, String account) {
    int owner =
        tx.sql(OWN).param("channel", channel).param("account", account).query(Integer.class).single();
    return owner == tx.merchant().id();
  }

  public Optional<ChannelAccount> find(Tx tx, String channel, String account) {
    return tx.sql(FIND)
        .param("channel", channel)
        .param("account", account)
        .query((row, n) -> account(tx, row))
        .optional();
  }

  public List<ChannelAccount> list(Tx tx) {
    return tx.sql(LIST).query((row, n) -> account(tx, row)).list();
  }

  /** Inserts or changes; the account's version afterwards. */
  public int put(Tx tx, NewChannelAccount account) {
    Map<String, String> secrets = new HashMap<>();
    find(tx, account.channel(), account.account()).ifPresent(known -> secrets.putAll(known.settings().secrets()));
    secrets.putAll(account.credentials());
    int version =
        tx.sql(PUT)
            .param("channel", account.channel())
            .param("account", account.account())
            .param("name", account.name())
            .param("settings", json.writeValueAsString(account.settings()))
            .param(
                "secrets",
                vault.seal(
                    tx.merchant(), owner(account.channel(), account.account()), SECRETS,
                    json.writeValueAsString(secrets)))
            .param("now", tx.now().toString())
            .query(Integer.class)
            .single();
    tx.sql(BEGIN_POLLING)
        .param("channel", account.channel())
        .param("account", account.account())
        .param("now", tx.now().toString())
        .update();
    return version;
  }

  private ChannelAccount account(Tx tx, java.sql.ResultSet row) throws java.sql.SQLException {
    Merchant merchant = tx.merchant();
    String channel = row.getString("channel");
    String account = row.getString("account");
    String secrets = vault.open(merchant, owner(channel, account), SECRETS, row.getBytes("secrets"));
    return new ChannelAccount(
        merchant,
        row.getString("name"),
        row.getBoolean("active"),
        new AccountSettings(
            channel, account, json.readValue(row.getString("settings"), TEXTS), json.readValue(secrets, TEXTS)));
  }

  static String owner(String channel, String account) {
    return "channel-account:" + channel + "/" + account;
  }
}
