package dev.crossdock.fulfilment;

import dev.crossdock.fulfilment.internal.FulfilmentStore;
import dev.crossdock.fulfilment.internal.WorkRow;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.Locations;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderListener;
import dev.crossdock.orders.Placement;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps fulfilment orders in step with the placements of orders, in the same transaction. */
public final class Fulfilments implements OrderListener {

  private final Locations locations;
  private final FulfilmentStore store = new FulfilmentStore();

  public Fulfilments(Locations locations) {
    this.locations = locations;
  }

  @Override
  public void changed(Tx tx, List<OrderChange> changes) {
    List<WorkRow> fresh = new ArrayList<>();
    List<WorkRow> changed = new ArrayList<>();
    for (OrderChange change : changes) {
      Map<UUID, List<Placement>> before = byWork(change.placementsBefore());
      Map<UUID, List<Placement>> after = byWork(change.after().placements());
      after.forEach(
          (id, placements) -> {
            if (!before.containsKey(id)) {
              fresh.add(row(change.after(), id, placements));
            } else if (!before.getOrDefault(id, List.of()).equals(placements)) {
              changed.add(row(change.after(), id, placements));
            }
          });
      before.keySet().stream()
          .filter(id -> !after.containsKey(id))
          .forEach(id -> changed.add(row(change.after(), id, List.of())));
    }
    if (!fresh.isEmpty()) {
      store.insert(tx, fresh, begun(changes), types(tx));
    }
    if (!changed.isEmpty()) {
      store.update(tx, changed);
    }
  }

  private static Set<UUID> begun(List<OrderChange> changes) {
    return changes.stream()
        .filter(change -> change.before() != null)
        .map(change -> change.after().id().value())
        .collect(Collectors.toSet());
  }

  /** Fulfilment orders are made from what routing decides, not from stock that came in. */
  @Override
  public void stockRose(Tx tx, Set<String> skus) {}

  private Map<String, String> types(Tx tx) {
    return locations.list(tx).stream().collect(Collectors.toMap(Location::code, l -> type(l.kind())));
  }

  private static String type(LocationKind kind) {
    return switch (kind) {
      case WAREHOUSE -> "WAREHOUSE";
      case STORE -> "STORE";
      case THREE_PL -> "THREE_PL";
      case DROPSHIP -> "DROPSHIP";
      case MARKETPLACE -> "MARKETPLACE_FULFILLED";
    };
  }

  private static Map<UUID, List<Placement>> byWork(List<Placement> placements) {
    Function<Placement, UUID> work = placement -> Objects.requireNonNull(placement.fulfilmentOrder());
    return placements.stream()
        .filter(placement -> placement.fulfilmentOrder() != null)
        .collect(Collectors.groupingBy(work, LinkedHashMap::new, Collectors.toList()));
  }

  private static WorkRow row(Order order, UUID id, List<Placement> placements) {
    boolean shipped = !placements.isEmpty() && placements.stream().allMatch(Placement::shipped);
    String work = placements.isEmpty() ? "CANCELLED" : shipped ? "SHIPPED" : "OPEN";
    Map<WorkRow.Item, Integer> units = new LinkedHashMap<>();
    for (Placement placement : placements) {
      order.line(placement.line()).told().components().forEach(
          part ->
              units.merge(
                  new WorkRow.Item(placement.line(), part.sku()), placement.units() * part.units(), Integer::sum));
    }
    String location = placements.isEmpty() ? "" : placements.getFirst().location();
    return new WorkRow(id, order.id().value(), order.number(), location, work, order.terms().shipBy(), units);
  }
}
