package dev.crossdock.channels;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.channels.internal.Calls;
import dev.crossdock.channels.internal.Machinery;
import dev.crossdock.customers.PersonalData;
import dev.crossdock.orders.OrderNumbers;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.validation.Duplicates;
import dev.crossdock.orders.validation.Restrictions;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.http.Outbound;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.security.Vault;
import dev.crossdock.routing.Routing;
import dev.crossdock.routing.RoutingWorker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The way of a message: workers that take the inbox, the routing queue and the polls off, until they are closed. Any
 * number of them may run, in one process or several; the database decides who does what.
 */
public final class Pipeline implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final Duration GATHERING = Duration.ofMillis(50);
  private static final Duration GATHERING_MAX = Duration.ofMillis(100);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CALLS_END = Duration.ofSeconds(5);
  private static final Duration WORK_ENDS = Duration.ofSeconds(10);
  private static final Duration INTERRUPTED_ENDS = Duration.ofSeconds(3);

  private final Inbox inbox;
  private final Calls calls;
  private final Machinery machinery;
  private final RoutingWorker routing;
  private final List<Thread> threads = new ArrayList<>();
  private final Merchants merchants;
  private final CountDownLatch ending = new CountDownLatch(1);
  private volatile boolean running;

  /**
   * What the pipeline is made of.
   *
   * @param node the name of this process among all that work on one database, the same after a restart
   */
  public record Parts(
      Door door,
      Inbox inbox,
      ChannelRegistry channels,
      ChannelAccounts accounts,
      Catalog catalog,
      PersonalData personalData,
      Restrictions restrictions,
      Duplicates duplicates,
      Orders orders,
      Routing routing,
      Exceptions exceptions,
      Outbound http,
      Vault vault,
      Ids ids,
      InstantSource time,
      String node) {}

  /** The merchants there are; asked anew each time round. */
  public interface Merchants {

    List<Merchant> all();
  }

  public Pipeline(Parts parts, Merchants merchants) {
    this.inbox = parts.inbox();
    this.calls = new Calls(parts.channels(), parts.http(), parts.time(), parts.door(), parts.vault());
    this.machinery = new Machinery(parts, calls, new OrderNumbers(parts.door()), this::ending);
    this.routing = new RoutingWorker(parts.door(), parts.orders(), parts.routing(), parts.ids());
    this.merchants = merchants;
  }

  /** Takes up what this node left when it ended, and starts the workers. */
  public void start(int intakeWorkers) {
    for (Merchant merchant : merchants.all()) {
      int left = machinery.takeBack(merchant);
      if (left > 0) {
        LOG.info("{} calls that were cut off are taken up again", left);
      }
    }
    running = true;
    machinery.beginCalls();
    for (int n = 1; n <= intakeWorkers; n++) {
      begin("intake-" + n, new IntakeRounds());
    }
    begin("routing", () -> each(merchant -> machinery.settle(merchant) + routing.workOnce(merchant), LOOK_AGAIN));
    begin("poll", () -> each(machinery::poll, AFTER_FAILURE));
    begin("leases", this::renewLeases);
  }

  /** Takes up what another node was calling out for when it fell silent; how much that is. */
  public int takeOver(Merchant merchant, String silent) {
    return machinery.takeBack(merchant, silent);
  }

  /** Works off everything that is there now, on the caller's thread: for tests and for commands that end. */
  public int drain(Merchant merchant) {
    int done = 0;
    int now;
    do {
      now = machinery.intake(merchant) + machinery.settle(merchant) + routing.workOnce(merchant);
      done += now;
    } while (now > 0);
    return done;
  }

  /** What an adapter needs to call the account's channel. */
  public ChannelSession session(ChannelAccount account) {
    return calls.session(account);
  }

  /** Polls the accounts that are due, on the caller's thread. */
  public int pollOnce(Merchant merchant) {
    return machinery.poll(merchant);
  }

  /**
   * Lets the workers finish what they are doing, and interrupts only what takes longer than it should: an interrupt in
   * the middle of a statement costs a connection and rolls a batch back.
   */
  @Override
  public void close() {
    running = false;
    ending.countDown();
    try {
      boolean callsEnded = machinery.endCalls(CALLS_END);
      boolean workEnded = allEnd(WORK_ENDS);
      if (!callsEnded || !workEnded) {
        LOG.warn("some work is cut off; it is taken up again at the next start");
        threads.forEach(Thread::interrupt);
        allEnd(INTERRUPTED_ENDS);
      }
      handOver();
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
  }

  /** What waited for its call goes to other nodes at once, instead of when its lease is over. */
  private void handOver() {
    try {
      merchants.all().forEach(machinery::takeBack);
    } catch (DataAccessException e) {
      LOG.warn("what was leased stays so until its lease is over: {}", e.getMessage());
    }
  }

  private boolean allEnd(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (Thread thread : threads) {
      Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
      if (!thread.join(left)) {
        return false;
      }
    }
    return true;
  }

  /** Threads of the platform: a batch computes for long stretches, in which a virtual thread would keep others out. */
  private void begin(String name, Step step) {
    Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> loop(name, step));
    threads.add(thread);
    thread.start();
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private void loop(String name, Step step) {
    while (running) {
      try {
        step.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.error("{} failed and goes on", name, e);
          pause(AFTER_FAILURE);
        }
      }
    }
  }

  /**
   * Rounds over the merchants that have messages. A batch costs much the same whether it holds one message or ten, so
   * after one that was not full more are let to gather for half as long as that one took, within bounds; the first
   * message of all never waits.
   */
  private final class IntakeRounds implements Step {

    private Set<Merchant> busy = Set.of();
    private boolean full;
    private Duration gathering = GATHERING;

    @Override
    public void run() throws InterruptedException {
      if (!busy.isEmpty() && !full) {
        ending(gathering);
      }
      Set<Merchant> working = new LinkedHashSet<>(busy);
      working.addAll(inbox.signal().await(busy.isEmpty() ? LOOK_AGAIN : Duration.ZERO));
      if (working.isEmpty()) {
        working.addAll(inbox.merchantsWithWork());
      }
      busy = new LinkedHashSet<>();
      full = false;
      long begun = System.nanoTime();
      for (Merchant merchant : working) {
        int done = running ? machinery.intake(merchant) : 0;
        if (done > 0) {
          busy.add(merchant);
        }
        full |= machinery.isFull(done);
      }
      gathering = within(Duration.ofNanos((System.nanoTime() - begun) / 2));
    }

    private static Duration within(Duration took) {
      if (took.compareTo(GATHERING) < 0) {
        return GATHERING;
      }
      return took.compareTo(GATHERING_MAX) > 0 ? GATHERING_MAX : took;
    }
  }

  private void each(ToIntFunction<Merchant> work, Duration idle) throws InterruptedException {
    int done = 0;
    for (Merchant merchant : merchants.all()) {
      done += work.applyAsInt(merchant);
    }
    if (done == 0) {
      ending(idle);
    }
  }

  private void renewLeases() throws InterruptedException {
    machinery.renewLeases();
    ending(Machinery.renewedEvery());
  }

  /** Waits so long, or until the end is near; whether it is. */
  private boolean ending(Duration atMost) throws InterruptedException {
    return ending.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void pause(Duration duration) {
    try {
      ending(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
