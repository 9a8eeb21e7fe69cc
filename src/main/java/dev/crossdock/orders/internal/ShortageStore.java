package dev.crossdock.orders.internal;

import dev.crossdock.orders.shortage.ShortageRule;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules about orders that find no stock; an empty text stands for any. */
public final class ShortageStore {

  private static final String ALL =
      """
      select s.channel, s.account, s.on_short, s.arrivals
      from shortage_rule s
      where s.merchant = :merchant
      order by s.channel, s.account
      """;

  private static final String PUT =
      """
      insert into shortage_rule as s (merchant, channel, account, on_short, arrivals, version, updated_at)
      select :merchant, n.channel, n.account, n.on_short, n.arrivals, 1, :now::timestamptz
      from unnest(:channels::text[], :accounts::text[], :shorts::text[], :arrivals::text[])
        as n(channel, account, on_short, arrivals)
      order by n.channel, n.account
      on conflict (merchant, channel, account) do update
      set on_short = excluded.on_short, arrivals = excluded.arrivals, version = s.version + 1,
        updated_at = excluded.updated_at
      where (s.on_short, s.arrivals) is distinct from (excluded.on_short, excluded.arrivals)
      returning s.channel, s.account, s.on_short, s.arrivals, s.version
      """;

  /** A rule with its version. */
  public record Row(ShortageRule rule, int version) {}

  public List<ShortageRule> all(Tx tx) {
    return tx.sql(ALL).query((ResultSet row, int number) -> rule(row)).list();
  }

  /** Stores these; those that are others now. */
  public List<Row> put(Tx tx, List<ShortageRule> rules) {
    return tx.sql(PUT)
        .params(
            Columns.of(rules)
                .text("channels", rule -> Objects.requireNonNullElse(rule.channel(), ""))
                .text("accounts", rule -> Objects.requireNonNullElse(rule.account(), ""))
                .text("shorts", ShortageRule::onShort)
                .text("arrivals", ShortageRule::arrivals)
                .params())
        .param("now", tx.now().toString())
        .query((ResultSet row, int number) -> new Row(rule(row), row.getInt("version")))
        .list();
  }

  private static ShortageRule rule(ResultSet row) throws SQLException {
    return new ShortageRule(
        any(row.getString("channel")),
        any(row.getString("account")),
        ShortageRule.OnShort.valueOf(row.getString("on_short")),
        ShortageRule.Arrivals.valueOf(row.getString("arrivals")));
  }

  private static @Nullable String any(String part) {
    return part.isEmpty() ? null : part;
  }
}
