package dev.crossdock.channels.publishing.internal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Optional;

/** Accounts that are reckoned anew, and how far that has come. */
public final class SweepStore {

  private static final String BEGIN =
      """
      insert into publish_sweep (merchant, channel, account, after)
      select :merchant, n.channel, n.account, ''
      from unnest(:channels::text[], :accounts::text[]) as n(channel, account)
      order by n.channel, n.account
      on conflict (merchant, channel, account) do update set after = ''
      """;

  private static final String BEGIN_ALL =
      """
      insert into publish_sweep (merchant, channel, account, after)
      select :merchant, r.channel, r.account, ''
      from publish_rule r
      where r.merchant = :merchant and r.channel_sku = ''
      order by r.channel, r.account
      on conflict (merchant, channel, account) do update set after = ''
      """;

  private static final String NEXT =
      """
      select s.channel, s.account, s.after
      from publish_sweep s
      where s.merchant = :merchant
      order by s.channel, s.account
      limit 1
      for update skip locked
      """;

  private static final String MOVE =
      """
      update publish_sweep s set after = :after
      where s.merchant = :merchant and s.channel = :channel and s.account = :account
      """;

  private static final String END =
      "delete from publish_sweep s where s.merchant = :merchant and s.channel = :channel and s.account = :account";

  /** An account and the listing its sweep has come to; the empty text before the first. */
  public record Sweep(String channel, String account, String after) {}

  /** Begins, or begins again. */
  public void begin(Tx tx, List<Sweep> accounts) {
    Columns<Sweep> columns =
        Columns.of(accounts).text("channels", Sweep::channel).text("accounts", Sweep::account);
    tx.sql(BEGIN).params(columns.params()).update();
  }

  /** The same for every account that publishes. */
  public void beginAll(Tx tx) {
    tx.sql(BEGIN_ALL).update();
  }

  /** One that nobody else works at, locked until the transaction ends. */
  public Optional<Sweep> next(Tx tx) {
    return tx.sql(NEXT)
        .query((row, n) -> new Sweep(row.getString("channel"), row.getString("account"), row.getString("after")))
        .optional();
  }

  public void move(Tx tx, Sweep to) {
    tx.sql(MOVE).param("after", to.after()).param("channel", to.channel()).param("account", to.account()).update();
  }

  public void end(Tx tx, Sweep done) {
    tx.sql(END).param("channel", done.channel()).param("account", done.account()).update();
  }
}
