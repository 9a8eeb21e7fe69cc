package dev.crossdock.platform.journal;

import static dev.crossdock.platform.journal.Fixture.CAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.testing.Db;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

class JournalTest {

  @RegisterExtension static final Db db = Db.fresh();

  private final Fixture fixture = new Fixture(db);

  @Test
  void writesATransactionAsOneBatchWithOnePendingRow() {
    fixture.commit(fixture.entry("a", 1), fixture.entry("b", 1), fixture.entry("a", 2));

    String rows = "SELECT n || ' ' || stream || ' ' || version FROM journal WHERE merchant = :merchant ORDER BY n";
    assertThat(strings(rows))
        .containsExactly("0 a 1", "1 b 1", "2 a 2");
    assertThat(strings("SELECT entries FROM journal_pending WHERE merchant = :merchant")).containsExactly("3");
    assertThat(strings("SELECT count(DISTINCT batch) FROM journal WHERE merchant = :merchant")).containsExactly("1");
  }

  @Test
  void keepsEveryColumnAndThePayloadByteForByte() {
    String payload = "{ \"z\" : 1.50,\n  \"a\":\"ü\\u00e9\", \"a\":2}";
    Cause cause = new Cause(new Actor(Actor.Kind.API_KEY, "k1"), "api", new UUID(1, 2), new UUID(3, 4));
    Instant happened = Instant.parse("2026-01-02T03:04:05.678901234Z");
    fixture.door.run(
        fixture.merchant,
        cause,
        tx -> {
          fixture.journal.append(tx, List.of(new JournalEntry("order:1", 1, "order.placed", happened, payload)));
        });

    JournalEvent event = fixture.history("order:1").getFirst();
    assertThat(event.payload()).isEqualTo(payload);
    assertThat(event.cause()).isEqualTo(cause);
    assertThat(event.type()).isEqualTo("order.placed");
    assertThat(event.happenedAt()).isEqualTo("2026-01-02T03:04:05.678901Z");
    assertThat(event.recordedAt()).isEqualTo(fixture.time.instant());
    assertThat(event.batch().version()).isEqualTo(7);
    assertThat(fixture.check().violations()).isEmpty();
  }

  @Test
  void givesEachEntryItsOwnCauseInATransactionOfMany() {
    Cause first = Cause.of(Actor.channel("shopify", "acme"), "webhook:shopify", new UUID(1, 1));
    Cause second = Cause.of(Actor.channel("woo", "acme"), "webhook:woo", new UUID(2, 2));
    fixture.door.run(
        fixture.merchant,
        CAUSE,
        tx -> {
          fixture.journal.append(tx, first, List.of(fixture.entry("order:1", 1)));
          fixture.journal.append(tx, second, List.of(fixture.entry("order:2", 1)));
          fixture.journal.append(tx, List.of(fixture.entry("order:3", 1)));
        });

    List<Cause> causes =
        fixture.door
            .read(
                fixture.merchant,
                tx -> JournalHistory.ofStreams(tx, List.of("order:1", "order:2", "order:3", "order:4")))
            .values().stream().map(events -> events.getFirst().cause()).toList();
    assertThat(causes).containsExactly(first, second, CAUSE);
    assertThat(fixture.check().violations()).isEmpty();
  }

  @Test
  void leavesNothingBehindARollbackOrADryRun() {
    AtomicInteger commits = new AtomicInteger();
    Journal journal = new Journal(fixture.ids, commits::incrementAndGet);
    fixture.door.dryRun(
        fixture.merchant,
        CAUSE,
        tx -> {
          journal.append(tx, List.of(fixture.entry("a", 1)));
          return 1;
        });
    assertThatThrownBy(
            () ->
                fixture.door.run(
                    fixture.merchant,
                    CAUSE,
                    tx -> {
                      journal.append(tx, List.of(fixture.entry("a", 1)));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(fixture.count("journal")).isZero();
    assertThat(fixture.count("journal_pending")).isZero();
    assertThat(commits).hasValue(0);
  }

  @Test
  void tellsOfEachCommitOnce() {
    AtomicInteger commits = new AtomicInteger();
    Journal journal = new Journal(fixture.ids, commits::incrementAndGet);
    fixture.door.run(
        fixture.merchant,
        CAUSE,
        tx -> {
          journal.append(tx, List.of(fixture.entry("a", 1)));
          journal.append(tx, List.of(fixture.entry("a", 2)));
        });
    fixture.door.run(fixture.merchant, CAUSE, tx -> {});

    assertThat(commits).hasValue(1);
  }

  @Test
  void writesWhatALaterLastStepAppends() {
    fixture.door.run(
        fixture.merchant,
        CAUSE,
        tx -> {
          fixture.journal.append(tx, List.of(fixture.entry("a", 1)));
          tx.beforeCommit(() -> fixture.journal.append(tx, List.of(fixture.entry("a", 2), fixture.entry("b", 1))));
        });

    assertThat(strings("SELECT entries FROM journal_pending WHERE merchant = :merchant ORDER BY batch"))
        .containsExactly("1", "2");
    assertThat(fixture.check().violations()).isEmpty();
  }

  @Test
  void refusesAGapWithinATransaction() {
    assertThatThrownBy(() -> fixture.commit(fixture.entry("a", 1), fixture.entry("a", 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("version 3 of a cannot follow version 1");
    assertThatThrownBy(() -> fixture.entry("a", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fixture.entry(" ", 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAVersionThatIsTaken() {
    fixture.commit(fixture.entry("a", 1));

    assertThatThrownBy(() -> fixture.commit(fixture.entry("b", 1), fixture.entry("a", 1)))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(fixture.count("journal")).isEqualTo(1);
    assertThat(fixture.count("journal_pending")).isEqualTo(1);
  }

  @Test
  void refusesAPayloadThatIsNotJson() {
    assertThatThrownBy(
            () -> fixture.commit(new JournalEntry("a", 1, "thing.changed", fixture.time.instant(), "{\"a\":")))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void keepsMerchantsApart() {
    Fixture other = new Fixture(db);
    fixture.commit(fixture.entry("a", 1));
    other.commit(fixture.entry("a", 1), fixture.entry("a", 2));

    assertThat(fixture.history("a")).hasSize(1);
    assertThat(other.history("a")).hasSize(2);
  }

  @Test
  void givesAStreamsHistoryInPieces() {
    fixture.commitVersions("a", 1, 7);

    List<JournalEvent> piece = fixture.door.read(fixture.merchant, tx -> JournalHistory.ofStream(tx, "a", 3, 2));
    assertThat(piece).extracting(JournalEvent::version).containsExactly(4, 5);
    assertThatThrownBy(() -> fixture.door.read(fixture.merchant, tx -> JournalHistory.ofStream(tx, "a", 0, 10_001)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> strings(String sql) {
    return fixture.sql(sql).query((row, n) -> row.getString(1)).list();
  }
}
