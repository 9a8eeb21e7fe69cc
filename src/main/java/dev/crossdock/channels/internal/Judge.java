package dev.crossdock.channels.internal;

import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingTotals;
import dev.crossdock.customers.AddressProblem;
import dev.crossdock.customers.AddressRules;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Finding;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.orders.validation.Candidate;
import dev.crossdock.orders.validation.Restrictions;
import dev.crossdock.orders.validation.Validation;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.facts.PickupPlaces;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers what the validation rules need to know, for all orders of a batch at once, and asks them. */
final class Judge {

  private final Orders orders;
  private final Restrictions restrictions;
  private final PartyKeeper parties;
  private final Function<Tx, PickupPlaces> pickups;

  /**
   * @param pickups what channels mean when they name a place at which buyers collect; asked where an order is collected
   */
  Judge(Orders orders, Restrictions restrictions, PartyKeeper parties, Function<Tx, PickupPlaces> pickups) {
    this.orders = orders;
    this.restrictions = restrictions;
    this.parties = parties;
    this.pickups = pickups;
  }

  /** Facts about the batch: restricted countries, and orders that look like one of these, by the same buyer. */
  record Facts(
      Set<String> restricted, Map<ChannelRef, List<String>> lookalikes, Doubles doubles,
      @Nullable PickupPlaces pickups) {}

  Facts gather(Tx tx, Map<Told, ResolvedOrder> resolved, OrderBatch batch) {
    Map<ChannelRef, List<String>> lookalikes =
        orders.lookalikes(
            tx,
            resolved.values(),
            ref -> batch.order(ref).map(Order::id).orElse(null),
            parties.samePerson(tx, resolved.values()));
    boolean collected = resolved.values().stream().anyMatch(Judge::collected);
    return new Facts(
        restrictions.countries(tx), lookalikes, new Doubles(batch, resolved), collected ? pickups.apply(tx) : null);
  }

  /** What the rules find now that all messages before this one have taken effect. */
  List<Finding> findings(Told told, ResolvedOrder resolved, Facts facts) {
    IncomingOrder order = told.order();
    List<AddressProblem> problems =
        order.shipTo() == null ? List.of() : AddressRules.check(PartyKeeper.address(order.shipTo()));
    return Validation.check(
        new Candidate(
            resolved,
            problems,
            order.shipTo() == null,
            facts.restricted(),
            pickupProblem(resolved, facts),
            lookalikes(told, resolved, facts),
            difference(order)));
  }

  private static boolean collected(ResolvedOrder order) {
    return order.terms().delivery() == ResolvedOrder.Delivery.PICKUP;
  }

  private static @Nullable String pickupProblem(ResolvedOrder order, Facts facts) {
    return facts.pickups() == null || !collected(order) ? null : facts.pickups().problem(order.terms().pickupAt());
  }

  private static List<String> lookalikes(Told told, ResolvedOrder resolved, Facts facts) {
    Set<String> numbers = new TreeSet<>(facts.lookalikes().getOrDefault(told.ref(), List.of()));
    numbers.addAll(facts.doubles().before(told, resolved));
    return List.copyOf(numbers);
  }

  private static long difference(IncomingOrder order) {
    return IncomingTotals.of(order)
        .filter(totals -> !totals.addUp())
        .map(totals -> totals.difference().negated().minor())
        .orElse(0L);
  }
}
