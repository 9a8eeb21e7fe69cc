package dev.crossdock.inventory.returning.internal;

import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.returning.IncomingReturn;
import dev.crossdock.inventory.returning.ReturnState;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of announced returns. Whoever changes one has locked it. */
public final class ReturnStore {

  private static final String INSERT =
      """
      insert into incoming_return (merchant, id, number, reference, sku, location, state, announced, received,
        expected_on, version, created_at)
      values (:merchant, :id::uuid, :number, :reference, :sku, :location, :state, :announced, :received,
        :expectedOn::date, :version, :createdAt::timestamptz)
      on conflict (merchant, number) do nothing
      """;

  private static final String UPDATE =
      """
      update incoming_return
      set state = :state, received = :received, version = :version
      where merchant = :merchant and id = :id::uuid and version = :version - 1
      """;

  private static final String ROWS =
      """
      select r.id, r.number, r.reference, r.sku, r.location, r.state, r.announced, r.received, r.expected_on, r.version,
        r.created_at
      from incoming_return r
      where r.merchant = :merchant
      """;

  private static final String FIND = ROWS + " and r.id = :id::uuid";

  private static final String LOCK = FIND + " for no key update of r";

  private static final String LIST =
      ROWS
          + """
          and r.id < :before::uuid and (:state::text is null or r.state = :state)
          and (:text::text is null or position(:text in r.number) > 0 or r.sku = :text or r.reference = :text)
          order by r.id desc
          limit :limit
          """;

  private static final String TAKEN =
      "select count(*) from incoming_return r where r.merchant = :merchant and r.number = :number";

  public boolean isTaken(Tx tx, String number) {
    return tx.sql(TAKEN).param("number", number).query(Integer.class).single() > 0;
  }

  /** False when another return has the number. */
  public boolean insert(Tx tx, IncomingReturn coming) {
    int rows =
        tx.sql(INSERT)
            .param("id", coming.id().toString())
            .param("number", coming.number())
            .param("reference", coming.reference())
            .param("sku", coming.sku())
            .param("location", coming.location())
            .param("state", coming.state().name())
            .param("announced", coming.announced())
            .param("received", coming.received())
            .param("expectedOn", coming.expectedOn() == null ? null : coming.expectedOn().toString())
            .param("version", coming.version())
            .param("createdAt", coming.createdAt().toString())
            .update();
    return rows == 1;
  }

  public void update(Tx tx, IncomingReturn coming) {
    int rows =
        tx.sql(UPDATE)
            .param("id", coming.id().toString())
            .param("state", coming.state().name())
            .param("received", coming.received())
            .param("version", coming.version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a locked return could not be written");
    }
  }

  public Optional<IncomingReturn> lock(Tx tx, UUID id) {
    return tx.sql(LOCK).param("id", id.toString()).query(ReturnStore::row).optional();
  }

  public Optional<IncomingReturn> find(Tx tx, UUID id) {
    return tx.sql(FIND).param("id", id.toString()).query(ReturnStore::row).optional();
  }

  public List<IncomingReturn> list(Tx tx, DocumentQuery query) {
    return tx.sql(LIST).params(query.params()).query(ReturnStore::row).list();
  }

  private static IncomingReturn row(ResultSet row, int number) throws SQLException {
    return new IncomingReturn(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("reference"),
        row.getString("sku"),
        row.getString("location"),
        ReturnState.valueOf(row.getString("state")),
        row.getInt("announced"),
        row.getInt("received"),
        row.getObject("expected_on", LocalDate.class),
        row.getInt("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
