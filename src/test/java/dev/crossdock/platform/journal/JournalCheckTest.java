package dev.crossdock.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Db;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(300)
class JournalCheckTest {

  private static final int TAMPERINGS = 1_000;
  private static final int BLOCKS = 12;
  private static final Merchant MAIN = Merchant.MAIN;

  @RegisterExtension static final Db db = Db.fresh();

  private static List<JournalHead> anchors;

  /** A journal of a dozen blocks and something pending, in a database whose constraints somebody has dropped. */
  @BeforeAll
  static void writeHistory() {
    Fixture fixture = new Fixture(db, MAIN);
    Sealer sealer = fixture.sealer("one");
    Random random = new Random(42);
    Map<String, Integer> versions = new TreeMap<>();
    for (int block = 0; block <= BLOCKS; block++) {
      for (int batch = random.nextInt(1, 5); batch > 0; batch--) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int n = random.nextInt(1, 5); n > 0; n--) {
          String stream = "thing:" + random.nextInt(9);
          int version = versions.merge(stream, 1, Integer::sum);
          String payload = "{\"fact\": %d}".formatted(random.nextInt());
          entries.add(new JournalEntry(stream, version, "thing.changed", fixture.time.instant(), payload));
        }
        fixture.door.run(MAIN, Tampering.cause(random), tx -> fixture.journal.append(tx, entries));
      }
      if (block < BLOCKS) {
        sealer.sealOnce(MAIN);
      }
    }
    anchors = List.of(fixture.door.<JournalHead>read(MAIN, SealerStore::head));
    dropConstraints(fixture);
    fixture.allowTampering();
  }

  @Test
  void findsNothingInAnHonestJournal() throws SQLException {
    JournalCheck.Report report = new JournalCheck(anchors).run(db.dataSource(), MAIN);

    assertThat(report.violations()).isEmpty();
    assertThat(report.blocks()).isEqualTo(BLOCKS);
    assertThat(report.entries()).isEqualTo(new Fixture(db, MAIN).count("journal"));
    assertThat(new JournalCheck(anchors).run(db.dataSource(), new Merchant(2)).violations()).isEmpty();
  }

  @Test
  void findsEveryTampering() throws SQLException {
    Map<String, Integer> found = new TreeMap<>();
    try (Connection connection = db.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      JournalCheck check = new JournalCheck(anchors);
      for (int seed = 0, done = 0; done < TAMPERINGS; seed++) {
        String what = new Tampering(connection, new Random(seed)).apply();
        if (!what.isEmpty()) {
          List<Violation> violations = check.run(connection, MAIN).violations();
          assertThat(violations).as("seed %d: %s", seed, what).isNotEmpty();
          violations.stream().map(Violation::invariant).distinct().forEach(id -> found.merge(id, 1, Integer::sum));
          done++;
        }
        connection.rollback();
      }
    }
    assertThat(found.keySet())
        .contains(
            "journal.row",
            "journal.root",
            "journal.block",
            "journal.chain",
            "journal.gap",
            "journal.batch",
            "journal.lost",
            "journal.twice",
            "journal.pending",
            "journal.version",
            "journal.anchor");
    assertThat(new JournalCheck(anchors).run(db.dataSource(), MAIN).violations()).isEmpty();
  }

  @Test
  void findsACutTailAndANewHistoryByAnAnchorOnly() throws SQLException {
    String cut = "DELETE FROM journal_pending; DELETE FROM journal WHERE batch NOT IN"
        + " (SELECT unnest(batches) FROM journal_block WHERE block < 12); DELETE FROM journal_block WHERE block >= 12";

    assertThat(violationsAfter(cut, anchors)).containsExactly("journal.anchor");
    assertThat(violationsAfter(cut, List.of())).isEmpty();
  }

  @Test
  void namesTheFirstBadPlace() throws SQLException {
    try (Connection connection = db.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute(
              "UPDATE journal SET payload = '{}' WHERE (batch, n) IN (SELECT batches[1], 0 FROM journal_block"
                  + " WHERE block = 5)");
      List<Violation> violations = new JournalCheck(List.of()).run(connection, MAIN).violations();
      connection.rollback();

      assertThat(violations).extracting(Violation::invariant).containsExactly("journal.row", "journal.root");
      assertThat(violations).extracting(Violation::where).containsOnly("block 5");
      assertThat(violations.getFirst().sentence()).contains("thing:").contains("version");
    }
  }

  @Test
  void reportsAReaderBehindTheEnd() throws SQLException {
    String reader = "INSERT INTO journal_reader VALUES (1, 'r', %s, 'one', 1, '2026-03-01T12:00:00Z')";

    assertThat(violationsAfter(reader.formatted("13, 0"), List.of())).containsExactly("journal.reader");
    assertThat(violationsAfter(reader.formatted("12, 1000"), List.of())).containsExactly("journal.reader");
    assertThat(violationsAfter(reader.formatted("12, 0"), List.of())).isEmpty();
  }

  @Test
  void doesNotFillTheMemoryWithADamageAllOver() throws SQLException {
    assertThat(violationsAfter("UPDATE journal SET source = 'x'", List.of()))
        .contains("journal.row")
        .hasSizeLessThan(300);
  }

  private static List<String> violationsAfter(String sql, List<JournalHead> anchors) throws SQLException {
    try (Connection connection = db.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try {
        connection.createStatement().execute(sql);
        return new JournalCheck(anchors).run(connection, MAIN).violations().stream().map(Violation::invariant).toList();
      } finally {
        connection.rollback();
      }
    }
  }

  private static void dropConstraints(Fixture fixture) {
    fixture
        .sql(
            """
            DO $$
            DECLARE c record;
            BEGIN
              FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
                WHERE conrelid IN ('journal'::regclass, 'journal_block'::regclass, 'journal_pending'::regclass)
                ORDER BY contype DESC
              LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I', c.t, c.conname);
              END LOOP;
              FOR c IN SELECT attrelid::regclass AS t, attname FROM pg_attribute
                WHERE attrelid IN ('journal'::regclass, 'journal_block'::regclass) AND attnum > 0 AND attnotnull
              LOOP
                EXECUTE format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL', c.t, c.attname);
              END LOOP;
            END $$
            """)
        .update();
  }
}
