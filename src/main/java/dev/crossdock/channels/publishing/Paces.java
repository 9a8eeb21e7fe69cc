package dev.crossdock.channels.publishing;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.Sku;
import dev.crossdock.channels.publishing.internal.PaceStore;
import dev.crossdock.channels.publishing.internal.PaceStore.Key;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How fast each account sells each SKU, learnt from the orders that come in. */
final class Paces {

  private final Catalog catalog;
  private final PaceStore store = new PaceStore();

  Paces(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Units sold of what lies on shelves. */
  record Sold(String channel, String account, String sku, long units) {}

  /**
   * How a SKU sells.
   *
   * @param byAccount units a second by channel and account
   */
  record Selling(Map<String, Double> byAccount, double perSecond, double quietSeconds) {

    static final Selling NOT = new Selling(Map.of(), 0, Double.MAX_VALUE);

    double of(String channel, String account) {
      return byAccount.getOrDefault(name(channel, account), 0.0);
    }
  }

  void learn(Tx tx, Collection<Sold> sold, Instant at) {
    Map<Key, Long> units = new HashMap<>();
    sold.forEach(each -> units.merge(new Key(each.sku(), each.channel(), each.account()), each.units(), Long::sum));
    Map<Key, Pace> known = store.lock(tx, units.keySet());
    Map<Key, Pace> after = new HashMap<>();
    units.forEach((key, more) -> after.put(key, known.getOrDefault(key, Pace.none(at)).with(more, at)));
    store.put(tx, after);
  }

  /** How these SKUs sell; a kit sells as fast as its parts do, in kits and by themselves. */
  Map<String, Selling> of(Tx tx, Set<String> skus) {
    Map<String, Set<String>> parts = new HashMap<>();
    skus.forEach(sku -> parts.put(sku, Set.of(sku)));
    for (Sku sku : catalog.get(tx, skus)) {
      if (sku.kit()) {
        parts.put(sku.sku(), new HashSet<>(sku.components().stream().map(Component::sku).toList()));
      }
    }
    Set<String> all = new HashSet<>();
    parts.values().forEach(all::addAll);
    Map<String, List<PaceStore.Row>> rows = store.of(tx, all);
    Map<String, Selling> selling = new HashMap<>();
    parts.forEach(
        (sku, pieces) ->
            selling.put(
                sku,
                selling(
                    pieces.stream().flatMap(each -> rows.getOrDefault(each, List.of()).stream()).toList(),
                    tx.now())));
    return selling;
  }

  private static Selling selling(List<PaceStore.Row> rows, Instant now) {
    Map<String, Double> byAccount = new HashMap<>();
    double all = 0;
    double quiet = Double.MAX_VALUE;
    for (PaceStore.Row row : rows) {
      double pace = row.pace().perSecond(now);
      byAccount.merge(name(row.key().channel(), row.key().account()), pace, Double::sum);
      all += pace;
      quiet = Math.min(quiet, Math.max(0, Duration.between(row.pace().asOf(), now).toMillis() / 1_000.0));
    }
    return new Selling(byAccount, all, quiet);
  }

  private static String name(String channel, String account) {
    return channel + '/' + account;
  }
}
