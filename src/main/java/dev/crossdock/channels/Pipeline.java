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
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a message: workers that take the inbox, the routing queue and the polls off, until they are closed. Any
 * number of them may run, in one process or several; the database decides who does what.
 */
public final class Pipeline implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Inbox inbox;
  private final Machinery machinery;
  private final RoutingWorker routing;
  private final List<Thread> threads = new ArrayList<>();
  private final Merchants merchants;
  private volatile boolean running;

  /** What the pipeline is made of. */
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
      InstantSource time) {}

  /** The merchants there are; asked anew each time round. */
  public interface Merchants {

    List<Merchant> all();
  }

  public Pipeline(Parts parts, Merchants merchants) {
    this.inbox = parts.inbox();
    Calls calls = new Calls(parts.channels(), parts.http(), parts.time(), parts.door(), parts.vault());
    this.machinery = new Machinery(parts, calls, new OrderNumbers(parts.door()));
    this.routing = new RoutingWorker(parts.door(), parts.orders(), parts.routing(), parts.ids());
    this.merchants = merchants;
  }

  /** Starts the workers. */
  public void start(int intakeWorkers) {
    running = true;
    for (int n = 1; n <= intakeWorkers; n++) {
      begin("intake-" + n, this::intake);
    }
    begin("routing", () -> each(merchant -> machinery.settle(merchant) + routing.workOnce(merchant), LOOK_AGAIN));
    begin("poll", () -> each(machinery::poll, AFTER_FAILURE));
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

  /** Polls the accounts that are due, on the caller's thread. */
  public int pollOnce(Merchant merchant) {
    return machinery.poll(merchant);
  }

  /** Waits for the workers to finish what they are doing. */
  @Override
  public void close() {
    running = false;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofSeconds(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
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

  private void intake() throws InterruptedException {
    Set<Merchant> hinted = inbox.signal().await(LOOK_AGAIN);
    List<Merchant> working = hinted.isEmpty() ? inbox.merchantsWithWork() : List.copyOf(hinted);
    for (Merchant merchant : working) {
      while (running && machinery.intake(merchant) > 0) {
        Thread.onSpinWait();
      }
    }
  }

  private void each(ToIntFunction<Merchant> work, Duration idle) throws InterruptedException {
    int done = 0;
    for (Merchant merchant : merchants.all()) {
      done += work.applyAsInt(merchant);
    }
    if (done == 0) {
      Thread.sleep(idle);
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
