package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What happened to one thing, or to a few, sealed or not: for timelines and for showing an order as it was. */
public final class JournalHistory {

  /** The most events of one stream a call gives; more are asked for by version. */
  public static final int LIMIT_MAX = 10_000;

  private static final String OF_STREAMS =
      """
      SELECT j.batch, j.n, j.stream, j.version, j.type, j.happened_at, j.recorded_at, j.actor_kind, j.actor_id,
        j.source, j.correlation, j.causation, j.payload
      FROM journal j
      WHERE j.merchant = :merchant AND j.stream = ANY (:streams::text[])
        AND j.version > :after AND j.version <= :upTo
      ORDER BY j.stream, j.version
      """;

  private JournalHistory() {}

  /** The stream's first events, by version. */
  public static List<JournalEvent> ofStream(Tx tx, String stream) {
    return ofStream(tx, stream, 0, LIMIT_MAX);
  }

  /** Up to {@code limit} events of the stream after a version, by version. */
  public static List<JournalEvent> ofStream(Tx tx, String stream, int afterVersion, int limit) {
    return read(tx, List.of(stream), afterVersion, limit);
  }

  /** The first events of each stream, by version. A stream without events has no entry. */
  public static Map<String, List<JournalEvent>> ofStreams(Tx tx, Collection<String> streams) {
    return read(tx, streams, 0, LIMIT_MAX).stream()
        .collect(Collectors.groupingBy(JournalEvent::stream, LinkedHashMap::new, Collectors.toList()));
  }

  private static List<JournalEvent> read(Tx tx, Collection<String> streams, int after, int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("limit " + limit + " is not within 1 and " + LIMIT_MAX);
    }
    return tx.sql(OF_STREAMS)
        .params(Columns.of(streams).text("streams", stream -> stream).params())
        .param("after", after)
        .param("upTo", (int) Math.min(Integer.MAX_VALUE, (long) after + limit)) // versions have no gaps
        .query(JournalHistory::event)
        .list();
  }

  static JournalEvent event(ResultSet row, int n) throws SQLException {
    Actor actor = new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id"));
    return new JournalEvent(
        row.getObject("batch", UUID.class),
        row.getInt("n"),
        row.getString("stream"),
        row.getInt("version"),
        row.getString("type"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new Cause(
            actor,
            row.getString("source"),
            row.getObject("correlation", UUID.class),
            row.getObject("causation", UUID.class)),
        row.getString("payload"));
  }
}
