package dev.crossdock.inventory.receiving.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Receive;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Received;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what arrived into stock. */
public final class Arrival {

  private final Stock stock;

  public Arrival(Stock stock) {
    this.stock = stock;
  }

  /** Locks the levels; tells what would not fit, and nothing else. */
  public List<ItemError> room(Tx tx, PurchaseOrder order, Receive receive) {
    Map<String, Long> came = new HashMap<>();
    Map<String, Long> blocked = new HashMap<>();
    for (Received line : receive.lines()) {
      came.merge(sku(order, line), line.units(), Long::sum);
      blocked.merge(sku(order, line), line.damaged() + line.qualityControl(), Long::sum);
    }
    StockView view = stock.lockAvailable(tx, came.keySet());
    Rules rules = new Rules();
    came.forEach(
        (sku, units) -> {
          StockAt level = at(view, sku, order.location());
          long onHand = (level == null ? 0 : level.onHand()) + units;
          long free = onHand - (level == null ? 0 : level.unavailable());
          rules.require(
              () -> onHand <= Rules.UNITS_MAX, "lines", "range", "On hand would become more than a level can hold.");
          rules.require(
              () -> blocked.getOrDefault(sku, 0L) <= Math.max(0, free),
              "lines",
              "range",
              "More is blocked at this level than lies there: put that right before blocking more.");
        });
    return rules.errors();
  }

  private static @Nullable StockAt at(StockView view, String sku, String location) {
    return view.of(sku).stream().filter(level -> level.location().code().equals(location)).findFirst().orElse(null);
  }

  /** Books it; the SKUs with more to promise than before. */
  public Set<String> book(Tx tx, PurchaseOrder order, Receive receive) {
    List<Adjustment> adjustments = new ArrayList<>();
    List<Blocking> blockings = new ArrayList<>();
    for (Received line : receive.lines()) {
      String sku = sku(order, line);
      adjustments.add(
          Adjustment.received(sku, order.location(), line.units(), order.number(), receive.happenedAt()));
      block(blockings, order, receive, sku, UnavailableReason.DAMAGED, line.damaged());
      block(blockings, order, receive, sku, UnavailableReason.QUALITY_CONTROL, line.qualityControl());
    }
    StockChange came = stock.book(tx, adjustments);
    StockChange blocked = stock.block(tx, blockings);
    if (!came.errors().isEmpty() || !blocked.errors().isEmpty()) {
      throw new IllegalStateException("goods that were judged could not be booked");
    }
    Set<StockKey> rose = new HashSet<>(came.rose());
    return rose.stream().map(StockKey::sku).collect(Collectors.toSet());
  }

  private static void block(
      List<Blocking> blockings,
      PurchaseOrder order,
      Receive receive,
      String sku,
      UnavailableReason reason,
      long units) {
    if (units > 0) {
      blockings.add(new Blocking(sku, order.location(), reason, units, order.number(), receive.happenedAt()));
    }
  }

  private static String sku(PurchaseOrder order, Received line) {
    return order.lines().get(line.line() - 1).sku();
  }
}
