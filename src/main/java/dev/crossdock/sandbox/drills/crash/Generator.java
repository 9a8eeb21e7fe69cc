package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.SimulatedChannels;
import dev.crossdock.sandbox.drills.kit.Patience;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The load, in a process of its own so that it can be killed too. It tells orders as long as its input says so, each
 * message again until it is taken, and writes what was taken into its ledger. Started again, it tells what its ledger
 * does not hold, as a channel does that never heard an answer.
 */
public final class Generator {

  static final char GO = 'g';
  static final char HOLD = 'h';

  private static final int SENDERS = 12;
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(100);
  private static final long HELD_LOOK_NANOS = 5_000_000;

  private final Product product;
  private final Told told;
  private final Ledger ledger;
  private final Set<Long> taken;
  private final long gapNanos;
  private final AtomicLong next = new AtomicLong(1);
  private final AtomicLong due = new AtomicLong();
  private final AtomicBoolean held = new AtomicBoolean(true);

  private Generator(Product product, Told told, Path ledger, int perSecond) {
    this.product = product;
    this.told = told;
    this.taken = Set.copyOf(Ledger.read(ledger).keySet());
    this.ledger = Ledger.append(ledger);
    this.gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  /**
   * Takes address, key, seed, the instant at which orders begin, the ledger's file, orders a second and the time.
   */
  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[2]);
    Instant base = Instant.parse(arguments[3]);
    Instant begun = Instant.parse(arguments[6]);
    long begin = System.nanoTime();
    InstantSource clock = () -> begun.plusNanos(System.nanoTime() - begin);
    try (SimulatedChannels channels = SimulatedChannels.open(seed);
        Product product = new Product(URI.create(arguments[0]), arguments[1])) {
      Told told = new Told(channels, seed, base, clock);
      new Generator(product, told, Path.of(arguments[4]), Integer.parseInt(arguments[5])).run();
    }
    System.exit(0);
  }

  /** Until the input ends, which it does with whoever started this. */
  private void run() throws IOException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < SENDERS; n++) {
        threads.execute(this::send);
      }
      for (int command = System.in.read(); command >= 0; command = System.in.read()) {
        if (command == GO) {
          due.set(System.nanoTime());
          held.set(false);
        } else if (command == HOLD) {
          held.set(true);
        }
      }
      threads.shutdownNow();
    }
  }

  private void send() {
    while (!Thread.currentThread().isInterrupted()) {
      awaitTurn();
      long number = next.getAndIncrement();
      if (!taken.contains(number)) {
        tell(number);
      }
    }
  }

  private void awaitTurn() {
    while (held.get() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(HELD_LOOK_NANOS);
    }
    long turn = due.getAndAdd(gapNanos);
    while (turn - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(turn - System.nanoTime());
    }
  }

  private void tell(long number) {
    List<Message> messages = told.about(number);
    for (int n = 0; n < messages.size(); n++) {
      Message message = messages.get(n);
      while (!isTaken(message)) {
        if (!Patience.paused(BEFORE_AGAIN)) {
          return;
        }
      }
      if (n == 0) {
        ledger.taken(number, Told.name(message));
      }
    }
  }

  private boolean isTaken(Message message) {
    try {
      return told.traffic().deliver(product, message) / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }
}
