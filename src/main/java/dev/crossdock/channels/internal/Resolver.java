package dev.crossdock.channels.internal;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.catalog.ResolvedSku;
import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingTax;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.orders.ResolvedOrder.Charge;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.orders.ResolvedOrder.Line;
import dev.crossdock.orders.ResolvedOrder.Tax;
import dev.crossdock.platform.money.Allocation;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a channel said into what we know: SKUs looked up, discounts of the whole order spread over its lines to
 * the cent, tips and fees made charges. Pure.
 */
final class Resolver {

  private static final int TITLE_MAX = 300;
  private static final int ID_MAX = 200;

  private Resolver() {}

  static Set<ChannelSku> channelSkus(ChannelRef ref, IncomingOrder order) {
    Set<ChannelSku> skus = new HashSet<>();
    for (IncomingLine line : order.lines()) {
      String sku = CleanText.of(line.channelSku(), ID_MAX);
      if (sku != null && line.kind() == IncomingLine.Kind.GOODS) {
        skus.add(new ChannelSku(ref.channel(), ref.account(), sku));
      }
    }
    return skus;
  }

  static ResolvedOrder resolve(
      ChannelRef ref, IncomingOrder order, ResolvedOrder.Parties parties, Map<ChannelSku, ResolvedSku> known) {
    List<IncomingLine> goods = order.lines().stream().filter(Resolver::isLine).toList();
    long[] shares = discountShares(order, goods);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < goods.size(); i++) {
      lines.add(line(ref, goods.get(i), shares[i], known));
    }
    return new ResolvedOrder(
        new ResolvedOrder.Identity(
            ref,
            CleanText.or(order.externalNumber(), ID_MAX, ref.externalId()),
            CleanText.of(order.groupId(), ID_MAX),
            order.test(),
            order.placedAt(),
            order.currency().getCurrencyCode()),
        terms(order),
        sums(order),
        parties,
        new ResolvedOrder.Source(order.version()),
        order.cancelled(),
        CleanText.of(order.cancelReason(), TITLE_MAX),
        lines,
        charges(order));
  }

  private static boolean isLine(IncomingLine line) {
    return switch (line.kind()) {
      case GOODS, DIGITAL, GIFT_CARD -> true;
      case TIP, FEE -> false;
    };
  }

  private static ResolvedOrder.Terms terms(IncomingOrder order) {
    return new ResolvedOrder.Terms(
        ResolvedOrder.Delivery.valueOf(order.delivery().name()),
        ResolvedOrder.Payment.valueOf(order.payment().name()),
        order.pending(),
        order.shipBy(),
        order.deliverBy(),
        order.tags().stream()
            .map(tag -> CleanText.or(tag, ID_MAX, "").replace(',', ' '))
            .filter(tag -> !tag.isEmpty())
            .sorted()
            .toList(),
        CleanText.of(order.pickupAt(), ID_MAX));
  }

  private static ResolvedOrder.Sums sums(IncomingOrder order) {
    Money buyerTotal = order.buyerTotal();
    return new ResolvedOrder.Sums(
        minor(order.total()),
        minor(order.paid()),
        minor(order.refunded()),
        order.giftCards().stream().mapToLong(Money::minor).sum(),
        buyerTotal == null ? null : buyerTotal.currency().getCurrencyCode(),
        minor(buyerTotal),
        order.pricesIncludeTax());
  }

  /** Order-level discounts, spread over the lines in proportion to what each costs after its own discount. */
  private static long[] discountShares(IncomingOrder order, List<IncomingLine> goods) {
    long discount = order.discounts().stream().mapToLong(d -> d.amount().minor()).sum();
    if (goods.isEmpty()) {
      return new long[0];
    }
    long[] weights =
        goods.stream().mapToLong(line -> Math.max(0, zero(line.subtotal()) - zero(line.discount()))).toArray();
    return Allocation.byWeight(discount, weights);
  }

  private static Line line(
      ChannelRef ref, IncomingLine line, long discountShare, Map<ChannelSku, ResolvedSku> known) {
    String channelSku = CleanText.of(line.channelSku(), ID_MAX);
    ResolvedSku sku =
        channelSku == null ? null : known.get(new ChannelSku(ref.channel(), ref.account(), channelSku));
    return new Line(
        line.externalId(),
        channelSku,
        sku == null ? null : sku.sku(),
        CleanText.or(line.title(), TITLE_MAX, "(no title)"),
        kind(line.kind()),
        ResolvedOrder.FulfilledBy.valueOf(line.fulfilledBy().name()),
        line.ordered(),
        line.cancelled(),
        line.shipped(),
        minor(line.unitPrice()),
        minor(line.subtotal()),
        zero(line.discount()) + discountShare,
        taxes(line.taxes()),
        line.unitIds(),
        line.parentExternalId(),
        components(sku));
  }

  static List<Component> components(@Nullable ResolvedSku sku) {
    return sku == null
        ? List.of()
        : sku.components().stream().map(part -> new Component(part.sku(), part.units())).toList();
  }

  private static ResolvedOrder.Kind kind(IncomingLine.Kind kind) {
    return switch (kind) {
      case GOODS -> ResolvedOrder.Kind.GOODS;
      case DIGITAL, TIP, FEE -> ResolvedOrder.Kind.DIGITAL;
      case GIFT_CARD -> ResolvedOrder.Kind.GIFT_CARD;
    };
  }

  private static List<Charge> charges(IncomingOrder order) {
    List<Charge> charges = new ArrayList<>();
    for (IncomingCharge charge : order.charges()) {
      charges.add(
          new Charge(
              charge.kind().name(),
              CleanText.or(charge.code(), TITLE_MAX, charge.kind().name()),
              charge.amount().minor(),
              charge.discount().minor(),
              taxes(charge.taxes())));
    }
    for (IncomingLine line : order.lines()) {
      if (!isLine(line)) {
        charges.add(
            new Charge(
                line.kind() == IncomingLine.Kind.TIP ? "TIP" : "FEE",
                CleanText.or(line.title(), TITLE_MAX, line.kind().name()),
                zero(line.subtotal()),
                zero(line.discount()),
                taxes(line.taxes())));
      }
    }
    return charges;
  }

  private static List<Tax> taxes(List<IncomingTax> taxes) {
    return taxes.stream()
        .map(
            tax ->
                new Tax(
                    CleanText.or(tax.title(), TITLE_MAX, "Tax"), tax.rate(), tax.amount().minor(),
                    tax.channelRemits()))
        .collect(Collectors.toList());
  }

  private static @Nullable Long minor(@Nullable Money money) {
    return money == null ? null : money.minor();
  }

  private static long zero(@Nullable Money money) {
    return money == null ? 0 : money.minor();
  }
}
