package dev.crossdock.platform.checks;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The runs and what they found. */
final class CheckRunStore {

  private static final String INSERT =
      """
      insert into check_run (merchant, id, state, asked_by, asked_at, row_count, violations, sentences)
      values (:merchant, :id::uuid, 'WAITING', :askedBy, :now::timestamptz, 0, 0, '{}')
      """;

  private static final String BEGIN =
      """
      update check_run r
      set state = 'RUNNING', started_at = :now::timestamptz
      where r.merchant = :merchant and r.id = :id::uuid and r.state in ('WAITING', 'RUNNING')
      """;

  private static final String END =
      """
      update check_run r
      set state = :state, ended_at = :now::timestamptz, row_count = :rows, violations = :violations,
        sentences = :sentences::text[]
      where r.merchant = :merchant and r.id = :id::uuid and r.state = 'RUNNING'
      """;

  private static final String INSERT_VIOLATIONS =
      """
      insert into check_violation (merchant, run, n, invariant, place, sentence)
      select :merchant, :id::uuid, v.n, v.invariant, v.place, v.sentence
      from unnest(:invariants::text[], :places::text[], :sentences::text[]) with ordinality
        as v(invariant, place, sentence, n)
      """;

  private static final String RUNS =
      """
      select r.id, r.state, r.asked_by, r.asked_at, r.started_at, r.ended_at, r.row_count, r.violations, r.sentences
      from check_run r
      """;

  private static final String LIST = RUNS + "where r.merchant = :merchant order by r.id desc limit :limit";

  private static final String FIND = RUNS + "where r.merchant = :merchant and r.id = :id::uuid";

  private static final String LAST =
      RUNS + "where r.merchant = :merchant and r.state = 'DONE' order by r.id desc limit 1";

  private static final String OPEN =
      RUNS
          + """
          where r.merchant = :merchant and r.state in ('WAITING', 'RUNNING') and r.asked_at > :since::timestamptz
          order by r.id desc
          limit 1
          """;

  private static final String VIOLATIONS =
      """
      select v.invariant, v.place, v.sentence
      from check_violation v
      where v.merchant = :merchant and v.run = :id::uuid
      order by v.n
      limit :limit
      """;

  private static final String FORGET =
      """
      delete from check_run r
      where r.merchant = :merchant and r.asked_at < :before::timestamptz
      """;

  void insert(Tx tx, UUID id, String askedBy) {
    tx.sql(INSERT).param("id", id.toString()).param("askedBy", askedBy).param("now", tx.now().toString()).update();
  }

  /** Whether it was still to be run. */
  boolean begin(Tx tx, UUID id) {
    return tx.sql(BEGIN).param("id", id.toString()).param("now", tx.now().toString()).update() == 1;
  }

  void end(Tx tx, UUID id, CheckRun.State state, List<Check.Report> reports, List<Violation> told) {
    int ended =
        tx.sql(END)
            .param("id", id.toString())
            .param("state", state.name())
            .param("now", tx.now().toString())
            .param("rows", reports.stream().mapToLong(Check.Report::rows).sum())
            .param("violations", reports.stream().mapToInt(report -> report.violations().size()).sum())
            .params(Columns.of(reports).text("sentences", Check.Report::sentence).params())
            .update();
    if (ended == 1 && !told.isEmpty()) {
      Columns<Violation> columns =
          Columns.of(told)
              .text("invariants", Violation::invariant)
              .text("places", Violation::where)
              .text("sentences", Violation::sentence);
      tx.sql(INSERT_VIOLATIONS).params(columns.params()).param("id", id.toString()).update();
    }
  }

  List<CheckRun> list(Tx tx, int limit) {
    return tx.sql(LIST).param("limit", limit).query(CheckRunStore::run).list();
  }

  Optional<CheckRun> find(Tx tx, UUID id) {
    return tx.sql(FIND).param("id", id.toString()).query(CheckRunStore::run).optional();
  }

  Optional<CheckRun> last(Tx tx) {
    return tx.sql(LAST).query(CheckRunStore::run).optional();
  }

  Optional<CheckRun> open(Tx tx, Instant since) {
    return tx.sql(OPEN).param("since", since.toString()).query(CheckRunStore::run).optional();
  }

  List<Violation> violations(Tx tx, UUID id, int limit) {
    return tx.sql(VIOLATIONS)
        .param("id", id.toString())
        .param("limit", limit)
        .query((row, n) -> new Violation(row.getString("invariant"), row.getString("place"), row.getString("sentence")))
        .list();
  }

  void forget(Tx tx, Instant before) {
    tx.sql(FORGET).param("before", before.toString()).update();
  }

  private static CheckRun run(ResultSet row, int number) throws SQLException {
    List<String> sentences = new ArrayList<>(List.of((String[]) row.getArray("sentences").getArray()));
    return new CheckRun(
        row.getObject("id", UUID.class),
        CheckRun.State.valueOf(row.getString("state")),
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getLong("row_count"),
        row.getInt("violations"),
        sentences);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
