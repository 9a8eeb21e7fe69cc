package dev.crossdock.sandbox.drills.growth;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.Traffic.Trouble;
import dev.crossdock.sandbox.drills.kit.Audit;
import dev.crossdock.sandbox.drills.kit.Burst;
import dev.crossdock.sandbox.drills.kit.Patience;
import dev.crossdock.sandbox.drills.kit.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fills an installation with orders through its own front door, as fast as it takes them: they have their journal,
 * their promises and their place like any others. One of a hundred holds a SKU that nobody has mapped.
 */
final class Filling {

  static final int CHUNK = 10_000;

  private static final int SAMPLES = 200;
  private static final int UNMAPPED_EVERY = 100;
  private static final Duration ROUTED_MAX = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Target target;
  private final int senders;
  private final InstantSource time;
  private final SplittableRandom random;
  private final List<Message> kept = new ArrayList<>();
  private long plain;
  private int stored;
  private double perSecond;

  Filling(Target target, int senders, long seed, InstantSource time) {
    this.target = target;
    this.senders = senders;
    this.time = time;
    this.random = new SplittableRandom(seed);
  }

  /** Sends orders until there are so many. */
  void upTo(int orders) throws InterruptedException {
    while (stored < orders) {
      chunk(Math.min(CHUNK, orders - stored));
    }
  }

  int stored() {
    return stored;
  }

  /** Orders a second in the last chunk, from the first message until the last order had its place. */
  double perSecond() {
    return perSecond;
  }

  /** Orders drawn evenly from all that were sent and need nobody. */
  List<Sample> samples() {
    return kept.stream().map(message -> Sample.of(target.product(), message)).toList();
  }

  private void chunk(int orders) throws InterruptedException {
    List<Message> messages = new ArrayList<>();
    Message last = null;
    for (int n = 0; n < orders; n++) {
      long number = target.nextNumber();
      Trouble trouble = n % UNMAPPED_EVERY == 0 ? Trouble.UNMAPPED : Trouble.NONE;
      Shop shop = n % 3 == 0 ? Shop.WOOCOMMERCE : Shop.SHOPIFY;
      Message message = target.traffic().told(number, shop, trouble, time.instant()).getFirst();
      messages.add(message);
      if (trouble == Trouble.NONE) {
        last = message;
        draw(message);
      }
    }
    long begin = System.nanoTime();
    int taken = Burst.send(target, messages, senders).taken().size();
    if (taken < orders || last == null || !routed(last)) {
      throw new IllegalStateException("of " + orders + " orders " + taken + " were taken and have their place");
    }
    stored += taken;
    perSecond = taken / ((System.nanoTime() - begin) / 1e9);
  }

  private boolean routed(Message message) throws InterruptedException {
    return Patience.until(() -> Audit.isRouted(target.product(), message), there -> there, ROUTED_MAX, LOOK_EVERY);
  }

  /** Reservoir sampling: after each, all had the same chance. */
  private void draw(Message message) {
    plain++;
    if (kept.size() < SAMPLES) {
      kept.add(message);
    } else {
      long place = random.nextLong(plain);
      if (place < SAMPLES) {
        kept.set((int) place, message);
      }
    }
  }
}
