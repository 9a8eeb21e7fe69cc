package dev.crossdock.channels.publishing;

import dev.crossdock.catalog.ChannelSku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Sells a SKU at several channels in made-up time, to see what a buffer costs and what it saves: each channel counts
 * down by itself, its orders reach us after a moment, and what we tell it arrives after its delay. The numbers to show
 * come from the same code as in earnest. The same seed gives the same sale.
 */
public final class Simulation {

  private static final Instant START = Instant.EPOCH;
  private static final double SETTLED_EVERY = 10;
  private static final int EVENTS_MAX = 2_000_000;

  private final Setup setup;
  private final Random random;
  private final List<Shop> shops = new ArrayList<>();
  private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));
  private Pace total = Pace.none(START);
  private long available;
  private long sold;
  private long turnedAway;

  /**
   * An account.
   *
   * @param perSecond buyers a second who come to its channel
   * @param delay the time its channel takes to be told
   */
  public record Account(double perSecond, Duration delay) {}

  /**
   * A sale.
   *
   * @param units there are at the start
   * @param seconds it lasts
   * @param orderSeconds from a buyer's click until we know
   * @param rule for all accounts
   * @param pollEvery tells all channels at fixed times instead; null tells them when something changed
   */
  public record Setup(
      long units,
      double seconds,
      double orderSeconds,
      List<Account> accounts,
      PublishRule rule,
      @Nullable Duration pollEvery,
      long seed) {}

  /**
   * What came of it.
   *
   * @param sold by channels
   * @param oversold of these, more than there were
   * @param turnedAway buyers who were shown nothing
   * @param unsold units left although buyers were turned away
   */
  public record Result(long sold, long oversold, long turnedAway, long unsold) {}

  private sealed interface Event {

    double at();

    record Buyer(double at, Shop shop) implements Event {}

    record Order(double at, Shop shop) implements Event {}

    record Arrival(double at, Shop shop, int units) implements Event {}

    record Poll(double at) implements Event {}

    record Settling(double at) implements Event {}
  }

  /** A channel's counter, and what we know of it. */
  private static final class Shop {
    private final Account account;
    private Pace pace = Pace.none(START);
    private Quantity row;
    private int shows;
    private int soldSince;
    private boolean telling;
    private boolean due;

    Shop(Account account, ChannelSku listing) {
      this.account = account;
      this.row = new Quantity(listing, "", "SKU", false, 0, START, 0, 0, false);
    }
  }

  private Simulation(Setup setup) {
    this.setup = setup;
    this.random = new Random(setup.seed());
    this.available = setup.units();
    for (Account account : setup.accounts()) {
      shops.add(new Shop(account, new ChannelSku("simulated", "account-" + shops.size(), "SKU")));
    }
  }

  /** Runs it. */
  public static Result run(Setup setup) {
    return new Simulation(setup).sell();
  }

  private Result sell() {
    reckon(0);
    shops.forEach(
        shop -> {
          shop.shows = shop.row.owed();
          shop.telling = false;
          shop.due = false;
        });
    events.removeIf(Event.Arrival.class::isInstance);
    shops.forEach(shop -> nextBuyer(0, shop));
    if (setup.pollEvery() != null) {
      events.add(new Event.Poll(seconds(setup.pollEvery())));
    } else if (setup.rule().lagBuffer().isOn()) {
      events.add(new Event.Settling(SETTLED_EVERY));
    }
    for (int n = 0; n < EVENTS_MAX && !events.isEmpty(); n++) {
      happen(events.remove());
    }
    long oversold = Math.max(0, sold - setup.units());
    long left = Math.max(0, setup.units() - sold);
    return new Result(sold, oversold, turnedAway, Math.min(left, turnedAway));
  }

  private void happen(Event event) {
    switch (event) {
      case Event.Buyer(double at, Shop shop) -> {
        nextBuyer(at, shop);
        if (shop.shows > 0) {
          shop.shows--;
          sold++;
          events.add(new Event.Order(at + setup.orderSeconds(), shop));
        } else {
          turnedAway++;
        }
      }
      case Event.Order(double at, Shop shop) -> take(at, shop);
      case Event.Arrival(double at, Shop shop, int units) -> {
        shop.shows = units;
        shop.telling = false;
        if (shop.due) {
          tell(at, shop);
        }
      }
      case Event.Settling(double at) -> {
        if (shops.stream().anyMatch(shop -> shop.row.kept() > 0 || shop.row.allotted())) {
          reckon(at);
        }
        if (at < setup.seconds()) {
          events.add(new Event.Settling(at + SETTLED_EVERY));
        }
      }
      case Event.Poll(double at) -> {
        shops.forEach(shop -> events.add(new Event.Arrival(at, shop, shop.row.owed())));
        if (at < setup.seconds()) {
          events.add(new Event.Poll(at + seconds(setup.pollEvery())));
        }
      }
    }
  }

  private void take(double at, Shop shop) {
    available = Math.max(0, available - 1);
    Instant now = START.plusMillis((long) (at * 1_000));
    shop.pace = shop.pace.with(1, now);
    total = total.with(1, now);
    shop.soldSince++;
    reckon(at);
  }

  private void nextBuyer(double at, Shop shop) {
    double next = at - Math.log(1 - random.nextDouble()) / shop.account.perSecond();
    if (next <= setup.seconds()) {
      events.add(new Event.Buyer(next, shop));
    }
  }

  private void reckon(double at) {
    Instant now = START.plusMillis((long) (at * 1_000));
    List<Following.Outcome> outcomes = outcomes(now);
    for (int i = 0; i < shops.size(); i++) {
      Shop shop = shops.get(i);
      Quantity after = shop.row.owing("SKU", false, outcomes.get(i), now);
      boolean changed = after.version() != shop.row.version() && !outcomes.get(i).counted();
      shop.row = after;
      shop.soldSince = 0;
      if (changed && setup.pollEvery() == null) {
        tell(at, shop);
      }
    }
  }

  private List<Following.Outcome> outcomes(Instant now) {
    PublishRule rule = setup.rule();
    if (!rule.lagBuffer().isOn()) {
      return shops.stream().map(shop -> new Following.Outcome(rule.owed(available), 0, false, false)).toList();
    }
    double quiet = Duration.between(total.asOf(), now).toMillis() / 1_000.0;
    return Following.of(
        shops.stream()
            .map(
                shop ->
                    new Following.Row(
                        shop.row, rule, available, shop.account.delay(), shop.pace.perSecond(now), shop.soldSince))
            .toList(),
        new Following.Sales(total.perSecond(now), quiet));
  }

  /** One number at a time is on its way to a channel; the latest follows when it has arrived. */
  private void tell(double at, Shop shop) {
    shop.due = shop.telling;
    if (!shop.telling) {
      shop.telling = true;
      events.add(new Event.Arrival(at + seconds(shop.account.delay()), shop, shop.row.owed()));
    }
  }

  private static double seconds(@Nullable Duration duration) {
    return duration == null ? 0 : duration.toMillis() / 1_000.0;
  }
}
