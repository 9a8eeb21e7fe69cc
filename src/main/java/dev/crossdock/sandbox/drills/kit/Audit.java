package dev.crossdock.sandbox.drills.kit;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.Shop;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares what was accepted with what there is; an order held for a reason waits for a person and is no loss. */
public record Audit(int lost, int doubled, int found, int held, int unrouted) {

  private static final int PAGE = 100;
  private static final Set<String> ROUTED = Set.of("RELEASED", "PARTLY_SHIPPED", "SHIPPED", "COMPLETED");

  private static final String HELD = "ON_HOLD";

  private record Seen(int times, boolean routed, boolean held) {

    Seen plus(Seen other) {
      return new Seen(times + other.times, routed && other.routed, held || other.held);
    }
  }

  /** Pages through every order of the installation. */
  public static Audit of(Product product, Collection<Message> accepted) {
    Map<String, Seen> seen = new HashMap<>();
    String after = "";
    do {
      JsonNode page = product.get("/api/v1/orders?limit=" + PAGE + after).orFail("the orders").json();
      for (JsonNode order : page.at("/items")) {
        String name = name(order.at("/channel").asString(), order.at("/externalId").asString());
        seen.merge(name, new Seen(1, isRouted(order), isHeld(order)), Seen::plus);
      }
      after = page.at("/next").isString() ? "&after=" + page.at("/next").asString() : "";
    } while (!after.isEmpty());
    Set<String> expected = accepted.stream().map(Audit::name).collect(Collectors.toSet());
    int lost = (int) expected.stream().filter(name -> !seen.containsKey(name)).count();
    seen.keySet().retainAll(expected);
    int doubled = seen.values().stream().mapToInt(each -> each.times() - 1).sum();
    int held = (int) seen.values().stream().filter(Seen::held).count();
    int unrouted = (int) seen.values().stream().filter(each -> !each.routed() && !each.held()).count();
    return new Audit(lost, doubled, seen.size() + doubled, held, unrouted);
  }

  /** Whether this one is there and has a place to ship from. */
  public static boolean isRouted(Product product, Message message) {
    JsonNode found = product.get(query(message.shop(), message.orderId())).orFail("an order").json();
    return isRouted(found.at("/items/0"));
  }

  /** When the newest decision on where it ships from was made. */
  public static Instant decidedAt(Product product, Message message) {
    JsonNode found = product.get(query(message.shop(), message.orderId())).orFail("an order").json();
    String id = found.at("/items/0/id").asString();
    JsonNode order = product.get("/api/v1/orders/" + id).orFail("an order").json();
    return Instant.parse(order.at("/decision/decidedAt").asString());
  }

  public boolean complete() {
    return lost == 0 && unrouted == 0;
  }

  private static String query(Shop shop, String orderId) {
    return "/api/v1/orders?channel=" + shop.channel() + "&externalId=" + orderId;
  }

  private static boolean isHeld(JsonNode order) {
    return order.at("/headline/code").asString("").equals(HELD);
  }

  private static boolean isRouted(JsonNode order) {
    return ROUTED.contains(order.at("/headline/code").asString(""));
  }

  private static String name(Message message) {
    return name(message.shop().channel(), message.orderId());
  }

  private static String name(String channel, String externalId) {
    return channel + "/" + externalId;
  }
}
