package dev.crossdock.inventory.counting.internal;

import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.Line;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.counting.StockCount.Lot;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.HeadsAndLines;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The counts' rows. Whoever changes one has locked its head. */
public final class CountStore {

  private static final String INSERT =
      """
      insert into stock_count (merchant, id, number, location, state, approve_above, version, created_at)
      values (:merchant, :id::uuid, :number, :location, :state, :approveAbove, :version, :createdAt::timestamptz)
      on conflict (merchant, number) do nothing
      """;

  private static final String INSERT_LINES =
      """
      insert into stock_count_line (merchant, stock_count, line, sku, bin, state, expected, frozen)
      select :merchant, :id::uuid, n.line, n.sku, n.bin, n.state, n.expected, n.frozen
      from unnest(:lines::int[], :skus::text[], :bins::text[], :states::text[], :expected::int[], :frozen::int[])
        as n(line, sku, bin, state, expected, frozen)
      """;

  private static final String UPDATE =
      """
      update stock_count c
      set state = :state, version = :version
      where c.merchant = :merchant and c.id = :id::uuid and c.version = :version - 1
      """;

  private static final String UPDATE_LINES =
      """
      update stock_count_line l
      set state = n.state, counted = n.counted::int, variance = n.variance::int, counted_at = n.counted_at::timestamptz
      from unnest(:lines::int[], :states::text[], :counted::text[], :variances::text[], :countedAt::text[])
        as n(line, state, counted, variance, counted_at)
      where l.merchant = :merchant and l.stock_count = :id::uuid and l.line = n.line
      """;

  private static final String CLEAR_LOTS =
      """
      delete from stock_count_lot t
      where t.merchant = :merchant and t.stock_count = :id::uuid and t.line = any(:lines::int[])
      """;

  private static final String INSERT_LOTS =
      """
      insert into stock_count_lot (merchant, stock_count, line, n, lot, expires_on, expected, counted)
      select :merchant, :id::uuid, t.line, t.n, t.lot, t.expires_on::date, t.expected, t.counted
      from unnest(:lines::int[], :places::int[], :lots::text[], :expires::text[], :expected::int[], :counted::int[])
        as t(line, n, lot, expires_on, expected, counted)
      """;

  private static final String LOTS =
      """
      select t.stock_count, t.line, t.lot, t.expires_on, t.expected, t.counted
      from stock_count_lot t
      where t.merchant = :merchant and t.stock_count = any(:ids::uuid[])
      order by t.stock_count, t.line, t.n
      """;

  private static final String HEADS =
      """
      select c.id, c.number, c.location, c.state, c.approve_above, c.version, c.created_at
      from stock_count c
      """;

  private static final String LOCK =
      HEADS + "where c.merchant = :merchant and c.id = :id::uuid for no key update of c";

  private static final String FIND = HEADS + "where c.merchant = :merchant and c.id = :id::uuid";

  private static final String LIST =
      HEADS
          + """
          where c.merchant = :merchant and c.id < :before::uuid and (:state::text is null or c.state = :state)
            and (:text::text is null or position(:text in c.number) > 0 or exists (
              select 1 from stock_count_line s
              where s.merchant = :merchant and s.stock_count = c.id and s.sku = :text))
          order by c.id desc
          limit :limit
          """;

  private static final String LINES =
      """
      select l.stock_count, l.line, l.sku, l.bin, l.state, l.expected, l.frozen, l.counted, l.variance, l.counted_at
      from stock_count_line l
      where l.merchant = :merchant and l.stock_count = any(:ids::uuid[])
      order by l.stock_count, l.line
      """;

  private static final String TAKEN =
      "select count(*) from stock_count c where c.merchant = :merchant and c.number = :number";

  public boolean isTaken(Tx tx, String number) {
    return tx.sql(TAKEN).param("number", number).query(Integer.class).single() > 0;
  }

  public void insert(Tx tx, StockCount count) {
    int rows =
        tx.sql(INSERT)
            .param("id", count.id().toString())
            .param("number", count.number())
            .param("location", count.location())
            .param("state", count.state().name())
            .param("approveAbove", count.approveAbove())
            .param("version", count.version())
            .param("createdAt", count.createdAt().toString())
            .update();
    if (rows == 0) {
      throw new CannotAcquireLockException("a count's number was taken by two at the same time");
    }
    Columns<Line> columns =
        Columns.of(count.lines())
            .ints("lines", Line::line)
            .text("skus", Line::sku)
            .text("bins", Line::bin)
            .text("states", Line::state)
            .ints("expected", Line::expected)
            .ints("frozen", Line::frozen);
    tx.sql(INSERT_LINES).params(columns.params()).param("id", count.id().toString()).update();
  }

  public void update(Tx tx, StockCount before, StockCount count) {
    int rows =
        tx.sql(UPDATE)
            .param("id", count.id().toString())
            .param("state", count.state().name())
            .param("version", count.version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a locked count could not be written");
    }
    Columns<Line> columns =
        Columns.of(count.lines())
            .ints("lines", Line::line)
            .text("states", Line::state)
            .text("counted", Line::counted)
            .text("variances", Line::variance)
            .text("countedAt", Line::countedAt);
    tx.sql(UPDATE_LINES).params(columns.params()).param("id", count.id().toString()).update();
    List<Line> changed =
        count.lines().stream()
            .filter(line -> !line.lots().equals(before.lines().get(line.line() - 1).lots()))
            .toList();
    if (!changed.isEmpty()) {
      writeLots(tx, count, changed);
    }
  }

  private static void writeLots(Tx tx, StockCount count, List<Line> lines) {
    tx.sql(CLEAR_LOTS)
        .params(Columns.of(lines).ints("lines", Line::line).params())
        .param("id", count.id().toString())
        .update();
    List<LotOfLine> rows = new ArrayList<>();
    for (Line line : lines) {
      line.lots().forEach(lot -> rows.add(new LotOfLine(line.line(), rows.size(), lot)));
    }
    if (!rows.isEmpty()) {
      Columns<LotOfLine> columns =
          Columns.of(rows)
              .ints("lines", LotOfLine::line)
              .ints("places", LotOfLine::place)
              .text("lots", row -> row.lot().lot())
              .text("expires", row -> row.lot().expiresOn())
              .ints("expected", row -> row.lot().expected())
              .ints("counted", row -> row.lot().counted());
      tx.sql(INSERT_LOTS).params(columns.params()).param("id", count.id().toString()).update();
    }
  }

  private record LotOfLine(int line, int place, Lot lot) {}

  public Optional<StockCount> lock(Tx tx, UUID id) {
    return whole(tx, tx.sql(LOCK).param("id", id.toString())).stream().findFirst();
  }

  public Optional<StockCount> find(Tx tx, UUID id) {
    return whole(tx, tx.sql(FIND).param("id", id.toString())).stream().findFirst();
  }

  public List<StockCount> list(Tx tx, DocumentQuery query) {
    return whole(tx, tx.sql(LIST).params(query.params()));
  }

  private static List<StockCount> whole(Tx tx, StatementSpec heads) {
    List<StockCount> counts =
        HeadsAndLines.whole(
            tx, heads.query(CountStore::head).list(), StockCount::id, LINES, CountStore::line, CountStore::with);
    return HeadsAndLines.whole(tx, counts, StockCount::id, LOTS, CountStore::lot, CountStore::withLots);
  }

  private static StockCount withLots(StockCount count, List<LotOfLine> lots) {
    if (lots.isEmpty()) {
      return count;
    }
    Map<Integer, List<Lot>> byLine = new HashMap<>();
    lots.forEach(lot -> byLine.computeIfAbsent(lot.line(), first -> new ArrayList<>()).add(lot.lot()));
    return with(
        count,
        count.lines().stream()
            .map(line -> line.withLots(byLine.getOrDefault(line.line(), List.of())))
            .toList());
  }

  private static LotOfLine lot(ResultSet row) throws SQLException {
    return new LotOfLine(
        row.getInt("line"),
        0,
        new Lot(
            row.getString("lot"), row.getObject("expires_on", LocalDate.class), row.getInt("expected"),
            row.getInt("counted")));
  }

  private static StockCount with(StockCount head, List<Line> lines) {
    return new StockCount(
        head.id(), head.number(), head.location(), head.state(), head.approveAbove(), lines, head.version(),
        head.createdAt());
  }

  private static StockCount head(ResultSet row, int number) throws SQLException {
    return new StockCount(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("location"),
        StockCount.State.valueOf(row.getString("state")),
        row.getInt("approve_above"),
        List.of(),
        row.getInt("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Line line(ResultSet row) throws SQLException {
    OffsetDateTime countedAt = row.getObject("counted_at", OffsetDateTime.class);
    return new Line(
        row.getInt("line"),
        row.getString("sku"),
        row.getString("bin"),
        LineState.valueOf(row.getString("state")),
        row.getInt("expected"),
        row.getInt("frozen"),
        row.getObject("counted", Integer.class),
        row.getObject("variance", Integer.class),
        countedAt == null ? null : countedAt.toInstant(),
        List.of());
  }
}
