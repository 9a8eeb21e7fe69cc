package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingLine.FulfilledBy;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingOrder.Delivery;
import dev.crossdock.channels.IncomingOrder.Payment;
import dev.crossdock.channels.adapters.amazon.api.DocumentV0;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One order in the shape of Orders v0, which spreads it over several answers. {@link DocumentV0} joins those that were
 * fetched together. An order without its items, as lists have it, only says that it changed. Any answer may stand in
 * its {@code payload} or bare.
 */
final class OrderV0 {

  private static final Set<String> STATUSES =
      Set.of(
          "Pending",
          "PendingAvailability",
          "Unshipped",
          "PartiallyShipped",
          "Shipped",
          "InvoiceUnconfirmed",
          "Canceled",
          "Unfulfillable");

  private static final Set<String> SHIPPED = Set.of("Shipped", "InvoiceUnconfirmed");

  private final JsonCursor order;
  private final JsonCursor address;
  private final String status;
  private final @Nullable Marketplace marketplace;
  private final Currency currency;
  private final List<JsonCursor> raw;
  private final List<AmazonItem> items;

  private OrderV0(JsonCursor order, List<JsonCursor> itemLists, JsonCursor address) {
    this.order = order;
    this.address = address;
    this.status = AmazonTexts.oneOf(order.at("OrderStatus"), STATUSES);
    this.marketplace = Marketplace.byId(AmazonTexts.word(order.at("MarketplaceId"))).orElse(null);
    this.raw = ItemsV0.join(order, itemLists);
    this.currency = currency();
    this.items = ItemsV0.of(raw, currency, cancelled());
  }

  static boolean isIn(JsonCursor root) {
    return root.at(DocumentV0.ROOT).isObject() || DocumentV0.bare(root).at("AmazonOrderId").given();
  }

  static Decoded decode(JsonCursor root) {
    JsonCursor document = root.at(DocumentV0.ROOT);
    if (document.isObject()) {
      List<JsonCursor> itemLists = document.at("items").items().stream().map(DocumentV0::bare).toList();
      JsonCursor address = DocumentV0.bare(document.at("address"));
      return decode(DocumentV0.bare(document.at("order")).object(), itemLists, address);
    }
    JsonCursor order = DocumentV0.bare(root);
    if (order.at("OrderItems").isList()) {
      return decode(order, List.of(order), order.at("address"));
    }
    return new Decoded.FetchNeeded(order.at("AmazonOrderId").id(), AmazonTexts.instant(order.at("LastUpdateDate")));
  }

  private static Decoded decode(JsonCursor order, List<JsonCursor> itemLists, JsonCursor address) {
    String channel = AmazonTexts.word(order.at("SalesChannel"));
    if (channel.startsWith("Non-Amazon")) {
      return new Decoded.Ignored("Amazon ships an order of another channel; that channel tells of it");
    }
    return new Decoded.Snapshot(new OrderV0(order, itemLists, address).order());
  }

  private IncomingOrder order() {
    Delivery delivery = order.at("IsISPU").flag() ? Delivery.PICKUP : Delivery.SHIP;
    Costs costs = pending() ? new Costs(pendingLines(), List.of(), null, inclusive()) : costs();
    String id = order.at("AmazonOrderId").id();
    return new IncomingOrder(
        id,
        id,
        AmazonTexts.instant(order.at("LastUpdateDate")),
        AmazonTexts.instant(order.at("PurchaseDate")),
        null,
        false,
        pending(),
        cancelled(),
        cancelled() ? cancelReason() : null,
        currency,
        payment(),
        delivery,
        delivery == Delivery.PICKUP ? store() : null,
        AmazonPeople.buyerV0(order, address),
        pending() || delivery == Delivery.PICKUP ? null : AmazonPeople.addressV0(order, address),
        null,
        costs.lines(),
        costs.charges(),
        List.of(),
        List.of(),
        costs.total(),
        null,
        null,
        null,
        costs.pricesIncludeTax(),
        AmazonTexts.instantOrNull(order.at("LatestShipDate")),
        AmazonTexts.instantOrNull(order.at("LatestDeliveryDate")),
        TagsV0.note(order, raw, address),
        TagsV0.of(order, raw, status));
  }

  /** The seller's own number of the store; Amazon tells it with each item, and one order has one store. */
  private @Nullable String store() {
    return raw.stream()
        .map(item -> AmazonTexts.word(item.at("StoreChainStoreId")))
        .filter(store -> !store.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private boolean pending() {
    return status.equals("Pending") || status.equals("PendingAvailability");
  }

  private boolean cancelled() {
    return status.equals("Canceled") || status.equals("Unfulfillable");
  }

  /** Who ships decides whether stock is promised, so it is never guessed. */
  private FulfilledBy shipper() {
    String channel = AmazonTexts.oneOf(order.at("FulfillmentChannel"), Set.of("AFN", "MFN"));
    return channel.equals("AFN") ? FulfilledBy.CHANNEL : FulfilledBy.MERCHANT;
  }

  private List<IncomingLine> pendingLines() {
    FulfilledBy shipper = shipper();
    return items.stream().map(item -> item.pending(shipper)).toList();
  }

  private Costs costs() {
    FulfilledBy shipper = shipper();
    JsonCursor orderTotal = order.at("OrderTotal");
    Money stated = orderTotal.present() ? MoneyFields.V0.orZero(orderTotal, currency) : null;
    List<ItemAmounts> amounts = items.stream().map(AmazonItem::amounts).toList();
    String service = AmazonTexts.word(order.at("ShipServiceLevel"));
    AmazonSums sums = new AmazonSums(amounts, Money.zero(currency), service);
    Reading reading = sums.choose(AmazonSums.readingsOfV0(inclusive(), amounts), stated);
    return new Costs(
        items.stream().map(item -> item.line(shipper, reading)).toList(),
        sums.charges(reading),
        sums.total(reading, stated),
        reading.taxes() == Reading.Taxes.INCLUDED);
  }

  private Currency currency() {
    List<JsonCursor> amounts = new ArrayList<>();
    amounts.add(order.at("OrderTotal"));
    raw.forEach(item -> amounts.add(item.at("ItemPrice")));
    Optional<Currency> stated = MoneyFields.V0.currency(amounts);
    if (stated.isPresent() || marketplace == null) {
      return stated.orElseGet(() -> amounts.getFirst().at("CurrencyCode").currency());
    }
    return marketplace.currency();
  }

  private boolean inclusive() {
    return marketplace == null || marketplace.pricesIncludeTax();
  }

  /** A released order is authorised, and Amazon charges the buyer when it ships. Cash on delivery comes later still. */
  private Payment payment() {
    if (pending()) {
      return Payment.PENDING;
    }
    boolean shipped = items.stream().anyMatch(item -> item.units().shipped() > 0);
    if (cancelled() && !shipped) {
      return Payment.NONE;
    }
    if (AmazonTexts.word(order.at("PaymentMethod")).equals("COD")) {
      return Payment.ON_TERMS;
    }
    return SHIPPED.contains(status) ? Payment.PAID : Payment.AUTHORISED;
  }

  private @Nullable String cancelReason() {
    for (JsonCursor item : raw) {
      String reason = item.at("BuyerRequestedCancel").at("BuyerCancelReason").noteOrNull(200);
      if (reason != null) {
        return reason;
      }
    }
    return status.equals("Unfulfillable") ? "unfulfillable" : null;
  }
}
