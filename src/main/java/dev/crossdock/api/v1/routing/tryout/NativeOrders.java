package dev.crossdock.api.v1.routing.tryout;

import dev.crossdock.api.web.Refusal;
import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.catalog.ResolvedSku;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.IncomingAddress;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.customers.Geography;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.routing.Routing;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders in the words of their channels, read as an intake would read them; nothing of them is kept. */
@Component
class NativeOrders {

  private final ChannelRegistry channels;
  private final ChannelAccounts accounts;
  private final Catalog catalog;
  private final Routing routing;

  NativeOrders(ChannelRegistry channels, ChannelAccounts accounts, Catalog catalog, Routing routing) {
    this.channels = channels;
    this.accounts = accounts;
    this.catalog = catalog;
    this.routing = routing;
  }

  /** The order that a message tells; refused with what is wrong where it tells none. */
  OrderFacts read(Tx tx, TryEndpoint.MessageBody message) {
    String name = message.channel();
    String body = message.body();
    if (name == null || body == null) {
      throw TryEndpoint.invalid("/message", "Give the channel, the account and the body.");
    }
    Channel channel =
        channels.find(name).orElseThrow(() -> TryEndpoint.invalid("/message/channel", "There is no such channel."));
    String account = message.account() == null ? "" : message.account();
    ChannelAccount settings =
        accounts.find(tx, name, account)
            .orElseThrow(() -> TryEndpoint.invalid("/message/account", "The channel has no such account."));
    String topic = message.topic() == null ? "" : message.topic();
    RawMessage raw = new RawMessage(topic, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    return switch (channel.decode(raw, settings.settings())) {
      case Decoded.Snapshot(IncomingOrder order) -> facts(tx, name, account, order);
      case Decoded.Invalid wrong -> throw TryEndpoint.invalid("/message/body" + wrong.path(), wrong.sentence());
      case Decoded.FetchNeeded ignored -> throw noOrder();
      case Decoded.Removed ignored -> throw noOrder();
      case Decoded.Ignored ignored -> throw noOrder();
    };
  }

  private OrderFacts facts(Tx tx, String channel, String account, IncomingOrder order) {
    boolean collected = order.delivery() == IncomingOrder.Delivery.PICKUP;
    String at = collected ? routing.pickupPlaces(tx).find(order.pickupAt()) : null;
    return new OrderFacts(
        order.externalNumber(), channel, account, 0, order.currency().getCurrencyCode(),
        order.total() == null ? null : (Long) order.total().minor(), order.placedAt(), order.shipBy(),
        order.deliverBy(), at, new HashSet<>(order.tags()), destination(order.shipTo()),
        OrderFacts.Customer.UNKNOWN, Set.of(), Set.of(), lines(tx, channel, account, order));
  }

  private List<LineFacts> lines(Tx tx, String channel, String account, IncomingOrder order) {
    List<IncomingLine> ours =
        order.lines().stream()
            .filter(line -> line.kind() == IncomingLine.Kind.GOODS)
            .filter(line -> line.fulfilledBy() == IncomingLine.FulfilledBy.MERCHANT)
            .filter(line -> units(line) > 0)
            .toList();
    Map<ChannelSku, ResolvedSku> known =
        catalog.resolve(
            tx,
            ours.stream()
                .filter(line -> line.channelSku() != null)
                .map(line -> new ChannelSku(channel, account, String.valueOf(line.channelSku())))
                .collect(Collectors.toSet()));
    List<LineFacts> lines = new ArrayList<>();
    List<FieldError> unknown = new ArrayList<>();
    for (IncomingLine line : ours) {
      ResolvedSku sku = known.get(new ChannelSku(channel, account, String.valueOf(line.channelSku())));
      if (sku == null) {
        unknown.add(
            new FieldError("/message/body", "unmapped", line.channelSku() + " is mapped to no SKU of yours."));
      } else {
        lines.add(line(lines.size() + 1, line, sku));
      }
    }
    Refusal.throwIfAny(unknown);
    if (lines.isEmpty()) {
      throw TryEndpoint.invalid("/message/body", "Nothing of this order is yours to ship.");
    }
    return lines;
  }

  private static LineFacts line(int number, IncomingLine line, ResolvedSku sku) {
    return new LineFacts(
        number, sku.sku(), units(line), line.unitPrice() == null ? 0 : line.unitPrice().minor(),
        sku.components().stream()
            .map(part -> new ResolvedOrder.Component(part.sku(), part.units()))
            .toList(),
        ItemFacts.PLAIN);
  }

  private static int units(IncomingLine line) {
    return line.ordered() - line.cancelled() - line.shipped();
  }

  private static Destination destination(@Nullable IncomingAddress to) {
    return to == null
        ? Destination.UNKNOWN
        : new Destination(
            to.country(), to.region(), to.postalCode(),
            Geography.locate(
                    PostalAddress.ofPlace(
                        to.country(), to.region(), to.city(), to.postalCode(), to.latitude(), to.longitude()))
                .orElse(null));
  }

  private static RuntimeException noOrder() {
    return TryEndpoint.invalid("/message/body", "It does not tell an order.");
  }
}
