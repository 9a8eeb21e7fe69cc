package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Merchant;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seals for every merchant that has something pending, on one thread, until it is closed. A commit of this process
 * wakes it at once through {@link #wake}; those of other processes are found by looking. Trouble with one merchant does
 * not stop the others.
 */
public final class SealerLoop implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(SealerLoop.class.getName());
  private static final String WAITING = "SELECT DISTINCT merchant FROM journal_pending";

  private final JdbcClient client;
  private final Sealer sealer;
  private final Pauses pauses;
  private final @Nullable AnchorFile anchors;
  private final Semaphore news = new Semaphore(0);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Set<Merchant> troubled = new HashSet<>();
  private @Nullable Thread thread;

  /**
   * How long it rests.
   *
   * @param busy the pause after blocks were sealed, in which the next one gathers
   * @param idle the longest pause when there was nothing; it grows up to this
   */
  public record Pauses(Duration busy, Duration idle) {

    public static final Pauses USUAL = new Pauses(Duration.ofMillis(20), Duration.ofMillis(250));
  }

  /**
   * A loop that does nothing until it is started.
   *
   * @param anchors where heads are kept outside the database, if anywhere; closed with this loop
   */
  public SealerLoop(DataSource dataSource, Sealer sealer, Pauses pauses, @Nullable AnchorFile anchors) {
    this.client = JdbcClient.create(dataSource);
    this.sealer = sealer;
    this.pauses = pauses;
    this.anchors = anchors;
  }

  public void start() {
    thread = Thread.ofPlatform().daemon().name("journal-sealer").start(this::run);
  }

  /** Ends an idle pause: something was committed. */
  public void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** Stops after the block in hand, gives up the leases and writes the last anchors. */
  @Override
  public void close() {
    closed.set(true);
    wake();
    Thread sealing = thread;
    if (sealing != null) {
      Stopping.join(sealing);
    }
    quietly("could not give up its leases", sealer::release);
    if (anchors != null) {
      quietly("could not write the anchors", anchors::close);
    }
  }

  private void run() {
    Duration idle = pauses.busy();
    while (!closed.get()) {
      boolean sealed = round();
      idle = sealed ? pauses.busy() : min(idle.multipliedBy(2), pauses.idle());
      if (sealed) {
        pause(pauses.busy(), false);
      } else if (pause(idle, true)) {
        idle = pauses.busy();
      }
    }
  }

  /** One look at every merchant that has something pending; true when something was sealed. */
  boolean round() {
    boolean sealed = false;
    try {
      List<Merchant> waiting =
          client.sql(WAITING).query((row, n) -> new Merchant(row.getInt("merchant"))).list();
      for (Merchant merchant : waiting) {
        sealed |= seal(merchant);
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "journal sealer cannot look for work", e);
    }
    return sealed;
  }

  private boolean seal(Merchant merchant) {
    boolean sealed = false;
    try {
      boolean more = true;
      while (more && !closed.get()) {
        more = false;
        if (sealer.sealOnce(merchant) instanceof Sealer.Outcome.Sealed block) {
          sealed = true;
          more = block.more();
          anchor(block.head());
        }
      }
      troubled.remove(merchant);
    } catch (RuntimeException e) {
      if (troubled.add(merchant)) {
        LOG.log(System.Logger.Level.ERROR, "journal of " + merchant + " cannot be sealed", e);
      }
    }
    return sealed;
  }

  private void anchor(JournalHead head) {
    if (anchors != null) {
      quietly("could not write the anchor", () -> anchors.offer(head));
    }
  }

  /** Waits; true when a hint of news ended the wait. */
  private boolean pause(Duration length, boolean listening) {
    try {
      if (listening) {
        boolean woken = news.tryAcquire(length.toNanos(), TimeUnit.NANOSECONDS);
        news.drainPermits();
        return woken;
      }
      TimeUnit.NANOSECONDS.sleep(length.toNanos());
    } catch (InterruptedException e) {
      closed.set(true);
    }
    return false;
  }

  private static void quietly(String what, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "journal sealer " + what, e);
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
