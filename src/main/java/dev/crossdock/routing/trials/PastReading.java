package dev.crossdock.routing.trials;

import dev.crossdock.inventory.costing.UnitCosts;
import dev.crossdock.inventory.history.PastStock;
import dev.crossdock.orders.history.PastOrders;

/** Where a backtest reads the past: orders, stock by its two clocks, the network, and what goods cost. */
public record PastReading(PastOrders orders, PastStock stock, History history, UnitCosts costs) {}
