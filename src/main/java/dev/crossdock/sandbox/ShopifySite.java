package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.stock.ShopifyStock;
import dev.crossdock.sandbox.wire.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Shopify's Admin API, as far as orders are read and stock is told over it. */
record ShopifySite(Credentials credentials, OrderBook orders, ShopifyStock stock) implements SimulatedChannels.Site {

  ShopifySite(Credentials credentials, Outlet outlet) {
    this(credentials, outlet.orders(), new ShopifyStock(outlet.shelf()));
  }

  private static final int LIMIT_USUAL = 50;
  private static final int LIMIT_MAX = 250;

  @Override
  public void answer(Exchange exchange) throws IOException {
    if (!exchange.header("X-Shopify-Access-Token").equals(credentials.shopifyToken())) {
      exchange.answer(401, object("errors", "[API] Invalid API key or access token"));
      return;
    }
    if (exchange.path().endsWith("/graphql.json")) {
      stock.answer(exchange);
      return;
    }
    String rest = exchange.below("/orders");
    if (rest.equals(".json")) {
      list(exchange);
    } else {
      one(exchange, rest.replaceAll("^/|\\.json$", ""));
    }
  }

  private void one(Exchange exchange, String id) throws IOException {
    Optional<SimOrder> order = orders.find(id);
    if (order.isPresent()) {
      exchange.answer(200, object("order", ShopifyShape.order(order.get())));
    } else {
      exchange.answer(404, object("errors", "Not Found"));
    }
  }

  /** A page mark stands for where the list began and how far it was read. */
  private void list(Exchange exchange) throws IOException {
    String mark = exchange.query("page_info");
    String[] place =
        mark.isEmpty() ? new String[] {exchange.query("updated_at_min"), "0"} : decoded(mark).split("\\|", 2);
    Instant since = place[0].isEmpty() ? Instant.EPOCH : Instant.parse(place[0]);
    int from = Integer.parseInt(place[1]);
    int limit = Math.clamp(exchange.query("limit", LIMIT_USUAL), 1, LIMIT_MAX);
    List<SimOrder> found = orders.changed(since, Instant.MAX, from, limit + 1);
    if (found.size() > limit) {
      String query = "?limit=" + limit + "&page_info=" + encoded(since + "|" + (from + limit));
      exchange.with("Link", "<http://localhost" + exchange.path() + query + ">; rel=\"next\"");
    }
    exchange.answer(200, object("orders", found.stream().limit(limit).map(ShopifyShape::order).toList()));
  }

  private static String encoded(String place) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String mark) {
    return new String(Base64.getUrlDecoder().decode(mark), StandardCharsets.UTF_8);
  }
}
