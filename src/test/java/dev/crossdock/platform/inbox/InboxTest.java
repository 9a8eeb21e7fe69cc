package dev.crossdock.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.testing.Db;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Handing messages out and writing what became of them. */
class InboxTest {

  private static final Outcome.Parked UNMAPPED =
      new Outcome.Parked("sku-unmapped", "/line_items/0/sku", "No product has this SKU.", "listing:shopify/acme/X");

  @RegisterExtension
  final Db db = Db.fresh();

  private final InboxFixture fixture = new InboxFixture(db);
  private final Inbox inbox = fixture.inbox;

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void handsOutTheOldestFirstWithItsBody() {
    fixture.stored("a");
    fixture.later(Duration.ofSeconds(1));
    fixture.stored("b");
    fixture.later(Duration.ofSeconds(1));
    fixture.stored("c");

    List<InboxMessage> claimed = fixture.claim(2);

    assertThat(claimed).extracting(InboxMessage::dedupKey).containsExactly("a", "b");
    assertThat(claimed.getFirst().receivedAt()).isEqualTo(InboxFixture.START);
    assertThat(claimed.getFirst().body()).isEqualTo(InboxFixture.bytes("{\"id\":1}"));
    assertThat(claimed.getFirst().headers()).containsEntry("x-topic", "orders/create");
  }

  @Test
  void handsOutEachMessageToOneOfSeveralWorkers() throws Exception {
    IntStream.range(0, 200).forEach(n -> fixture.stored("k" + n));
    ConcurrentLinkedQueue<UUID> claimed = new ConcurrentLinkedQueue<>();
    CyclicBarrier everybodyHoldsABatch = new CyclicBarrier(4);

    Callable<Boolean> worker =
        () ->
            fixture.write(
                tx -> {
                  List<UUID> batch = inbox.claim(tx, 50).stream().map(InboxMessage::id).toList();
                  await(everybodyHoldsABatch);
                  inbox.done(tx, batch);
                  return claimed.addAll(batch);
                });
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> done : pool.invokeAll(List.of(worker, worker, worker, worker))) {
        done.get();
      }
    }

    assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
    assertThat(inbox.backlog()).isEqualTo(new Backlog(0, null));
    assertThat(inbox.merchantsWithWork()).isEmpty();
  }

  @Test
  void handsOutNoMoreBytesThanOneWorkerCanHold() {
    InboxLimits tight = new InboxLimits(200, 5_000, 64 << 20, 2_500, Duration.ofSeconds(2), Duration.ofDays(30), 10);
    try (InboxFixture small = new InboxFixture(db, tight)) {
      String body = "x".repeat(1_000);
      IntStream.range(0, 5).forEach(n -> small.receive(InboxFixture.message(Merchant.MAIN, "k" + n, body)));
      small.receive(InboxFixture.message(Merchant.MAIN, "zz", "x".repeat(5_000)));

      List<Integer> batches = new ArrayList<>();
      for (int n = 0; n < 4; n++) {
        batches.add(
            small.write(
                tx -> {
                  List<UUID> batch = small.inbox.claim(tx, 100).stream().map(InboxMessage::id).toList();
                  small.inbox.done(tx, batch);
                  return batch.size();
                }));
      }

      assertThat(batches).containsExactly(3, 3, 0, 0);
    }
  }

  @Test
  void aRolledBackClaimHandsTheMessageOutAgain() {
    fixture.stored("a");

    assertThatThrownBy(
            () ->
                fixture.write(
                    tx -> {
                      inbox.done(tx, ids(inbox.claim(tx, 10)));
                      throw new IllegalStateException("worker failed");
                    }))
        .hasMessage("worker failed");

    assertThat(fixture.claim(10)).hasSize(1);
  }

  @Test
  void writesEachOutcomeOfABatch() {
    UUID done = fixture.stored("done");
    UUID ignored = fixture.stored("ignored");
    UUID parked = fixture.stored("parked");
    UUID again = fixture.stored("again");

    fixture.write(
        tx -> {
          inbox.claim(tx, 10);
          inbox.finish(
              tx,
              Map.of(
                  done, new Outcome.Done(),
                  ignored, new Outcome.Ignored("a ping"),
                  parked, UNMAPPED,
                  again, new Outcome.RetryLater(InboxFixture.START.plusSeconds(60), "rate limit")));
          return true;
        });

    assertThat(fixture.entry(done).state()).isEqualTo(InboxState.DONE);
    assertThat(fixture.entry(ignored).reasonText()).isEqualTo("a ping");
    assertThat(fixture.entry(parked))
        .extracting(InboxEntry::state, InboxEntry::reasonRule, InboxEntry::reasonPath, InboxEntry::waitsFor)
        .containsExactly(InboxState.PARKED, "sku-unmapped", "/line_items/0/sku", "listing:shopify/acme/X");
    assertThat(fixture.claim(10)).isEmpty();
    fixture.later(Duration.ofSeconds(60));
    assertThat(fixture.claim(10))
        .singleElement()
        .satisfies(message -> assertThat(message.attempts()).isEqualTo(1));
  }

  @Test
  void refusesToFinishWhatIsFinished() {
    UUID id = fixture.stored("a");
    fixture.write(tx -> finish(tx, id, new Outcome.Done()));

    assertThatThrownBy(() -> fixture.write(tx -> finish(tx, id, new Outcome.Ignored("late"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(fixture.entry(id).state()).isEqualTo(InboxState.DONE);
  }

  @Test
  void aParkedMessageRunsAgainWhenAskedOrWhenWhatItWaitsForAppears() {
    UUID asked = fixture.stored("asked");
    UUID waiting = fixture.stored("waiting");
    fixture.write(tx -> finish(tx, asked, new Outcome.Parked("not-json", "", "This is not JSON.", null)));
    fixture.write(tx -> finish(tx, waiting, UNMAPPED));
    long count = fixture.read(tx -> inbox.parkedCount(tx));
    assertThat(count).isEqualTo(2);

    assertThat(fixture.count(tx -> inbox.rerunWaitingFor(tx, Set.of("listing:shopify/acme/Y")))).isZero();
    assertThat(fixture.count(tx -> inbox.rerunWaitingFor(tx, Set.of("listing:shopify/acme/X")))).isEqualTo(1);
    assertThat(fixture.entry(asked).state()).isEqualTo(InboxState.PARKED);
    assertThat(fixture.count(tx -> inbox.rerun(tx, Set.of(asked)))).isEqualTo(1);

    assertThat(fixture.entry(waiting))
        .extracting(InboxEntry::state, InboxEntry::reasonRule, InboxEntry::waitsFor)
        .containsExactly(InboxState.RECEIVED, null, null);
    assertThat(ids(fixture.claim(10))).containsExactlyInAnyOrder(asked, waiting);
  }

  @Test
  void listsParkedMessagesByPages() {
    List<UUID> parked = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      UUID id = fixture.stored("k" + n);
      fixture.write(tx -> finish(tx, id, UNMAPPED));
      parked.add(id);
    }

    List<UUID> seen = new ArrayList<>();
    List<InboxEntry> page = fixture.read(tx -> inbox.parked(tx, null, 2));
    while (!page.isEmpty()) {
      page.forEach(entry -> seen.add(entry.id()));
      page = fixture.read(tx -> inbox.parked(tx, seen.getLast(), 2));
    }

    assertThat(seen).containsExactlyElementsOf(parked.reversed());
  }

  @Test
  void aLeaseKeepsTheMessageFromOthersUntilItEnds() {
    UUID id = fixture.stored("a");
    long fence = lease(id);

    assertThat(fixture.claim(10)).isEmpty();
    assertThat(leasedFinish(id, fence, new Outcome.Done())).isTrue();
    assertThat(fixture.entry(id).state()).isEqualTo(InboxState.DONE);
  }

  @Test
  void aStaleLeaseHolderChangesNothing() {
    UUID id = fixture.stored("a");
    long first = lease(id);
    fixture.later(Duration.ofMinutes(1));
    long second = lease(id);

    assertThat(second).isGreaterThan(first);
    assertThat(leasedFinish(id, first, new Outcome.Ignored("stale"))).isFalse();
    fixture.write(tx -> finish(tx, id, new Outcome.RetryLater(InboxFixture.START, "put back")));
    assertThat(leasedFinish(id, second, new Outcome.Ignored("stale"))).isFalse();
    assertThat(fixture.entry(id).state()).isEqualTo(InboxState.RECEIVED);
  }

  @Test
  void neverTouchesAnotherMerchantsMessages() {
    fixture.receive(InboxFixture.message(new Merchant(2), "theirs", "{}"));

    assertThat(fixture.claim(10)).isEmpty();
    assertThatThrownBy(
            () -> fixture.write(tx -> inbox.receiveAll(tx, List.of(InboxFixture.message(new Merchant(2), "k", "")))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wakesAWorkerOfThisProcessAfterTheCommit() throws Exception {
    assertThat(inbox.signal().await(Duration.ZERO)).isEmpty();

    fixture.stored("a");

    assertThat(inbox.signal().await(Duration.ofSeconds(10))).containsExactly(Merchant.MAIN);
    assertThat(inbox.signal().await(Duration.ZERO)).isEmpty();
  }

  @Test
  void dropsRawCopiesOfFinishedMessagesWhenTheirTimeIsOver() {
    UUID done = fixture.stored("done");
    UUID parked = fixture.stored("parked");
    fixture.write(tx -> finish(tx, done, new Outcome.Done()));
    fixture.write(tx -> finish(tx, parked, UNMAPPED));

    fixture.later(Duration.ofDays(30).minusSeconds(1));
    assertThat(fixture.count(tx -> inbox.dropBodies(tx, 100))).isZero();
    fixture.later(Duration.ofSeconds(1));
    assertThat(fixture.count(tx -> inbox.dropBodies(tx, 100))).isEqualTo(1);

    assertThat(fixture.raw(done)).isEmpty();
    assertThat(fixture.raw(parked)).isPresent();
    assertThat(fixture.receive(InboxFixture.message("done"))).isInstanceOf(Receipt.Duplicate.class);
  }

  private boolean leasedFinish(UUID id, long fence, Outcome outcome) {
    return fixture.holds(tx -> inbox.finishLeased(tx, Map.of(id, outcome), Map.of(id, fence)).contains(id));
  }

  private long lease(UUID id) {
    Map<UUID, Long> fences =
        fixture.write(
            tx -> inbox.lease(tx, new HashSet<>(ids(inbox.claim(tx, 10))), "worker", tx.now().plusSeconds(30)));
    return fences.getOrDefault(id, -1L);
  }

  private boolean finish(Tx tx, UUID id, Outcome outcome) {
    inbox.finish(tx, Map.of(id, outcome));
    return true;
  }

  private static List<UUID> ids(List<InboxMessage> messages) {
    return messages.stream().map(InboxMessage::id).toList();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
