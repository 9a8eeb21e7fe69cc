package dev.crossdock.channels.internal;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.Decoded;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.inbox.Errands;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.InboxMessage;
import dev.crossdock.platform.inbox.Outcome;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was being fetched when a process died, and what it is doing when it is asked to end. */
class LeaseTest {

  private static final String STATE = "select state from inbox where merchant = :merchant and topic = 'order'";

  private static final String NAMED =
      "select count(*) from inbox where merchant = :merchant and topic = 'order'";
  private static final int FETCHES = 12;

  /** More than may call at once. */
  private static final int MANY = 40;

  private final Oms oms = new Oms().sells("A-1", 40);
  private final Inbox inbox = oms.house().inbox();

  @AfterEach
  void close() {
    oms.house().pipeline().close();
    oms.close();
  }

  @Test
  void theSameNodeTakesUpAtOnceWhatItWasFetchingWhenItDied() {
    UUID message = named();
    long fence = lease(message, Oms.NODE);

    oms.house().pipeline().start(1);

    eventually(() -> oms.text(STATE).equals("DONE")); // a poll may bring the order before the call has ended
    eventually(() -> oms.find("1").isPresent());
    Set<UUID> ghost =
        oms.write(
            tx -> inbox.finishLeased(tx, Map.of(message, new Outcome.Ignored("ghost")), Map.of(message, fence)));
    assertThat(ghost).as("whatever is still under way has no say").isEmpty();
  }

  @Test
  void anotherNodeWaitsForTheEndOfTheLease() {
    lease(named(), "another node");
    LeaseKeeper keeper = keeper();
    assertThat(keeper.takeBack(Merchant.MAIN)).isZero();
    assertThat(claimable()).isZero();
    oms.time().tick(LeaseKeeper.LENGTH.plusSeconds(1));
    assertThat(claimable()).isEqualTo(1);
  }

  @Test
  void aCallThatLastsKeepsItsLease() {
    UUID message = named();
    LeaseKeeper keeper = keeper();
    try (LeaseKeeper.Kept kept = keeper.keep(Merchant.MAIN, message, lease(message, Oms.NODE))) {
      for (int i = 0; i < 10; i++) {
        oms.time().tick(LeaseKeeper.LENGTH.minusSeconds(1));
        assertThat(claimable()).isZero();
        assertThat(keeper.renew()).isEqualTo(1);
        assertThat(kept.stands()).isTrue();
      }
    }
    assertThat(keeper.renew()).as("after the call").isZero();
    oms.time().tick(LeaseKeeper.LENGTH.plusSeconds(1));
    assertThat(claimable()).isEqualTo(1);
  }

  @Test
  void aLeaseThatPassedToSomebodyElseIsNotRenewed() {
    UUID message = named();
    long first = lease(message, "slow");
    oms.time().tick(LeaseKeeper.LENGTH.plusSeconds(1));
    lease(message, "quick");

    LeaseKeeper keeper = keeper();
    try (LeaseKeeper.Kept lost = keeper.keep(Merchant.MAIN, message, first)) {
      assertThat(lost.stands()).as("as far as is known").isTrue();
      oms.time().tick(LeaseKeeper.LENGTH.minusSeconds(1));
      assertThat(keeper.renew()).isZero();
      assertThat(lost.stands()).as("so nobody is called in vain").isFalse();
      assertThat(claimable()).isZero();
      oms.time().tick(Duration.ofSeconds(2));
      assertThat(claimable()).as("the other's lease is as long as it was").isEqualTo(1);
    }
  }

  @Test
  void aRenewalWaitsForNobodyWhoWritesTheMessage() {
    UUID message = named();
    LeaseKeeper keeper = keeper();
    try (LeaseKeeper.Kept kept = keeper.keep(Merchant.MAIN, message, lease(message, Oms.NODE))) {
      boolean stands = oms.write(
          tx -> {
            tx.sql("select id from inbox where merchant = :merchant for update").query(UUID.class).list();
            CompletableFuture<Integer> renewed = CompletableFuture.supplyAsync(keeper::renew);
            assertThat(renewed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1);
            return kept.stands();
          });
      assertThat(stands).isTrue();
    }
  }

  @Test
  void whatNamesAnOrderIsFetchedByTheNodeThatStoresItBeforeAnyBatch() {
    Set<String> readers = ConcurrentHashMap.newKeySet();
    oms.channel().whileDecoding(() -> readers.add(Thread.currentThread().getName()));
    oms.house().pipeline().start(1);

    UUID message = named();

    eventually(() -> oms.text(STATE).equals("DONE")); // a poll may bring the order before the call has ended
    eventually(() -> oms.find("1").isPresent());
    assertThat(readers).as("read on the way to its call, not in a batch").contains("fetch-" + message);
    assertThat(oms.number("select fence from inbox where merchant = :merchant and id = '" + message + "'"))
        .isEqualTo(1);
  }

  @Test
  void whatNeedsNoCallAfterAllIsLeftToABatch() {
    oms.house().pipeline().start(1);
    Decoded named = new Decoded.FetchNeeded("1", oms.time().instant());
    oms.channel().nowSays(named, new Decoded.Ignored("names an order of somebody else"));

    oms.says(named);

    eventually(() -> oms.text(STATE).equals("IGNORED"));
  }

  @Test
  void whatWasStoredByANodeThatDiedBeforeItsCallIsTakenUpWhenItBeginsAgain() {
    inbox.runErrands(new Died());
    named();
    inbox.endErrands();
    assertThat(claimable()).isZero();

    oms.house().pipeline().start(1);

    eventually(() -> oms.find("1").isPresent());
  }

  /** Dies between the commit and the call. */
  private static final class Died implements Errands {

    @Override
    public String holder() {
      return Oms.NODE;
    }

    @Override
    public Duration lease() {
      return LeaseKeeper.LENGTH;
    }

    @Override
    public int room() {
      return 1;
    }

    @Override
    public void begin(Merchant merchant, InboxMessage message) {}
  }

  @Test
  void aPollThatWasCutOffIsTakenUpAtOnceByTheSameNode() {
    LeaseKeeper keeper = keeper();
    PollStore polls = new PollStore();
    List<PollStore.Poll> taken = take(polls, Oms.NODE);
    assertThat(taken).hasSize(1);
    assertThat(take(polls, "another node")).isEmpty();

    assertThat(keeper.takeBack(Merchant.MAIN)).isEqualTo(1);

    assertThat(take(polls, Oms.NODE)).hasSize(1);
    boolean ghost =
        oms.write(tx -> polls.save(tx, taken.getFirst(), "old", tx.now(), 0, "ok", false));
    assertThat(ghost).isFalse();
  }

  @Test
  void anAdapterThatFailsWhileFetchingIsTriedAgainAndThenPutAside() {
    oms.channel().whileFetching(() -> {
      throw new IllegalStateException("an adapter with a bug");
    });
    named();
    oms.house().pipeline().start(1);
    eventually(
        () -> {
          oms.time().tick(Duration.ofMinutes(2));
          return oms.text(STATE).equals("PARKED");
        });
    assertThat(oms.number("select max(attempts) from inbox where merchant = :merchant")).isBetween(5L, 8L);
  }

  @Test
  void ordersThatAreFetchedTogetherAreStoredAndOneThatCannotBeHarmsOnlyItself() {
    CyclicBarrier together = new CyclicBarrier(FETCHES);
    oms.channel().whileFetching(() -> {
      try {
        together.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new IllegalStateException(e);
      }
    });
    oms.channel().holdsTorn("0");
    oms.says(new Decoded.FetchNeeded("0", oms.time().instant()));
    for (int n = 1; n < FETCHES; n++) {
      oms.channel().holds(Oms.built(anOrder(Integer.toString(n)).line("A-1", 1)));
      oms.says(new Decoded.FetchNeeded(Integer.toString(n), oms.time().instant()));
    }

    oms.house().pipeline().start(1);

    eventually(() -> oms.number("select count(*) from orders where merchant = :merchant") == FETCHES - 1);
    eventually(() -> oms.number(NAMED + " and state = 'DONE'") == FETCHES - 1);
    assertThat(oms.number(NAMED + " and state = 'RECEIVED' and leased_by is not null")).isEqualTo(1);
  }

  @Test
  void whatWaitsToBeWrittenKeepsNobodyFromCalling() {
    CountDownLatch locked = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    oms.channel().whileFetching(() -> {
      calls.incrementAndGet();
      try {
        locked.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    for (int n = 0; n < MANY; n++) {
      oms.channel().holds(Oms.built(anOrder(Integer.toString(n)).line("A-1", 1)));
      oms.says(new Decoded.FetchNeeded(Integer.toString(n), oms.time().instant()));
    }
    oms.house().pipeline().start(1);
    eventually(() -> oms.number(NAMED + " and leased_by is not null") == MANY);

    oms.write(
        tx -> {
          tx.sql("select id from inbox where merchant = :merchant for update").query(UUID.class).list();
          locked.countDown();
          eventually(() -> calls.get() == MANY);
          return true;
        });

    eventually(() -> oms.number("select count(*) from orders where merchant = :merchant") == MANY);
  }

  @Test
  void aWorkerFinishesItsBatchWhenItIsAskedToEnd() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    oms.channel().whileDecoding(() -> {
      begun.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        interrupted.set(true);
      }
    });
    oms.told(anOrder("1").line("A-1", 1));
    oms.house().pipeline().start(1);
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

    Thread closing = Thread.ofVirtual().start(() -> oms.house().pipeline().close());
    assertThat(closing.join(Duration.ofMillis(300))).as("it waits for the batch").isFalse();
    goOn.countDown();
    closing.join();

    assertThat(interrupted).isFalse();
    assertThat(oms.text(STATE)).isEqualTo("DONE");
    assertThat(oms.order("1").line(1).buckets().allocated()).isEqualTo(1);
  }

  @Test
  void anIdlePipelineEndsAtOnce() {
    oms.house().pipeline().start(2);
    long begin = System.nanoTime();
    oms.house().pipeline().close();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  /** A message that only names an order, which the channel holds. */
  private UUID named() {
    oms.channel().holds(Oms.built(anOrder("1").line("A-1", 1)));
    oms.says(new Decoded.FetchNeeded("1", oms.time().instant()));
    return UUID.fromString(oms.text("select id::text from inbox where merchant = :merchant and topic = 'order'"));
  }

  private long lease(UUID message, String holder) {
    Map<UUID, Long> fences =
        oms.write(
            tx -> {
              List<UUID> claimed = inbox.claim(tx, 10).stream().map(InboxMessage::id).toList();
              return inbox.lease(tx, claimed, holder, tx.now().plus(LeaseKeeper.LENGTH));
            });
    return java.util.Objects.requireNonNull(fences.get(message));
  }

  private int claimable() {
    return oms.write(tx -> inbox.claim(tx, 10).size());
  }

  private List<PollStore.Poll> take(PollStore polls, String holder) {
    return oms.write(tx -> polls.take(tx, holder, tx.now().plus(LeaseKeeper.LENGTH), 10));
  }

  private LeaseKeeper keeper() {
    return new LeaseKeeper(oms.house().door(), inbox, oms.house().ids(), Oms.NODE);
  }

  private static void eventually(BooleanSupplier wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!wanted.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
