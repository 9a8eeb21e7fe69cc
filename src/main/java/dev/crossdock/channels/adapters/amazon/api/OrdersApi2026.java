package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.adapters.amazon.api.AmazonApi.Operation;
import dev.crossdock.channels.adapters.calls.Call;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.Unreadable;
import dev.crossdock.platform.http.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Orders 2026-01-01: one call gives a whole order, or a page of them. */
record OrdersApi2026(AmazonApi api) implements OrdersApi {

  static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,50}");

  private static final String ORDERS = "/orders/2026-01-01/orders";
  private static final String DATA = "PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,TAX,PAYMENT";
  private static final String PERSONAL_DATA = "BUYER,RECIPIENT,";
  private static final int PAGE_SIZE = 100;

  /** 0.5 calls a second. */
  private static final Duration GET_RESTORED = Duration.ofSeconds(2);

  /** 0.0056 calls a second. */
  private static final Duration SEARCH_RESTORED = Duration.ofSeconds(179);

  @Override
  public FetchOutcome fetch(String orderId) {
    if (!ORDER_ID.matcher(orderId).matches()) {
      return new FetchOutcome.Unknown();
    }
    Operation operation = new Operation(ORDERS + "/" + orderId + "?includedData=" + data(), GET_RESTORED);
    return OrdersApi.fetched(api.get(operation), this::order);
  }

  @Override
  public ChangesOutcome changes(AmazonCursor at, Duration overlap) {
    Operation operation = new Operation(ORDERS + "?" + query(at, overlap), SEARCH_RESTORED);
    return OrdersApi.looked(api.get(operation), at, answer -> page(answer, at));
  }

  private String query(AmazonCursor at, Duration overlap) {
    String marketplaces = api.account().marketplaces();
    return "lastUpdatedAfter=" + AmazonApi.encoded(at.from(overlap).toString())
        + "&lastUpdatedBefore=" + AmazonApi.encoded(Objects.requireNonNull(at.until()).toString())
        + (marketplaces.isEmpty() ? "" : "&marketplaceIds=" + AmazonApi.encoded(marketplaces))
        + "&maxResultsPerPage=" + PAGE_SIZE
        + "&includedData=" + data()
        + (at.token() == null ? "" : "&paginationToken=" + AmazonApi.encoded(at.token()));
  }

  private String data() {
    return api.account().readsPersonalData() ? PERSONAL_DATA + DATA : DATA;
  }

  private FetchOutcome order(Outbound.Answer answer) {
    try {
      Json.element(answer.body(), "order");
      return new FetchOutcome.Fetched(new RawMessage(AmazonOrders.READ_2026, Map.of(), answer.body()));
    } catch (Unreadable _) {
      return new FetchOutcome.TryLater(later(), "Amazon's answer holds no order.");
    }
  }

  private ChangesOutcome page(Outbound.Answer answer, AmazonCursor at) {
    try {
      List<RawMessage> documents = new ArrayList<>();
      for (byte[] order : Json.elements(answer.body(), "orders")) {
        documents.add(new RawMessage(AmazonOrders.READ_2026, Map.of(), order));
      }
      String next = nextToken(answer.body());
      return new ChangesOutcome.Page(documents, at.next(next, api.session().now()).text(), next != null);
    } catch (Unreadable _) {
      return new ChangesOutcome.TryLater(later(), "Amazon's answer holds no orders.");
    }
  }

  private static @Nullable String nextToken(byte[] page) {
    if (!hasPagination(page)) {
      return null;
    }
    String token = Json.peek(Json.element(page, "pagination"), Set.of("nextToken")).getOrDefault("nextToken", "");
    return token.isEmpty() ? null : token;
  }

  private static boolean hasPagination(byte[] page) {
    try {
      Json.element(page, "pagination");
      return true;
    } catch (Unreadable _) {
      return false;
    }
  }

  private Instant later() {
    return api.session().now().plus(Call.OUTAGE_PAUSE);
  }
}
