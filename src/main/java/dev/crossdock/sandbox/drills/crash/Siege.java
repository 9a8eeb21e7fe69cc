package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.drills.crash.Plan.Moment;
import dev.crossdock.sandbox.drills.kit.Patience;
import dev.crossdock.sandbox.drills.kit.ThrowAway;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;

/** One world under load: a fault, until it is well again, until everything is done, and the account of it. */
final class Siege {

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final int WORDS_MAX = 12;
  private static final Pattern VIOLATIONS = Pattern.compile("(\\d+) violations");

  private final World world;
  private final Map<Long, String> probes = new HashMap<>();

  Siege(World world) {
    this.world = world;
  }

  /**
   * How long it takes until an order told after the fault has its place; empty when it never has.
   *
   * <p>A kill counts from the kill on, whatever lasts from its end on.
   */
  Optional<Duration> suffer(Moment moment) throws InterruptedException {
    world.go();
    Thread.sleep(moment.load());
    long struck = System.nanoTime();
    new Blows(world).strike(moment.fault());
    long from = moment.fault().kills() ? struck : System.nanoTime();
    return isWell() ? Optional.of(Duration.ofNanos(System.nanoTime() - from)) : Optional.empty();
  }

  /** Holds the load, waits until everything is done, and looks what became of it all. */
  Aftermath reckon() throws InterruptedException {
    world.load().hold();
    long begin = System.nanoTime();
    Books books = world.books();
    long left = Patience.until(() -> waiting(books), waiting -> waiting == 0, world.scale().patience(), LOOK_EVERY);
    return account(books, left, Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Tells one order until it is taken and has its place. */
  private boolean isWell() throws InterruptedException {
    long number = world.nextProbe();
    Message message = world.told().traffic().order(number, Shop.SHOPIFY, world.told().placed(number));
    Duration most = world.scale().patience();
    long begin = System.nanoTime();
    if (!Patience.until(() -> isTaken(message), taken -> taken, most, LOOK_EVERY)) {
      return false;
    }
    probes.put(number, Told.name(message));
    Duration left = most.minusNanos(System.nanoTime() - begin);
    Books books = world.books();
    Supplier<Boolean> routed = () -> isRouted(books, message);
    return Patience.until(routed, there -> there, left, LOOK_EVERY);
  }

  private boolean isTaken(Message message) {
    try {
      return world.told().traffic().deliver(world.product(), message) / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isRouted(Books books, Message message) {
    try {
      return books.isRouted(message.shop().channel(), message.orderId());
    } catch (DataAccessException e) {
      return false;
    }
  }

  /** A database that does not answer has everything left to do. */
  private static long waiting(Books books) {
    try {
      return books.waiting();
    } catch (DataAccessException e) {
      return Long.MAX_VALUE;
    }
  }

  private Aftermath account(Books books, long left, Duration drained) throws InterruptedException {
    Map<Long, String> taken = Ledger.read(world.load().ledger());
    taken.putAll(probes);
    Map<String, Books.Standing> orders = books.orders();
    int lost = (int) taken.values().stream().filter(name -> !orders.containsKey(name)).count();
    int doubled = (int) orders.values().stream().filter(each -> each.times() > 1 || each.beyond() > 0).count();
    int oversold =
        books.promised().values().stream()
            .mapToInt(units -> Math.max(0, units - world.scale().scarceUnits()))
            .sum();
    ThrowAway.Checked checked = world.check();
    Matcher found = VIOLATIONS.matcher(checked.words());
    int violations = checked.exit() == 0 ? 0 : found.find() ? Integer.parseInt(found.group(1)) : 1;
    List<String> words = checked.words().lines().filter(_ -> violations > 0).limit(WORDS_MAX).toList();
    int unsent = unsent(books) + (left == 0 ? 0 : 1);
    return new Aftermath(drained, taken.size(), lost, doubled, oversold, unsent, violations, words);
  }

  private int unsent(Books books) {
    int unsent = 0;
    Map<String, Integer> owed = books.owed();
    for (Shop shop : Shop.values()) {
      for (String sku : Told.SCARCE) {
        int shown = world.channels().outlet(shop).shelf().shown(sku);
        unsent += owed.getOrDefault(shop.channel() + "/" + sku, 0) == shown ? 0 : 1;
      }
    }
    return unsent;
  }
}
