package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.adapters.calls.Call;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.Unreadable;
import dev.crossdock.platform.http.Outbound;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads orders over the REST API, in the same shape that webhooks have. */
final class WooCalls {

  static final String READ_SINCE = "readSince";

  private static final String ORDERS = "/orders";
  private static final int PAGE_SIZE = 100;
  private static final Pattern ID = Pattern.compile("\\d{1,20}");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final String NO_SUCH_ORDER = "woocommerce_rest_shop_order_invalid_id";
  private static final String NO_API = "There is no WooCommerce REST API at this address (404).";

  private WooCalls() {}

  static FetchOutcome fetch(String externalId, ChannelSession session) {
    if (!ID.matcher(externalId).matches()) {
      return new FetchOutcome.Unknown();
    }
    return switch (new WooApi(session).get(ORDERS + "/" + externalId)) {
      case Reply.Answered(Outbound.Answer answer) -> fetched(externalId, answer, session);
      case Reply.NotFound(Outbound.Answer answer) -> notFound(answer);
      case Reply.TryLater(Instant notBefore, String reason, _) -> new FetchOutcome.TryLater(notBefore, reason);
      case Reply.Failed(_, String reason) -> new FetchOutcome.Failed(reason);
    };
  }

  static ChangesOutcome changesSince(@Nullable String cursor, Duration overlap, ChannelSession session) {
    WooCursor at = WooCursor.parse(cursor, () -> firstLook(session)).begun(overlap);
    return switch (new WooApi(session).get(ORDERS + "?" + at.query(PAGE_SIZE))) {
      case Reply.Answered(Outbound.Answer answer) -> page(answer, at, session);
      case Reply.NotFound _ -> new ChangesOutcome.Failed(NO_API);
      case Reply.TryLater(Instant notBefore, String reason, _) -> new ChangesOutcome.TryLater(notBefore, reason);
      case Reply.Failed(_, String reason) -> new ChangesOutcome.Failed(reason);
    };
  }

  /** Pages of a cache, a login or a maintenance mode also answer 200. */
  private static FetchOutcome fetched(String id, Outbound.Answer answer, ChannelSession session) {
    try {
      byte[] order = Json.element(answer.body());
      return hasRefunds(order) ? fetchedWithRefunds(id, order, session) : new FetchOutcome.Fetched(document(order));
    } catch (Unreadable _) {
      return new FetchOutcome.TryLater(session.now().plus(Call.OUTAGE_PAUSE), "The shop's answer holds no order.");
    }
  }

  private static boolean hasRefunds(byte[] order) {
    try {
      return !Json.elements(order, "refunds").isEmpty();
    } catch (Unreadable _) {
      return false;
    }
  }

  /** One document of two answers; what was refunded cannot be told from the order alone. */
  private static FetchOutcome fetchedWithRefunds(String id, byte[] order, ChannelSession session) {
    return switch (new WooApi(session).get(ORDERS + "/" + id + "/refunds?per_page=" + PAGE_SIZE)) {
      case Reply.Answered(Outbound.Answer answer) -> new FetchOutcome.Fetched(document(joined(order, answer.body())));
      case Reply.NotFound _ -> new FetchOutcome.Unknown();
      case Reply.TryLater(Instant notBefore, String reason, _) -> new FetchOutcome.TryLater(notBefore, reason);
      case Reply.Failed(_, String reason) -> new FetchOutcome.Failed(reason);
    };
  }

  private static byte[] joined(byte[] order, byte[] refunds) {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    document.writeBytes(("{\"" + WooRefunds.ORDER + "\":").getBytes(StandardCharsets.UTF_8));
    document.writeBytes(order);
    document.writeBytes((",\"" + WooRefunds.REFUNDS + "\":[").getBytes(StandardCharsets.UTF_8));
    String separator = "";
    for (byte[] refund : Json.elements(refunds)) {
      document.writeBytes(separator.getBytes(StandardCharsets.UTF_8));
      document.writeBytes(refund);
      separator = ",";
    }
    document.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    return document.toByteArray();
  }

  /** An order that is not there and an API that is not there answer with the same status. */
  private static FetchOutcome notFound(Outbound.Answer answer) {
    boolean noSuchOrder = NO_SUCH_ORDER.equals(Json.peek(answer.body(), Set.of("code")).get("code"));
    return noSuchOrder ? new FetchOutcome.Unknown() : new FetchOutcome.Failed(NO_API);
  }

  private static ChangesOutcome page(Outbound.Answer answer, WooCursor at, ChannelSession session) {
    try {
      List<RawMessage> documents = new ArrayList<>();
      Instant last = at.after();
      for (byte[] order : Json.elements(answer.body())) {
        documents.add(document(order));
        Instant changed = changedAt(order).orElse(last);
        last = changed.isAfter(last) ? changed : last;
      }
      boolean more = pages(answer).map(pages -> pages > at.page()).orElse(documents.size() >= PAGE_SIZE);
      return new ChangesOutcome.Page(documents, at.next(last, more).text(), more);
    } catch (Unreadable _) {
      return new ChangesOutcome.TryLater(session.now().plus(Call.OUTAGE_PAUSE), "The shop's answer holds no orders.");
    }
  }

  private static Optional<Integer> pages(Outbound.Answer answer) {
    return answer.header("x-wp-totalpages").filter(text -> COUNT.matcher(text).matches()).map(Integer::valueOf);
  }

  private static Optional<Instant> changedAt(byte[] order) {
    String time = Json.peek(order, Set.of("date_modified_gmt")).get("date_modified_gmt");
    return time == null ? Optional.empty() : WooCursor.time(time + "Z");
  }

  private static Instant firstLook(ChannelSession session) {
    return WooCursor.time(session.account().setting(READ_SINCE, ""))
        .orElseGet(() -> session.now().minus(WooCursor.FIRST_LOOK_BACK));
  }

  private static RawMessage document(byte[] order) {
    return new RawMessage(WooMessages.READ_BACK, Map.of(), order);
  }
}
