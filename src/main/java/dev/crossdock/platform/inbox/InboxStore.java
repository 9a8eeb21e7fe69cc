package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The statements that move messages through their states. */
final class InboxStore {

  private static final String INSERT =
      """
      with fresh as (
        insert into inbox
          (merchant, id, channel, account, topic, dedup_key, state, body_bytes, received_at, next_attempt_at,
           leased_by, fence, attempts)
        select :merchant, m.id, m.channel, m.account, m.topic, m.dedup_key, 'RECEIVED', m.body_bytes,
               :now::timestamptz, case when m.holder is null then :now else :leasedUntil end::timestamptz,
               m.holder, m.fence, m.fence
        from unnest(:ids::uuid[], :channels::text[], :accounts::text[], :topics::text[], :keys::text[], :sizes::int[],
                    :holders::text[], :leases::int[])
          as m (id, channel, account, topic, dedup_key, body_bytes, holder, fence)
        on conflict (merchant, channel, account, dedup_key) do nothing
        returning id)
      insert into inbox_body (merchant, inbox_id, headers, body, received_at, retain_until)
      select :merchant, b.id, b.headers::json, b.body, :now::timestamptz, :retainUntil::timestamptz
      from unnest(:ids::uuid[], :headers::text[], :bodies::bytea[]) as b (id, headers, body)
      join fresh on fresh.id = b.id
      returning inbox_id
      """;

  private static final String CLAIM =
      """
      with picked as materialized (
        select id, channel, account, topic, dedup_key, body_bytes, received_at, next_attempt_at, attempts, fence
        from inbox
        where merchant = :merchant and state = 'RECEIVED' and next_attempt_at <= :now::timestamptz
        order by next_attempt_at, id
        limit :limit
        for update skip locked),
      within as (
        select p.*, sum(p.body_bytes) over (order by p.next_attempt_at, p.id) - p.body_bytes as bytes_before
        from picked p)
      select w.id, w.channel, w.account, w.topic, w.dedup_key, w.received_at, w.attempts, w.fence
      from within w
      where w.bytes_before < :bytesMax
      order by w.next_attempt_at, w.id
      """;

  /** By the bounds PostgreSQL knows which days they are in; joined to the claim it would look into each. */
  private static final String BODIES =
      """
      select inbox_id, headers, body
      from inbox_body
      where merchant = :merchant and inbox_id = any(:ids::uuid[])
        and inbox_id >= :first::uuid and inbox_id <= :last::uuid
      """;

  private static final String DONE =
      """
      update inbox
      set state = 'DONE', reason_rule = null, reason_path = null, reason_text = null, leased_by = null
      where merchant = :merchant and id = any(:ids::uuid[]) and state = 'RECEIVED'
      """;

  private static final String FINISH =
      """
      update inbox i
      set state = o.state, reason_rule = o.rule, reason_path = o.path, reason_text = o.text, waits_for = o.waits_for,
          next_attempt_at = coalesce(o.at, i.next_attempt_at), leased_by = null,
          attempts = i.attempts + case when o.state = 'RECEIVED' and i.leased_by is null then 1 else 0 end
      from unnest(:ids::uuid[], :states::text[], :rules::text[], :paths::text[], :texts::text[], :waits::text[],
                  :times::timestamptz[], :fences::bigint[]) as o (id, state, rule, path, text, waits_for, at, fence)
      where i.merchant = :merchant and i.id = o.id and i.state = 'RECEIVED'
        and (o.fence is null or (i.leased_by is not null and i.fence = o.fence))
      returning i.id
      """;

  private static final String LEASE =
      """
      update inbox
      set leased_by = :holder, next_attempt_at = :until::timestamptz, fence = fence + 1, attempts = attempts + 1
      where merchant = :merchant and id = any(:ids::uuid[]) and state = 'RECEIVED'
      returning id, fence
      """;

  private static final String RENEW =
      """
      with standing as materialized (
        select i.id
        from inbox i
        join unnest(:ids::uuid[], :fences::bigint[]) as l (id, fence) on i.id = l.id and i.fence = l.fence
        where i.merchant = :merchant and i.state = 'RECEIVED' and i.leased_by is not null),
      free as materialized (
        select i.id
        from inbox i
        join unnest(:ids::uuid[], :fences::bigint[]) as l (id, fence) on i.id = l.id and i.fence = l.fence
        where i.merchant = :merchant and i.state = 'RECEIVED' and i.leased_by is not null
        for update of i skip locked),
      renewed as (
        update inbox i
        set next_attempt_at = :until::timestamptz
        from free f
        where i.merchant = :merchant and i.id = f.id)
      select id from standing
      """;

  private static final String TAKE_BACK =
      """
      update inbox
      set leased_by = null, next_attempt_at = :now::timestamptz, fence = fence + 1
      where merchant = :merchant and state = 'RECEIVED' and leased_by = :holder
      """;

  private static final String RERUN =
      """
      update inbox
      set state = 'RECEIVED', reason_rule = null, reason_path = null, reason_text = null, waits_for = null,
          next_attempt_at = :now::timestamptz, attempts = attempts + 1
      where merchant = :merchant and id = any(:ids::uuid[])
        and (state in ('PARKED', 'IGNORED') or (state = 'RECEIVED' and leased_by is null))
      """;

  private static final String RERUN_WAITING =
      """
      update inbox
      set state = 'RECEIVED', reason_rule = null, reason_path = null, reason_text = null, waits_for = null,
          next_attempt_at = :now::timestamptz, attempts = attempts + 1
      where merchant = :merchant and waits_for = any(:keys::text[]) and state = 'PARKED'
      """;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
  private static final RawCopy NOTHING = new RawCopy(Map.of(), new byte[0]);
  private static final Outcome GONE = new Outcome.Ignored("Its raw copy is gone: the time it is kept was over.");

  /**
   * Writes the messages that are new and answers the ids of those. The rows come sorted by their unique key.
   *
   * @param lease of the rows that are stored with one
   */
  Set<UUID> insert(Tx tx, List<IntakeRow> rows, Instant retainUntil, Lease lease) {
    Columns<IntakeRow> columns =
        Columns.of(rows)
            .text("ids", IntakeRow::id)
            .text("channels", row -> row.message().channel())
            .text("accounts", row -> row.message().account())
            .text("topics", IntakeRow::topic)
            .text("keys", IntakeRow::dedupKey)
            .ints("sizes", row -> row.message().body().length)
            .text("headers", row -> JSON.writeValueAsString(row.message().headers()))
            .text("holders", row -> row.leased() ? lease.holder() : null)
            .ints("leases", row -> row.leased() ? (int) IntakeRow.FIRST_FENCE : 0);
    byte[][] bodies = rows.stream().map(row -> row.message().body()).toArray(byte[][]::new);
    return new HashSet<>(
        tx.sql(INSERT)
            .params(columns.params())
            .param("bodies", bodies)
            .param("now", tx.now().toString())
            .param("leasedUntil", lease.until().toString())
            .param("retainUntil", retainUntil.toString())
            .query(UUID.class)
            .list());
  }

  List<InboxMessage> claim(Tx tx, int limit, int bytesMax) {
    List<InboxMessage> heads =
        tx.sql(CLAIM)
            .param("now", tx.now().toString())
            .param("limit", limit)
            .param("bytesMax", bytesMax)
            .query((row, n) -> head(row))
            .list();
    return heads.isEmpty() ? heads : whole(tx, heads, raw(tx, heads));
  }

  /** A message whose raw copy is gone, as it was run again long after its time, is ended instead of handed out. */
  private List<InboxMessage> whole(Tx tx, List<InboxMessage> heads, Map<UUID, RawCopy> raw) {
    List<InboxMessage> whole = new ArrayList<>(heads.size());
    Map<UUID, Outcome> empty = new HashMap<>();
    for (InboxMessage head : heads) {
      RawCopy copy = raw.get(head.id());
      if (copy == null) {
        empty.put(head.id(), GONE);
      } else {
        whole.add(head.with(copy));
      }
    }
    if (!empty.isEmpty()) {
      finish(tx, empty, Map.of());
    }
    return whole;
  }

  private static Map<UUID, RawCopy> raw(Tx tx, List<InboxMessage> heads) {
    String[] ids = heads.stream().map(head -> head.id().toString()).sorted().toArray(String[]::new);
    Map<UUID, RawCopy> raw = HashMap.newHashMap(ids.length);
    tx.sql(BODIES)
        .param("ids", ids)
        .param("first", ids[0])
        .param("last", ids[ids.length - 1])
        .query(row -> {
          raw.put(row.getObject("inbox_id", UUID.class), copy(row));
        });
    return raw;
  }

  int done(Tx tx, Collection<UUID> ids) {
    return tx.sql(DONE).param("ids", texts(ids)).update();
  }

  /** Writes each outcome, where there is a fence only if that lease still stands; whose was written. */
  Set<UUID> finish(Tx tx, Map<UUID, Outcome> outcomes, Map<UUID, Long> fences) {
    List<Ending> endings = outcomes.entrySet().stream().map(e -> Ending.of(e.getKey(), e.getValue())).toList();
    Columns<Ending> columns =
        Columns.of(endings)
            .text("ids", Ending::id)
            .text("states", Ending::state)
            .text("rules", Ending::rule)
            .text("paths", Ending::path)
            .text("texts", Ending::text)
            .text("waits", Ending::waitsFor)
            .text("times", Ending::at)
            .text("fences", ending -> fences.get(ending.id()));
    return new HashSet<>(tx.sql(FINISH).params(columns.params()).query(UUID.class).list());
  }

  Map<UUID, Long> lease(Tx tx, Collection<UUID> ids, String holder, Instant until) {
    Map<UUID, Long> fences = new HashMap<>();
    tx.sql(LEASE)
        .param("ids", texts(ids))
        .param("holder", holder)
        .param("until", until.toString())
        .query(row -> {
          fences.put(row.getObject("id", UUID.class), row.getLong("fence"));
        });
    return fences;
  }

  /** Passes over rows that somebody is writing: nobody waits for a renewal, and they count as standing for now. */
  Set<UUID> renew(Tx tx, Map<UUID, Long> fences, Instant until) {
    Columns<Map.Entry<UUID, Long>> columns =
        Columns.of(List.copyOf(fences.entrySet())).text("ids", Map.Entry::getKey).longs("fences", Map.Entry::getValue);
    return new HashSet<>(
        tx.sql(RENEW).params(columns.params()).param("until", until.toString()).query(UUID.class).list());
  }

  int takeBack(Tx tx, String holder) {
    return tx.sql(TAKE_BACK).param("holder", holder).param("now", tx.now().toString()).update();
  }

  int rerun(Tx tx, Collection<UUID> ids) {
    return tx.sql(RERUN).param("ids", texts(ids)).param("now", tx.now().toString()).update();
  }

  int rerunWaiting(Tx tx, Collection<String> keys) {
    return tx.sql(RERUN_WAITING)
        .param("keys", keys.toArray(String[]::new))
        .param("now", tx.now().toString())
        .update();
  }

  static RawCopy copy(ResultSet row) throws SQLException {
    return new RawCopy(JSON.readValue(row.getString("headers"), HEADERS), row.getBytes("body"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static InboxMessage head(ResultSet row) throws SQLException {
    return new InboxMessage(
        row.getObject("id", UUID.class),
        row.getString("channel"),
        row.getString("account"),
        row.getString("topic"),
        row.getString("dedup_key"),
        NOTHING.headers(),
        NOTHING.body(),
        instant(row, "received_at"),
        row.getInt("attempts"),
        row.getLong("fence"));
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  /** Whose a message is, and until when. */
  record Lease(String holder, Instant until) {}

  /** An outcome as one row. */
  private record Ending(
      UUID id,
      InboxState state,
      @Nullable String rule,
      @Nullable String path,
      @Nullable String text,
      @Nullable String waitsFor,
      @Nullable Instant at) {

    static Ending of(UUID id, Outcome outcome) {
      return switch (outcome) {
        case Outcome.Done() -> new Ending(id, InboxState.DONE, null, null, null, null, null);
        case Outcome.Ignored(String reason) -> new Ending(id, InboxState.IGNORED, null, null, reason, null, null);
        case Outcome.Parked(String rule, String path, String sentence, String waitsFor) ->
            new Ending(id, InboxState.PARKED, rule, path, sentence, waitsFor, null);
        case Outcome.RetryLater(Instant at, String reason) ->
            new Ending(id, InboxState.RECEIVED, null, null, reason, null, at);
      };
    }
  }
}
