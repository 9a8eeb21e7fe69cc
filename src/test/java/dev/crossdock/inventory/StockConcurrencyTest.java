package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.Lacking.Lack;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.testing.Db;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Many writers on few levels at the same time. Afterwards the ledger, the levels, the reservations and what the
 * writers remember must agree. Two broken ways to reserve show that this test would notice.
 */
class StockConcurrencyTest {

  private static final long SEED = 20261120;
  private static final int WRITERS = 8;
  private static final int STEPS = 80;
  private static final int ON_HAND = 150;
  private static final int SCARCE = 10;

  @RegisterExtension
  final Db db = Db.fresh();

  @Test
  void agreesWithWhatEveryWriterRemembers() throws InterruptedException, ExecutionException {
    World world = world();

    List<Writer> writers = run(world, world.stock::reserve);

    assertThat(world.deadlocks(db.dataSource())).as("deadlocks, seed " + SEED).isZero();
    assertThat(world.violations()).as("seed " + SEED).isEmpty();
    for (String sku : Writer.SKUS) {
      for (String location : Writer.LOCATIONS) {
        StockKey key = new StockKey(sku, location);
        assertThat(world.level(sku, location)).as(key + ", seed " + SEED).isEqualTo(remembered(world, writers, key));
      }
    }
  }

  @Test
  void promisesUnitsThatWereGivenBackWhileItWaited() throws InterruptedException, ExecutionException {
    World world = new World(db.dataSource()).locations("EAST").count("HOT", "EAST", 5);
    Reservation all = new Reservation(World.document(1), 1, "HOT", "EAST", 5);
    Reservation next = new Reservation(World.document(2), 1, "HOT", "EAST", 5);
    world.reserve(all);
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch othersWait = new CountDownLatch(1);

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<ReleaseOutcome> giving =
          threads.submit(
              () ->
                  world.write(
                      tx -> {
                        ReleaseOutcome outcome = world.stock.release(tx, List.of(all));
                        released.countDown();
                        await(othersWait);
                        return outcome;
                      }));
      await(released);
      Future<ReserveOutcome> taking = threads.submit(() -> world.reserve(next));
      awaitALockWaitedFor(world);
      othersWait.countDown();

      assertThat(giving.get()).isInstanceOf(ReleaseOutcome.Released.class);
      assertThat(taking.get()).isEqualTo(new ReserveOutcome.Reserved());
    }
    assertThat(world.level("HOT", "EAST")).isEqualTo("5/5");
    assertThat(world.violations()).isEmpty();
  }

  /** Both have read before either writes, whoever is faster. */
  @Test
  void noticesAReservationThatReadsFirstAndWritesLater() throws InterruptedException, ExecutionException {
    World world = new World(db.dataSource()).locations("EAST").count("HOT", "EAST", SCARCE);
    withoutConstraints(world);
    CyclicBarrier bothHaveRead = new CyclicBarrier(2);

    List<Future<?>> taking = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 1; i <= 2; i++) {
        Reservation most = new Reservation(World.document(i), 1, "HOT", "EAST", SCARCE - 1);
        taking.add(threads.submit(() -> world.write(tx -> readThenWrite(world, tx, List.of(most), bothHaveRead))));
      }
    }
    for (Future<?> each : taking) {
      assertThat(each.get()).as("what each was told").isEqualTo(new ReserveOutcome.Reserved());
    }

    assertThat(world.violations()).extracting(Violation::invariant).isNotEmpty();
  }

  /** Promises alone: a count that follows would make what was promised too often an ordinary shortfall. */
  @Test
  void noticesAReservationWithoutItsGuard() throws InterruptedException, ExecutionException {
    World world = new World(db.dataSource()).locations("EAST").count("HOT", "EAST", SCARCE);
    withoutConstraints(world);

    List<Future<?>> taking = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 1; i <= WRITERS; i++) {
        Reservation all = new Reservation(World.document(i), 1, "HOT", "EAST", SCARCE);
        taking.add(threads.submit(() -> world.write(tx -> withoutGuard(tx, List.of(all)))));
      }
    }
    for (Future<?> each : taking) {
      each.get();
    }

    assertThat(world.violations()).extracting(Violation::invariant).contains("stock.oversold");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("nobody came", e);
    }
  }

  private static void awaitALockWaitedFor(World world) {
    String waiting =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while (world.sql.sql(waiting).query((row, number) -> row.getInt(1)).single() == 0) {
      Thread.onSpinWait();
    }
  }

  private World world() {
    World world = new World(db.dataSource()).locations("EAST", "WEST");
    for (String sku : Writer.SKUS) {
      world.count(sku, "EAST", ON_HAND).count(sku, "WEST", ON_HAND);
    }
    return world;
  }

  private static List<Writer> run(World world, Writer.Reserving reserving)
      throws InterruptedException, ExecutionException {
    List<Writer> writers = new ArrayList<>();
    List<Future<?>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 0; i < WRITERS; i++) {
        Writer writer = new Writer(world, reserving, i, SEED);
        writers.add(writer);
        runs.add(threads.submit(() -> writer.run(STEPS)));
      }
    }
    for (Future<?> run : runs) {
      run.get();
    }
    return writers;
  }

  /** What the level must be; a counted SKU's stock on hand is told by the ledger only, which was checked. */
  private static String remembered(World world, List<Writer> writers, StockKey key) {
    int reserved = writers.stream().mapToInt(writer -> writer.held().getOrDefault(key, 0)).sum();
    if (key.sku().equals("COUNTED")) {
      return world.level(key.sku(), key.location()).replaceFirst("/.*", "/" + reserved);
    }
    long onHand = ON_HAND + writers.stream().mapToLong(writer -> writer.onHandDeltas().getOrDefault(key, 0L)).sum();
    return onHand + found(world, key) + "/" + reserved;
  }

  private static long found(World world, StockKey key) {
    return world
        .sql
        .sql(
            """
            select coalesce(sum(on_hand_delta), 0) from stock_ledger
            where merchant = 1 and sku = :sku and location = :location and reason = 'FOUND_BY_SHIPPING'
            """)
        .param("sku", key.sku())
        .param("location", key.location())
        .query((row, number) -> row.getLong(1))
        .single();
  }

  private static void withoutConstraints(World world) {
    for (String constraint : List.of("no_oversell", "shortfall_exact", "stock_not_negative")) {
      world.sql.sql("alter table stock_level drop constraint " + constraint).update();
    }
  }

  /** The mutant everybody writes first: two orders read the same stock, and one's reservation is overwritten. */
  private static ReserveOutcome readThenWrite(
      World world, Tx tx, List<Reservation> wanted, CyclicBarrier bothHaveRead) {
    Map<StockKey, Integer> needed = needed(wanted);
    Map<StockKey, StockAt> seen = new HashMap<>();
    StockView view = world.stock.available(tx, Set.of("HOT"));
    view.levels().forEach((sku, levels) ->
        levels.forEach(level -> seen.put(new StockKey(sku, level.location().code()), level)));
    meet(bothHaveRead);
    for (Map.Entry<StockKey, Integer> need : needed.entrySet()) {
      int available = Objects.requireNonNull(seen.get(need.getKey())).available();
      if (available < need.getValue()) {
        return new Lacking(List.of(new Lack(need.getKey(), need.getValue(), available)));
      }
    }
    needed.forEach((key, units) ->
        write(tx, key, "reserved = " + (Objects.requireNonNull(seen.get(key)).reserved() + units)));
    note(tx, wanted);
    return new ReserveOutcome.Reserved();
  }

  /** The mutant that trusts its plan. */
  private static ReserveOutcome withoutGuard(Tx tx, List<Reservation> wanted) {
    needed(wanted).forEach((key, units) -> write(tx, key, "reserved = reserved + " + units));
    note(tx, wanted);
    return new ReserveOutcome.Reserved();
  }

  private static Map<StockKey, Integer> needed(List<Reservation> wanted) {
    Map<StockKey, Integer> needed = new TreeMap<>();
    wanted.forEach(reservation -> needed.merge(reservation.key(), reservation.units(), Integer::sum));
    return needed;
  }

  private static void write(Tx tx, StockKey key, String assignment) {
    String where = " where merchant = :merchant and sku = :sku and location = :location";
    tx.sql("update stock_level set " + assignment + where)
        .param("sku", key.sku())
        .param("location", key.location())
        .update();
  }

  private static void note(Tx tx, List<Reservation> wanted) {
    for (Reservation reservation : wanted) {
      tx.sql(
              """
              with ledger as (
                insert into stock_ledger (merchant, sku, location, id, on_hand_delta, reserved_delta, reason, actor,
                  correlation, happened_at, recorded_at)
                values (:merchant, :sku, :location, gen_random_uuid(), 0, :units, 'RESERVED', 'test', :document, now(),
                  now()))
              insert into reservation (merchant, document, line, sku, location, units, reserved_at)
              values (:merchant, :document, :line, :sku, :location, :units, now())
              """)
          .param("document", reservation.document())
          .param("line", reservation.line())
          .param("sku", reservation.sku())
          .param("location", reservation.location())
          .param("units", reservation.units())
          .update();
    }
  }
}
