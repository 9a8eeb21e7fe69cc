package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.fulfilment.FulfilmentOrders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The work of one location for an order. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FulfilmentOrderView(
    UUID id,
    String number,
    String location,
    String type,
    String work,
    String handshake,
    @Nullable Instant shipBy,
    List<Item> items) {

  /** Units of a SKU for a line of the order. */
  record Item(int line, String sku, int units) {}

  static FulfilmentOrderView of(FulfilmentOrders.FulfilmentOrder work) {
    return new FulfilmentOrderView(
        work.id(),
        work.number(),
        work.location(),
        work.type(),
        work.work(),
        work.handshake(),
        work.shipBy(),
        work.items().stream().map(item -> new Item(item.line(), item.sku(), item.units())).toList());
  }
}
