package dev.crossdock.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Db;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class RawDaysTest {

  private static final Outcome UNMAPPED = new Outcome.Parked("mapping", "/lines/0/sku", "Nobody knows SKU 7.", null);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String FIRST = "inbox_body_20260301";
  private static final String SECOND = "inbox_body_20260302";

  @RegisterExtension final Db db = Db.fresh();

  private final InboxLimits limits =
      new InboxLimits(200, 5_000, 64 << 20, 16 << 20, Duration.ofSeconds(2), Duration.ofDays(30), 3);
  private final InboxFixture fixture = new InboxFixture(db, limits);
  private final Inbox inbox = fixture.inbox;
  private final RawDays days = inbox.rawDays();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aTableForTodayAndForEachDayOfAWeekIsMadeOnce() {
    assertThat(days.prepare()).isEqualTo(8);
    assertThat(days.prepare()).isZero();
    fixture.later(DAY);
    assertThat(days.prepare()).isEqualTo(1);

    UUID stored = fixture.stored("a");
    assertThat(InboxFixture.tableOf(db, stored)).isEqualTo(SECOND);
    assertThat(fixture.raw(stored)).isPresent();
  }

  @Test
  void messagesOfSeveralDaysAreHandedOutTogether() {
    days.prepare();
    UUID first = fixture.stored("a");
    fixture.later(DAY);
    UUID second = fixture.stored("b");
    fixture.later(Duration.ofDays(20));
    UUID third = fixture.stored("c");

    assertThat(List.of(first, second, third))
        .extracting(id -> InboxFixture.tableOf(db, id))
        .containsExactly(FIRST, SECOND, "inbox_body_default");
    assertThat(fixture.claim(10)).extracting(InboxMessage::id).containsExactly(first, second, third);
    assertThat(fixture.claim(10)).allSatisfy(message -> {
      assertThat(message.body()).asString().isEqualTo("{\"id\":1}");
      assertThat(message.headers()).containsEntry("x-topic", "orders/create");
    });
  }

  @Test
  void aClaimLooksIntoTheDaysOfItsMessagesOnly() throws SQLException {
    days.prepare();
    fixture.stored("a");
    try (Connection other = db.dataSource().getConnection(); Statement sql = other.createStatement()) {
      other.setAutoCommit(false);
      claimsOftenEnoughForAPlanThatIsKept();
      sql.execute("lock table " + SECOND + ", inbox_body_default in access exclusive mode");
      claimsOftenEnoughForAPlanThatIsKept();
      other.rollback();
    }
  }

  private void claimsOftenEnoughForAPlanThatIsKept() {
    for (int n = 0; n < 12; n++) {
      List<InboxMessage> claimed =
          fixture.write(tx -> {
            tx.sql("set local lock_timeout = '2s'").update();
            return inbox.claim(tx, 10);
          });
      assertThat(claimed).hasSize(1);
    }
  }

  @Test
  void aDayGoesAtOnceWhenTheTimeOfItsLastMessageIsOver() {
    days.prepare();
    UUID early = done("early");
    fixture.later(Duration.ofHours(13));
    UUID late = done("late");
    fixture.receive(InboxFixture.message(new Merchant(2), "theirs", "{}"));
    JdbcClient.create(db.dataSource()).sql("update inbox set state = 'DONE'").update();

    fixture.later(Duration.ofDays(30).minusHours(13));
    assertThat(ended()).isEmpty();
    assertThat(fixture.raw(early)).as("its time is over, though it lies there still").isEmpty();
    assertThat(fixture.raw(late)).isPresent();

    fixture.later(Duration.ofHours(13));
    EndedDay ended = new EndedDay(FIRST, Map.of(Merchant.MAIN, 2, new Merchant(2), 1));
    assertThat(ended()).containsExactly(ended);
    assertThat(fixture.raw(late)).isEmpty();
    assertThat(ended()).as("broken off before it was dropped").containsExactly(ended);
    days.drop(ended);
    days.drop(ended);
    assertThat(ended()).isEmpty();
    assertThat(tables()).doesNotContain(FIRST).contains(SECOND);
    assertThat(fixture.receive(InboxFixture.message("early"))).isInstanceOf(Receipt.Duplicate.class);
  }

  @Test
  void whatStillWaitsIsKeptAndWorkedOnLater() {
    days.prepare();
    done("done");
    UUID parked = fixture.stored("parked");
    finish(parked, UNMAPPED);
    UUID received = fixture.stored("received");
    fixture.later(Duration.ofDays(31));

    List<EndedDay> ended = ended();
    assertThat(ended).containsExactly(new EndedDay(FIRST, Map.of(Merchant.MAIN, 1)));
    ended.forEach(days::drop);
    assertThat(fixture.raw(parked)).isPresent();
    assertThat(InboxFixture.tableOf(db, parked)).isEqualTo("inbox_body_default");
    fixture.count(tx -> inbox.rerun(tx, Set.of(parked)));
    assertThat(fixture.claim(10)).extracting(InboxMessage::id).containsExactlyInAnyOrder(parked, received);

    assertThat(fixture.count(tx -> inbox.dropBodies(tx, 10))).isZero();
    finish(parked, new Outcome.Done());
    assertThat(fixture.count(tx -> inbox.dropBodies(tx, 10))).isEqualTo(1);
    assertThat(fixture.raw(parked)).isEmpty();
  }

  @Test
  void aDayInWhichVeryManyWaitGoesMessageByMessage() {
    days.prepare();
    for (int n = 0; n < 4; n++) {
      finish(fixture.stored("parked" + n), UNMAPPED);
    }
    UUID done = done("done");
    fixture.later(Duration.ofDays(31));

    assertThat(ended()).isEmpty();
    assertThat(fixture.count(tx -> inbox.dropBodies(tx, 10))).isEqualTo(1);
    assertThat(fixture.raw(done)).isEmpty();
    List<InboxEntry> parked = fixture.read(tx -> inbox.parked(tx, null, 10));
    assertThat(parked)
        .hasSize(4)
        .allSatisfy(entry -> assertThat(fixture.raw(entry.id())).isPresent());
  }

  @Test
  void aDayThatSomebodyReadsIsLeftForTheNextRun() throws SQLException {
    days.prepare();
    done("done");
    fixture.later(Duration.ofDays(31).minusSeconds(1));
    try (Connection report = db.dataSource().getConnection(); Statement sql = report.createStatement()) {
      report.setAutoCommit(false);
      sql.execute("select count(*) from inbox_body");
      assertThat(ended()).isEmpty();
      assertThat(fixture.count(tx -> inbox.dropBodies(tx, 10))).as("it is tried for a day").isZero();
      assertThat(fixture.raw(done("meanwhile"))).isPresent();
      report.rollback();
    }
    assertThat(ended()).hasSize(1);
  }

  @Test
  void whatCameBeforeItsTableOrByAWrongClockIsNotLost() {
    UUID before = done("before the first table");
    fixture.later(Duration.ofDays(3));
    UUID ahead = fixture.stored("by a clock that is ahead");
    fixture.later(Duration.ofDays(-3));

    assertThat(days.prepare()).as("the day under way has messages, so it keeps to the default table").isEqualTo(7);
    assertThat(InboxFixture.tableOf(db, before)).isEqualTo("inbox_body_default");
    assertThat(InboxFixture.tableOf(db, ahead)).isEqualTo("inbox_body_20260304");
    assertThat(fixture.raw(ahead)).isPresent();

    fixture.later(Duration.ofDays(30));
    assertThat(fixture.count(tx -> inbox.dropBodies(tx, 10))).isEqualTo(1);
    assertThat(fixture.raw(before)).isEmpty();
  }

  @Test
  void aMessageRunAgainWithoutItsRawCopyEndsWithTheReason() {
    days.prepare();
    UUID ignored = fixture.stored("ignored");
    finish(ignored, new Outcome.Ignored("Nothing new."));
    fixture.later(Duration.ofDays(31));
    days.end().forEach(days::drop);
    fixture.count(tx -> inbox.rerun(tx, Set.of(ignored)));

    UUID other = fixture.stored("other");
    assertThat(fixture.claim(10)).extracting(InboxMessage::id).containsExactly(other);
    assertThat(fixture.entry(ignored).state()).isEqualTo(InboxState.IGNORED);
    assertThat(fixture.entry(ignored).reasonText()).contains("raw copy is gone");
  }

  /** Days without messages go as soon as they are over. */
  private List<EndedDay> ended() {
    return days.end().stream().filter(day -> !day.messages().isEmpty()).toList();
  }

  private UUID done(String key) {
    UUID id = fixture.stored(key);
    finish(id, new Outcome.Done());
    return id;
  }

  private void finish(UUID id, Outcome outcome) {
    fixture.write(tx -> {
      inbox.finish(tx, Map.of(id, outcome));
      return true;
    });
  }

  private List<String> tables() {
    return JdbcClient.create(db.dataSource())
        .sql("select relname::text from pg_class where relname ~ '^inbox_body_[0-9a-z]+$' and relkind = 'r'")
        .query((row, n) -> row.getString(1))
        .list();
  }
}
