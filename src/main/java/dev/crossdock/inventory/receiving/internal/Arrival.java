package dev.crossdock.inventory.receiving.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.lots.ArrivedLot;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.internal.Arrivals;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Receive;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Received;
import dev.crossdock.inventory.receiving.UnitCost;
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
    return rules.clean()
        ? stock.judge(tx, adjustments(order, receive)).stream().map(Arrivals::told).toList()
        : rules.errors();
  }

  private static List<Adjustment> adjustments(PurchaseOrder order, Receive receive) {
    List<Adjustment> adjustments = new ArrayList<>();
    for (Received line : receive.lines()) {
      adjustments.add(
          new Adjustment(
              sku(order, line), order.location(), line.units(), StockReason.RECEIVED, order.number(),
              receive.happenedAt(), Arrivals.units(line.lots()), cost(order, line)));
    }
    return adjustments;
  }

  private static @Nullable UnitCost cost(PurchaseOrder order, Received line) {
    UnitCost landed = line.cost();
    return landed == null ? order.lines().get(line.line() - 1).cost() : landed;
  }

  private static @Nullable StockAt at(StockView view, String sku, String location) {
    return view.of(sku).stream().filter(level -> level.location().code().equals(location)).findFirst().orElse(null);
  }

  /** Books it; the SKUs with more to promise than before. */
  public Set<String> book(Tx tx, PurchaseOrder order, Receive receive) {
    List<Blocking> blockings = new ArrayList<>();
    for (Received line : receive.lines()) {
      List<LotUnits> damaged = Arrivals.blocked(line.lots(), ArrivedLot::damaged);
      List<LotUnits> looked = Arrivals.blocked(line.lots(), ArrivedLot::qualityControl);
      block(blockings, order, receive, line, UnavailableReason.DAMAGED, line.damaged(), damaged);
      block(blockings, order, receive, line, UnavailableReason.QUALITY_CONTROL, line.qualityControl(), looked);
    }
    StockChange came = stock.book(tx, adjustments(order, receive));
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
      Received line,
      UnavailableReason reason,
      long units,
      List<LotUnits> lots) {
    if (units > 0) {
      blockings.add(
          new Blocking(
              sku(order, line), order.location(), reason, units, order.number(), receive.happenedAt(), lots));
    }
  }

  private static String sku(PurchaseOrder order, Received line) {
    return order.lines().get(line.line() - 1).sku();
  }
}
