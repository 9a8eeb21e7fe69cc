package dev.crossdock.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Db;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class JournalSignalTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension final Db db = Db.fresh();

  private final Fixture fixture = new Fixture(db);
  private final Sealer sealer = fixture.sealer("one");

  @Test
  void wakesWhoeverWaitsOnceABlockIsSealed() throws InterruptedException {
    try (JournalSignal signal = started()) {
      long ticket = signal.ticket();
      fixture.commit(fixture.entry("a", 1));
      assertThat(signal.await(ticket, Duration.ofMillis(1))).isFalse();
      sealer.sealOnce(fixture.merchant);

      assertThat(signal.await(ticket, LONG)).isTrue();
    }
  }

  @Test
  void doesNotLoseWhatIsAnnouncedBetweenLookingAndWaiting() throws InterruptedException {
    try (JournalSignal signal = started()) {
      long ticket = signal.ticket();
      fixture.commit(fixture.entry("a", 1));
      sealer.sealOnce(fixture.merchant);
      long later = ticket;
      while (later == ticket) {
        signal.await(ticket, LONG);
        later = signal.ticket();
      }

      assertThat(signal.await(ticket, LONG)).isTrue();
      assertThat(signal.await(later, Duration.ofMillis(1))).isFalse();
    }
  }

  @Test
  void survivesTheDeathOfItsConnection() throws InterruptedException {
    try (JournalSignal signal = started()) {
      long ticket = signal.ticket();
      assertThat(killListener()).isEqualTo(1);

      assertThat(signal.await(ticket, LONG)).as("reconnecting wakes, for something may have been missed").isTrue();
      ticket = signal.ticket();
      fixture.commit(fixture.entry("a", 1));
      sealer.sealOnce(fixture.merchant);
      assertThat(signal.await(ticket, LONG)).isTrue();
    }
  }

  @Test
  void isNotNeededToReadEverything() {
    JournalReader reader = fixture.reader("test", "one");
    fixture.commit(fixture.entry("a", 1));
    sealer.sealOnce(fixture.merchant); // nobody listens: the notification is lost
    assertThat(fixture.drain(reader, 10)).hasSize(1);
    try (JournalSignal signal = started()) {
      assertThat(killListener()).isEqualTo(1);
      fixture.commit(fixture.entry("a", 2));
      sealer.sealOnce(fixture.merchant);
      assertThat(fixture.drain(reader, 10)).hasSize(1);
      assertThat(signal.ticket()).isPositive();
    }
  }

  @Test
  void endsEveryWaitWhenClosed() throws InterruptedException {
    JournalSignal signal = started();
    long ticket = signal.ticket();
    Thread waiting = Thread.ofVirtual().start(() -> await(signal, ticket));
    signal.close();

    assertThat(waiting.join(LONG)).isTrue();
  }

  private JournalSignal started() {
    JournalSignal signal = new JournalSignal(db.dataSource());
    long before = signal.ticket();
    signal.start();
    await(signal, before);
    return signal;
  }

  private static void await(JournalSignal signal, long ticket) {
    try {
      signal.await(ticket, LONG);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private long killListener() {
    return fixture
        .sql(
            """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND query = 'LISTEN crossdock_journal'
            """)
        .query(Long.class)
        .single();
  }
}
