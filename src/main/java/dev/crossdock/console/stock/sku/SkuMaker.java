package dev.crossdock.console.stock.sku;

import dev.crossdock.catalog.Listing;
import dev.crossdock.catalog.Sku;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.stock.sku.SkuReader.Reading;
import dev.crossdock.console.stock.sku.SkuView.Figure;
import dev.crossdock.console.stock.sku.SkuView.Holder;
import dev.crossdock.console.stock.sku.SkuView.Level;
import dev.crossdock.console.stock.sku.SkuView.Movement;
import dev.crossdock.console.stock.sku.SkuView.Reference;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.skus.SkuStock;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.platform.db.Actor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page of a SKU from what was read. */
final class SkuMaker {

  private final Reading reading;
  private final Watch watch;
  private final ActorWords actors;
  private final SkuView.Past past;

  SkuMaker(Reading reading, Watch watch, ActorWords actors, SkuView.Past past) {
    this.past = past;
    this.reading = reading;
    this.watch = watch;
    this.actors = actors;
  }

  SkuView view() {
    Sku sku = reading.sku();
    List<StockAt> levels = reading.levels().of(sku.sku());
    return new SkuView(
        sku.sku(),
        sku.title(),
        notes(sku),
        figures(levels),
        levels.stream().map(SkuMaker::level).toList(),
        reading.holders().stream().limit(SkuReader.ROWS).map(this::holder).toList(),
        reading.movements().stream().limit(SkuReader.ROWS).map(this::movement).toList(),
        reading.listings().stream().map(this::listing).toList(),
        more(reading.holders().size(), "Only the latest " + SkuReader.ROWS + " are listed."),
        older(sku.sku()), reading.facts(), past);
  }

  private @Nullable String older(String sku) {
    return reading.movements().size() > SkuReader.ROWS
        ? StockNav.sku(sku) + "&before=" + reading.movements().get(SkuReader.ROWS - 1).id() + "#movements-heading"
        : null;
  }

  private static String more(int rows, String words) {
    return rows > SkuReader.ROWS ? words : "";
  }

  private static List<String> notes(Sku sku) {
    List<String> notes = new ArrayList<>();
    if (!sku.active()) {
      notes.add("No longer sold");
    }
    if (sku.kit()) {
      notes.add("Kit of " + sku.components().stream()
          .map(part -> part.units() + " × " + part.sku()).collect(Collectors.joining(", "))
          + ": stock lies at its parts");
    }
    if (sku.barcode() != null) {
      notes.add("Barcode " + sku.barcode());
    }
    return notes;
  }

  private List<Figure> figures(List<StockAt> levels) {
    return List.of(
        new Figure("On hand", units(levels.stream().mapToLong(StockAt::onHand).sum())),
        new Figure("Reserved", units(levels.stream().mapToLong(StockAt::reserved).sum())),
        new Figure("Unavailable", units(levels.stream().mapToLong(StockAt::unavailable).sum())),
        new Figure("Available to promise", units(reading.levels().availableToPromise(reading.sku().sku()))));
  }

  private static Level level(StockAt at) {
    return new Level(
        at.location().name(), kind(at.location().kind()), units(at.onHand()), units(at.reserved()),
        units(at.unavailable()), units(at.available()), at.shortfall() > 0, !at.location().active());
  }

  private Holder holder(SkuStock.Holder holder) {
    return new Holder(
        reference(holder.document().toString()), holder.line(), reading.location(holder.location()),
        units(holder.units()), watch.when(holder.since()));
  }

  private Movement movement(SkuStock.Movement movement) {
    String[] actor = movement.actor().split(" ", 2);
    String by = Arrays.stream(Actor.Kind.values())
        .filter(kind -> kind.name().equals(actor[0]))
        .map(kind -> actors.of(new Actor(kind, actor.length > 1 ? actor[1] : "")))
        .findFirst()
        .orElse(movement.actor());
    return new Movement(
        watch.when(movement.happenedAt()), reading.location(movement.location()), words(movement.reason()),
        signed(movement.onHandDelta()), signed(movement.reservedDelta()), signed(movement.unavailableDelta()), by,
        movement.document() == null ? null : reference(movement.document()));
  }

  private Reference reference(String document) {
    UUID id = SkuReader.uuid(document);
    OrderSearch.@Nullable Row order = id == null ? null : reading.orders().get(id);
    SkuView.Reference other = id == null ? null : reading.others().get(id);
    if (order == null && other != null) {
      return other;
    }
    return order == null
        ? new Reference(id == null ? document : "another document", null, id == null ? "" : document)
        : new Reference(
            order.number(), "/console/orders/" + order.id(),
            actors.channel(order.channel().channel()) + " " + order.externalNumber());
  }

  private String listing(Listing listing) {
    return listing.channelSku().sku() + " on " + actors.channel(listing.channelSku().channel()) + " · "
        + listing.channelSku().account();
  }

  private static String kind(LocationKind kind) {
    return switch (kind) {
      case WAREHOUSE -> "Warehouse";
      case STORE -> "Store";
      case THREE_PL -> "Logistics partner";
      case DROPSHIP -> "Drop shipper";
      case MARKETPLACE -> "Marketplace’s warehouse";
    };
  }

  private static String words(String constant) {
    return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String units(long units) {
    return String.format(Locale.ROOT, "%,d", units);
  }

  private static String signed(int units) {
    return units == 0 ? "" : (units < 0 ? "−" : "+") + units(Math.abs((long) units));
  }
}
