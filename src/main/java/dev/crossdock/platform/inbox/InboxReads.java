package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that look at messages without moving them. */
final class InboxReads {

  private static final String ENTRY =
      """
      select id, channel, account, topic, state, reason_rule, reason_path, reason_text, waits_for, body_bytes,
             received_at, next_attempt_at, attempts
      from inbox
      where merchant = :merchant and id = :id
      """;

  private static final String PARKED =
      """
      select id, channel, account, topic, state, reason_rule, reason_path, reason_text, waits_for, body_bytes,
             received_at, next_attempt_at, attempts
      from inbox
      where merchant = :merchant and state = 'PARKED' and (:after::uuid is null or id < :after::uuid)
      order by id desc
      limit :limit
      """;

  private static final String PARKED_COUNT =
      "select count(*) from inbox where merchant = :merchant and state = 'PARKED'";

  /** Three looks into an index each, all bounded, put together by account. */
  private static final String TALLIES =
      """
      select t.channel, t.account, sum(t.waiting) as waiting, sum(t.parked) as parked,
        max(t.received_at) as received_at, max(t.parked_at) as parked_at
      from (
        (select channel, account, 1 as waiting, 0 as parked, null::timestamptz as received_at,
           null::timestamptz as parked_at
         from inbox
         where merchant = :merchant and state = 'RECEIVED'
         limit :most)
        union all
        (select channel, account, 0, 1, null, received_at
         from inbox
         where merchant = :merchant and state = 'PARKED'
         order by id desc
         limit :most)
        union all
        (select channel, account, 0, 0, received_at, null
         from inbox
         where merchant = :merchant
         order by id desc
         limit :most)) t
      group by t.channel, t.account
      """;

  /** What lies there until its day is dropped is not shown any more; what still waits is kept beyond its time. */
  private static final String RAW =
      """
      select b.headers, b.body
      from inbox_body b
      where b.merchant = :merchant and b.inbox_id = :id
        and (b.retain_until > :now::timestamptz or exists (
          select from inbox i where i.merchant = :merchant and i.id = :id and i.state in ('RECEIVED', 'PARKED')))
      """;

  /** Over all merchants, one look into the index each, however much waits. */
  private static final String WITH_WORK =
      """
      select m.id
      from merchant m
      cross join lateral (
        select 1
        from inbox i
        where i.merchant = m.id and i.state = 'RECEIVED' and i.next_attempt_at <= :now::timestamptz
        limit 1) due
      order by m.id
      """;

  private static final String BACKLOG =
      """
      select merchant, count(*) as messages, min(received_at) as oldest
      from inbox
      where state = 'RECEIVED'
      group by merchant
      """;

  Optional<InboxEntry> entry(Tx tx, UUID id) {
    return tx.sql(ENTRY).param("id", id).query((row, n) -> entry(row)).optional();
  }

  List<InboxEntry> parked(Tx tx, @Nullable UUID after, int limit) {
    return tx.sql(PARKED)
        .param("after", after == null ? null : after.toString())
        .param("limit", limit)
        .query((row, n) -> entry(row))
        .list();
  }

  long parkedCount(Tx tx) {
    return tx.sql(PARKED_COUNT).query(Long.class).single();
  }

  List<AccountTally> tallies(Tx tx) {
    return tx.sql(TALLIES)
        .param("most", AccountTally.COUNT_MAX)
        .query((row, n) -> new AccountTally(
            row.getString("channel"),
            row.getString("account"),
            row.getInt("waiting"),
            row.getInt("parked"),
            instantOrNull(row, "received_at"),
            instantOrNull(row, "parked_at")))
        .list();
  }

  Optional<RawCopy> raw(Tx tx, UUID id) {
    return tx.sql(RAW)
        .param("id", id)
        .param("now", tx.now().toString())
        .query((row, n) -> InboxStore.copy(row))
        .optional();
  }

  List<Merchant> merchantsWithWork(JdbcClient client, Instant now) {
    return client
        .sql(WITH_WORK)
        .param("now", now.toString())
        .query((row, n) -> new Merchant(row.getInt("id")))
        .list();
  }

  Backlog backlog(JdbcClient client) {
    List<Backlog> each =
        client
            .sql(BACKLOG)
            .query((row, n) -> new Backlog(row.getLong("messages"), InboxStore.instant(row, "oldest")))
            .list();
    return new Backlog(
        each.stream().mapToLong(Backlog::messages).sum(),
        each.stream().map(Backlog::oldest).filter(Objects::nonNull).min(Instant::compareTo).orElse(null));
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : InboxStore.instant(row, column);
  }

  private static InboxEntry entry(ResultSet row) throws SQLException {
    return new InboxEntry(
        row.getObject("id", UUID.class),
        row.getString("channel"),
        row.getString("account"),
        row.getString("topic"),
        InboxState.valueOf(row.getString("state")),
        row.getString("reason_rule"),
        row.getString("reason_path"),
        row.getString("reason_text"),
        row.getString("waits_for"),
        row.getInt("body_bytes"),
        InboxStore.instant(row, "received_at"),
        InboxStore.instant(row, "next_attempt_at"),
        row.getInt("attempts"));
  }
}
