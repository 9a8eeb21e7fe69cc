package dev.crossdock;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.checkout.CheckoutHolds;
import dev.crossdock.inventory.lots.Lots;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.shortage.PreorderRelease;
import dev.crossdock.orders.validation.PickupHolds;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Idempotency;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.inbox.EndedDay;
import dev.crossdock.platform.inbox.RawDays;
import dev.crossdock.platform.jobs.Jobs;
import dev.crossdock.routing.RoutingQueue;
import dev.crossdock.routing.facts.PickupPlaces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What has to be done now and then, whether anybody asks for it or not. */
final class Housekeeping {

  private static final Duration EACH_MINUTE = Duration.ofMinutes(1);
  private static final Duration HOURLY = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration ANSWERS_KEPT = Duration.ofDays(2);
  private static final int AT_ONCE = 1_000;
  private static final Duration SIX_HOURS = Duration.ofHours(6);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  /** Of one merchant in one transaction: their levels stay locked until it ends. */
  private static final int HOLDS_AT_ONCE = 100;

  private final Assembly house;
  private final Supplier<List<Merchant>> merchants;

  Housekeeping(Assembly house, Supplier<List<Merchant>> merchants) {
    this.house = house;
    this.merchants = merchants;
  }

  /** Registers the jobs and starts them. */
  void begin(Jobs jobs) {
    Idempotency answers = new Idempotency();
    jobs.every("raw-messages-drop", HOURLY, this::dropRawMessages);
    jobs.every("holds-settle", EACH_MINUTE, this::settleHolds);
    jobs.every("personal-data-erase", HOURLY, this::erasePersonalData);
    jobs.every(
        "answers-forget", HOURLY, () -> each("forget", tx -> answers.forget(tx, tx.now().minus(ANSWERS_KEPT))));
    jobs.every("checkout-holds-expire", SOON, () -> each("expire", this::expireCheckoutHolds));
    jobs.every("backorders-expire", EACH_MINUTE, this::settleSellingAhead);
    jobs.every("orders-overdue", EACH_MINUTE, () -> each("cancel", this::cancelOverdue));
    jobs.every("publishing-sweep-begin", HOURLY, () -> each("sweep", this::beginSweeps));
    jobs.every("publishing-sweep", SOON, () -> each("sweep", tx -> house.publishing().sweep(tx) > 0 ? AT_ONCE : 0));
    jobs.every("lots-expire", TEN_MINUTES, () -> each("expire-lots", this::expireLots));
    jobs.every("picks-forget", HOURLY, () -> each("forget", tx -> house.picks().forget(tx)));
    jobs.every("publishing-buffers", SOON, this::settleBuffers);
    jobs.every("network-paces", SIX_HOURS, this::reckonPaces);
    jobs.start();
  }

  /**
   * Closes holds whose cause is gone without anybody having noticed: what caused the hold and what settled it happened
   * at the same moment, a process died between the two, or more orders waited than one transaction frees.
   */
  void settleHolds() {
    each("settle", tx -> house.duplicates().settle(tx, house.orders()));
    each("settle", tx -> house.restrictions().settle(tx));
    each("settle", this::settlePickups);
    each("settle", tx -> house.routing().retryWaiting(tx) > 0 ? 1 : 0);
    for (Merchant merchant : merchants.get()) {
      Cause cause = Cause.of(Actor.system("housekeeping"), "job:settle", house.ids().next());
      @Nullable ChannelRef from = null;
      do {
        @Nullable ChannelRef after = from;
        from = house.door().write(merchant, cause, tx -> house.remapping().freeKnown(tx, after)).next();
      } while (from != null);
    }
  }

  /** Lets orders go on whose place of pickup is known by now. */
  int settlePickups(Tx tx) {
    PickupPlaces places = house.routing().pickupPlaces(tx);
    return new PickupHolds(house.orders()).settle(tx, told -> places.find(told) != null);
  }

  /** Erases all personal data whose time is over; may be called at any moment. */
  void erasePersonalData() {
    each("erase", tx -> house.erasure().eraseDue(tx, AT_ONCE));
  }

  /** Gives the units back of holds whose time is over, and tells the orders that wait for them. */
  int expireCheckoutHolds(Tx tx) {
    CheckoutHolds.Ended ended = house.checkoutHolds().expire(tx, HOLDS_AT_ONCE);
    house.routing().stockRose(tx, ended.rose());
    return ended.holds().size() == HOLDS_AT_ONCE ? AT_ONCE : 0;
  }

  /** Closes what may not be sold ahead any more, and lets pre-orders go on whose day has come. */
  void settleSellingAhead() {
    each("expire", tx -> house.backorders().expire(tx, AT_ONCE));
    each("release", tx -> house.preorderRelease().release(tx) == PreorderRelease.AT_ONCE ? AT_ONCE : 0);
  }

  /** Takes lots out of what may be promised from the day on which they must not be sold any more. */
  int expireLots(Tx tx) {
    Lots.Expired expired = house.lots().expire(tx, AT_ONCE);
    house.routing().stockRose(tx, expired.rose());
    return expired.lots();
  }

  /** Cancels units that found no place as long as their rule let them wait. */
  int cancelOverdue(Tx tx) {
    return new RoutingQueue(house.orders()).cancelOverdue(tx) ? AT_ONCE : 0;
  }

  /** Whatever the journal's reader may have missed is put right. */
  private int beginSweeps(Tx tx) {
    house.publishing().sweepAll(tx);
    return 0;
  }

  /** Gives back what was kept because of sales that have become slower since. */
  void settleBuffers() {
    for (Merchant merchant : merchants.get()) {
      Cause cause = Cause.of(Actor.system("housekeeping"), "job:buffers", house.ids().next());
      Optional<String> last = Optional.of("");
      while (last.isPresent()) {
        String after = last.get();
        last = house.door().write(merchant, cause, tx -> house.publishing().settle(tx, after));
      }
    }
  }

  /** Reckons how fast SKUs sell and how old their stock is, in short transactions. */
  void reckonPaces() {
    for (Merchant merchant : merchants.get()) {
      Cause cause = Cause.of(Actor.system("housekeeping"), "job:paces", house.ids().next());
      Optional<StockKey> last = Optional.of(new StockKey("", ""));
      while (last.isPresent()) {
        StockKey after = last.get();
        last = house.door().write(merchant, cause, tx -> house.network().paces().refresh(tx, after));
      }
    }
  }

  /** Makes room for the raw messages of the coming days, and deletes those whose time is over, whole days at once. */
  void dropRawMessages() {
    RawDays days = house.inbox().rawDays();
    days.prepare();
    for (EndedDay day : days.end()) {
      day.messages().forEach((merchant, messages) -> {
        Cause cause = Cause.of(Actor.system("housekeeping"), "job:drop", house.ids().next());
        house.door().run(merchant, cause, tx -> house.erasure().rawMessagesDeleted(tx, day.table(), messages));
      });
      days.drop(day);
    }
    each("drop", tx -> {
      int dropped = house.inbox().dropBodies(tx, AT_ONCE);
      house.erasure().rawMessagesDeleted(tx, dropped);
      return dropped;
    });
  }

  /** Goes on in short transactions until nothing is left. */
  private void each(String what, ToIntFunction<Tx> work) {
    Door door = house.door();
    for (Merchant merchant : merchants.get()) {
      Cause cause = Cause.of(Actor.system("housekeeping"), "job:" + what, house.ids().next());
      while (door.write(merchant, cause, tx -> work.applyAsInt(tx)) >= AT_ONCE) {
        Thread.onSpinWait();
      }
    }
  }
}
