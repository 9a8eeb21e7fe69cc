package dev.crossdock.inventory.lots.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.skus.Asks;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;

/** The rows of lots. Whoever reads or writes here has locked the levels. */
public final class LotStore {

  private static final String COLUMNS =
      """
      select m.sku, m.lot, m.expires_on, m.single, m.first_at, l.location, l.on_hand, l.damaged, l.quality_control,
        l.expired
      """;

  /** Lots by name, wherever they lie: a serial number may lie elsewhere, an expiry is known from elsewhere. */
  private static final String NAMED =
      COLUMNS
          + """
          from unnest(:skus::text[], :lots::text[]) as k(sku, lot)
          join stock_lot m on m.merchant = :merchant and m.sku = k.sku and m.lot = k.lot
          left join stock_lot_level l on l.merchant = :merchant and l.sku = m.sku and l.lot = m.lot
          """;

  /** As many lots of a level as can be needed for so many units, those first that are to be taken first. */
  private static final String FIRST =
      COLUMNS
          + """
          from unnest(:skus::text[], :locations::text[], :units::int[], :shelfDays::int[])
            as n(sku, location, units, shelf_days)
          cross join lateral (
            select f.sku, f.lot, f.location, f.on_hand, f.damaged, f.quality_control, f.expired
            from stock_lot_level f
            join stock_lot h on h.merchant = :merchant and h.sku = f.sku and h.lot = f.lot
            where f.merchant = :merchant and f.sku = n.sku and f.location = n.location and f.on_hand > 0
            order by coalesce(h.expires_on - n.shelf_days < :today::date, false),
              f.on_hand <= f.damaged + f.quality_control + f.expired, h.expires_on nulls last, h.first_at, h.lot
            limit n.units) l
          join stock_lot m on m.merchant = :merchant and m.sku = l.sku and m.lot = l.lot
          """;

  private static final String DUE =
      """
      select l.sku, l.location, l.lot
      from stock_lot m
      join stock_lot_level l on l.merchant = :merchant and l.sku = m.sku and l.lot = m.lot
      join stock_level v on v.merchant = :merchant and v.sku = l.sku and v.location = l.location
      where m.merchant = :merchant and m.expires_on is not null and l.expired <> case
        when m.expires_on - v.shelf_days < :today::date then greatest(0, l.on_hand - l.damaged - l.quality_control)
        else 0 end
      order by l.sku, l.location, l.lot
      limit :limit
      """;

  private static final String MAKE =
      """
      insert into stock_lot as m (merchant, sku, lot, expires_on, single, first_at)
      select :merchant, n.sku, n.lot, n.expires_on::date, n.single::boolean, n.first_at
      from unnest(:skus::text[], :lots::text[], :expires::text[], :singles::text[], :firstAt::timestamptz[])
        as n(sku, lot, expires_on, single, first_at)
      order by n.sku, n.lot
      on conflict (merchant, sku, lot) do update set expires_on = excluded.expires_on
      where m.expires_on is null and excluded.expires_on is not null
      """;

  /** What leaves a place is written before what comes to another, because a serial number lies in one place only. */
  private static final String PUT =
      """
      insert into stock_lot_level (merchant, sku, location, lot, single, on_hand, damaged, quality_control, expired)
      select :merchant, n.sku, n.location, n.lot, n.single::boolean, n.on_hand, n.damaged, n.quality_control, n.expired
      from unnest(:skus::text[], :locations::text[], :lots::text[], :singles::text[], :onHand::int[], :damaged::int[],
        :qualityControl::int[], :expired::int[])
        as n(sku, location, lot, single, on_hand, damaged, quality_control, expired)
      order by n.on_hand, n.sku, n.location, n.lot
      on conflict (merchant, sku, location, lot) do update set on_hand = excluded.on_hand, damaged = excluded.damaged,
        quality_control = excluded.quality_control, expired = excluded.expired, single = excluded.single
      """;

  private static final String TELL =
      """
      insert into stock_ledger_lot (merchant, sku, location, ledger, lot, on_hand_delta, unavailable_delta)
      select :merchant, n.sku, n.location, n.ledger, n.lot, n.on_hand_delta, n.unavailable_delta
      from unnest(:skus::text[], :locations::text[], :ledgers::uuid[], :lots::text[], :onHand::int[],
        :unavailable::int[]) as n(sku, location, ledger, lot, on_hand_delta, unavailable_delta)
      """;

  /** Units that leave a level, of which nobody may have said the lots. */
  public record Going(StockKey level, long units) {}

  /**
   * A book of these levels.
   *
   * @param tracked the levels that are tracked by lot; when there are none, nothing is asked of the database
   * @param named lots that are named, by SKU
   * @param going units that leave tracked levels
   */
  public LotBook open(
      Tx tx, Map<StockKey, Asks> tracked, Map<String, List<LotUnits>> named, Collection<Going> going) {
    if (tracked.isEmpty()) {
      return LotBook.none(tx.now());
    }
    List<LotHead> heads = new ArrayList<>();
    List<LotRow> rows = new ArrayList<>();
    record Name(String sku, String lot) {}
    List<Name> names = new ArrayList<>();
    named.forEach((sku, lots) -> lots.stream()
        .map(LotUnits::lot)
        .filter(LotRules::isName)
        .distinct()
        .forEach(lot -> names.add(new Name(sku, lot))));
    if (!names.isEmpty()) {
      Columns<Name> columns = Columns.of(names).text("skus", Name::sku).text("lots", Name::lot);
      tx.sql(NAMED).params(columns.params()).query((ResultSet row) -> take(row, heads, rows));
    }
    if (!going.isEmpty()) {
      Columns<Going> columns =
          Columns.of(going)
              .text("skus", row -> row.level().sku())
              .text("locations", row -> row.level().location())
              .ints("units", row -> (int) Math.min(Integer.MAX_VALUE, row.units()))
              .ints("shelfDays", row -> tracked.getOrDefault(row.level(), Asks.NOTHING).shelfDays());
      tx.sql(FIRST)
          .params(columns.params())
          .param("today", LocalDate.ofInstant(tx.now(), ZoneOffset.UTC).toString())
          .query((ResultSet row) -> take(row, heads, rows));
    }
    return new LotBook(tracked, heads, rows, tx.now());
  }

  /** Lots at levels of which too many or too few units are blocked as expired today. */
  public List<LotKey> due(Tx tx, int limit) {
    return tx.sql(DUE)
        .param("today", LocalDate.ofInstant(tx.now(), ZoneOffset.UTC).toString())
        .param("limit", limit)
        .query(
            (ResultSet row, int number) ->
                new LotKey(new StockKey(row.getString("sku"), row.getString("location")), row.getString("lot")))
        .list();
  }

  /** Writes what a book worked out; {@code ledger} are the ids of the ledger's rows in their order. */
  public void write(Tx tx, LotBook book, List<UUID> ledger) {
    if (book.moves().isEmpty()) {
      return;
    }
    make(tx, book.made());
    try {
      tx.sql(PUT).params(columns(book.changed()).params()).update();
    } catch (DuplicateKeyException e) {
      throw new CannotAcquireLockException("a serial number came to two places at the same time: " + e.getMessage());
    }
    Columns<LotMove> moves =
        Columns.of(book.moves())
            .text("skus", move -> move.key().level().sku())
            .text("locations", move -> move.key().level().location())
            .text("ledgers", move -> ledger.get(move.row()))
            .text("lots", move -> move.key().lot())
            .ints("onHand", LotMove::onHandDelta)
            .ints("unavailable", LotMove::unavailableDelta);
    tx.sql(TELL).params(moves.params()).update();
  }

  private static void make(Tx tx, List<LotHead> made) {
    if (made.isEmpty()) {
      return;
    }
    Columns<LotHead> columns =
        Columns.of(made)
            .text("skus", LotHead::sku)
            .text("lots", LotHead::lot)
            .text("expires", LotHead::expiresOn)
            .text("singles", LotHead::serial)
            .text("firstAt", LotHead::firstAt);
    if (tx.sql(MAKE).params(columns.params()).update() != made.size()) {
      throw new CannotAcquireLockException("a lot first came to two places at the same time");
    }
  }

  private static Columns<LotRow> columns(Collection<LotRow> rows) {
    return Columns.of(rows)
        .text("skus", row -> row.key().level().sku())
        .text("locations", row -> row.key().level().location())
        .text("lots", row -> row.key().lot())
        .text("singles", LotRow::serial)
        .ints("onHand", LotRow::onHand)
        .ints("damaged", LotRow::damaged)
        .ints("qualityControl", LotRow::qualityControl)
        .ints("expired", LotRow::expired);
  }

  private static void take(ResultSet row, List<LotHead> heads, List<LotRow> rows) throws SQLException {
    String sku = row.getString("sku");
    String lot = row.getString("lot");
    boolean serial = row.getBoolean("single");
    heads.add(
        new LotHead(
            sku, lot, row.getObject("expires_on", LocalDate.class), serial,
            row.getObject("first_at", OffsetDateTime.class).toInstant()));
    String location = row.getString("location");
    if (location != null) {
      rows.add(
          new LotRow(
              new LotKey(new StockKey(sku, location), lot), serial, row.getInt("on_hand"), row.getInt("damaged"),
              row.getInt("quality_control"), row.getInt("expired")));
    }
  }
}
