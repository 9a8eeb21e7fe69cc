package dev.crossdock.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Race.Reading;
import dev.crossdock.platform.journal.Race.Result;
import dev.crossdock.platform.journal.Race.Sealing;
import dev.crossdock.platform.journal.SealerStore.Pending;
import dev.crossdock.platform.journal.internal.Batch;
import dev.crossdock.platform.journal.internal.Block;
import dev.crossdock.platform.journal.internal.BlockOrder;
import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Db;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The race that a cursor over ids loses, and the same race run by mutants of the sealer and the reader: each must be
 * caught, or the race proves nothing.
 */
@Timeout(300)
class RaceTest {

  private static final int ROUNDS_MAX = 8;
  private static final AtomicInteger MERCHANTS = new AtomicInteger(100);

  @RegisterExtension static final Db db = Db.fresh();

  @ParameterizedTest
  @CsvSource({"1, true", "2, false", "3, false"})
  void losesDoublesAndSwapsNothing(long seed, boolean clocksAgree) {
    Race race = new Race(db.dataSource(), new Merchant(MERCHANTS.incrementAndGet()), seed, clocksAgree);
    Result result = race.run(Race.correctSealing(db.dataSource()), new CorrectReading(), 60);

    assertThat(result.complaints()).as("seed %d: %s", seed, result).isEmpty();
    assertThat(result.committed()).isGreaterThan(300);
    assertThat(result.rolledBack()).isPositive();
  }

  /** Mutant 1: a cursor over ids, as over any sequence: a transaction that commits late is never read. */
  @Test
  void catchesACursorOverIds() {
    assertThat(caught(Race.correctSealing(db.dataSource()), CursorOverIds::new, true)).contains("read");
  }

  /** Mutant 2: a block ordered by transaction ids alone. */
  @Test
  void catchesAnOrderThatIgnoresVersions() {
    UnaryOperator<List<Batch>> byId =
        batches -> batches.stream().sorted(Comparator.comparing(Batch::id, BlockOrder.BY_ID)).toList();
    assertThat(caught(takingOwn(100, byId), CorrectReading::new, false)).contains("was read after version");
  }

  /** Mutant 3: a bounded block takes the lowest ids and does not ask what must stand before them. */
  @Test
  void catchesABoundThatLeavesEarlierVersionsBehind() {
    assertThat(caught(takingOwn(2, BlockOrder::of), CorrectReading::new, false)).contains("was read after version");
  }

  /** Mutant 4: the sealer reads what is pending and then removes all that is pending. */
  @Test
  void catchesASealerThatRemovesWhatItHasNotSeen() {
    assertThat(caught(RaceTest::removingAll, CorrectReading::new, true)).contains("in no block and not pending");
  }

  /** Mutant 5: the cursor moves before the effect, in a transaction of its own. */
  @Test
  void catchesACursorThatMovesWithoutItsEffect() {
    assertThat(caught(Race.correctSealing(db.dataSource()), CursorFirst::new, true)).contains("effects");
  }

  private static String caught(Sealing sealing, Supplier<Reading> reading, boolean clocksAgree) {
    for (long seed = 1; seed <= ROUNDS_MAX; seed++) {
      Race race = new Race(db.dataSource(), new Merchant(MERCHANTS.incrementAndGet()), seed, clocksAgree);
      Result result = race.run(sealing, reading.get(), 25);
      if (!result.complaints().isEmpty()) {
        return String.join("\n", result.complaints());
      }
    }
    return "nothing in " + ROUNDS_MAX + " rounds";
  }

  private static Sealing takingOwn(int batchesMax, UnaryOperator<List<Batch>> order) {
    SealerStore store = new SealerStore();
    return (tx, lease) -> {
      if (new SealerLeaseTable().lock(tx, lease)) {
        List<Pending> taken = store.takePending(tx, batchesMax, 10_000);
        insert(tx, lease, order.apply(store.batches(tx, taken)));
      }
    };
  }

  private static void removingAll(Tx tx, Lease lease) {
    if (new SealerLeaseTable().lock(tx, lease)) {
      SealerStore store = new SealerStore();
      List<Pending> seen =
          tx.sql("SELECT batch, entries FROM journal_pending WHERE merchant = :merchant")
              .query((row, n) -> new Pending(row.getObject("batch", UUID.class), row.getInt("entries")))
              .list();
      insert(tx, lease, BlockOrder.of(store.batches(tx, seen)));
      tx.sql("DELETE FROM journal_pending WHERE merchant = :merchant").update();
    }
  }

  private static void insert(Tx tx, Lease lease, List<Batch> ordered) {
    if (!ordered.isEmpty()) {
      new SealerStore()
          .insert(
              tx, Block.of(SealerStore.head(tx), ordered, tx.now().truncatedTo(ChronoUnit.MICROS), lease.fence()));
    }
  }

  /** As consumers do it: the effect and the cursor in one transaction; now and then another process goes on. */
  private static class CorrectReading implements Reading {

    private @Nullable JournalReader reader;
    private int processes;

    @Override
    public List<JournalEvent> step(Race race, Random random) {
      JournalReader current = reader;
      if (current == null || random.nextInt(20) == 0) {
        if (current != null) {
          current.release();
        }
        current = next(race);
        reader = current;
      }
      List<SealedEvent> sealed = current.poll(random.nextInt(1, 20));
      List<JournalEvent> events = sealed.stream().map(SealedEvent::event).toList();
      boolean done = !sealed.isEmpty() && apply(race, current, random, sealed.getLast().position(), events);
      return done ? events : List.of();
    }

    boolean apply(
        Race race, JournalReader reader, Random random, JournalPosition last, List<JournalEvent> events) {
      return race.attempt(
          tx -> {
            reader.commit(tx, last);
            race.effect(tx, events, random);
          });
    }

    private JournalReader next(Race race) {
      return new JournalReader(
          race.door, new SystemTime(), race.merchant, "race", "process-" + ++processes, Duration.ofSeconds(30));
    }
  }

  private static final class CursorFirst extends CorrectReading {

    @Override
    boolean apply(
        Race race, JournalReader reader, Random random, JournalPosition last, List<JournalEvent> events) {
      race.attempt(tx -> reader.commit(tx, last));
      return race.attempt(tx -> race.effect(tx, events, random));
    }
  }

  private static final class CursorOverIds implements Reading {

    private UUID last = new UUID(0, 0);

    @Override
    public List<JournalEvent> step(Race race, Random random) {
      List<JournalEvent> events =
          race.door.read(
              race.merchant,
              tx ->
                  tx.sql("SELECT * FROM journal WHERE merchant = :merchant AND batch > :last ORDER BY batch, n")
                      .param("last", last)
                      .query(JournalHistory::event)
                      .list());
      if (events.isEmpty() || !race.attempt(tx -> race.effect(tx, events, random))) {
        return List.of();
      }
      last = events.getLast().batch();
      return events;
    }
  }
}
