package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.adapters.amazon.api.AmazonApi.Operation;
import dev.crossdock.channels.adapters.calls.Call;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Unreadable;
import dev.crossdock.platform.http.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders v0, which Amazon closes on 27 March 2027. An order, its items and sometimes its address are calls of their
 * own; names and addresses need a token for restricted data, which is asked for order by order.
 */
record OrdersApiV0(AmazonApi api) implements OrdersApi {

  private static final String ORDERS = "/orders/v0/orders";
  private static final String TOKENS = "/tokens/2021-03-01/restrictedDataToken";
  private static final int PAGES_MAX = 50;

  /** 0.5 calls a second. */
  private static final Duration GET_RESTORED = Duration.ofSeconds(2);

  /** 0.0167 calls a second. */
  private static final Duration LIST_RESTORED = Duration.ofSeconds(60);

  /** One call a second. */
  private static final Duration TOKEN_RESTORED = Duration.ofSeconds(1);

  private static final Set<String> NEEDS_ADDRESS = Set.of("Unshipped", "PartiallyShipped");

  @Override
  public FetchOutcome fetch(String orderId) {
    if (!OrdersApi2026.ORDER_ID.matcher(orderId).matches()) {
      return new FetchOutcome.Unknown();
    }
    String path = ORDERS + "/" + orderId;
    if (!api.account().readsPersonalData()) {
      return OrdersApi.fetched(get(path, null), order -> items(path, null, order.body()));
    }
    return OrdersApi.fetched(
        api.post(new Operation(TOKENS, TOKEN_RESTORED), restricted(path)),
        answer -> {
          String token = Json.peek(answer.body(), Set.of("restrictedDataToken")).get("restrictedDataToken");
          return token == null
              ? new FetchOutcome.TryLater(later(), "Amazon's answer holds no token for restricted data.")
              : OrdersApi.fetched(get(path, token), order -> items(path, token, order.body()));
        });
  }

  /** Each entry of the list names a changed order; its items are fetched with it, later, one order at a time. */
  @Override
  public ChangesOutcome changes(AmazonCursor at, Duration overlap) {
    String marketplaces = api.account().marketplaces();
    if (marketplaces.isEmpty()) {
      return new ChangesOutcome.Failed("Orders API v0 needs the setting marketplaceIds.");
    }
    String query =
        "?MarketplaceIds=" + AmazonApi.encoded(marketplaces)
            + "&LastUpdatedAfter=" + AmazonApi.encoded(at.from(overlap).toString())
            + "&LastUpdatedBefore=" + AmazonApi.encoded(Objects.requireNonNull(at.until()).toString())
            + "&MaxResultsPerPage=100"
            + (at.token() == null ? "" : "&NextToken=" + AmazonApi.encoded(at.token()));
    return OrdersApi.looked(api.get(new Operation(ORDERS + query, LIST_RESTORED)), at, answer -> page(answer, at));
  }

  private FetchOutcome items(String path, @Nullable String token, byte[] order) {
    List<byte[]> pages = new ArrayList<>();
    String next = "";
    while (next != null && pages.size() < PAGES_MAX) {
      String query = next.isEmpty() ? "" : "?NextToken=" + AmazonApi.encoded(next);
      Reply reply = get(path + "/orderItems" + query, token);
      if (!(reply instanceof Reply.Answered(Outbound.Answer answer))) {
        return OrdersApi.fetched(reply, _ -> new FetchOutcome.Unknown());
      }
      pages.add(answer.body());
      next = nextToken(answer.body());
    }
    return address(path, token, order, pages);
  }

  private FetchOutcome address(String path, @Nullable String token, byte[] order, List<byte[]> pages) {
    try {
      JsonCursor read = DocumentV0.bare(Json.read(order));
      boolean needed =
          !read.at("ShippingAddress").present() && NEEDS_ADDRESS.contains(read.at("OrderStatus").text(100));
      for (byte[] page : pages) {
        Json.read(page);
      }
      if (!needed || token == null) {
        return document(order, pages, null);
      }
    } catch (Unreadable _) {
      return new FetchOutcome.TryLater(later(), "Amazon's answer is no order.");
    }
    return OrdersApi.fetched(get(path + "/address", token), answer -> document(order, pages, answer.body()));
  }

  private static FetchOutcome document(byte[] order, List<byte[]> pages, byte @Nullable [] address) {
    byte[] document = DocumentV0.of(order, pages, address);
    return new FetchOutcome.Fetched(new RawMessage(AmazonOrders.READ_V0, Map.of(), document));
  }

  private ChangesOutcome page(Outbound.Answer answer, AmazonCursor at) {
    try {
      List<RawMessage> documents = new ArrayList<>();
      for (byte[] order : Json.elements(answer.body(), "payload", "Orders")) {
        documents.add(new RawMessage(AmazonOrders.CHANGED_V0, Map.of(), order));
      }
      String next = nextToken(answer.body());
      return new ChangesOutcome.Page(documents, at.next(next, api.session().now()).text(), next != null);
    } catch (Unreadable _) {
      return new ChangesOutcome.TryLater(later(), "Amazon's answer holds no orders.");
    }
  }

  private Reply get(String path, @Nullable String token) {
    Operation operation = new Operation(path, GET_RESTORED);
    return token == null ? api.get(operation) : api.get(operation, token);
  }

  private static @Nullable String nextToken(byte[] answer) {
    String token = Json.peek(payload(answer), Set.of("NextToken")).getOrDefault("NextToken", "");
    return token.isEmpty() ? null : token;
  }

  private static byte[] payload(byte[] answer) {
    try {
      return Json.element(answer, "payload");
    } catch (Unreadable _) {
      return answer;
    }
  }

  /** One token for the three calls of an order; only those that hold data elements name them. */
  private static String restricted(String path) {
    return """
        {"restrictedResources":[\
        {"method":"GET","path":"%1$s","dataElements":["buyerInfo","shippingAddress"]},\
        {"method":"GET","path":"%1$s/orderItems","dataElements":["buyerInfo"]},\
        {"method":"GET","path":"%1$s/address"}]}"""
        .formatted(path);
  }

  private Instant later() {
    return api.session().now().plus(Call.OUTAGE_PAUSE);
  }
}
