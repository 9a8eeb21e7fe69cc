package dev.crossdock.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Db;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class ColumnsTest {

  @RegisterExtension static final Db db = Db.fresh();

  private record Thing(@Nullable String text, int number, long big, byte[] bytes, UUID id, Instant at) {}

  @Test
  void carriesEveryTypeThroughUnnest() {
    List<Thing> things =
        List.of(
            thing("plain", 1),
            thing("quo\"te, back\\slash {brace} 'single' NULL", -2),
            thing("", Integer.MAX_VALUE),
            thing(null, 0),
            thing("Zoë – 漢字 😀\n\ttab", Integer.MIN_VALUE));
    Columns<Thing> columns =
        Columns.of(things)
            .text("texts", Thing::text)
            .ints("numbers", Thing::number)
            .longs("bigs", Thing::big)
            .bytes("bytes", Thing::bytes)
            .text("ids", Thing::id)
            .text("times", Thing::at);

    List<Thing> back =
        JdbcClient.create(db.dataSource())
            .sql(
                """
                SELECT * FROM unnest(:texts::text[], :numbers::int[], :bigs::bigint[], :bytes::bytea[], :ids::uuid[],
                  :times::timestamptz[]) WITH ORDINALITY AS r (text, number, big, bytes, id, at, place) ORDER BY place
                """)
            .params(columns.params())
            .query(
                (row, n) ->
                    new Thing(
                        row.getString("text"),
                        row.getInt("number"),
                        row.getLong("big"),
                        row.getBytes("bytes"),
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
            .list();
    assertThat(back).usingRecursiveComparison().isEqualTo(things);
  }

  @Test
  void carriesNoRowsAtAll() {
    Columns<Thing> none = Columns.of(List.<Thing>of()).text("texts", Thing::text).bytes("bytes", Thing::bytes);

    assertThat(
            JdbcClient.create(db.dataSource())
                .sql("SELECT count(*) FROM unnest(:texts::text[], :bytes::bytea[])")
                .params(none.params())
                .query(Long.class)
                .single())
        .isZero();
  }

  private static Thing thing(@Nullable String text, int number) {
    byte[] bytes = {(byte) number, 0, -1};
    Instant at = Instant.parse("2026-03-01T12:00:00.000001Z").plusSeconds(number % 1000);
    return new Thing(text, number, number * 10_000_000_000L / 7, bytes, new UUID(number, 1), at);
  }
}
