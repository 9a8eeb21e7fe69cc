package dev.crossdock.console.stock.sku;

import dev.crossdock.channels.pushing.ListingState;
import dev.crossdock.channels.pushing.Listings;
import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.stock.sku.SkuView.Reference;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.inventory.checkout.CheckoutHold;
import dev.crossdock.inventory.checkout.CheckoutHolds;
import dev.crossdock.inventory.documents.Incoming;
import dev.crossdock.inventory.documents.IncomingUnits;
import dev.crossdock.inventory.groups.Allocation;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import dev.crossdock.inventory.transfers.Transfers;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What comes to a SKU, what channels are told of it, and which documents its rows belong to. */
@Component
final class SkuOutside {

  private static final int NAMED_MAX = 30;

  private final PurchaseOrders orders;
  private final Transfers transfers;
  private final CheckoutHolds holds;
  private final Listings listings;
  private final ActorWords words;
  private final Incoming incoming = new Incoming();

  SkuOutside(
      PurchaseOrders orders, Transfers transfers, CheckoutHolds holds, Listings listings, ActorWords words) {
    this.orders = orders;
    this.transfers = transfers;
    this.holds = holds;
    this.listings = listings;
    this.words = words;
  }

  /** Units on their way, the soonest first; null for none. */
  @Nullable Grid incoming(Tx tx, String sku, Map<String, String> locations, Watch watch) {
    List<Grid.Row> rows = new ArrayList<>();
    for (IncomingUnits each : incoming.of(tx, Set.of(sku))) {
      rows.add(Grid.Row.of(
          "incoming-" + rows.size(), from(tx, each),
          Cell.of(locations.getOrDefault(each.key().location(), each.key().location())),
          Cell.of(each.expectedOn() == null ? "no date" : watch.day(each.expectedOn())), Cell.of(each.units())));
    }
    return rows.isEmpty() ? null : new Grid(
        "Units on their way",
        List.of(Column.text("Document"), Column.text("To"), Column.text("Expected"), Column.number("Units")), rows);
  }

  private Cell from(Tx tx, IncomingUnits each) {
    return switch (each.kind()) {
      case PURCHASE_ORDER -> Cell.link(
          orders.find(tx, each.document()).map(order -> order.number()).orElse("Purchase order"),
          StockNav.PURCHASE_ORDERS.href() + "/" + each.document());
      case TRANSFER -> Cell.link(
          transfers.find(tx, each.document()).map(transfer -> transfer.number()).orElse("Transfer"),
          StockNav.TRANSFERS.href() + "/" + each.document());
      case RETURN -> Cell.of("Return");
    };
  }

  /** How far each listing's quantity has come at its channel; null when no account publishes it. */
  @Nullable Grid published(Tx tx, String sku, Watch watch) {
    List<Grid.Row> rows = new ArrayList<>();
    for (ListingState each : listings.ofSku(tx, sku)) {
      rows.add(Grid.Row.of(
          "listing-" + rows.size(),
          Cell.of(words.channel(each.quantity().listing().channel()) + " · " + each.quantity().listing().account())
              .withSecond(each.quantity().listing().sku()
                  + (each.quantity().location().isEmpty() ? "" : " at " + each.quantity().location())),
          Cell.badge(badge(each.state())),
          Cell.of(each.quantity().owed()).withSecond(watch.when(each.quantity().owedAt()).relative()),
          told(each.sent(), each.sentAt(), watch),
          told(each.acknowledged(), each.acknowledgedAt(), watch),
          told(each.shown(), each.shownAt(), watch),
          Cell.of(why(each))));
    }
    return rows.isEmpty() ? null : new Grid(
        "What channels are told",
        List.of(Column.text("Listing"), Column.text("State"), Column.number("Owed"), Column.number("Sent"),
            Column.number("Acknowledged"), Column.number("Seen there"), Column.text("Why")), rows);
  }

  private static Cell told(@Nullable Integer units, @Nullable Instant at, Watch watch) {
    return units == null ? Cell.of("")
        : Cell.of(Units.grouped(units)).withSecond(at == null ? "" : watch.when(at).relative());
  }

  private static String why(ListingState state) {
    return state.stopped() != null ? state.stopped() : state.refusal() != null ? state.refusal() : "";
  }

  private static Badge badge(ListingState.State state) {
    return switch (state) {
      case OWED -> Badge.of(Role.PROGRESS, Icon.PIP_EMPTY, "Owed");
      case SENT -> Badge.of(Role.PROGRESS, Icon.PIP_HALF, "Sent");
      case ACKNOWLEDGED -> Badge.of(Role.SUCCESS, Icon.CHECK, "Acknowledged");
      case DRIFTING -> Badge.of(Role.WARNING, Icon.EXCEPTIONS, "Drifting");
      case REFUSED -> Badge.of(Role.CRITICAL, Icon.CROSS, "Refused");
      case FROZEN -> Badge.of(Role.HOLD, Icon.HOLD, "Frozen");
      case STOPPED -> Badge.of(Role.CRITICAL, Icon.HOLD, "Stopped");
    };
  }

  /** What these documents are, as far as they are no orders. */
  Map<UUID, Reference> named(Tx tx, Collection<UUID> documents, List<Allocation> allocations) {
    Map<UUID, Reference> named = new HashMap<>();
    allocations.forEach(each ->
        named.put(each.id(), new Reference("Kept apart", null, "for " + each.group().code())));
    documents.stream().filter(id -> !named.containsKey(id)).limit(NAMED_MAX).forEach(id -> {
      Optional<CheckoutHold> hold = holds.find(tx, id);
      if (hold.isPresent()) {
        named.put(id, new Reference("Checkout hold", null, whose(hold.get())));
      } else {
        transfers.find(tx, id).ifPresent(transfer -> named.put(
            id, new Reference(transfer.number(), StockNav.TRANSFERS.href() + "/" + id, "transfer")));
      }
    });
    return named;
  }

  private String whose(CheckoutHold hold) {
    return hold.channel() == null ? "" : words.channel(hold.channel());
  }
}
