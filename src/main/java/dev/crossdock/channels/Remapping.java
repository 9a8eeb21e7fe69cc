package dev.crossdock.channels;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.catalog.ListingInput;
import dev.crossdock.catalog.ListingsStored;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.catalog.ProductsStored;
import dev.crossdock.catalog.ResolvedSku;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Orders;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores listings and products, and sets every order line free that waited for one of them. The orders go on in the
 * same transaction: their lines are known, their holds closed, and they stand in the routing queue.
 */
public final class Remapping {

  /** Orders freed in one transaction; the rest follow from {@link #freeKnown}. */
  public static final int FREED_MAX = 2_000;

  private static final int LOOKED_AT_MAX = 500;
  private static final ChannelRef FIRST = new ChannelRef("", "", "");

  private final Catalog catalog;
  private final Orders orders;
  private final ChannelAccounts accounts;

  public Remapping(Catalog catalog, Orders orders, ChannelAccounts accounts) {
    this.catalog = catalog;
    this.orders = orders;
    this.accounts = accounts;
  }

  /** What was stored, and how many orders go on. */
  public record ListingsMapped(ListingsStored stored, int ordersFreed) {}

  /** What was stored, and how many orders go on. */
  public record ProductsMapped(ProductsStored stored, int ordersFreed) {}

  /** How many orders go on, and where the next page begins; null when there is none. */
  public record Looked(int ordersFreed, @Nullable ChannelRef next) {}

  public ListingsMapped putListings(Tx tx, List<ListingInput> listings) {
    ListingsStored stored = catalog.putListings(tx, listings);
    return new ListingsMapped(stored, free(tx, stored.resolvable()));
  }

  /** A channel SKU equal to a SKU maps by itself, so new products can free lines of every account. */
  public ProductsMapped putProducts(Tx tx, List<ProductInput> products) {
    ProductsStored stored = catalog.putProducts(tx, products);
    List<ChannelSku> possible = new ArrayList<>();
    for (ChannelAccount account : stored.appeared().isEmpty() ? List.<ChannelAccount>of() : accounts.list(tx)) {
      AccountSettings settings = account.settings();
      stored.appeared().forEach(sku -> possible.add(new ChannelSku(settings.channel(), settings.account(), sku)));
    }
    return new ProductsMapped(stored, free(tx, Set.copyOf(possible)));
  }

  /**
   * Frees orders whose SKU has become known without their going on: more of them waited than one transaction frees, or
   * an order came in at the very moment of the mapping.
   *
   * @param after where the last page ended; null for the first
   */
  public Looked freeKnown(Tx tx, @Nullable ChannelRef after) {
    List<ChannelRef> page = orders.unmapped(tx, after == null ? FIRST : after, LOOKED_AT_MAX);
    Set<ChannelSku> waitedFor =
        page.stream().map(s -> new ChannelSku(s.channel(), s.account(), s.externalId())).collect(Collectors.toSet());
    int freed = free(tx, catalog.resolve(tx, waitedFor).keySet());
    return new Looked(freed, page.size() < LOOKED_AT_MAX ? null : page.getLast());
  }

  private int free(Tx tx, Set<ChannelSku> resolvable) {
    if (resolvable.isEmpty()) {
      return 0;
    }
    List<OrderId> waiting =
        orders.waitingForMapping(
            tx, resolvable.stream().map(s -> new ChannelRef(s.channel(), s.account(), s.sku())).toList(), FREED_MAX);
    if (waiting.isEmpty()) {
      return 0;
    }
    Map<ChannelSku, ResolvedSku> known = catalog.resolve(tx, resolvable);
    OrderBatch batch = orders.batch(tx);
    batch.loadById(waiting);
    for (Order order : batch.orders()) {
      batch.execute(order.id(), new OrderCommand.ResolveSkus(resolutions(order, known)));
    }
    return batch.store().size();
  }

  private static Map<String, OrderCommand.Resolution> resolutions(Order order, Map<ChannelSku, ResolvedSku> known) {
    Map<String, OrderCommand.Resolution> found = new HashMap<>();
    known.forEach(
        (channelSku, sku) -> {
          if (channelSku.channel().equals(order.channel().channel())
              && channelSku.account().equals(order.channel().account())) {
            found.put(
                channelSku.sku(),
                new OrderCommand.Resolution(
                    sku.sku(),
                    sku.components().stream()
                        .map(part -> new dev.crossdock.orders.ResolvedOrder.Component(part.sku(), part.units()))
                        .toList()));
          }
        });
    return found;
  }
}
