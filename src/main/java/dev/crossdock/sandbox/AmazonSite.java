package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.stock.AmazonStock;
import dev.crossdock.sandbox.wire.Exchange;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Login with Amazon, the Orders API 2026-01-01, and listings as far as stock goes. */
record AmazonSite(Credentials credentials, OrderBook orders, AmazonStock stock) implements SimulatedChannels.Site {

  static final String SIGN_IN = "/auth/o2/token";
  static final String ORDERS = "/orders/2026-01-01/orders";

  private static final int PAGE_SIZE_USUAL = 50;
  private static final int PAGE_SIZE_MAX = 100;

  AmazonSite(Credentials credentials, Outlet outlet) {
    this(credentials, outlet.orders(), new AmazonStock(outlet.shelf()));
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    if (exchange.path().endsWith(SIGN_IN)) {
      signIn(exchange);
    } else if (!exchange.header("x-amz-access-token").equals(credentials.amazonAccessToken())) {
      exchange.answer(403, error("Unauthorized", "Access to requested resource is denied."));
    } else if (exchange.path().contains(AmazonStock.ITEMS)) {
      stock.answer(exchange);
    } else if (exchange.below(ORDERS).isEmpty()) {
      search(exchange);
    } else {
      one(exchange, exchange.below(ORDERS).substring(1));
    }
  }

  private void signIn(Exchange exchange) throws IOException {
    Map<String, String> form = exchange.form();
    boolean known =
        credentials.amazonRefreshToken().equals(form.get("refresh_token"))
            && credentials.amazonClientId().equals(form.get("client_id"))
            && credentials.amazonClientSecret().equals(form.get("client_secret"));
    if (known) {
      exchange.answer(
          200, object("access_token", credentials.amazonAccessToken(), "token_type", "bearer", "expires_in", 3_600));
    } else {
      exchange.answer(400, object("error", "invalid_grant", "error_description", "The request has an invalid grant."));
    }
  }

  private void one(Exchange exchange, String id) throws IOException {
    Optional<SimOrder> order = orders.find(id);
    if (order.isPresent()) {
      exchange.answer(200, object("order", AmazonShape.order(order.get())));
    } else {
      exchange.answer(404, error("NotFound", "The order was not found."));
    }
  }

  private void search(Exchange exchange) throws IOException {
    Instant after = Instant.parse(exchange.query("lastUpdatedAfter"));
    String before = exchange.query("lastUpdatedBefore");
    Instant end = before.isEmpty() ? Instant.MAX : Instant.parse(before);
    int size = Math.clamp(exchange.query("maxResultsPerPage", PAGE_SIZE_USUAL), 1, PAGE_SIZE_MAX);
    int from = exchange.query("paginationToken", 0);
    List<SimOrder> found = orders.changed(after, end, from, size + 1);
    Map<String, Object> page = object("orders", found.stream().limit(size).map(AmazonShape::order).toList());
    if (found.size() > size) {
      page.put("pagination", object("nextToken", Integer.toString(from + size)));
    }
    exchange.answer(200, page);
  }

  private static Map<String, Object> error(String code, String message) {
    return object("errors", List.of(object("code", code, "message", message)));
  }
}
