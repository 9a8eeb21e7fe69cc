package dev.crossdock.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.InventoryCheck;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.ReserveOutcome;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.groups.Allocation;
import dev.crossdock.inventory.groups.AllocationGroup;
import dev.crossdock.inventory.groups.AllocationGroups;
import dev.crossdock.inventory.groups.AllocationMove;
import dev.crossdock.inventory.groups.Draw;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.testing.Oms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

/** Many who keep apart, pass on, draw, reserve, give back and ship the same units; all of it must add up. */
class GroupHistoryTest {

  private static final long SEED = 20261123;
  private static final int WORKERS = 5;
  private static final int STEPS = 60;
  private static final List<String> GROUPS = List.of("A", "B");

  @Test
  void agreesWithWhatEverybodyRemembers() throws Exception {
    try (Oms oms = new Oms()) {
      oms.sells("TEA", 60).sells("POT", 40).location("LAX", 34, -118).stock("TEA", "LAX", 30);
      oms.write(
          tx -> {
            GROUPS.forEach(code -> oms.house().allocationGroups().put(tx, new AllocationGroup(code, code, null)));
            return true;
          });

      List<Worker> workers = run(oms);

      assertThat(new InventoryCheck(oms.house().door()).run(Merchant.MAIN)).as("seed " + SEED).isEmpty();
      for (Worker worker : workers) {
        List<Reservation> held =
            oms.write(tx -> oms.house().stock().reservationsOf(tx, Set.copyOf(worker.all)));
        assertThat(held).as("seed " + SEED).containsExactlyInAnyOrderElementsOf(worker.held.values());
      }
    }
  }

  private static List<Worker> run(Oms oms) throws InterruptedException, ExecutionException {
    List<Worker> workers = new ArrayList<>();
    List<Future<?>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
      for (int number = 1; number <= WORKERS; number++) {
        Worker worker = new Worker(oms, number);
        workers.add(worker);
        runs.add(threads.submit(() -> worker.run(STEPS)));
      }
    }
    for (Future<?> run : runs) {
      run.get();
    }
    return workers;
  }

  private static final class Worker {

    private final Oms oms;
    private final Stock stock;
    private final AllocationGroups groups;
    private final int number;
    private final Random random;
    private final Map<UUID, Reservation> held = new HashMap<>();
    private final List<UUID> all = new ArrayList<>();

    Worker(Oms oms, int number) {
      this.oms = oms;
      this.stock = oms.house().stock();
      this.groups = oms.house().allocationGroups();
      this.number = number;
      this.random = new Random(SEED + number);
    }

    void run(int steps) {
      for (int i = 0; i < steps; i++) {
        switch (random.nextInt(8)) {
          case 0, 1 -> move();
          case 2, 3, 4 -> draw();
          case 5 -> reserve();
          case 6 -> release();
          default -> ship();
        }
      }
    }

    private void move() {
      AllocationMove move =
          new AllocationMove(group(), group(), sku(), Set.of(), (long) 1 + random.nextInt(8), null);
      oms.write(tx -> groups.move(tx, move));
    }

    private void draw() {
      UUID order = order();
      String sku = sku();
      int pick = random.nextInt(4);
      try {
        List<Reservation> drawn = oms.write(tx -> draw(tx, order, sku, pick));
        drawn.forEach(reservation -> held.put(order, reservation));
      } catch (CannotAcquireLockException e) {
        // Others were faster each time; nothing was drawn.
        held.remove(order);
      }
    }

    private List<Reservation> draw(Tx tx, UUID order, String sku, int pick) {
      List<Allocation> some = groups.of(tx, Set.of(sku)).stream().filter(a -> a.left() > 0).toList();
      if (some.isEmpty()) {
        return List.of();
      }
      Allocation one = some.get(pick % some.size());
      Reservation taken = new Reservation(order, 1, sku, one.location(), Math.min(2, one.left()));
      groups.draw(tx, List.of(new Draw(one.id(), taken)));
      tx.beforeCommit(
          () -> {
            stock.lock(tx, Set.of());
            assertThat(stock.reserve(tx, List.of(taken))).isInstanceOf(ReserveOutcome.Reserved.class);
          });
      return List.of(taken);
    }

    private void reserve() {
      Reservation wanted = new Reservation(order(), 1, sku(), "NYC", 1 + random.nextInt(3));
      ReserveOutcome outcome = oms.write(tx -> stock.reserve(tx, List.of(wanted)));
      if (outcome instanceof ReserveOutcome.Reserved) {
        held.put(wanted.document(), wanted);
      }
    }

    private void release() {
      held.values().stream().findFirst().ifPresent(reservation -> {
        oms.write(tx -> stock.release(tx, List.of(reservation)));
        held.remove(reservation.document());
      });
    }

    private void ship() {
      held.values().stream().findFirst().ifPresent(reservation -> {
        oms.write(tx -> stock.ship(tx, List.of(reservation), Instant.EPOCH));
        held.remove(reservation.document());
      });
    }

    private UUID order() {
      UUID order = new UUID(number, all.size());
      all.add(order);
      return order;
    }

    private @Nullable String group() {
      int at = random.nextInt(GROUPS.size() + 1);
      return at == GROUPS.size() ? null : GROUPS.get(at);
    }

    private String sku() {
      return random.nextBoolean() ? "TEA" : "POT";
    }
  }
}
