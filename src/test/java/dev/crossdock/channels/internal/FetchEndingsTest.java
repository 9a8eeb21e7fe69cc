package dev.crossdock.channels.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.InboxMessage;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What came of calls that end at nearly the same time. */
class FetchEndingsTest {

  private static final String STATES =
      "select string_agg(state || ' ' || coalesce(reason_text, '-'), ', ' order by id) from inbox"
          + " where merchant = :merchant and topic = 'order'";
  private static final String WAITING = "select count(*) from pg_locks where not granted";
  private static final long LOOK_NANOS = 5_000_000;
  private static final int LOOKS_MAX = 4_000;

  private final Oms oms = new Oms();
  private final Inbox inbox = oms.house().inbox();
  private final ChannelAccount account =
      oms.house().accounts().find(FakeChannel.ID, Oms.ACCOUNT).orElseThrow();
  private final FetchEndings endings =
      new FetchEndings(
          oms.house().door(), inbox,
          new Calls(
              oms.house().channels(),
              request -> {
                throw new IOException("nobody is called");
              },
              oms.time(), oms.house().door(), oms.vault()),
          oms.house().exceptions(), oms.house().ids());

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void ofTwoCallsForOneMessageTheOneWithTheLaterLeaseIsWritten() throws InterruptedException {
    InboxMessage first = named("1");
    long firsts = lease(first);
    InboxMessage second = named("2");
    long slow = lease(second);
    oms.time().tick(LeaseKeeper.LENGTH.plusSeconds(1));
    long quick = lease(second);

    List<Thread> writers =
        oms.write(
            tx -> {
              tx.sql("select id from inbox where merchant = :merchant for update").query(UUID.class).list();
              Thread writing = write(first, "of the first", firsts);
              eventually(() -> waiting(tx));
              return List.of(writing, queued(write(second, "quick", quick)), queued(write(second, "slow", slow)));
            });
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(oms.text(STATES)).isEqualTo("PARKED of the first, PARKED quick");
  }

  private Thread write(InboxMessage message, String reason, long fence) {
    return Thread.ofVirtual().start(() -> endings.write(account, message, new FetchOutcome.Failed(reason), fence));
  }

  /** Returns when it waits for whoever is writing. */
  private static Thread queued(Thread writer) {
    eventually(() -> writer.getState() == Thread.State.WAITING);
    return writer;
  }

  private static boolean waiting(Tx tx) {
    return tx.sql(WAITING).query(Long.class).single() > 0;
  }

  private InboxMessage named(String order) {
    oms.says(new Decoded.FetchNeeded(order, oms.time().instant()));
    return oms.write(tx -> inbox.claim(tx, 10)).getFirst();
  }

  private long lease(InboxMessage message) {
    Map<UUID, Long> fences =
        oms.write(tx -> inbox.lease(tx, List.of(message.id()), Oms.NODE, tx.now().plus(LeaseKeeper.LENGTH)));
    return Objects.requireNonNull(fences.get(message.id()));
  }

  private static void eventually(BooleanSupplier wanted) {
    for (int n = 0; n < LOOKS_MAX && !wanted.getAsBoolean(); n++) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    assertThat(wanted.getAsBoolean()).as("after %s", Duration.ofNanos(LOOKS_MAX * LOOK_NANOS)).isTrue();
  }
}
