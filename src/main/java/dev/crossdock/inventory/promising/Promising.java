package dev.crossdock.inventory.promising;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.inventory.backorders.SellingAhead;
import dev.crossdock.inventory.documents.Incoming;
import dev.crossdock.inventory.documents.IncomingUnits;
import dev.crossdock.inventory.groups.AllocationGroups;
import dev.crossdock.inventory.promising.internal.AtpSum;
import dev.crossdock.inventory.promising.internal.SafetyStore;
import dev.crossdock.platform.db.Tx;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be promised to whom, and when more could be. Every call takes a set and makes a handful of statements,
 * whatever its size; nothing is locked, so it shows and does not promise: {@link Stock#reserve} does.
 */
public final class Promising {

  private final Stock stock;
  private final Locations locations;
  private final Kits kits;
  private final AllocationGroups groups;
  private final Backorders backorders;
  private final SafetyStore safety = new SafetyStore();
  private final Incoming incoming = new Incoming();

  public Promising(
      Stock stock, Locations locations, Kits kits, AllocationGroups groups, Backorders backorders) {
    this.stock = stock;
    this.locations = locations;
    this.kits = kits;
    this.groups = groups;
    this.backorders = backorders;
  }

  /** Available to promise by SKU, spelled out; what is unknown is absent. */
  public Map<String, Atp> atp(Tx tx, AtpContext context, Set<String> skus) {
    Map<String, List<Kits.Part>> parts = kits.parts(tx, storable(skus));
    AtpSum sum = sum(tx, context, parts);
    SellingAhead ahead = sellsAhead(context) ? backorders.of(tx, parts.keySet()) : null;
    Map<String, Atp> found = new TreeMap<>();
    parts.forEach(
        (sku, pieces) -> {
          Atp there = sum.of(sku, pieces);
          found.put(
              sku,
              ahead == null ? there : there.plus(ahead.offered(sku, context.channel(), context.account())));
        });
    return found;
  }

  /** When so many units could be promised; nothing for an unknown SKU. */
  public Optional<AtpWhen> when(Tx tx, AtpContext context, String sku, long units, LocalDate today) {
    List<Kits.Part> pieces = kits.parts(tx, storable(Set.of(sku))).get(sku);
    if (pieces == null) {
      return Optional.empty();
    }
    AtpSum sum = sum(tx, context, Map.of(sku, pieces));
    Set<String> made = pieces.stream().map(Kits.Part::sku).collect(Collectors.toSet());
    Set<String> serving =
        locations.list(tx).stream()
            .filter(location -> AtpSum.serves(context, location))
            .map(Location::code)
            .collect(Collectors.toSet());
    Map<String, List<AtpWhen.Arrival>> arrivals =
        incoming.of(tx, made).stream()
            .filter(row -> serving.contains(row.key().location()))
            .collect(
                Collectors.groupingBy(
                    row -> row.key().sku(), Collectors.mapping(Promising::arrival, Collectors.toList())));
    Map<String, Long> waitedFor = backorders.waitedFor(tx, made);
    List<AtpWhen.Supply> supplies =
        pieces.stream()
            .map(
                piece ->
                    new AtpWhen.Supply(
                        piece.units(),
                        sum.of(piece.sku(), List.of(new Kits.Part(piece.sku(), 1))).sum(),
                        sum.unfilled(piece.sku()) + waitedFor.getOrDefault(piece.sku(), 0L),
                        arrivals.getOrDefault(piece.sku(), List.of())))
            .toList();
    return Optional.of(AtpWhen.of(sku, units, today, supplies));
  }

  /** An authorisation belongs to no location, so it is told to nobody who asks location by location. */
  private static boolean sellsAhead(AtpContext context) {
    return context.locations().isEmpty() && context.delivery() == AtpContext.Delivery.SHIP;
  }

  private AtpSum sum(Tx tx, AtpContext context, Map<String, List<Kits.Part>> parts) {
    Set<String> all =
        Stream.concat(
                parts.keySet().stream(), parts.values().stream().flatMap(List::stream).map(Kits.Part::sku))
            .collect(Collectors.toSet());
    StockView view = stock.available(tx, all);
    return new AtpSum(context, view, safety.fitting(tx, context, all), groups.of(tx, all));
  }

  private static AtpWhen.Arrival arrival(IncomingUnits row) {
    return new AtpWhen.Arrival(row.expectedOn(), row.units());
  }

  /** PostgreSQL's text cannot hold the character zero, so no SKU has it. */
  private static Set<String> storable(Set<String> skus) {
    return skus.stream().filter(sku -> sku.indexOf('\0') < 0).collect(Collectors.toSet());
  }
}
