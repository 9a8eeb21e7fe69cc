package dev.crossdock.channels.internal;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.Assembly;
import dev.crossdock.channels.Decoded;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.LossyCommits;
import dev.crossdock.testing.Oms;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A batch leases what only names its order, and the answer to its commit is lost. No time passes. */
class LostCommitTest {

  private static final String NAMED = " from inbox where merchant = :merchant and topic = 'order'";
  private static final String FETCHED = "select count(*) from inbox where merchant = :merchant and topic = 'fetched'";
  private static final int SECONDS_MAX = 20;

  private final Oms oms = new Oms().sells("A-1", 40);
  private final LossyCommits lossy = new LossyCommits(oms.db().dataSource());
  private final Assembly house = oms.house("far away", lossy.source());

  @BeforeEach
  void nameAnOrder() {
    oms.channel().holds(Oms.built(anOrder("1").line("A-1", 1)));
    oms.says(new Decoded.FetchNeeded("1", oms.time().instant()));
  }

  @AfterEach
  void close() {
    house.pipeline().close();
    house.inbox().close();
    oms.close();
  }

  @Test
  void callsAtOnceForWhatWasLeased() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    oms.channel().whileFetching(called::countDown);
    onceRead(lossy::loseNext);

    house.pipeline().drain(Merchant.MAIN);

    assertThat(called.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    fetchedOnce();
  }

  @RepeatedTest(3)
  void aCallUnderALeaseThatIsNotThereDoesNoHarm() {
    CyclicBarrier calling = new CyclicBarrier(3);
    oms.channel().whileFetching(() -> await(calling));
    onceRead(lossy::breakNext);

    house.pipeline().drain(Merchant.MAIN);

    await(calling);
    fetchedOnce();
  }

  /** Whoever called has ended then, and nothing was left to be taken up again. */
  private void fetchedOnce() {
    house.pipeline().close();
    assertThat(oms.text("select state" + NAMED)).isEqualTo("DONE");
    assertThat(oms.number("select fence" + NAMED)).as("leased once").isEqualTo(1);
    assertThat(oms.number(FETCHED)).isEqualTo(1);
    oms.work();
    assertThat(oms.find("1")).isPresent();
  }

  /** In the middle of the batch, so that the next commit is its own. */
  private void onceRead(Runnable happening) {
    oms.channel()
        .whileDecoding(
            () -> {
              happening.run();
              oms.channel().whileDecoding(() -> {});
            });
  }

  private static void await(CyclicBarrier all) {
    try {
      all.await(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
