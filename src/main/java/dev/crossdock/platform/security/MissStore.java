package dev.crossdock.platform.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong tries, counted by all nodes together. */
final class MissStore {

  private static final String FIND =
      """
      select encode(m.what, 'hex') as what, m.misses, m.last_at
      from sign_in_miss m
      where m.what in (select decode(w.what, 'hex') from unnest(:whats::text[]) as w(what))
      """;

  /** In one order, so that two who miss at once do not wait for each other. */
  private static final String MISSED =
      """
      insert into sign_in_miss (what, misses, last_at)
      select decode(w.what, 'hex'), 1, :now::timestamptz
      from unnest(:whats::text[]) as w(what)
      order by w.what
      on conflict (what) do update
      set misses = case when sign_in_miss.last_at < :forgotten::timestamptz then 1 else sign_in_miss.misses + 1 end,
        last_at = excluded.last_at
      """;

  private static final String SUCCEEDED = "delete from sign_in_miss where what = decode(:what, 'hex')";

  private static final String FORGET = "delete from sign_in_miss where last_at < :forgotten::timestamptz";

  /** So many, and when the last was. */
  record Misses(int count, Instant last) {}

  private record Row(String what, Misses misses) {}

  Map<String, Misses> find(JdbcClient client, byte[]... whats) {
    return client
        .sql(FIND)
        .param("whats", texts(whats))
        .query((row, n) -> row(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Row::what, Row::misses));
  }

  void missed(JdbcClient client, Instant now, Instant forgotten, byte[]... whats) {
    client.sql(MISSED)
        .param("whats", texts(whats))
        .param("now", now.toString())
        .param("forgotten", forgotten.toString())
        .update();
  }

  void succeeded(JdbcClient client, byte[] what) {
    client.sql(SUCCEEDED).param("what", HexFormat.of().formatHex(what)).update();
  }

  void forget(JdbcClient client, Instant forgotten) {
    client.sql(FORGET).param("forgotten", forgotten.toString()).update();
  }

  private static Row row(ResultSet row) throws SQLException {
    Instant last = row.getObject("last_at", OffsetDateTime.class).toInstant();
    return new Row(row.getString("what"), new Misses(row.getInt("misses"), last));
  }

  private static String[] texts(byte[]... whats) {
    return Stream.of(whats).map(what -> HexFormat.of().formatHex(what)).distinct().toArray(String[]::new);
  }
}
