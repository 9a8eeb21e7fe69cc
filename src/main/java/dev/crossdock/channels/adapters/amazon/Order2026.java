package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingLine.FulfilledBy;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingOrder.Delivery;
import dev.crossdock.channels.IncomingOrder.Payment;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One order in the shape of Orders 2026-01-01, as getOrder wraps it ({@code order}) or as searchOrders lists it. */
final class Order2026 {

  private static final Set<String> STATUSES =
      Set.of(
          "PENDING_AVAILABILITY",
          "PENDING",
          "UNSHIPPED",
          "PARTIALLY_SHIPPED",
          "SHIPPED",
          "CANCELLED",
          "UNFULFILLABLE");

  private final JsonCursor order;
  private final String status;
  private final @Nullable Marketplace marketplace;
  private final Currency currency;
  private final List<AmazonItem> items;

  private Order2026(JsonCursor order) {
    this.order = order;
    this.status = AmazonTexts.oneOf(order.at("fulfillment").at("fulfillmentStatus"), STATUSES);
    this.marketplace = Marketplace.byId(AmazonTexts.word(order.at("salesChannel").at("marketplaceId"))).orElse(null);
    this.currency = currency();
    this.items = Items2026.of(order, currency, cancelled(), pending());
  }

  static boolean isIn(JsonCursor root) {
    return order(root).at("orderId").given();
  }

  static Decoded decode(JsonCursor root) {
    JsonCursor order = order(root);
    if (AmazonTexts.word(order.at("salesChannel").at("channelName")).equals("NON_AMAZON")) {
      return new Decoded.Ignored("Amazon ships an order of another channel; that channel tells of it");
    }
    return new Decoded.Snapshot(new Order2026(order).order());
  }

  private static JsonCursor order(JsonCursor root) {
    return root.at("order").isObject() ? root.at("order") : root;
  }

  private IncomingOrder order() {
    Delivery delivery = Tags2026.isPickup(order) ? Delivery.PICKUP : Delivery.SHIP;
    Costs costs = pending() ? new Costs(pendingLines(), List.of(), null, inclusive()) : costs();
    String id = order.at("orderId").id();
    return new IncomingOrder(
        id,
        id,
        AmazonTexts.instant(order.at("lastUpdatedTime")),
        AmazonTexts.instant(order.at("createdTime")),
        null,
        false,
        pending(),
        cancelled(),
        cancelled() ? cancelReason() : null,
        currency,
        payment(),
        delivery,
        null,
        AmazonPeople.buyer2026(order),
        pending() || delivery == Delivery.PICKUP ? null : AmazonPeople.address2026(order),
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
        latest("shipByWindow"),
        latest("deliverByWindow"),
        Tags2026.note(order),
        Tags2026.of(order, status));
  }

  private boolean pending() {
    return status.equals("PENDING") || status.equals("PENDING_AVAILABILITY");
  }

  private boolean cancelled() {
    return status.equals("CANCELLED") || status.equals("UNFULFILLABLE");
  }

  /** Who ships decides whether stock is promised, so it is never guessed. */
  private FulfilledBy shipper() {
    String by = AmazonTexts.oneOf(order.at("fulfillment").at("fulfilledBy"), Set.of("AMAZON", "MERCHANT"));
    return by.equals("AMAZON") ? FulfilledBy.CHANNEL : FulfilledBy.MERCHANT;
  }

  private List<IncomingLine> pendingLines() {
    FulfilledBy shipper = shipper();
    return items.stream().map(item -> item.pending(shipper)).toList();
  }

  private Costs costs() {
    FulfilledBy shipper = shipper();
    JsonCursor grandTotal = order.at("proceeds").at("grandTotal");
    Money stated = grandTotal.present() ? MoneyFields.V2026.orZero(grandTotal, currency) : null;
    String service = AmazonTexts.word(order.at("fulfillment").at("fulfillmentServiceLevel"));
    AmazonSums sums = new AmazonSums(items.stream().map(AmazonItem::amounts).toList(), tip(), service);
    Reading reading = sums.choose(AmazonSums.readingsOf2026(inclusive()), stated);
    return new Costs(
        items.stream().map(item -> item.line(shipper, reading)).toList(),
        sums.charges(reading),
        sums.total(reading, stated),
        reading.taxes() == Reading.Taxes.INCLUDED);
  }

  /** A tip the buyer may still change is not owed yet; a notification follows when it is final. */
  private Money tip() {
    Money tip = Money.zero(currency);
    for (JsonCursor part : order.at("proceeds").at("breakdowns").items()) {
      boolean isTip = AmazonTexts.word(part.at("type")).equals("DELIVERY_TIP");
      if (isTip && !AmazonTexts.word(part.at("status")).equals("PENDING")) {
        tip = tip.plus(MoneyFields.V2026.orZero(part.at("subtotal"), currency));
      }
    }
    return tip;
  }

  private Currency currency() {
    List<JsonCursor> amounts = new ArrayList<>();
    amounts.add(order.at("proceeds").at("grandTotal"));
    for (JsonCursor item : order.at("orderItems").lines()) {
      amounts.add(item.at("proceeds").at("proceedsTotal"));
      amounts.add(item.at("product").at("price").at("unitPrice"));
    }
    Optional<Currency> stated = MoneyFields.V2026.currency(amounts);
    if (stated.isPresent() || marketplace == null) {
      return stated.orElseGet(() -> amounts.getFirst().at("currencyCode").currency());
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
    if (Tags2026.cashOnDelivery(order)) {
      return Payment.ON_TERMS;
    }
    return status.equals("SHIPPED") ? Payment.PAID : Payment.AUTHORISED;
  }

  private @Nullable String cancelReason() {
    for (JsonCursor item : order.at("orderItems").items()) {
      String reason = item.at("cancellation").at("cancellationExecution").at("cancelReason").noteOrNull(200);
      if (reason != null) {
        return reason;
      }
    }
    return status.equals("UNFULFILLABLE") ? "unfulfillable" : null;
  }

  private @Nullable Instant latest(String window) {
    return AmazonTexts.instantOrNull(order.at("fulfillment").at(window).at("latestDateTime"));
  }
}
