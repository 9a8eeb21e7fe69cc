package dev.crossdock.channels.adapters.shopify;

import static dev.crossdock.channels.adapters.json.JsonText.object;

import dev.crossdock.channels.adapters.calls.Call;
import dev.crossdock.channels.adapters.calls.Halt;
import dev.crossdock.channels.adapters.calls.StockTalk;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.JsonText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation over the GraphQL API. Shopify grants points, not calls: each answer says what it cost and how many
 * points are left, so the next call can wait for as long as it takes and no longer.
 */
final class ShopifyGraph {

  private static final int CODE_CHARS_MAX = 100;
  private static final BigDecimal PAUSE_MILLIS_MAX = BigDecimal.valueOf(Duration.ofMinutes(2).toMillis());

  private final StockTalk talk;
  private final ShopifyAdmin admin;
  private Duration pause = Duration.ZERO;

  ShopifyGraph(StockTalk talk) {
    this.talk = talk;
    this.admin = new ShopifyAdmin(talk.session());
  }

  StockTalk talk() {
    return talk;
  }

  ShopifyAdmin admin() {
    return admin;
  }

  Instant now() {
    return talk.session().now();
  }

  /** When a call as costly as the last one will be granted. */
  Instant notBefore() {
    return now().plus(pause);
  }

  /** The data of the answer; a query that Shopify refuses as a whole ends the conversation. */
  JsonCursor ask(String query, Map<String, ?> variables) {
    talk.mustBeInTime();
    byte[] question = JsonText.bytes(object("query", query, "variables", variables));
    JsonCursor root = Json.read(talk.answer(admin.graphql(question)).body()).object();
    JsonCursor cost = root.at("extensions").at("cost");
    pause = cost.isObject() ? pause(cost) : Duration.ZERO;
    if (root.at("errors").isText()) {
      throw Halt.failed(words("Shopify refused access", root.at("errors")));
    }
    root.at("errors").items().forEach(this::refuse);
    return root.at("data").object();
  }

  private void refuse(JsonCursor error) {
    String code = error.at("extensions").at("code").noteOrNull(CODE_CHARS_MAX);
    throw switch (code == null ? "" : code) {
      case "THROTTLED" ->
          Halt.later(now().plus(pause.isZero() ? Call.BUSY_PAUSE : pause), "Shopify's rate limit is reached.");
      case "INTERNAL_SERVER_ERROR", "TIMEOUT" -> Halt.outage(now(), "Shopify failed inside.");
      case "ACCESS_DENIED" ->
          Halt.failed(words("The access token lacks a scope", error.at("message")));
      default -> Halt.failed(words("Shopify does not take the question", error.at("message")));
    };
  }

  private String words(String what, JsonCursor said) {
    return what + ": " + talk.words(said.noteOrNull(Json.TEXT_CHARS_MAX), "it does not say why");
  }

  /** How long until the points spent last are there again. */
  private static Duration pause(JsonCursor cost) {
    JsonCursor status = cost.at("throttleStatus");
    BigDecimal needed = orZero(cost.at("requestedQueryCost").decimalOrNull());
    BigDecimal missing = needed.subtract(orZero(status.at("currentlyAvailable").decimalOrNull()));
    BigDecimal rate = orZero(status.at("restoreRate").decimalOrNull());
    if (missing.signum() <= 0 || rate.signum() <= 0) {
      return Duration.ZERO;
    }
    BigDecimal millis = missing.multiply(BigDecimal.valueOf(1_000)).divide(rate, 0, RoundingMode.UP);
    return Duration.ofMillis(millis.min(PAUSE_MILLIS_MAX).longValueExact());
  }

  private static BigDecimal orZero(@Nullable BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }
}
