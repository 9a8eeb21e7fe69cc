package dev.crossdock.inventory.checkout.internal;

import dev.crossdock.inventory.checkout.CheckoutHold.Part;
import dev.crossdock.inventory.checkout.CheckoutHold;
import dev.crossdock.inventory.checkout.CheckoutQuery;
import dev.crossdock.inventory.checkout.CheckoutState;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The holds' rows. Whoever changes one has locked it. */
public final class CheckoutStore {

  private static final String INSERT =
      """
      insert into checkout_hold (merchant, id, state, channel, account, reserved, version, created_at, expires_at)
      values (:merchant, :id::uuid, 'HELD', :channel, :account, :reserved, 1, :createdAt::timestamptz,
        :expiresAt::timestamptz)
      """;

  private static final String INSERT_PARTS =
      """
      insert into checkout_hold_part (merchant, hold, line, sku, location, units)
      select :merchant, :id::uuid, n.line, n.sku, n.location, n.units
      from unnest(:lines::int[], :skus::text[], :locations::text[], :units::int[]) as n(line, sku, location, units)
      """;

  private static final String UPDATE =
      """
      update checkout_hold h
      set state = n.state, reserved = n.reserved, order_id = n.order_id, version = n.version,
        expires_at = n.expires_at, ended_at = n.ended_at
      from unnest(:ids::uuid[], :states::text[], :reserved::bigint[], :orders::uuid[], :versions::int[],
        :expiresAt::timestamptz[], :endedAt::timestamptz[])
        as n(id, state, reserved, order_id, version, expires_at, ended_at)
      where h.merchant = :merchant and h.id = n.id and h.version = n.version - 1 and h.state = 'HELD'
      """;

  private static final String HEADS =
      """
      select h.id, h.state, h.channel, h.account, h.reserved, h.order_id, h.version, h.created_at, h.expires_at,
        h.ended_at
      from checkout_hold h
      """;

  private static final String FIND = HEADS + "where h.merchant = :merchant and h.id = any(:ids::uuid[])";

  private static final String LOCK = FIND + " order by h.id for no key update of h";

  private static final String LOCK_DUE =
      HEADS
          + """
          where h.merchant = :merchant and h.state = 'HELD' and h.expires_at <= :now::timestamptz
          order by h.expires_at, h.id
          limit :limit
          for no key update of h skip locked
          """;

  private static final String LIST =
      HEADS
          + """
          where h.merchant = :merchant and h.id < :before::uuid and (:state::text is null or h.state = :state)
            and (:sku::text is null or exists (
              select 1 from checkout_hold_part p where p.merchant = :merchant and p.hold = h.id and p.sku = :sku))
          order by h.id desc
          limit :limit
          """;

  private static final String PARTS =
      """
      select p.hold, p.line, p.sku, p.location, p.units
      from checkout_hold_part p
      where p.merchant = :merchant and p.hold = any(:ids::uuid[])
      order by p.hold, p.line, p.location
      """;

  private static final UUID LAST = new UUID(-1, -1);

  public void insert(Tx tx, CheckoutHold hold) {
    tx.sql(INSERT)
        .param("id", hold.id().toString())
        .param("channel", hold.channel())
        .param("account", hold.account())
        .param("reserved", hold.reserved())
        .param("createdAt", hold.createdAt().toString())
        .param("expiresAt", hold.expiresAt().toString())
        .update();
    Columns<Part> columns =
        Columns.of(hold.parts())
            .ints("lines", Part::line)
            .text("skus", Part::sku)
            .text("locations", Part::location)
            .ints("units", Part::units);
    tx.sql(INSERT_PARTS).params(columns.params()).param("id", hold.id().toString()).update();
  }

  /** Writes holds that are locked and held; an ended one never changes again. */
  public void update(Tx tx, List<CheckoutHold> holds) {
    Columns<CheckoutHold> columns =
        Columns.of(holds)
            .text("ids", CheckoutHold::id)
            .text("states", CheckoutHold::state)
            .longs("reserved", CheckoutHold::reserved)
            .text("orders", CheckoutHold::order)
            .ints("versions", CheckoutHold::version)
            .text("expiresAt", CheckoutHold::expiresAt)
            .text("endedAt", CheckoutHold::endedAt);
    int rows = tx.sql(UPDATE).params(columns.params()).update();
    if (rows != holds.size()) {
      throw new IllegalStateException(rows + " of " + holds.size() + " locked holds could be written");
    }
  }

  public List<CheckoutHold> find(Tx tx, Set<UUID> ids) {
    return whole(tx, tx.sql(FIND).params(Columns.of(ids).text("ids", id -> id).params()));
  }

  public List<CheckoutHold> lock(Tx tx, Set<UUID> ids) {
    return whole(tx, tx.sql(LOCK).params(Columns.of(ids).text("ids", id -> id).params()));
  }

  /** Holds whose time is over, the longest over first; those that somebody has locked are left out. */
  public List<CheckoutHold> lockDue(Tx tx, Instant now, int limit) {
    return whole(tx, tx.sql(LOCK_DUE).param("now", now.toString()).param("limit", limit));
  }

  public List<CheckoutHold> list(Tx tx, CheckoutQuery query) {
    UUID before = query.after() == null ? LAST : query.after();
    return whole(
        tx,
        tx.sql(LIST)
            .param("before", before.toString())
            .param("state", query.state() == null ? null : query.state().name())
            .param("sku", query.sku())
            .param("limit", query.limit()));
  }

  private static List<CheckoutHold> whole(Tx tx, StatementSpec statement) {
    List<CheckoutHold> heads = statement.query(CheckoutStore::head).list();
    if (heads.isEmpty()) {
      return heads;
    }
    Map<UUID, List<Part>> parts = new HashMap<>();
    tx.sql(PARTS)
        .params(Columns.of(heads).text("ids", CheckoutHold::id).params())
        .query(
            (ResultSet row) -> {
              UUID id = row.getObject("hold", UUID.class);
              parts.computeIfAbsent(id, first -> new ArrayList<>()).add(part(row));
            });
    return heads.stream().map(head -> head.with(parts.getOrDefault(head.id(), List.of()))).toList();
  }

  private static CheckoutHold head(ResultSet row, int number) throws SQLException {
    return new CheckoutHold(
        row.getObject("id", UUID.class),
        CheckoutState.valueOf(row.getString("state")),
        row.getString("channel"),
        row.getString("account"),
        List.of(),
        row.getLong("reserved"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        instant(row, "ended_at"),
        row.getObject("order_id", UUID.class),
        row.getInt("version"));
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(row.getInt("line"), row.getString("sku"), row.getString("location"), row.getInt("units"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
