package dev.crossdock.orders.shortage;

import dev.crossdock.catalog.Substitutes;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.inventory.documents.Incoming;
import dev.crossdock.inventory.documents.IncomingUnits;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.exceptions.ExceptionSearch.Case;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.internal.DisplaceableStore;
import dev.crossdock.orders.internal.OrderStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works out what would settle lines that were sold without stock, from what is true now; a handful of statements. */
public final class Remedies {

  private static final int RESERVED_MAX = 500;

  private final Stock stock;
  private final Locations locations;
  private final Backorders backorders;
  private final Substitutes substitutes;
  private final OrderStore orders = new OrderStore(new OrderCodec());
  private final DisplaceableStore displaceable = new DisplaceableStore();
  private final Incoming incoming = new Incoming();

  public Remedies(Stock stock, Locations locations, Backorders backorders, Substitutes substitutes) {
    this.stock = stock;
    this.locations = locations;
    this.backorders = backorders;
    this.substitutes = substitutes;
  }

  /** What is known of the SKUs of some lines. */
  record Facts(
      StockView stock,
      List<Location> locations,
      Map<String, List<IncomingUnits>> incoming,
      Map<String, Long> waitedFor,
      Map<String, List<String>> substitutes,
      List<DisplaceableStore.Reserved> reserved,
      LocalDate today,
      Instant now) {}

  /** By exception, those of lines sold without stock that are open. */
  public Map<UUID, List<Remedy>> of(Tx tx, Collection<Case> cases) {
    List<Case> oversold =
        cases.stream()
            .filter(c -> c.type() == ExceptionType.OVERSOLD && c.order() != null && c.closing() == null)
            .toList();
    if (oversold.isEmpty()) {
      return Map.of();
    }
    List<UUID> ids =
        oversold.stream().map(c -> Objects.requireNonNull(c.order()).value()).distinct().sorted().toList();
    Map<UUID, Order> concerned =
        orders.load(tx, ids).stream().collect(Collectors.toMap(order -> order.id().value(), Function.identity()));
    Map<UUID, OrderLine> lines = new HashMap<>();
    Map<UUID, Order> owners = new HashMap<>();
    for (Case one : oversold) {
      Order order = concerned.get(Objects.requireNonNull(one.order()).value());
      int line = Integer.parseInt(one.evidence().getOrDefault("line", "0"));
      if (order != null && line >= 1 && line <= order.lines().size() && order.line(line).unpromised() > 0) {
        lines.put(one.id(), order.line(line));
        owners.put(one.id(), order);
      }
    }
    Facts facts = facts(tx, lines.values());
    Map<UUID, List<Remedy>> found = new HashMap<>();
    lines.forEach(
        (id, line) -> found.put(id, LineRemedies.of(Objects.requireNonNull(owners.get(id)), line, facts)));
    return found;
  }

  private Facts facts(Tx tx, Collection<OrderLine> lines) {
    Set<String> sold =
        lines.stream().map(line -> line.told().sku()).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, List<String>> others = substitutes.of(tx, sold);
    Set<String> all = new HashSet<>(sold);
    others.values().forEach(all::addAll);
    lines.stream().flatMap(line -> line.told().components().stream()).forEach(part -> all.add(part.sku()));
    if (all.isEmpty()) {
      return new Facts(
          new StockView(Map.of()), List.of(), Map.of(), Map.of(), Map.of(), List.of(), Backorders.today(tx), tx.now());
    }
    return new Facts(
        stock.available(tx, all),
        locations.list(tx),
        incoming.of(tx, sold).stream().collect(Collectors.groupingBy(row -> row.key().sku())),
        backorders.waitedFor(tx, sold),
        others,
        displaceable.reserved(tx, sold, RESERVED_MAX),
        Backorders.today(tx),
        tx.now());
  }
}
