package dev.crossdock.channels.publishing;

import dev.crossdock.inventory.checkout.CheckoutHold;
import dev.crossdock.inventory.checkout.CheckoutHolds;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.Orders.SoldUnits;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.JournalEvent;
import dev.crossdock.platform.journal.JournalFollower;
import dev.crossdock.platform.journal.JournalReader.Interest;
import dev.crossdock.platform.journal.SealedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the journal says that may change a quantity: the SKUs an event is about, however often it is told, are reckoned
 * once for all the events of a batch, from what the tables say then.
 */
public final class StockNews implements JournalFollower.Effect {

  private static final Set<String> ORDERS =
      Set.of(
          "order.placed",
          "order.lines-added",
          "order.line-changed",
          "order.line-resolved",
          "order.units-backordered",
          "order.units-placed",
          "order.units-released",
          "order.units-cancelled",
          "order.units-shipped");

  /** Told of every order, and of no unit. */
  private static final Set<String> UNTOUCHED = Set.of("order.lifecycle-changed");

  /** Events in which somebody says how much there is, and does not tell what happened to it. */
  private static final Set<String> SETS = Set.of("stock.counted", "stock.adjusted");

  private final Publishing publishing;
  private final Orders orders;
  private final CheckoutHolds holds;
  private final JsonMapper json = JsonMapper.builder().build();

  public StockNews(Publishing publishing, Orders orders, CheckoutHolds holds) {
    this.publishing = publishing;
    this.orders = orders;
    this.holds = holds;
  }

  /** Of orders it is enough to know that something changed: what they are for now is read once for all of them. */
  @Override
  public Interest interest() {
    return Interest.except(UNTOUCHED, ORDERS);
  }

  @Override
  public void apply(Tx tx, List<SealedEvent> events) {
    if (!publishing.publishes(tx)) {
      return;
    }
    Touched touched = new Touched();
    events.forEach(sealed -> read(sealed.event(), touched));
    Set<String> skus = touched.skus;
    skus.addAll(orders.skusOf(tx, touched.orders));
    for (UUID hold : touched.holds) {
      List<CheckoutHold.Part> parts = holds.find(tx, hold).map(CheckoutHold::parts).orElse(List.of());
      parts.forEach(part -> skus.add(part.sku()));
    }
    if (touched.everything) {
      publishing.sweepAll(tx);
    }
    Instant since = events.getFirst().event().recordedAt();
    List<SoldUnits> sold = publishing.follows(tx) ? orders.sold(tx, touched.placed) : List.of();
    publishing.learn(tx, sold, events.getLast().event().recordedAt());
    publishing.stockChanged(tx, skus, since, sold, touched.sets);
    if (touched.rules) {
      publishing.sweep(tx);
    }
  }

  /** What some events are about. */
  private static final class Touched {
    private final Set<String> skus = new HashSet<>();
    private final Set<UUID> orders = new HashSet<>();
    private final Set<UUID> placed = new HashSet<>();
    private final Set<UUID> holds = new HashSet<>();
    private final Map<String, StockSet> sets = new HashMap<>();
    private boolean everything;
    /** The first listings of an account follow its rule at once; a job does the rest. */
    private boolean rules;
  }

  private void read(JournalEvent event, Touched touched) {
    if (SETS.contains(event.type())) {
      JsonNode level = json.readTree(event.payload());
      String sku = level.path("sku").asString();
      touched.sets.put(sku, new StockSet(sku, source(event.cause()), level.path("onHand").asInt()));
    }
    switch (event.stream().substring(0, Math.max(0, event.stream().indexOf(':')))) {
      case "stock", "transfer", "purchase-order", "allocation", "backorder", "incoming-return", "listing", "sku" ->
          collect(json.readTree(event.payload()), touched.skus);
      case "safety-stock" -> {
        JsonNode sku = json.readTree(event.payload()).path("sku");
        if (sku.isString() && !sku.stringValue().endsWith("*")) {
          touched.skus.add(sku.stringValue());
        } else {
          touched.everything = true;
        }
      }
      case "location", "allocation-group" -> touched.everything = true;
      case "publish-rule" -> touched.rules = true;
      case "checkout" -> touched.holds.add(id(event));
      case "order" -> {
        if (ORDERS.contains(event.type())) {
          touched.orders.add(id(event));
          if ("order.placed".equals(event.type())) {
            touched.placed.add(id(event));
          }
        }
      }
      default -> { }
    }
  }

  private static String source(Cause cause) {
    String kind = cause.actor().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return kind + " " + cause.actor().id() + " (" + cause.source() + ")";
  }

  private static UUID id(JournalEvent event) {
    return UUID.fromString(event.stream().substring(event.stream().indexOf(':') + 1));
  }

  /** Every SKU named anywhere in it; how many times one is. */
  private static int collect(JsonNode node, Set<String> skus) {
    JsonNode sku = node.get("sku");
    int found = 0;
    if (sku != null && sku.isString()) {
      skus.add(sku.stringValue());
      found++;
    }
    for (JsonNode child : node) {
      found += collect(child, skus);
    }
    return found;
  }
}
