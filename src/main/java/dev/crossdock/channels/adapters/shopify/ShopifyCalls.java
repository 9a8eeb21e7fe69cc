package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.RawMessage;
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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads orders back over the Admin API, in the same shape that webhooks have. */
final class ShopifyCalls {

  static final String READ_SINCE = "readSince";

  private static final int PAGE_SIZE = 250;
  private static final Pattern ID = Pattern.compile("\\d{1,20}");
  private static final Pattern NEXT =
      Pattern.compile("<[^>]*[?&]page_info=([A-Za-z0-9_.%=-]+)[^>]*>;\\s*rel=\"?next\"?");

  private ShopifyCalls() {}

  static FetchOutcome fetch(String externalId, ChannelSession session) {
    if (!ID.matcher(externalId).matches()) {
      return new FetchOutcome.Unknown();
    }
    return switch (new ShopifyAdmin(session).get("/orders/" + externalId + ".json")) {
      case Reply.Answered(Outbound.Answer answer) -> fetched(answer, session);
      case Reply.NotFound _ -> new FetchOutcome.Unknown();
      case Reply.TryLater(Instant notBefore, String reason, _) -> new FetchOutcome.TryLater(notBefore, reason);
      case Reply.Failed(_, String reason) -> new FetchOutcome.Failed(reason);
    };
  }

  static ChangesOutcome changesSince(@Nullable String cursor, Duration overlap, ChannelSession session) {
    ShopifyCursor at = ShopifyCursor.parse(cursor, () -> firstLook(session));
    return switch (new ShopifyAdmin(session).get("/orders.json?" + at.query(overlap, PAGE_SIZE))) {
      case Reply.Answered(Outbound.Answer answer) -> page(answer, at, session);
      case Reply.NotFound _ -> new ChangesOutcome.Failed("There is no shop at this address (404).");
      case Reply.TryLater(Instant notBefore, String reason, _) -> new ChangesOutcome.TryLater(notBefore, reason);
      case Reply.Failed(int status, _) when status == 400 && at.page() != null ->
          // a page mark lives only for a while: begin again where the last whole poll ended
          new ChangesOutcome.Page(List.of(), at.withoutPage().text(), true);
      case Reply.Failed(_, String reason) -> new ChangesOutcome.Failed(reason);
    };
  }

  private static FetchOutcome fetched(Outbound.Answer answer, ChannelSession session) {
    try {
      return new FetchOutcome.Fetched(document(Json.element(answer.body(), "order")));
    } catch (Unreadable _) {
      return new FetchOutcome.TryLater(session.now().plus(Call.OUTAGE_PAUSE), "The shop's answer holds no order.");
    }
  }

  private static ChangesOutcome page(Outbound.Answer answer, ShopifyCursor at, ChannelSession session) {
    try {
      List<RawMessage> documents = new ArrayList<>();
      Instant newest = at.newest();
      for (byte[] order : Json.elements(answer.body(), "orders")) {
        documents.add(document(order));
        newest = later(newest, order);
      }
      Optional<String> next = answer.header("link").flatMap(ShopifyCalls::nextPage);
      ShopifyCursor then = at.after(newest, next.orElse(null));
      return new ChangesOutcome.Page(documents, then.text(), next.isPresent());
    } catch (Unreadable _) {
      return new ChangesOutcome.TryLater(session.now().plus(Call.OUTAGE_PAUSE), "The shop's answer holds no orders.");
    }
  }

  /** The time of an order that cannot be read does not move the cursor; the order itself is parked by the inbox. */
  private static Instant later(Instant newest, byte[] order) {
    try {
      JsonCursor root = Json.read(order);
      Instant updated = root.at("updated_at").instant();
      return updated.isAfter(newest) ? updated : newest;
    } catch (Unreadable _) {
      return newest;
    }
  }

  private static Optional<String> nextPage(String link) {
    Matcher matcher = NEXT.matcher(link);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Instant firstLook(ChannelSession session) {
    return ShopifyCursor.time(session.account().setting(READ_SINCE, ""))
        .orElseGet(() -> session.now().minus(ShopifyCursor.FIRST_LOOK_BACK));
  }

  private static RawMessage document(byte[] order) {
    return new RawMessage(ShopifyMessages.READ_BACK, Map.of(), order);
  }
}
