package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.internal.SecondLooks;
import dev.crossdock.testing.Oms;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stock comes in while an order that wants it is being looked at: neither transaction sees the other. */
class StockMeanwhileTest {

  private static final String QUEUED = "select count(*) from routing_queue where merchant = :merchant";

  private final Oms oms = new Oms().sells("A-1", 0);

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void anOrderThatFoundNoneAtThatMomentIsLookedAtAMomentLater() {
    oms.write(tx -> {
      comesIn(tx, 5);
      meanwhile(() -> oms.told(anOrder("1").line("A-1", 2)).work());
      return true;
    });
    oms.work();
    assertThat(oms.order("1").lines().getFirst().waiting()).as("it was not seen").isEqualTo(2);

    oms.time().tick(SecondLooks.AFTER);
    oms.work();

    assertThat(oms.order("1").lines().getFirst().waiting()).isZero();
  }

  @Test
  void whoeverIsSeenAtOnceIsNotLookedAtTwice() {
    oms.told(anOrder("1").line("A-1", 2)).work();
    oms.write(tx -> {
      comesIn(tx, 1);
      return true;
    });
    oms.work();
    long decisions = oms.number("select count(*) from routing_decision where merchant = :merchant");

    oms.time().tick(SecondLooks.AFTER);
    oms.work();
    oms.time().tick(SecondLooks.AFTER);
    oms.work();

    assertThat(oms.number("select count(*) from routing_decision where merchant = :merchant")).isEqualTo(decisions);
    assertThat(oms.number(QUEUED)).isZero();
  }

  private void comesIn(Tx tx, int units) {
    Set<StockKey> rose = oms.house().stock().setOnHand(tx, List.of(new StockSet("A-1", "NYC", units))).rose();
    oms.house().routing().stockRose(tx, rose.stream().map(StockKey::sku).collect(Collectors.toSet()));
  }

  private static void meanwhile(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }
}
