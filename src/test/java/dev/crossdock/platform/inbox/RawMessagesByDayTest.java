package dev.crossdock.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Db;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation whose raw messages lay in one table gets a table a day, while a node of the version before works. */
class RawMessagesByDayTest {

  private static final String BEFORE = "inbox_body_before";

  /** As the version before stores and reads them. */
  private static final String OLD_INSERT =
      """
      insert into inbox_body (merchant, inbox_id, headers, body, received_at, retain_until)
      values (1, ?::uuid, '{}', 'old', ?::timestamptz, ?::timestamptz + interval '30 days')
      """;

  private static final String OLD_CLAIM =
      """
      select count(*)
      from inbox i
      join inbox_body b on b.merchant = 1 and b.inbox_id = i.id
      where i.merchant = 1 and i.state = 'RECEIVED'
      """;

  @RegisterExtension final Db db = Db.bare();

  @Test
  void theOldTableTakesAWeekMoreAndGoesWhenAllInItIsOver() throws SQLException {
    upTo("0173");
    try (InboxFixture fixture = new InboxFixture(db); Connection old = db.dataSource().getConnection();
        PreparedStatement insert = old.prepareStatement(OLD_INSERT);
        PreparedStatement claim = old.prepareStatement(OLD_CLAIM)) {
      UUID first = fixture.stored("before");
      for (int n = 0; n < 10; n++) { // often enough for a plan that is kept
        insert(insert, fixture);
        assertThat(count(claim)).isEqualTo(1);
      }

      for (String version : List.of("0174", "0175", "0176")) {
        upTo(version);
        insert(insert, fixture);
      }

      assertThat(count(claim)).isEqualTo(1);
      assertThat(InboxFixture.tableOf(db, first)).isEqualTo(BEFORE);
      assertThat(fixture.raw(first)).isPresent();
      RawDays days = fixture.inbox.rawDays();
      assertThat(days.prepare()).as("the old table takes today and a week more").isZero();
      UUID second = fixture.stored("after");
      assertThat(InboxFixture.tableOf(db, second)).isEqualTo(BEFORE);

      fixture.later(Duration.ofDays(1));
      assertThat(days.prepare()).isEqualTo(1);
      fixture.later(Duration.ofDays(7));
      assertThat(InboxFixture.tableOf(db, fixture.stored("a week later"))).isEqualTo("inbox_body_20260309");
      assertThat(fixture.claim(10)).hasSize(3);

      JdbcClient.create(db.dataSource()).sql("update inbox set state = 'DONE'").update();
      fixture.later(Duration.ofDays(23));
      assertThat(fixture.count(tx -> fixture.inbox.dropBodies(tx, 1))).as("one by one until it goes").isEqualTo(1);
      assertThat(days.end()).extracting(EndedDay::table).containsExactly(BEFORE);
      assertThat(count(claim)).isZero();
      insert(insert, fixture);
    }
  }

  @Test
  void anInstallationWithoutMessagesBeginsWithDays() {
    upTo("0176");
    try (InboxFixture fixture = new InboxFixture(db)) {
      assertThat(fixture.inbox.rawDays().prepare()).isEqualTo(8);
    }
  }

  @Test
  void messagesThatCameWhileNoBoundWasSetAreTakenAlong() {
    upTo("0175");
    try (InboxFixture fixture = new InboxFixture(db)) {
      UUID id = fixture.stored("between");
      upTo("0176");
      assertThat(InboxFixture.tableOf(db, id)).isEqualTo(BEFORE);
      assertThat(fixture.claim(10)).hasSize(1);
    }
  }

  private void upTo(String version) {
    Flyway.configure()
        .dataSource(db.dataSource())
        .locations("classpath:db/migration/platform")
        .target(MigrationVersion.fromVersion(version))
        .load()
        .migrate();
  }

  private static void insert(PreparedStatement insert, InboxFixture fixture) throws SQLException {
    insert.setString(1, fixture.ids.next().toString());
    insert.setString(2, fixture.time.instant().toString());
    insert.setString(3, fixture.time.instant().toString());
    assertThat(insert.executeUpdate()).isEqualTo(1);
  }

  private static int count(PreparedStatement claim) throws SQLException {
    try (ResultSet rows = claim.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
