package dev.crossdock.channels.publishing;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.catalog.Listing;
import dev.crossdock.channels.publishing.internal.QuantityStore;
import dev.crossdock.channels.publishing.internal.RuleStore;
import dev.crossdock.channels.publishing.internal.SweepStore;
import dev.crossdock.orders.Orders.SoldUnits;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each listing of a channel account has to show. An account publishes from the moment it has a rule; what its
 * listings owe then follows the stock, the rules and the listings.
 */
public final class Publishing {

  /** Listings reckoned in one transaction of a sweep. */
  static final int SWEPT_AT_ONCE = 500;

  private final Catalog catalog;
  private final Journal journal;
  private final RuleCheck check;
  private final RuleStore rules = new RuleStore();
  private final QuantityStore quantities = new QuantityStore();
  private final SweepStore sweeps = new SweepStore();
  private final Paces paces;
  private final Owing owing;
  private final OwedNews owed;

  /** @param owed hears after each transaction in which something became owed */
  public Publishing(
      Catalog catalog, RuleCheck check, Publishable stock, Delays delays, Journal journal, OwedNews owed) {
    this.catalog = catalog;
    this.journal = journal;
    this.check = check;
    this.paces = new Paces(catalog);
    this.owing = new Owing(catalog, rules, quantities, stock, new Numbers(paces, delays), owed);
    this.owed = owed;
  }

  /**
   * Stores rules, all or none, each in place of what was said before. Listings with a rule of their own are reckoned at
   * once, an account's by {@link #sweep}.
   */
  public RulesStored put(Tx tx, List<RuleInput> inputs) {
    List<RulesStored.Fault> faults = check.faults(tx, inputs);
    if (!faults.isEmpty()) {
      return new RulesStored.Refused(faults);
    }
    journal.append(tx, rules.put(tx, inputs).stream().map(version -> entry(tx, version)).toList());
    List<SweepStore.Sweep> accounts = new ArrayList<>();
    List<ChannelSku> listings = new ArrayList<>();
    for (RuleInput rule : inputs) {
      if (rule.ofAccount()) {
        accounts.add(new SweepStore.Sweep(rule.channel(), rule.account(), ""));
      } else {
        listings.add(new ChannelSku(rule.channel(), rule.account(), rule.channelSku()));
      }
    }
    sweeps.begin(tx, accounts);
    reckon(tx, catalog.listings(tx, listings), quiet(tx));
    return new RulesStored.Stored(inputs.size());
  }

  /** The account's own rule first, then those of its listings; only those behind this channel SKU, if any. */
  public List<RuleInput> rules(Tx tx, String channel, String account, @Nullable String after, int limit) {
    return rules.list(tx, channel, account, after, limit);
  }

  /** Whether any account publishes at all. */
  boolean publishes(Tx tx) {
    return !rules.ofAccounts(tx).isEmpty();
  }

  /**
   * These SKUs may have more or fewer units than before: reckons their listings and those of kits made of them.
   *
   * @param since when that came to be; what is owed anew has been owed since then
   * @param sold by new orders, of these SKUs
   */
  public int stockChanged(Tx tx, Set<String> skus, Instant since, List<SoldUnits> sold) {
    return stockChanged(tx, skus, since, sold, Map.of());
  }

  /** @param sets by SKU, the last time somebody said how much there is */
  int stockChanged(Tx tx, Set<String> skus, Instant since, List<SoldUnits> sold, Map<String, StockSet> sets) {
    if (skus.isEmpty()) {
      return 0;
    }
    Map<ChannelSku, Integer> units = new HashMap<>();
    sold.forEach(
        each -> {
          if (each.channelSku() != null) {
            units.merge(new ChannelSku(each.channel(), each.account(), each.channelSku()), each.ordered(), Math::max);
          }
        });
    return reckon(tx, catalog.listingsOf(tx, skus), new Owing.News(since, false, units, sets));
  }

  /** Whether any buffer follows the lag, so that somebody has to tell what is sold. */
  boolean follows(Tx tx) {
    return rules.anyFollowing(tx);
  }

  /** These units were sold at that moment. */
  void learn(Tx tx, List<SoldUnits> sold, Instant at) {
    if (!sold.isEmpty()) {
      paces.learn(
          tx,
          sold.stream().map(each -> new Paces.Sold(each.channel(), each.account(), each.sku(), each.units())).toList(),
          at);
    }
  }

  /**
   * Reckons what is kept back because of the lag anew, for sales become slower without anybody telling: the next SKUs
   * behind this one.
   *
   * @return the last SKU looked at; nothing when all were
   */
  public Optional<String> settle(Tx tx, String after) {
    List<String> skus = quantities.keptBack(tx, after, SWEPT_AT_ONCE);
    if (!skus.isEmpty()) {
      reckon(tx, catalog.listingsOf(tx, new HashSet<>(skus)), quiet(tx));
    }
    return skus.size() < SWEPT_AT_ONCE ? Optional.empty() : Optional.of(skus.getLast());
  }

  private static Owing.News quiet(Tx tx) {
    return new Owing.News(tx.now(), true, Map.of(), Map.of());
  }

  private int reckon(Tx tx, Collection<Listing> listings, Owing.News news) {
    List<Quantity> changed = owing.reckon(tx, listings, news);
    if (!changed.isEmpty()) {
      Map<String, Integer> byChannel = new HashMap<>();
      changed.forEach(row -> byChannel.merge(row.listing().channel(), 1, Integer::sum));
      tx.afterCommit(() -> owed.owed(news.planned() ? null : news.since(), byChannel));
    }
    return changed.size();
  }

  /** Every listing of every account that publishes is to be reckoned anew: after a location changed, and hourly. */
  public void sweepAll(Tx tx) {
    sweeps.beginAll(tx);
  }

  /** Goes on with one account that is being reckoned anew; how many listings were looked at, 0 when none is left. */
  public int sweep(Tx tx) {
    Optional<SweepStore.Sweep> next = sweeps.next(tx);
    if (next.isEmpty()) {
      return 0;
    }
    SweepStore.Sweep sweep = next.get();
    List<Listing> page =
        catalog.listings(tx, sweep.channel(), sweep.account(), sweep.after(), SWEPT_AT_ONCE);
    reckon(tx, page, quiet(tx));
    if (page.size() < SWEPT_AT_ONCE) {
      sweeps.end(tx, sweep);
    } else {
      String last = page.getLast().channelSku().sku();
      sweeps.move(tx, new SweepStore.Sweep(sweep.channel(), sweep.account(), last));
    }
    return Math.max(1, page.size());
  }

  private static JournalEntry entry(Tx tx, RuleStore.Version rule) {
    String stream = "publish-rule:" + rule.channel() + "/" + rule.account() + "/" + rule.channelSku();
    return new JournalEntry(stream, rule.version(), "publish-rule.changed", tx.now(), "{}");
  }
}
