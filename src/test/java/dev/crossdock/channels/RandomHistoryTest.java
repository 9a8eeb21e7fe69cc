package dev.crossdock.channels;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.Oms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seeded random histories on a real database: several channels' worth of messages in any order, several workers, and
 * people who cancel, release, ship, map and count at the same time. Whatever happened, everything adds up.
 */
class RandomHistoryTest {

  private static final int ORDERS = 40;
  private static final int STEPS = 60;
  private static final int PEOPLE = 3;
  private static final List<String> SKUS = List.of("A", "B", "C");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 23, 58})
  void everythingAddsUpWhateverHappened(long seed) throws Exception {
    try (Oms oms = new Oms()) {
      SKUS.forEach(sku -> oms.sells(sku, 25));
      oms.location("LAX", 34.05, -118.24);
      SKUS.forEach(sku -> oms.stock(sku, "LAX", 10));
      CountDownLatch start = new CountDownLatch(1);
      try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE + 3)) {
        List<Future<?>> running = new ArrayList<>();
        running.add(threads.submit(() -> tell(oms, new Random(seed), start)));
        for (int worker = 0; worker < 2; worker++) {
          running.add(threads.submit(() -> drain(oms, start)));
        }
        for (int person = 1; person <= PEOPLE; person++) {
          Random random = new Random(seed * 31 + person);
          running.add(threads.submit(() -> act(oms, random, start)));
        }
        start.countDown();
        for (Future<?> each : running) {
          each.get(120, TimeUnit.SECONDS);
        }
      }
      oms.work();
      assertEverythingAddsUp(oms, seed);
    }
  }

  private static Void tell(Oms oms, Random random, CountDownLatch start) throws InterruptedException {
    start.await();
    for (int n = 0; n < ORDERS * 3; n++) {
      oms.told(random(random, "o" + random.nextInt(ORDERS)));
    }
    return null;
  }

  private static AnOrder random(Random random, String id) {
    AnOrder order = anOrder(id).at(Instant.parse("2026-11-20T10:00:00Z").plusSeconds(random.nextInt(3_600)).toString());
    order.buyer(id + "@example.com");
    int lines = 1 + random.nextInt(3);
    for (int line = 0; line < lines; line++) {
      int units = 1 + random.nextInt(4);
      String sku = random.nextInt(8) == 0 ? "UNKNOWN" : SKUS.get(random.nextInt(SKUS.size()));
      order.line(sku, units, random.nextInt(5) == 0 ? 1 : 0, 0, IncomingLine.FulfilledBy.MERCHANT);
    }
    if (random.nextInt(8) == 0) {
      order.cancelled();
    }
    if (random.nextInt(6) == 0) {
      order.payment(IncomingOrder.Payment.PENDING);
    }
    return order;
  }

  private static Void drain(Oms oms, CountDownLatch start) throws InterruptedException {
    start.await();
    for (int n = 0; n < 12; n++) {
      oms.work();
    }
    return null;
  }

  private static Void act(Oms oms, Random random, CountDownLatch start) throws InterruptedException {
    start.await();
    for (int n = 0; n < STEPS; n++) {
      String id = "o" + random.nextInt(ORDERS);
      int what = random.nextInt(6);
      int units = random.nextInt(40);
      String sku = SKUS.get(random.nextInt(SKUS.size()));
      switch (what) {
        case 0 -> command(oms, id, order -> Optional.of(new OrderCommand.Cancel("by a person", null)));
        case 1 -> command(oms, id, RandomHistoryTest::release);
        case 2 -> command(oms, id, RandomHistoryTest::ship);
        case 3 -> oms.stock(sku, "LAX", units);
        case 4 -> oms.stock(sku, "NYC", units);
        default -> oms.map("UNKNOWN", sku);
      }
    }
    return null;
  }

  private interface Choice {
    Optional<OrderCommand> of(Order order);
  }

  private static void command(Oms oms, String id, Choice choice) {
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        oms.write(tx -> once(oms, tx, id, choice));
        return;
      } catch (StaleOrders e) {
        Thread.onSpinWait();
      }
    }
  }

  private static boolean once(Oms oms, Tx tx, String id, Choice choice) {
    OrderBatch batch = oms.house().orders().batch(tx);
    batch.loadByChannel(java.util.Set.of(Oms.ref(id)));
    Optional<Order> order = batch.order(Oms.ref(id));
    order.flatMap(choice::of).ifPresent(command -> batch.execute(order.get().id(), command));
    batch.store();
    return true;
  }

  private static Optional<OrderCommand> release(Order order) {
    return order.openHolds().stream()
        .filter(hold -> hold.reason() == Hold.Reason.PAYMENT)
        .findFirst()
        .map(hold -> new OrderCommand.ReleaseHold(hold.id(), "mira", true, ""));
  }

  private static Optional<OrderCommand> ship(Order order) {
    return order.placements().stream()
        .filter(placement -> !placement.shipped())
        .map(Placement::fulfilmentOrder)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .map(OrderCommand.Ship::new);
  }

  private static void assertEverythingAddsUp(Oms oms, long seed) {
    String because = "seed " + seed;
    assertThat(oms.number("select count(*) from inbox where merchant = :merchant and state = 'RECEIVED'"))
        .as(because)
        .isZero();
    assertThat(oms.number("select count(*) from inbox where merchant = :merchant and state = 'PARKED'"))
        .as(because)
        .isZero();
    assertThat(oms.violations()).as(because).isEmpty();
  }
}
