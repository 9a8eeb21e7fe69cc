package dev.crossdock.console.stock.sku;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Listing;
import dev.crossdock.catalog.Sku;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.groups.Allocation;
import dev.crossdock.inventory.skus.SkuStock;
import dev.crossdock.inventory.skus.SkuStock.Holder;
import dev.crossdock.inventory.skus.SkuStock.Movement;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.platform.db.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page tells of from the capabilities that know it. */
@Component
final class SkuReader {

  static final int ROWS = 50;

  private final Catalog catalog;
  private final Stock stock;
  private final Locations locations;
  private final OrderSearch orders;
  private final SkuPromise promise;
  private final SkuOutside outside;
  private final SkuStock details = new SkuStock();

  SkuReader(
      Catalog catalog, Stock stock, Locations locations, OrderSearch orders, SkuPromise promise, SkuOutside outside) {
    this.catalog = catalog;
    this.stock = stock;
    this.locations = locations;
    this.orders = orders;
    this.promise = promise;
    this.outside = outside;
  }

  /**
   * Everything the page tells of, read in one transaction.
   *
   * @param holders one more than is shown, where there are more
   * @param movements one more than is shown, where there are more
   * @param orders those that the rows name
   * @param others documents that are no orders
   */
  record Reading(
      Sku sku, StockView levels, List<Holder> holders, List<Movement> movements, List<Listing> listings,
      Map<String, String> locations, Map<UUID, OrderSearch.Row> orders, Map<UUID, SkuView.Reference> others,
      SkuView.Facts facts) {

    String location(String code) {
      return locations.getOrDefault(code, code);
    }
  }

  /** The SKU; empty when the catalogue has none by this name. */
  Optional<Reading> read(Tx tx, String name, @Nullable UUID before, Watch watch) {
    return catalog.find(tx, name).map(sku -> {
      List<Holder> holders = details.holders(tx, name, ROWS + 1);
      List<Movement> movements = details.movements(tx, name, before, ROWS + 1);
      Set<OrderId> named = new HashSet<>();
      holders.forEach(holder -> named.add(new OrderId(holder.document())));
      movements.forEach(movement -> {
        UUID id = uuid(movement.document());
        if (id != null) {
          named.add(new OrderId(id));
        }
      });
      Map<String, String> places =
          locations.list(tx).stream().collect(Collectors.toMap(Location::code, Location::name));
      Map<UUID, OrderSearch.Row> known =
          orders.rows(tx, named).stream().collect(Collectors.toMap(row -> row.id().value(), Function.identity()));
      List<Allocation> allocations = promise.allocations(tx, name);
      Set<UUID> rest = named.stream().map(OrderId::value).collect(Collectors.toSet());
      rest.removeAll(known.keySet());
      return new Reading(
          sku,
          stock.available(tx, Set.of(name)),
          holders,
          movements,
          catalog.listingsOf(tx, name),
          places,
          known,
          outside.named(tx, rest, allocations),
          new SkuView.Facts(
              promise.sums(tx, name, places), outside.incoming(tx, name, places, watch),
              outside.published(tx, name, watch), promise.keptApart(allocations, places),
              promise.keptBack(tx, name, places)));
    });
  }

  static @Nullable UUID uuid(@Nullable String text) {
    return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
  }
}
