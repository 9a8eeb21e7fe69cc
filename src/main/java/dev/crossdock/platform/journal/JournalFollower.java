package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs one named reader for every merchant, on one thread, until it is closed: reads some events, hands them to the
 * effect, moves the cursor, all in one transaction, and goes on at once or waits for the next block. When an effect
 * fails, its events are handed over one by one, so that everything before the one that cannot be dealt with is done;
 * that one is tried again for ever, and other merchants go on meanwhile.
 */
public final class JournalFollower implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(JournalFollower.class.getName());
  /** A merchant has news when the latest block does; the others need no look, and there are ever more of them. */
  static final String WITH_NEWS =
      """
      SELECT m.id
      FROM merchant m
      CROSS JOIN LATERAL (
        SELECT b.block, b.entries FROM journal_block b WHERE b.merchant = m.id ORDER BY b.block DESC LIMIT 1
      ) latest
      LEFT JOIN journal_reader r ON r.merchant = m.id AND r.reader = :reader
      WHERE r.block IS NULL OR latest.block > r.block OR (latest.block = r.block AND latest.entries > r.idx + 1)
      """;
  private static final int ROUNDS_MAX = 20;

  private final Door door;
  private final InstantSource time;
  private final JdbcClient client;
  private final JournalSignal signal;
  private final Name name;
  private final Effect effect;
  private final Map<Merchant, JournalReader> readers = new HashMap<>();
  private final Set<Merchant> troubled = new HashSet<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private @Nullable Thread thread;

  /** What a reader does with events: database work only, in the transaction given. */
  public interface Effect {
    void apply(Tx tx, List<SealedEvent> events);

    /** What is handed over; nothing is when none of some events is of interest. */
    default JournalReader.Interest interest() {
      return JournalReader.Interest.EVERYTHING;
    }
  }

  /**
   * Who reads, and how.
   *
   * @param reader the reader's name, the same for ever: {@code stock-publishing}
   * @param holder names this process among all that ever read
   * @param lease how long a process that has died keeps others waiting; one transaction's effects must be shorter
   * @param eventsMax the most events of one transaction
   * @param lookEvery how long to wait for a signal before looking again
   */
  public record Name(String reader, String holder, Duration lease, int eventsMax, Duration lookEvery) {

    public static Name of(String reader, String holder) {
      return new Name(reader, holder, Duration.ofSeconds(10), 1_000, Duration.ofSeconds(1));
    }

    Cause cause() {
      return Cause.of(Actor.system(reader), "reader:" + reader, new UUID(0, 0));
    }
  }

  /**
   * A follower that does nothing until it is started.
   *
   * @param signal started by its owner, and closed after this follower; when it is closed first, this one stops
   */
  public JournalFollower(DataSource dataSource, InstantSource time, JournalSignal signal, Name name, Effect effect) {
    this.door = new Door(dataSource, time);
    this.client = JdbcClient.create(dataSource);
    this.time = time;
    this.signal = signal;
    this.name = name;
    this.effect = effect;
  }

  public void start() {
    thread = Thread.ofPlatform().daemon().name("journal-" + name.reader()).start(this::run);
  }

  /** Stops after the events in hand and lets another process read on. */
  @Override
  public void close() {
    closed.set(true);
    signal.nudge();
    Thread following = thread;
    if (following != null) {
      Stopping.join(following);
    }
    readers.values().forEach(this::release);
  }

  private void run() {
    try {
      while (!closed.get() && !signal.isClosed()) {
        long ticket = signal.ticket();
        if (!round()) {
          signal.await(ticket, name.lookEvery());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One look at every merchant with news; true when some events had their effect. */
  boolean round() {
    boolean moved = false;
    try {
      List<Merchant> news =
          client.sql(WITH_NEWS).param("reader", name.reader()).query((row, n) -> new Merchant(row.getInt("id"))).list();
      for (Merchant merchant : news) {
        moved |= follow(merchant);
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "journal reader " + name.reader() + " cannot look for news", e);
    }
    return moved;
  }

  private boolean follow(Merchant merchant) {
    boolean moved = false;
    try {
      int limit = troubled.contains(merchant) ? 1 : name.eventsMax();
      JournalReader reader = readers.computeIfAbsent(merchant, this::reader);
      for (int n = 0; n < ROUNDS_MAX && !closed.get() && step(merchant, reader, limit); n++) {
        moved = true;
      }
      if (moved) {
        troubled.remove(merchant);
      }
    } catch (JournalReader.LostTurn e) {
      LOG.log(System.Logger.Level.DEBUG, "journal reader {0} goes on in another process", name.reader());
    } catch (RuntimeException e) {
      if (troubled.add(merchant)) {
        LOG.log(System.Logger.Level.ERROR, "journal reader " + name.reader() + " is stuck for " + merchant, e);
      }
    }
    return moved;
  }

  private boolean step(Merchant merchant, JournalReader reader, int limit) {
    JournalReader.Polled polled = reader.poll(limit, effect.interest());
    JournalPosition upTo = polled.upTo();
    if (upTo == null) {
      return false;
    }
    door.run(
        merchant,
        name.cause(),
        tx -> {
          if (!polled.events().isEmpty()) {
            effect.apply(tx, polled.events());
          }
          reader.commit(tx, upTo);
        });
    return true;
  }

  private JournalReader reader(Merchant merchant) {
    return new JournalReader(door, time, merchant, name.reader(), name.holder(), name.lease());
  }

  private void release(JournalReader reader) {
    try {
      reader.release();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "journal reader " + name.reader() + " could not give up its turn", e);
    }
  }
}
