package dev.crossdock.api.v1.orders;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderQuery;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.JournalEvent;
import dev.crossdock.platform.journal.JournalHistory;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Orders: found, shown whole, and their history. */
@RestController
class OrdersEndpoint {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final Commands commands;
  private final OrderReads orders;
  private final InstantSource time;
  private final JsonMapper json;

  OrdersEndpoint(Commands commands, OrderReads orders, InstantSource time, JsonMapper json) {
    this.commands = commands;
    this.orders = orders;
    this.time = time;
    this.json = json;
  }

  @GetMapping("/api/v1/orders")
  @RequiresScope(Scope.ORDERS_READ)
  Page<OrderRow> list(
      ApiCall call,
      PageRequest page,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String externalId,
      @RequestParam(required = false) @Nullable String q) {
    if (externalId != null) {
      if (channel == null || q != null) {
        throw Refusal.parameter("externalId", "It goes with channel and with nothing else.");
      }
      return commands.read(
          call,
          tx -> PageRequest.found(orders.rows(tx, orders.search().byChannel(tx, channel, externalId)), null));
    }
    OrderQuery query = query(channel, q);
    OrderSearch.Page found =
        commands.read(call, tx -> orders.search().page(tx, query, page.after(), page.limit()));
    return PageRequest.found(found.rows().stream().map(OrderRow::of).toList(), found.next());
  }

  @GetMapping("/api/v1/orders/{id}")
  @RequiresScope(Scope.ORDERS_READ)
  ResponseEntity<OrderView> get(ApiCall call, @PathVariable UUID id) {
    OrderView order = commands.read(call, tx -> orders.order(tx, new OrderId(id)).orElseThrow(OrdersEndpoint::unknown));
    return ResponseEntity.ok().eTag(tag(order)).body(order);
  }

  @GetMapping("/api/v1/orders/{id}/journal")
  @RequiresScope(Scope.ORDERS_READ)
  Page<EventView> journal(ApiCall call, PageRequest page, @PathVariable UUID id) {
    int after = after(page.after());
    List<JournalEvent> events = commands.read(call, tx -> events(tx, new OrderId(id), after, page.probe()));
    return page.page(
        events.stream().map(event -> EventView.of(event, json.readValue(event.payload(), OBJECT))).toList(),
        event -> String.valueOf(event.version()));
  }

  private List<JournalEvent> events(Tx tx, OrderId id, int after, int limit) {
    if (!orders.exists(tx, id)) {
      throw unknown();
    }
    return JournalHistory.ofStream(tx, id.stream(), after, limit);
  }

  private OrderQuery query(@Nullable String channel, @Nullable String q) {
    String text = (channel == null ? "" : "channel:" + channel + " ") + (q == null ? "" : q);
    if (text.length() > OrderQuery.LENGTH_MAX) {
      throw Refusal.parameter("q", "At most " + OrderQuery.LENGTH_MAX + " characters.");
    }
    return switch (OrderQuery.parse(text, time.instant(), ZoneOffset.UTC)) {
      case OrderQuery.Parsed.Understood(OrderQuery query) -> query;
      case OrderQuery.Parsed.Misunderstood(List<OrderQuery.Mistake> mistakes) ->
          throw Refusal.parameter("q", mistakes.getFirst().sentence());
    };
  }

  /** Changes whenever anything in the answer does, also what stands beside the order. */
  private String tag(OrderView order) {
    CRC32C sum = new CRC32C();
    sum.update(json.writeValueAsString(order).getBytes(StandardCharsets.UTF_8));
    return "\"" + order.version() + "-" + Long.toHexString(sum.getValue()) + "\"";
  }

  private static int after(@Nullable String version) {
    if (version == null) {
      return 0;
    }
    if (!version.matches("[0-9]{1,9}")) {
      throw Refusal.parameter("after", "Give what the page before told as next.");
    }
    return Integer.parseInt(version);
  }

  private static RuntimeException unknown() {
    return Refusal.notFound("There is no such order.");
  }
}
