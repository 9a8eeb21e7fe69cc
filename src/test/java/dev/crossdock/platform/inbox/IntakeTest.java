package dev.crossdock.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Db;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Storing messages: once each, many a commit, and none harmed by its neighbour. */
class IntakeTest {

  @RegisterExtension
  final Db db = Db.fresh();

  private final InboxFixture fixture = new InboxFixture(db);

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void storesTheBytesAsTheyCame() {
    byte[] body = {0, -1, (byte) 0xC3, 0x28, '{', '}'};
    NewMessage message =
        new NewMessage(Merchant.MAIN, "shopify", "acme", "t", "k", Map.of("x-sig", "ÄÖ\u0001"), body, false);

    Receipt receipt = fixture.receive(message);

    RawCopy raw = fixture.read(tx -> fixture.inbox.raw(tx, ((Receipt.Stored) receipt).id())).orElseThrow();
    assertThat(raw.body()).isEqualTo(body);
    assertThat(raw.headers()).containsExactly(Map.entry("x-sig", "ÄÖ\u0001"));
  }

  @Test
  void storesOneOfAHundredEqualMessagesSentAtOnce() throws Exception {
    List<Receipt> receipts = together(100, n -> InboxFixture.message("same"));

    assertThat(receipts).filteredOn(Receipt.Stored.class::isInstance).hasSize(1);
    assertThat(receipts).filteredOn(Receipt.Duplicate.class::isInstance).hasSize(99);
    assertThat(fixture.inbox.backlog().messages()).isEqualTo(1);
  }

  @Test
  void keepsTheSameKeyOfAnotherAccountOrMerchantApart() {
    NewMessage first = InboxFixture.message("k");
    NewMessage otherAccount =
        new NewMessage(Merchant.MAIN, "shopify", "other", "t", "k", first.headers(), first.body(), false);

    assertThat(fixture.receive(first)).isInstanceOf(Receipt.Stored.class);
    assertThat(fixture.receive(otherAccount)).isInstanceOf(Receipt.Stored.class);
    assertThat(fixture.receive(InboxFixture.message(new Merchant(2), "k", "{}"))).isInstanceOf(Receipt.Stored.class);
    JdbcClient.create(db.dataSource())
        .sql("insert into merchant (id, code, name, created_at) values (2, 'second', 'Second', '2026-01-01T00:00:00Z')")
        .update();
    assertThat(fixture.inbox.merchantsWithWork()).containsExactly(Merchant.MAIN, new Merchant(2));
  }

  @Test
  void aMessageTheDatabaseRefusesHarmsOnlyItself() throws Exception {
    List<CompletableFuture<Receipt>> answers =
        IntStream.range(0, 50)
            .mapToObj(n -> fixture.inbox.receive(InboxFixture.message(n == 25 ? "" : "k" + n)))
            .toList();

    assertThatThrownBy(() -> answers.get(25).join()).hasRootCauseInstanceOf(SQLException.class);
    for (int n = 0; n < 50; n++) {
      if (n != 25) {
        assertThat(answers.get(n).join()).isInstanceOf(Receipt.Stored.class);
      }
    }
    assertThat(fixture.inbox.backlog().messages()).isEqualTo(49);
  }

  @Test
  void keysTooLongOrWithControlCharactersStillTellMessagesApart() {
    String longKey = "x".repeat(5_000);

    assertThat(fixture.receive(InboxFixture.message(longKey))).isInstanceOf(Receipt.Stored.class);
    assertThat(fixture.receive(InboxFixture.message(longKey))).isInstanceOf(Receipt.Duplicate.class);
    assertThat(fixture.receive(InboxFixture.message(longKey + "y"))).isInstanceOf(Receipt.Stored.class);
    assertThat(fixture.receive(InboxFixture.message("a\u0000b"))).isInstanceOf(Receipt.Stored.class);
    assertThat(fixture.receive(InboxFixture.message("a\u0000b"))).isInstanceOf(Receipt.Duplicate.class);
    assertThat(fixture.receive(InboxFixture.message("a\uD800b"))).isInstanceOf(Receipt.Stored.class);
  }

  @Test
  void transactionsThatInsertTheSameKeysCrosswiseDoNotDeadlock() throws Exception {
    long seed = 20261121;
    Random random = new Random(seed);
    List<List<NewMessage>> batches = new ArrayList<>();
    for (int batch = 0; batch < 40; batch++) {
      List<NewMessage> messages =
          new ArrayList<>(IntStream.range(0, 50).mapToObj(n -> InboxFixture.message("k" + n)).toList());
      Collections.shuffle(messages, random);
      batches.add(messages);
    }

    List<List<Receipt>> answers;
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<List<Receipt>>> running =
          batches.stream()
              .map(batch -> pool.submit(() -> fixture.write(tx -> fixture.inbox.receiveAll(tx, batch))))
              .toList();
      answers = new ArrayList<>();
      for (Future<List<Receipt>> one : running) {
        answers.add(one.get());
      }
    }

    assertThat(answers.stream().flatMap(List::stream).filter(Receipt.Stored.class::isInstance)).hasSize(50);
    assertThat(deadlocks()).as("seed %s", seed).isZero();
  }

  @Test
  void refusesWhenTooMuchWaits() {
    InboxLimits tiny = new InboxLimits(10, 5, 1 << 20, 1 << 20, Duration.ofSeconds(7), Duration.ofDays(1), 1);
    try (InboxFixture small = new InboxFixture(db, tiny)) {
      NewMessage huge = InboxFixture.message(Merchant.MAIN, "huge", "x".repeat(2 << 20));

      assertThat(small.receive(huge))
          .isEqualTo(new Receipt.Refused(Receipt.Reason.OVERLOADED, Duration.ofSeconds(7)));
      assertThat(small.receive(InboxFixture.message("next"))).isInstanceOf(Receipt.Stored.class);
    }
  }

  @Test
  void refusesEveryMessageAtMostOnceWhenTheQueueIsFull() throws Exception {
    InboxLimits tiny = new InboxLimits(2, 2, 1 << 20, 1 << 20, Duration.ofSeconds(1), Duration.ofDays(1), 1);
    try (InboxFixture small = new InboxFixture(db, tiny)) {
      List<CompletableFuture<Receipt>> answers =
          IntStream.range(0, 2_000).mapToObj(n -> small.inbox.receive(InboxFixture.message("q" + n))).toList();
      List<Receipt> receipts = answers.stream().map(CompletableFuture::join).toList();

      long stored = receipts.stream().filter(Receipt.Stored.class::isInstance).count();
      assertThat(receipts).anyMatch(Receipt.Refused.class::isInstance);
      assertThat(small.inbox.backlog().messages()).isEqualTo(stored);
    }
  }

  @Test
  void refusesAfterTheStopAndLosesNothingBeforeIt() {
    List<CompletableFuture<Receipt>> answers =
        IntStream.range(0, 300).mapToObj(n -> fixture.inbox.receive(InboxFixture.message("s" + n))).toList();
    fixture.inbox.close();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Receipt.Stored.class));
    assertThat(fixture.receive(InboxFixture.message("late"))).isInstanceOf(Receipt.Refused.class);
  }

  @Test
  void refusesWithTheHintToRetryWhenTheDatabaseIsAway() {
    Db gone = Db.fresh();
    try (InboxFixture orphan = new InboxFixture(gone)) {
      gone.close();

      assertThat(orphan.receive(InboxFixture.message("k")))
          .isInstanceOfSatisfying(
              Receipt.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Receipt.Reason.STORE_UNAVAILABLE));
    }
  }

  @Test
  void sharesACommitAmongConcurrentCallers() throws Exception {
    int callers = 64;
    int each = 100;
    long start = System.nanoTime();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        String name = caller + "-";
        pool.execute(
            () -> IntStream.range(0, each).forEach(n -> fixture.receive(InboxFixture.message(name + n))));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;

    Inbox.Counts counts = fixture.inbox.counts();
    System.out.printf(
        "inbox: %d callers stored %d messages in %.2f s, %.0f a second, %.1f a commit%n",
        callers, counts.stored(), seconds, counts.stored() / seconds, (double) counts.stored() / counts.commits());
    assertThat(counts.stored()).isEqualTo((long) callers * each);
    assertThat(counts.commits()).isLessThan(counts.stored() / 2);
  }

  private List<Receipt> together(int number, IntFunction<NewMessage> message) throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt>> running =
          IntStream.range(0, number)
              .mapToObj(n -> pool.submit(() -> fixture.receive(message.apply(n))))
              .toList();
      List<Receipt> receipts = new ArrayList<>();
      for (Future<Receipt> one : running) {
        receipts.add(one.get());
      }
      return receipts;
    }
  }

  private long deadlocks() {
    return JdbcClient.create(db.dataSource())
        .sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }
}
