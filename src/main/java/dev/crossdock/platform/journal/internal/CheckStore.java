package dev.crossdock.platform.journal.internal;

import dev.crossdock.platform.journal.Hash;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a check reads, on one connection and in its transaction. Rows come as a stream, never all at once. */
public final class CheckStore {

  private static final String BLOCKS =
      """
      SELECT block, batches, sizes, entries, merkle_root, previous, hash, sealed_at, fence
      FROM journal_block WHERE merchant = :merchant ORDER BY block
      """;
  private static final String SEALED_ROWS =
      """
      COPY (
        SELECT j.merchant, j.batch, j.n, j.stream, j.version, j.type, j.happened_at, j.recorded_at, j.actor_kind,
          j.actor_id, j.source, j.correlation, j.causation, j.payload, j.row_hash, b.block
        FROM journal_block b
        CROSS JOIN LATERAL unnest(b.batches) WITH ORDINALITY AS u (batch, place)
        JOIN journal j ON j.merchant = :merchant AND j.batch = u.batch
        WHERE b.merchant = :merchant AND b.block BETWEEN :from AND :to
        ORDER BY b.block, u.place, j.n)
      TO STDOUT (FORMAT binary)
      """;
  private static final String PENDING_ROWS =
      """
      COPY (
        SELECT j.merchant, j.batch, j.n, j.stream, j.version, j.type, j.happened_at, j.recorded_at, j.actor_kind,
          j.actor_id, j.source, j.correlation, j.causation, j.payload, j.row_hash
        FROM journal_pending p JOIN journal j ON j.merchant = :merchant AND j.batch = p.batch
        WHERE p.merchant = :merchant ORDER BY j.version)
      TO STDOUT (FORMAT binary)
      """;
  private static final String PENDING_INCOMPLETE =
      """
      SELECT p.batch::text AS place, 'has ' || count(j.n) || ' of ' || p.entries || ' entries' AS sentence
      FROM journal_pending p LEFT JOIN journal j ON j.merchant = :merchant AND j.batch = p.batch
      WHERE p.merchant = :merchant GROUP BY p.batch, p.entries HAVING count(j.n) <> p.entries
      """;
  private static final String PENDING_AND_SEALED =
      """
      SELECT p.batch::text AS place, 'is pending although block ' || s.block || ' holds it' AS sentence
      FROM journal_pending p
      JOIN (SELECT b.block, unnest(b.batches) AS batch FROM journal_block b WHERE b.merchant = :merchant) s
        ON s.batch = p.batch
      WHERE p.merchant = :merchant
      """;
  private static final String COUNT = "SELECT count(*) FROM journal WHERE merchant = :merchant";
  private static final String IN_NO_BLOCK =
      """
      SELECT j.batch::text AS place, 'has ' || count(*) || ' entries that are in no block and not pending' AS sentence
      FROM journal j
      LEFT JOIN (SELECT unnest(b.batches) AS batch FROM journal_block b WHERE b.merchant = :merchant) s
        ON s.batch = j.batch
      LEFT JOIN journal_pending p ON p.merchant = :merchant AND p.batch = j.batch
      WHERE j.merchant = :merchant AND s.batch IS NULL AND p.batch IS NULL
      GROUP BY j.batch ORDER BY j.batch LIMIT 20
      """;
  private static final String SEALED_TWICE =
      """
      SELECT s.batch::text AS place, 'is sealed ' || count(*) || ' times' AS sentence
      FROM (SELECT unnest(b.batches) AS batch FROM journal_block b WHERE b.merchant = :merchant) s
      GROUP BY s.batch HAVING count(*) > 1 ORDER BY s.batch LIMIT 20
      """;
  private static final String READER_AHEAD =
      """
      SELECT r.reader AS place, 'stands at ' || r.block || '/' || r.idx || ', behind the end' AS sentence
      FROM journal_reader r LEFT JOIN journal_block b ON b.merchant = :merchant AND b.block = r.block
      WHERE r.merchant = :merchant AND r.block > 0 AND (b.block IS NULL OR r.idx >= b.entries)
      """;
  private static final int FETCH_SIZE = 50;
  private static final int YEAR_MAX = 10_000; // PostgreSQL knows infinity, and years beyond what an Instant holds
  private static final UUID NO_BATCH = new UUID(0, 0);

  private final Connection connection;
  private final int merchant;
  private final JdbcClient client;

  public CheckStore(Connection connection, int merchant) {
    JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    template.setFetchSize(FETCH_SIZE);
    this.connection = connection;
    this.merchant = merchant;
    this.client = JdbcClient.create(template);
  }

  /** Every block, by number. One that cannot even be read is a finding. */
  public void blocks(Consumer<StoredBlock> each, Findings findings) {
    client
        .sql(BLOCKS)
        .param("merchant", merchant)
        .query(
            row -> {
              StoredBlock block = block(row, findings);
              if (block != null) {
                each.accept(block);
              }
            });
  }

  public CopyRows sealedRows(long fromBlock, long toBlock) throws SQLException {
    return copy(SEALED_ROWS.replace(":from", Long.toString(fromBlock)).replace(":to", Long.toString(toBlock)));
  }

  public CopyRows pendingRows() throws SQLException {
    return copy(PENDING_ROWS);
  }

  public long count() {
    return client.sql(COUNT).param("merchant", merchant).query(Long.class).single();
  }

  public void pendingFaults(Findings findings) {
    find(PENDING_INCOMPLETE, "journal.pending", findings);
    find(PENDING_AND_SEALED, "journal.pending", findings);
  }

  public void inNoBlock(Findings findings) {
    find(IN_NO_BLOCK, "journal.lost", findings);
  }

  public void sealedTwice(Findings findings) {
    find(SEALED_TWICE, "journal.twice", findings);
  }

  public void readersAhead(Findings findings) {
    find(READER_AHEAD, "journal.reader", findings);
  }

  private void find(String sql, String invariant, Findings findings) {
    client
        .sql(sql)
        .param("merchant", merchant)
        .query(
            row -> {
              findings.add(invariant, row.getString("place"), row.getString("sentence"));
            });
  }

  /** COPY takes no parameters; these are numbers. */
  private CopyRows copy(String sql) throws SQLException {
    return new CopyRows(
        connection.unwrap(PGConnection.class), sql.replace(":merchant", Integer.toString(merchant)));
  }

  private @Nullable StoredBlock block(ResultSet row, Findings findings) throws SQLException {
    long number = row.getLong("block");
    OffsetDateTime sealedAt = row.getObject("sealed_at", OffsetDateTime.class);
    if (array(row, "batches") instanceof UUID[] batches
        && array(row, "sizes") instanceof Integer[] sizes
        && sealedAt != null
        && Math.abs(sealedAt.getYear()) < YEAR_MAX) {
      Block block =
          new Block(
              merchant,
              number,
              Arrays.stream(batches).map(batch -> batch == null ? NO_BATCH : batch).toList(),
              Arrays.stream(sizes).map(size -> size == null ? 0 : size).toList(),
              row.getInt("entries"),
              hash(row, "merkle_root"),
              hash(row, "previous"),
              sealedAt.toInstant(),
              row.getLong("fence"));
      return new StoredBlock(block, hash(row, "hash"));
    }
    findings.add("journal.block", "block " + number, "cannot be read");
    return null;
  }

  private static @Nullable Object array(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? null : array.getArray();
  }

  private static Hash hash(ResultSet row, String column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return Hash.of(bytes == null ? new byte[0] : bytes);
  }
}
