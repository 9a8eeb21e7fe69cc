package dev.crossdock.channels.publishing;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.catalog.Listing;
import dev.crossdock.channels.publishing.internal.EchoStore;
import dev.crossdock.channels.publishing.internal.QuantityStore;
import dev.crossdock.channels.publishing.internal.RuleStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reckons what listings owe. Any number of transactions may do so for the same listings: a row is locked before the
 * rules and the stock behind it are read, so that whoever comes last has seen the most.
 */
final class Owing {

  private final Catalog catalog;
  private final Rulebooks rulebooks;
  private final QuantityStore quantities;
  private final Publishable stock;
  private final Numbers numbers;
  private final OwedNews owed;
  private final EchoStore echoes = new EchoStore();

  Owing(
      Catalog catalog, RuleStore rules, QuantityStore quantities, Publishable stock, Numbers numbers, OwedNews owed) {
    this.catalog = catalog;
    this.rulebooks = new Rulebooks(rules);
    this.quantities = quantities;
    this.stock = stock;
    this.numbers = numbers;
    this.owed = owed;
  }

  /**
   * Why listings are reckoned.
   *
   * @param since from when on what is owed now has been owed
   * @param planned whether no change of stock led to it but a rule, or time
   * @param sold units that channels have sold since, by listing
   * @param sets by SKU, the last time somebody said how much there is
   */
  record News(
      Instant since, boolean planned, Map<ChannelSku, Integer> sold, Map<String, StockSet> sets) {}

  /** Reckons these listings anew; the quantities that changed. */
  List<Quantity> reckon(Tx tx, Collection<Listing> told, News news) {
    Map<ChannelSku, String> skus = new HashMap<>();
    told.forEach(listing -> skus.put(listing.channelSku(), listing.sku()));
    Rulebooks.Rulebook before = rulebooks.read(tx, skus.keySet());
    if (before.anyFollowing()) {
      addNeighbours(tx, skus);
      before = rulebooks.read(tx, skus.keySet());
    }
    List<Quantity> wanted = new ArrayList<>();
    for (Map.Entry<ChannelSku, String> each : skus.entrySet()) {
      Set<String> at = before.of(each.getKey()).map(Owing::locations).orElse(Set.of());
      at.forEach(location -> wanted.add(blank(tx, each.getKey(), location, each.getValue())));
    }
    if (wanted.isEmpty()) {
      return List.of();
    }
    quantities.ensure(tx, wanted);
    List<Quantity> locked = quantities.lock(tx, skus.keySet());
    return store(tx, locked, rulebooks.read(tx, skus.keySet()), skus, news);
  }

  /** Listings of one SKU are reckoned together where units may have to be shared out between them. */
  private void addNeighbours(Tx tx, Map<ChannelSku, String> skus) {
    Set<String> ours = new HashSet<>(skus.values());
    for (Listing listing : catalog.listingsOf(tx, ours)) {
      if (ours.contains(listing.sku())) {
        skus.put(listing.channelSku(), listing.sku());
      }
    }
  }

  private List<Quantity> store(
      Tx tx, List<Quantity> locked, Rulebooks.Rulebook book, Map<ChannelSku, String> skus, News news) {
    List<Numbers.Asked> asked = new ArrayList<>();
    List<Quantity> gone = new ArrayList<>();
    for (Quantity row : locked) {
      PublishRule rule = book.of(row.listing()).orElse(null);
      if (rule == null || !locations(rule).contains(row.location())) {
        gone.add(row);
      } else {
        asked.add(new Numbers.Asked(row, rule, ask(row, rule, skus.getOrDefault(row.listing(), row.sku()))));
      }
    }
    Set<Publishable.Ask> asks = new HashSet<>();
    asked.forEach(each -> asks.add(each.ask()));
    Map<Publishable.Ask, Long> units = stock.units(tx, asks);
    Map<Numbers.Asked, Following.Outcome> outcomes = numbers.of(tx, asked, units, news.sold());
    List<Quantity> changed = new ArrayList<>();
    Set<Quantity> counted = new HashSet<>();
    outcomes.forEach(
        (each, outcome) -> {
          Quantity now = each.row().owing(each.ask().sku(), each.rule().frozen(), outcome, news.since());
          if (!now.equals(each.row())) {
            changed.add(now);
          }
          if (outcome.counted()) {
            counted.add(now);
          }
        });
    if (!gone.isEmpty()) {
      quantities.drop(tx, gone);
    }
    if (!changed.isEmpty()) {
      quantities.write(tx, new QuantityStore.Change(changed, counted, news.planned()));
    }
    hear(tx, asked, units, news.sets());
    return changed;
  }

  /** Stops listings whose shown number keeps coming back as our stock. */
  private void hear(
      Tx tx, List<Numbers.Asked> asked, Map<Publishable.Ask, Long> units, Map<String, StockSet> sets) {
    List<EchoStore.Heard> heard = new ArrayList<>();
    for (Numbers.Asked each : asked) {
      StockSet set = sets.get(each.ask().sku());
      if (set != null) {
        long available = units.getOrDefault(each.ask(), 0L);
        heard.add(
            new EchoStore.Heard(each.row().listing(), each.row().location(), available, set.onHand(), set.source()));
      }
    }
    List<Echo> stopped = heard.isEmpty() ? List.of() : echoes.hear(tx, heard);
    if (!stopped.isEmpty()) {
      owed.stopped(tx, stopped);
    }
  }

  private static Publishable.Ask ask(Quantity row, PublishRule rule, String sku) {
    Set<String> ours = Set.copyOf(rule.locations().getOrDefault(row.location(), List.of()));
    return new Publishable.Ask(row.listing().channel(), row.listing().account(), sku, ours);
  }

  private static Set<String> locations(PublishRule rule) {
    return rule.locations().isEmpty() ? Set.of("") : rule.locations().keySet();
  }

  private static Quantity blank(Tx tx, ChannelSku listing, String location, String sku) {
    return new Quantity(listing, location, sku, false, 0, tx.now(), 0, 0, false);
  }
}
