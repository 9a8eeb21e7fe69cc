package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A row that says who holds a lease. The writing methods say whether the row was as they expected. */
interface LeaseTable {

  Optional<Lease> find(Tx tx);

  boolean create(Tx tx, Lease first);

  boolean renew(Tx tx, Lease lease);

  /** Changes the holder, unless the row has changed since it was seen or is locked by its holder at this moment. */
  boolean take(Tx tx, Lease seen, Lease taken);

  static Lease lease(ResultSet row, int n) throws SQLException {
    return new Lease(
        row.getString("holder"),
        row.getLong("fence"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
