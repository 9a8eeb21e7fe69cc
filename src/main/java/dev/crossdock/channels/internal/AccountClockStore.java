package dev.crossdock.channels.internal;

import dev.crossdock.channels.ChannelAccounts.Clock;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where each account and its polling stand, without its secrets. */
public final class AccountClockStore {

  private static final String CLOCKS =
      """
      select a.channel, a.account, a.name, a.active, p.next_at, p.failures, p.answered_at, p.failed_at, p.failed_answer
      from channel_account a
      left join channel_poll p
        on p.merchant = :merchant and p.channel = a.channel and p.account = a.account
      where a.merchant = :merchant
      order by a.channel, a.account
      """;

  public List<Clock> clocks(Tx tx) {
    return tx.sql(CLOCKS)
        .query((row, n) -> new Clock(
            row.getString("channel"),
            row.getString("account"),
            row.getString("name"),
            row.getBoolean("active"),
            instant(row, "next_at"),
            row.getInt("failures"),
            instant(row, "answered_at"),
            instant(row, "failed_at"),
            row.getString("failed_answer")))
        .list();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
