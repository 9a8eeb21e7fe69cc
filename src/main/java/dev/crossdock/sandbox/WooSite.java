package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.stock.WooStock;
import dev.crossdock.sandbox.wire.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** WooCommerce's REST API, as far as orders are read and stock is told over it. */
record WooSite(Credentials credentials, OrderBook orders, WooStock stock) implements SimulatedChannels.Site {

  WooSite(Credentials credentials, Outlet outlet) {
    this(credentials, outlet.orders(), new WooStock(outlet.shelf()));
  }

  private static final int PAGE_SIZE_USUAL = 10;
  private static final int PAGE_SIZE_MAX = 100;

  @Override
  public void answer(Exchange exchange) throws IOException {
    if (!exchange.header("Authorization").equals(authorization())) {
      exchange.answer(401, object("code", "woocommerce_rest_cannot_view", "message", "You cannot list resources."));
      return;
    }
    if (exchange.path().contains(WooStock.PRODUCTS)) {
      stock.answer(exchange);
      return;
    }
    String rest = exchange.below("/orders");
    if (rest.isEmpty()) {
      list(exchange);
    } else {
      one(exchange, rest.substring(1));
    }
  }

  private void one(Exchange exchange, String id) throws IOException {
    Optional<SimOrder> order = orders.find(id);
    if (order.isPresent()) {
      exchange.answer(200, WooShape.order(order.get()));
    } else {
      exchange.answer(404, object("code", "woocommerce_rest_shop_order_invalid_id", "message", "Invalid ID."));
    }
  }

  private void list(Exchange exchange) throws IOException {
    String after = exchange.query("modified_after");
    Instant since = after.isEmpty() ? Instant.EPOCH : Instant.parse(after + "Z").plusSeconds(1);
    int size = Math.clamp(exchange.query("per_page", PAGE_SIZE_USUAL), 1, PAGE_SIZE_MAX);
    int page = Math.max(1, exchange.query("page", 1));
    int all = orders.changed(since);
    exchange.with("X-WP-Total", Integer.toString(all));
    exchange.with("X-WP-TotalPages", Integer.toString((all + size - 1) / size));
    List<SimOrder> found = orders.changed(since, Instant.MAX, (page - 1) * size, size);
    exchange.answer(200, found.stream().map(WooShape::order).toList());
  }

  private String authorization() {
    byte[] pair = (credentials.wooKey() + ":" + credentials.wooSecret()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
