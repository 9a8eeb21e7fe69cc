package dev.crossdock.inventory.transfers.internal;

import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.Transfer.Line;
import dev.crossdock.inventory.transfers.TransferState;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.HeadsAndLines;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The transfers' rows. Whoever changes one has locked its head. */
public final class TransferStore {

  private static final String INSERT =
      """
      insert into stock_transfer (merchant, id, number, from_location, to_location, state, expected_on, version,
        created_at)
      values (:merchant, :id::uuid, :number, :from, :to, :state, :expectedOn::date, :version, :createdAt::timestamptz)
      on conflict (merchant, number) do nothing
      """;

  private static final String INSERT_LINES =
      """
      insert into stock_transfer_line (merchant, transfer, line, sku, requested, shipped, received, lost)
      select :merchant, :id::uuid, n.line, n.sku, n.requested, 0, 0, 0
      from unnest(:lines::int[], :skus::text[], :requested::int[]) as n(line, sku, requested)
      """;

  private static final String UPDATE =
      """
      update stock_transfer t
      set state = :state, version = :version
      where t.merchant = :merchant and t.id = :id::uuid and t.version = :version - 1
      """;

  private static final String UPDATE_LINES =
      """
      update stock_transfer_line l
      set shipped = n.shipped, received = n.received, lost = n.lost
      from unnest(:lines::int[], :shipped::int[], :received::int[], :lost::int[]) as n(line, shipped, received, lost)
      where l.merchant = :merchant and l.transfer = :id::uuid and l.line = n.line
      """;

  private static final String HEADS =
      """
      select t.id, t.number, t.from_location, t.to_location, t.state, t.expected_on, t.version, t.created_at
      from stock_transfer t
      """;

  private static final String LOCK =
      HEADS + "where t.merchant = :merchant and t.id = :id::uuid for no key update of t";

  private static final String FIND = HEADS + "where t.merchant = :merchant and t.id = :id::uuid";

  private static final String LIST =
      HEADS
          + """
          where t.merchant = :merchant and t.id < :before::uuid and (:state::text is null or t.state = :state)
            and (:text::text is null or position(:text in t.number) > 0 or exists (
              select 1 from stock_transfer_line s
              where s.merchant = :merchant and s.transfer = t.id and s.sku = :text))
          order by t.id desc
          limit :limit
          """;

  private static final String LINES =
      """
      select l.transfer, l.line, l.sku, l.requested, l.shipped, l.received, l.lost
      from stock_transfer_line l
      where l.merchant = :merchant and l.transfer = any(:ids::uuid[])
      order by l.transfer, l.line
      """;

  private static final String TAKEN =
      "select count(*) from stock_transfer t where t.merchant = :merchant and t.number = :number";

  public boolean isTaken(Tx tx, String number) {
    return tx.sql(TAKEN).param("number", number).query(Integer.class).single() > 0;
  }

  public void insert(Tx tx, Transfer transfer) {
    int rows =
        tx.sql(INSERT)
            .param("id", transfer.id().toString())
            .param("number", transfer.number())
            .param("from", transfer.from())
            .param("to", transfer.to())
            .param("state", transfer.state().name())
            .param("expectedOn", transfer.expectedOn() == null ? null : transfer.expectedOn().toString())
            .param("version", transfer.version())
            .param("createdAt", transfer.createdAt().toString())
            .update();
    if (rows == 0) {
      throw new CannotAcquireLockException("a transfer's number was taken by two at the same time");
    }
    Columns<Line> columns =
        Columns.of(transfer.lines())
            .ints("lines", Line::line)
            .text("skus", Line::sku)
            .ints("requested", Line::requested);
    tx.sql(INSERT_LINES).params(columns.params()).param("id", transfer.id().toString()).update();
  }

  public void update(Tx tx, Transfer transfer) {
    int rows =
        tx.sql(UPDATE)
            .param("id", transfer.id().toString())
            .param("state", transfer.state().name())
            .param("version", transfer.version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a locked transfer could not be written");
    }
    Columns<Line> columns =
        Columns.of(transfer.lines())
            .ints("lines", Line::line)
            .ints("shipped", Line::shipped)
            .ints("received", Line::received)
            .ints("lost", Line::lost);
    tx.sql(UPDATE_LINES).params(columns.params()).param("id", transfer.id().toString()).update();
  }

  public Optional<Transfer> lock(Tx tx, UUID id) {
    return whole(tx, tx.sql(LOCK).param("id", id.toString())).stream().findFirst();
  }

  public Optional<Transfer> find(Tx tx, UUID id) {
    return whole(tx, tx.sql(FIND).param("id", id.toString())).stream().findFirst();
  }

  public List<Transfer> list(Tx tx, DocumentQuery query) {
    return whole(tx, tx.sql(LIST).params(query.params()));
  }

  private static List<Transfer> whole(Tx tx, StatementSpec heads) {
    return HeadsAndLines.whole(
        tx, heads.query(TransferStore::head).list(), Transfer::id, LINES, TransferStore::line, TransferStore::with);
  }

  private static Transfer with(Transfer head, List<Line> lines) {
    return new Transfer(
        head.id(), head.number(), head.from(), head.to(), head.state(), head.expectedOn(), lines, head.version(),
        head.createdAt());
  }

  private static Transfer head(ResultSet row, int number) throws SQLException {
    return new Transfer(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("from_location"),
        row.getString("to_location"),
        TransferState.valueOf(row.getString("state")),
        row.getObject("expected_on", LocalDate.class),
        List.of(),
        row.getInt("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getInt("line"),
        row.getString("sku"),
        row.getInt("requested"),
        row.getInt("shipped"),
        row.getInt("received"),
        row.getInt("lost"));
  }
}
