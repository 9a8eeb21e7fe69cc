package dev.crossdock.console.stock.sku;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Listing;
import dev.crossdock.catalog.Sku;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockView;
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
  private final SkuStock details = new SkuStock();

  SkuReader(Catalog catalog, Stock stock, Locations locations, OrderSearch orders) {
    this.catalog = catalog;
    this.stock = stock;
    this.locations = locations;
    this.orders = orders;
  }

  /**
   * Everything the page tells of, read in one transaction.
   *
   * @param holders one more than is shown, where there are more
   * @param movements one more than is shown, where there are more
   * @param orders those that the rows name
   */
  record Reading(
      Sku sku, StockView levels, List<Holder> holders, List<Movement> movements, List<Listing> listings,
      Map<String, String> locations, Map<UUID, OrderSearch.Row> orders) {

    String location(String code) {
      return locations.getOrDefault(code, code);
    }
  }

  /** The SKU; empty when the catalogue has none by this name. */
  Optional<Reading> read(Tx tx, String name) {
    return catalog.find(tx, name).map(sku -> {
      List<Holder> holders = details.holders(tx, name, ROWS + 1);
      List<Movement> movements = details.movements(tx, name, ROWS + 1);
      Set<OrderId> named = new HashSet<>();
      holders.forEach(holder -> named.add(new OrderId(holder.document())));
      movements.forEach(movement -> {
        UUID id = uuid(movement.document());
        if (id != null) {
          named.add(new OrderId(id));
        }
      });
      return new Reading(
          sku,
          stock.available(tx, Set.of(name)),
          holders,
          movements,
          catalog.listingsOf(tx, name),
          locations.list(tx).stream().collect(Collectors.toMap(Location::code, Location::name)),
          orders.rows(tx, named).stream().collect(Collectors.toMap(row -> row.id().value(), Function.identity())));
    });
  }

  static @Nullable UUID uuid(@Nullable String text) {
    return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
  }
}
