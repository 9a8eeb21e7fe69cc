package dev.crossdock.routing;

import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.TransferState;
import dev.crossdock.orders.Finding;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.exceptions.NewException;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.engine.Decided.Then;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.internal.SteeringRow;
import dev.crossdock.routing.internal.SteeringStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a decision sets going beyond its plan: transfers, and questions to a person. */
final class Aftermath {

  /** The rule of holds that a policy opens; also what keeps a person's answer from being asked for again. */
  static final String RULE = "routing-policy";

  private final Transferring transfers;
  private final Exceptions exceptions;
  private final SteeringStore store = new SteeringStore();

  Aftermath(Transferring transfers, Exceptions exceptions) {
    this.transfers = transfers;
    this.exceptions = exceptions;
  }

  /** Whether what is to be brought for the order is under way already. */
  boolean underWay(Tx tx, Set<UUID> requested) {
    return requested.stream()
        .map(id -> transfers.find(tx, id).orElse(null))
        .anyMatch(found -> found != null && open(found.state()));
  }

  private static boolean open(TransferState state) {
    return switch (state) {
      case REQUESTED, SHIPPED -> true;
      case COMPLETED, CANCELLED -> false;
    };
  }

  /** Requests the transfers, one for each location that gives; those that can't be had are left out. */
  List<Planned.Transfer> bring(Tx tx, Order order, Then.Bring wish) {
    Map<String, List<Planned.Transfer>> byPlace = new TreeMap<>();
    wish.transfers().forEach(t -> byPlace.computeIfAbsent(t.from(), from -> new ArrayList<>()).add(t));
    List<Planned.Transfer> requested = new ArrayList<>();
    List<SteeringRow> rows = new ArrayList<>();
    byPlace.forEach(
        (from, units) -> {
          TransferInput input =
              new TransferInput(
                  null, from, units.getFirst().to(),
                  tx.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(wish.days()),
                  units.stream().map(t -> new TransferInput.Line(t.sku(), t.units())).toList());
          if (transfers.request(tx, input) instanceof Accepted<Transfer>(Transfer made)) {
            requested.addAll(units);
            rows.add(
                new SteeringRow(
                    order.id(), SteeringRow.Kind.TRANSFER, from, made.id(), "transfer " + made.number(), null,
                    tx.cause().actor().toString(), tx.now()));
          }
        });
    store.put(tx, rows);
    return requested;
  }

  /** Whether a person has been asked about this order and has let it go on. */
  static boolean answered(Order order) {
    return order.holds().stream().anyMatch(hold -> hold.rule().equals(RULE) && !hold.open());
  }

  /** Stops the order until a person says how it goes on. */
  void ask(Tx tx, OrderBatch batch, Order order, RoutingPlan plan, String note) {
    String sentence = note.isBlank() ? plan.sentence() : note + " " + plan.sentence();
    batch.execute(
        order.id(),
        new OrderCommand.OpenHold(
            new Finding(
                RULE, null, Hold.Reason.APPROVAL, Set.of(Hold.Step.ROUTE, Hold.Step.RELEASE), true, sentence,
                Map.of("rule", plan.rule())),
            "routing"));
    exceptions.open(tx, List.of(exception(order, plan, sentence)));
  }

  /** Closes what was asked about orders that a person let go, or that ended. */
  void settled(Tx tx, List<Order> orders) {
    List<String> keys =
        orders.stream().filter(o -> answered(o) || o.lifecycle().ended()).map(Aftermath::key).toList();
    exceptions.resolve(tx, keys, "a person let the order go on, or it is over");
  }

  private static NewException exception(Order order, RoutingPlan plan, String sentence) {
    return new NewException(
        ExceptionType.UNROUTABLE,
        "unroutable:" + plan.rule(),
        key(order),
        order.id().value(),
        null,
        order.channel().channel(),
        order.channel().account(),
        sentence,
        "Send it to a location, change the rule, or release the hold to let it wait for stock.",
        Map.of("rule", plan.rule()));
  }

  private static String key(Order order) {
    return "unroutable:" + order.id();
  }

  /** Until when units may wait; null for as long as it takes. */
  static @Nullable Instant cancelAt(RoutingPlan plan) {
    return plan.decided() != null && plan.decided().then() instanceof Then.CancelAt(Instant at) ? at : null;
  }
}
