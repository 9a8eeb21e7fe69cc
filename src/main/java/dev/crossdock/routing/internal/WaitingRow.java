package dev.crossdock.routing.internal;

import dev.crossdock.orders.OrderId;

/** An order that waits for stock of a SKU. */
public record WaitingRow(String sku, OrderId order) {}
