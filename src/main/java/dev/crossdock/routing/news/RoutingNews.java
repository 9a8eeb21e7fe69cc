package dev.crossdock.routing.news;

import dev.crossdock.orders.Orders;
import dev.crossdock.orders.validation.PickupHolds;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.JournalEvent;
import dev.crossdock.platform.journal.JournalFollower;
import dev.crossdock.platform.journal.JournalReader.Interest;
import dev.crossdock.platform.journal.SealedEvent;
import dev.crossdock.routing.Routing;
import dev.crossdock.routing.facts.PickupPlaces;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the journal says that may give a place to orders that wait: a location, its profile, goods, rate cards or the
 * policy are otherwise than before, or work that a location was given is gone and leaves room. Those that may profit
 * are queued at once; how they fare is for routing to say.
 */
public final class RoutingNews implements JournalFollower.Effect {

  private static final Set<String> NETWORK =
      Set.of(
          "location.described",
          "network.profile-told",
          "network.profile-ended",
          "network.item-told",
          "network.item-ended",
          "rate.card-told",
          "rate.card-ended",
          "routing-policy.activated",
          "routing-policy.rolled-back",
          "routing-policy.trialled");

  /** Whoever waits for a time may be decided otherwise now. */
  private static final String POLICY = "routing-policy.";

  private static final Set<String> GONE = Set.of("order.units-released", "order.units-cancelled");

  /** As events write it where there was work at a location, and leave it out where there was none. */
  private static final String WORK = "\"fulfilmentOrder\"";

  /** Room for one order is offered to a few, for the first ones may need something else. */
  private static final int OFFERED_TO = 10;

  private static final int QUEUED_MAX = 1_000;

  private final Routing routing;
  private final Orders orders;

  public RoutingNews(Routing routing, Orders orders) {
    this.routing = routing;
    this.orders = orders;
  }

  @Override
  public Interest interest() {
    Set<String> types = new HashSet<>(NETWORK);
    types.addAll(GONE);
    return Interest.only(types);
  }

  @Override
  public void apply(Tx tx, List<SealedEvent> events) {
    if (events.stream().anyMatch(sealed -> NETWORK.contains(sealed.event().type()))) {
      PickupPlaces places = routing.pickupPlaces(tx);
      new PickupHolds(orders).settle(tx, told -> places.find(told) != null);
      routing.retryWaiting(tx);
      if (events.stream().anyMatch(RoutingNews::ofPolicy)) {
        routing.retryLater(tx);
      }
      return;
    }
    long gone = events.stream().map(SealedEvent::event).filter(RoutingNews::leavesRoom).count();
    if (gone > 0) {
      routing.retryUnroutable(tx, (int) Math.min(QUEUED_MAX, gone * OFFERED_TO));
    }
  }

  private static boolean ofPolicy(SealedEvent sealed) {
    String type = sealed.event().type();
    return type.startsWith(POLICY) && NETWORK.contains(type);
  }

  private static boolean leavesRoom(JournalEvent event) {
    return GONE.contains(event.type()) && event.payload().contains(WORK);
  }
}
