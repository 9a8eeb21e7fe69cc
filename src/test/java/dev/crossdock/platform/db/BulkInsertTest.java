package dev.crossdock.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.ids.Ids;
import dev.crossdock.testing.Db;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows go into one table in the binary form, and into another as texts that PostgreSQL reads itself. */
class BulkInsertTest {

  private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(1, 1));
  private static final String COLUMNS =
      """
      (merchant int, id uuid, told text, payload json, n int, big bigint, maybe bigint, rate numeric(30, 6),
       flag boolean, at timestamptz, hash bytea, codes text[], words tsvector, primary key (merchant, id))
      """;
  private static final String AS_TEXTS =
      """
      insert into read_in
      select :merchant, r.id, r.told, r.payload, r.n, r.big, r.maybe, r.rate, r.flag, r.at, r.hash,
        string_to_array(r.codes, ' '), r.words
      from unnest(:id::uuid[], :told::text[], :payload::json[], :n::int[], :big::bigint[], :maybe::bigint[],
        :rate::numeric[], :flag::boolean[], :at::timestamptz[], :hash::bytea[], :codes::text[], :words::tsvector[])
        as r(id, told, payload, n, big, maybe, rate, flag, at, hash, codes, words)
      """;

  @RegisterExtension static final Db db = Db.fresh();

  private final Door door = new Door(db.dataSource(), NOON);
  private final JdbcClient sql = JdbcClient.create(db.dataSource());

  private final Ids ids = new Ids(NOON, new SplittableRandom(1));

  private record Thing(
      UUID id, @Nullable String told, @Nullable Long maybe, @Nullable BigDecimal rate, @Nullable Boolean flag,
      @Nullable Instant at, int n, long big, byte[] hash, List<String> codes, @Nullable Set<String> words) {}

  @BeforeEach
  void makeTables() {
    for (String table : List.of("copied", "read_in")) {
      sql.sql("drop table if exists " + table).update();
      sql.sql("create table " + table + COLUMNS).update();
    }
  }

  @Test
  void writesWhatPostgresqlWouldHaveRead() {
    List<Thing> things =
        List.of(
            thing("plain", "0", "2026-03-01T12:00:00.123456Z", List.of("A", "b-1"), Set.of("1/zoe", "1/90210")),
            thing("quo\"te, \\N \\. {brace}\t\n", "-0.5", "1969-12-31T23:59:59.999999Z", List.of(), Set.of()),
            thing("Zoë – 漢字 😀", "123456789012345678901234.654321", "1999-12-31T23:59:59Z", List.of("x"),
                Set.of("1/漢字")),
            thing("", "10000", "2000-01-01T00:00:00.0000007Z", List.of("漢"), Set.of("1/b", "1/a", "1/aa")),
            thing("", "0.000001", "9999-12-31T23:59:59Z", List.of("x", "y", "z"), Set.of("1/word")),
            new Thing(
                ids.next(), null, null, null, null, null, -1, Long.MIN_VALUE, new byte[0], List.of(), null));
    write(things);
    read(things);

    assertThat(differences()).isZero();
    assertThat(count("copied")).isEqualTo(things.size());
    assertThat(sql.sql("select count(*) from copied where words @@ '''1/aa'''::tsquery").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void growsWithWhatItIsGiven() {
    String story = "0123456789".repeat(30_000);
    List<Thing> things = new ArrayList<>();
    IntStream.range(0, 40)
        .mapToObj(n -> thing(story + n, "1", "2026-03-01T12:00:00Z", List.of("A"), Set.of("1/a")))
        .forEach(things::add);
    write(things);
    read(things);

    assertThat(differences()).isZero();
    assertThat(sql.sql("select sum(length(told)) from copied").query(Long.class).single())
        .isEqualTo(40 * 300_000 + 10 + 30 * 2);
  }

  @Test
  void writesForTheTransactionsMerchant() {
    Thing thing = thing("a", "1", "2026-03-01T12:00:00Z", List.of(), Set.of());
    door.run(new Merchant(7), CAUSE, tx -> tx.write(rows(List.of(thing))));
    assertThat(sql.sql("select merchant from copied").query(Integer.class).list()).containsExactly(7);
  }

  @Test
  void aKeyThatIsThereAlreadyBreaksTheTransactionOff() {
    Thing thing = thing("a", "1", "2026-03-01T12:00:00Z", List.of(), Set.of());
    write(List.of(thing));
    assertThatThrownBy(() -> write(List.of(thing))).isInstanceOf(DuplicateKeyException.class);
    assertThat(count("copied")).isEqualTo(1);
  }

  @Test
  void whatTheTableRefusesLeavesTheConnectionUsable() {
    Thing zero = thing("a zero \0 within", "1", "2026-03-01T12:00:00Z", List.of(), Set.of());
    assertThatThrownBy(() -> write(List.of(zero))).isInstanceOf(DataIntegrityViolationException.class);
    write(List.of(thing("a", "1", "2026-03-01T12:00:00Z", List.of(), Set.of())));
    assertThat(count("copied")).isEqualTo(1);
  }

  @Test
  void failsWhereAValueCannotBeToldAndWritesNothing() {
    Thing thing = thing("a", "1", "2026-03-01T12:00:00Z", List.of(), Set.of());
    BulkInsert<Thing> rows =
        BulkInsert.into("copied", List.of(thing)).uuid("id", Thing::id).text("told", BulkInsertTest::unable);
    assertThatThrownBy(() -> door.run(Merchant.MAIN, CAUSE, tx -> tx.write(rows)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(count("copied")).isZero();
    write(List.of(thing));
  }

  private Thing thing(String told, String rate, String at, List<String> codes, Set<String> words) {
    return new Thing(
        ids.next(), told, -5L, new BigDecimal(rate), true, Instant.parse(at), 42, Long.MAX_VALUE,
        new byte[] {0, 1, -1}, codes, words);
  }

  private static Object unable(Thing thing) {
    throw new IllegalStateException("no text for " + thing.id());
  }

  private void write(List<Thing> things) {
    door.run(Merchant.MAIN, CAUSE, tx -> tx.write(rows(things)));
  }

  private static BulkInsert<Thing> rows(List<Thing> things) {
    return BulkInsert.into("copied", things)
        .uuid("id", Thing::id)
        .text("told", Thing::told)
        .text("payload", BulkInsertTest::payload)
        .ints("n", Thing::n)
        .longs("big", Thing::big)
        .long8("maybe", Thing::maybe)
        .decimal("rate", Thing::rate)
        .flag("flag", Thing::flag)
        .time("at", Thing::at)
        .bytes("hash", Thing::hash)
        .texts("codes", Thing::codes)
        .words("words", Thing::words);
  }

  private void read(List<Thing> things) {
    Columns<Thing> columns =
        Columns.of(things)
            .text("id", Thing::id)
            .text("told", Thing::told)
            .text("payload", BulkInsertTest::payload)
            .ints("n", Thing::n)
            .longs("big", Thing::big)
            .text("maybe", Thing::maybe)
            .text("rate", t -> t.rate() == null ? null : t.rate().toPlainString())
            .text("flag", Thing::flag)
            .text("at", Thing::at)
            .bytes("hash", Thing::hash)
            .text("codes", t -> String.join(" ", t.codes()))
            .text("words", t -> t.words() == null ? null : String.join(" ", t.words()));
    sql.sql(AS_TEXTS).param("merchant", 1).params(columns.params()).update();
  }

  private static String payload(Thing thing) {
    return "{\"n\": " + thing.n() + ", \"told\": \"ü\"}";
  }

  private long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }

  private long differences() {
    String all = "select id, told, payload::text, n, big, maybe, rate, flag, at, hash, codes, words from ";
    return sql.sql(
            "select count(*) from ((%1$scopied except %1$sread_in) union all (%1$sread_in except %1$scopied)) d"
                .formatted(all))
        .query(Long.class)
        .single();
  }
}
