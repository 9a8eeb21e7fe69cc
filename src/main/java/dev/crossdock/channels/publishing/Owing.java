package dev.crossdock.channels.publishing;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.catalog.Listing;
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
import java.util.Optional;
import java.util.Set;

/**
 * Reckons what listings owe. Any number of transactions may do so for the same listings: a row is locked before the
 * rules and the stock behind it are read, so that whoever comes last has seen the most.
 */
final class Owing {

  private final RuleStore rules;
  private final QuantityStore quantities;
  private final Publishable stock;

  Owing(RuleStore rules, QuantityStore quantities, Publishable stock) {
    this.rules = rules;
    this.quantities = quantities;
    this.stock = stock;
  }

  private record Account(String channel, String account) {}

  /** The rules as they stand at one moment. */
  private record Rulebook(Map<Account, RuleInput> accounts, Map<ChannelSku, RuleInput> listings) {

    Optional<PublishRule> of(ChannelSku listing) {
      return Optional.ofNullable(accounts.get(new Account(listing.channel(), listing.account())))
          .map(PublishRule.ALL::with)
          .map(rule -> Optional.ofNullable(listings.get(listing)).map(rule::with).orElse(rule));
    }
  }

  /**
   * Reckons these listings anew; how many quantities changed.
   *
   * @param since from when on what is owed now has been owed
   */
  int reckon(Tx tx, Collection<Listing> told, Instant since) {
    Map<ChannelSku, String> skus = new HashMap<>();
    told.forEach(listing -> skus.put(listing.channelSku(), listing.sku()));
    Rulebook before = rulebook(tx, skus.keySet());
    List<Quantity> wanted = new ArrayList<>();
    for (Map.Entry<ChannelSku, String> each : skus.entrySet()) {
      Set<String> at = before.of(each.getKey()).map(Owing::locations).orElse(Set.of());
      at.forEach(location -> wanted.add(blank(tx, each.getKey(), location, each.getValue())));
    }
    if (wanted.isEmpty()) {
      return 0;
    }
    quantities.ensure(tx, wanted);
    List<Quantity> locked = quantities.lock(tx, skus.keySet());
    return store(tx, locked, rulebook(tx, skus.keySet()), skus, since);
  }

  private int store(Tx tx, List<Quantity> locked, Rulebook book, Map<ChannelSku, String> skus, Instant since) {
    Map<Quantity, Publishable.Ask> asks = new HashMap<>();
    List<Quantity> gone = new ArrayList<>();
    for (Quantity row : locked) {
      PublishRule rule = book.of(row.listing()).orElse(null);
      if (rule == null || !locations(rule).contains(row.location())) {
        gone.add(row);
      } else {
        asks.put(row, ask(row, rule, skus.getOrDefault(row.listing(), row.sku())));
      }
    }
    Map<Publishable.Ask, Long> units = stock.units(tx, new HashSet<>(asks.values()));
    List<Quantity> changed = new ArrayList<>();
    asks.forEach(
        (row, ask) -> {
          PublishRule rule = book.of(row.listing()).orElseThrow();
          int owed = rule.owed(units.getOrDefault(ask, 0L));
          Quantity now = row.owing(ask.sku(), rule.frozen(), owed, since);
          if (!now.equals(row)) {
            changed.add(now);
          }
        });
    if (!gone.isEmpty()) {
      quantities.drop(tx, gone);
    }
    if (!changed.isEmpty()) {
      quantities.write(tx, changed);
    }
    return changed.size();
  }

  private static Publishable.Ask ask(Quantity row, PublishRule rule, String sku) {
    Set<String> ours = Set.copyOf(rule.locations().getOrDefault(row.location(), List.of()));
    return new Publishable.Ask(row.listing().channel(), row.listing().account(), sku, ours);
  }

  private static Set<String> locations(PublishRule rule) {
    return rule.locations().isEmpty() ? Set.of("") : rule.locations().keySet();
  }

  private static Quantity blank(Tx tx, ChannelSku listing, String location, String sku) {
    return new Quantity(listing, location, sku, false, 0, tx.now(), 0);
  }

  private Rulebook rulebook(Tx tx, Set<ChannelSku> listings) {
    Map<Account, RuleInput> accounts = new HashMap<>();
    rules.ofAccounts(tx).forEach(rule -> accounts.put(new Account(rule.channel(), rule.account()), rule));
    List<RuleStore.Key> keys =
        listings.stream().map(key -> new RuleStore.Key(key.channel(), key.account(), key.sku())).toList();
    Map<ChannelSku, RuleInput> own = new HashMap<>();
    rules
        .ofListings(tx, keys)
        .forEach(rule -> own.put(new ChannelSku(rule.channel(), rule.account(), rule.channelSku()), rule));
    return new Rulebook(accounts, own);
  }
}
