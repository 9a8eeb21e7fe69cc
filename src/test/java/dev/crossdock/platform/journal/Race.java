package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.time.SystemTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Six writers that wait at random places and sometimes roll back, two sealers that take the lease from each other, some
 * with leases long lost, and a reader that is replaced now and then and whose effect sometimes fails, all at once on
 * one merchant. What was read is then held against what was committed.
 */
final class Race {

  private static final int WRITERS = 6;
  private static final int STREAMS = 8;
  private static final Duration LEASE = Duration.ofMillis(40);
  private static final Sealer.Limits LIMITS = new Sealer.Limits(LEASE, 4, 12);

  /** How a merchant's pending transactions become a block; the transaction's end is delayed by the race. */
  interface Sealing {
    void seal(Tx tx, Lease lease);
  }

  /** How a reader comes by the next events and remembers where it stands. */
  interface Reading {
    /** Reads some events and has its effect on them: {@link Race#effect}; gives what had an effect. */
    List<JournalEvent> step(Race race, Random random);
  }

  final Door door;
  final Merchant merchant;
  private final DataSource dataSource;
  private final long seed;
  private final boolean clocksAgree;
  private final InstantSource time = new SystemTime();
  private final Ids shared;
  private final AtomicInteger committed = new AtomicInteger();
  private final AtomicInteger rolledBack = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicBoolean written = new AtomicBoolean();
  private final AtomicBoolean sealed = new AtomicBoolean();

  private static final class OnPurpose extends RuntimeException {}

  /** What came out. */
  record Result(int committed, int rolledBack, int refusedSeals, int read, List<String> complaints) {}

  /** @param clocksAgree false when each transaction takes its id from a machine with a clock of its own */
  Race(DataSource dataSource, Merchant merchant, long seed, boolean clocksAgree) {
    this.dataSource = dataSource;
    this.door = new Door(dataSource, time);
    this.merchant = merchant;
    this.seed = seed;
    this.clocksAgree = clocksAgree;
    this.shared = new Ids(time, new Random(seed));
  }

  static Sealing correctSealing(DataSource dataSource) {
    InstantSource time = new SystemTime();
    Sealer sealer = new Sealer(new Door(dataSource, time), time, "unused", LIMITS);
    return sealer::seal;
  }

  /** @param transactions of each writer */
  Result run(Sealing sealing, Reading reading, int transactions) {
    prepare();
    List<JournalEvent> read = new ArrayList<>();
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
      List<Future<?>> writers = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        Random random = new Random(seed * 100 + w);
        writers.add(threads.submit(work(() -> write(random, transactions))));
      }
      List<Future<?>> sealers = new ArrayList<>();
      for (String holder : List.of("one", "two")) {
        Random random = new Random(seed * 100 + 50 + holder.length());
        sealers.add(threads.submit(work(() -> sealUntilDone(sealing, holder, random))));
      }
      Future<?> reader = threads.submit(work(() -> readUntilDone(reading, new Random(seed * 100 + 90), read)));
      writers.forEach(Race::join);
      written.set(true);
      sealers.forEach(Race::join);
      sealed.set(true);
      join(reader);
    }
    return new Result(committed.get(), rolledBack.get(), refused.get(), read.size(), complaints(read));
  }

  private void prepare() {
    JdbcClient client = JdbcClient.create(dataSource);
    client
        .sql(
            "CREATE TABLE IF NOT EXISTS race_stream"
                + " (merchant int, stream text, version int, PRIMARY KEY (merchant, stream))")
        .update();
    client
        .sql(
            "CREATE TABLE IF NOT EXISTS race_effect"
                + " (merchant int, batch uuid, n int, PRIMARY KEY (merchant, batch, n))")
        .update();
    client
        .sql("INSERT INTO race_stream SELECT :merchant, 's' || i, 0 FROM generate_series(0, :last) i")
        .param("merchant", merchant.id())
        .param("last", STREAMS - 1)
        .update();
  }

  private void write(Random random, int transactions) {
    for (int i = 0; i < transactions; i++) {
      TreeSet<String> streams = new TreeSet<>(); // locked in order, so that there is no deadlock
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        streams.add("s" + random.nextInt(STREAMS));
      }
      boolean rollBack = random.nextInt(20) == 0;
      Journal journal = new Journal(clocksAgree ? shared : anotherMachine(random));
      int before = random.nextInt(3) == 0 ? random.nextInt(10) : 0;
      int after = random.nextInt(2) == 0 ? random.nextInt(15) : 0;
      try {
        door.run(
            merchant,
            Fixture.CAUSE,
            tx -> {
              sleep(tx, before);
              for (String stream : streams) {
                journal.append(tx, changes(tx, stream));
              }
              tx.beforeCommit(() -> sleep(tx, after));
              if (rollBack) {
                throw new OnPurpose();
              }
            });
        committed.incrementAndGet();
      } catch (OnPurpose e) {
        rolledBack.incrementAndGet();
      }
    }
  }

  private Ids anotherMachine(Random random) {
    Instant wrong = time.instant().plusMillis(random.nextInt(-500, 500));
    return new Ids(InstantSource.fixed(wrong), random);
  }

  private List<JournalEntry> changes(Tx tx, String stream) {
    int version =
        tx.sql(
                """
                UPDATE race_stream SET version = version + 1 WHERE merchant = :merchant AND stream = :stream
                RETURNING version
                """)
            .param("stream", stream)
            .query(Integer.class)
            .single();
    return List.of(new JournalEntry(stream, version, "thing.changed", tx.now(), "{}"));
  }

  private void sealUntilDone(Sealing sealing, String holder, Random random) {
    Leases leases = new Leases(holder, LEASE, new SealerLeaseTable());
    List<Lease> lost = new ArrayList<>();
    while (!written.get() || pending() > 0) {
      Optional<Lease> current = door.write(merchant, Fixture.CAUSE, leases::hold);
      current.ifPresent(lost::add);
      Optional<Lease> used = random.nextInt(8) == 0 && !lost.isEmpty() ? Optional.of(lost.getFirst()) : current;
      if (used.isPresent()) {
        pause(random.nextInt(10) == 0 ? 50 : 0); // frozen for longer than its lease
        try {
          door.run(
              merchant,
              Fixture.CAUSE,
              tx -> {
                sealing.seal(tx, used.get());
                sleep(tx, random.nextInt(3) == 0 ? random.nextInt(12) : 0);
              });
        } catch (DataAccessException e) {
          refused.incrementAndGet();
        }
      }
      pause(random.nextInt(5));
    }
  }

  private void readUntilDone(Reading reading, Random random, List<JournalEvent> read) {
    boolean last = false;
    while (true) {
      List<JournalEvent> some = reading.step(this, random);
      read.addAll(some);
      if (some.isEmpty() && last) {
        return;
      }
      last = sealed.get();
      pause(some.isEmpty() ? 2 : 0);
    }
  }

  /** What a reader does with an event; doing it twice is refused by the table's key. Fails at times. */
  void effect(Tx tx, List<JournalEvent> events, Random random) {
    for (JournalEvent event : events) {
      tx.sql("INSERT INTO race_effect VALUES (:merchant, :batch, :n)")
          .param("batch", event.batch())
          .param("n", event.n())
          .update();
    }
    if (!sealed.get() && random.nextInt(10) == 0) {
      throw new OnPurpose();
    }
  }

  /** Runs the work; false when the race made it fail on purpose. */
  boolean attempt(Consumer<Tx> work) {
    try {
      door.run(merchant, Fixture.CAUSE, work);
      return true;
    } catch (OnPurpose e) {
      return false;
    }
  }

  private List<String> complaints(List<JournalEvent> read) {
    List<String> complaints = new ArrayList<>();
    Map<String, Integer> last = new HashMap<>();
    for (JournalEvent event : read) {
      Integer before = last.put(event.stream(), event.version());
      if (event.version() != (before == null ? 1 : before + 1)) {
        complaints.add(event.stream() + " version " + event.version() + " was read after version " + before);
      }
    }
    long effects = count("race_effect");
    long facts = count("journal");
    if (facts != read.size() || facts != effects) {
      complaints.add(facts + " facts committed, " + read.size() + " read, " + effects + " effects");
    }
    try {
      new JournalCheck(List.of())
          .run(dataSource, merchant)
          .violations()
          .forEach(violation -> complaints.add(violation.toString()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return complaints;
  }

  private long pending() {
    return count("journal_pending");
  }

  private long count(String table) {
    return JdbcClient.create(dataSource)
        .sql("SELECT count(*) FROM " + table + " WHERE merchant = :merchant")
        .param("merchant", merchant.id())
        .query(Long.class)
        .single();
  }

  /** Time passes in the database, in the middle of a transaction. */
  private static void sleep(Tx tx, int ms) {
    if (ms > 0) {
      tx.sql("SELECT 1 FROM pg_sleep(:ms / 1000.0) WHERE :merchant > 0").param("ms", ms).query(Integer.class).single();
    }
  }

  private void pause(int ms) {
    if (ms > 0) {
      door.read(
          merchant,
          tx -> {
            sleep(tx, ms);
            return ms;
          });
    }
  }

  private static Callable<Boolean> work(Runnable work) {
    return () -> {
      work.run();
      return true;
    };
  }

  private static void join(Future<?> future) {
    try {
      future.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
