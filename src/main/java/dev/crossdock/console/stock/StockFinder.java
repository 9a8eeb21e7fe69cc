package dev.crossdock.console.stock;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Sku;
import dev.crossdock.catalog.SkuQuery;
import dev.crossdock.channels.pushing.AccountState;
import dev.crossdock.channels.pushing.ListingState;
import dev.crossdock.channels.pushing.Listings;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.skus.LevelQuery;
import dev.crossdock.inventory.skus.SkuStock;
import dev.crossdock.platform.db.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds SKUs by what the catalogue and the levels say together. Levels are asked of at most so many SKUs that fit a
 * text; without a text, of all.
 */
@Component
final class StockFinder {

  private static final int LOOKED_AT = 500;
  private static final int DRIFTED_MAX = 10_000;

  private final Catalog catalog;
  private final Locations locations;
  private final Listings listings;
  private final SkuStock stock = new SkuStock();

  StockFinder(Catalog catalog, Locations locations, Listings listings) {
    this.catalog = catalog;
    this.locations = locations;
    this.listings = listings;
  }

  /**
   * A page.
   *
   * @param next what the address of the page behind has more; null for no such page
   * @param skipped what was not looked at, in a sentence; empty when everything was
   */
  record Found(List<Sku> skus, @Nullable String next, String skipped) {}

  List<Location> places(Tx tx) {
    return locations.list(tx);
  }

  Found find(Tx tx, StockFilter filter, int limit) {
    return filter.narrows() ? byLevels(tx, filter, limit) : byCatalogue(tx, filter, limit);
  }

  private Found byCatalogue(Tx tx, StockFilter filter, int limit) {
    String text = filter.text().isEmpty() ? null : filter.text();
    String after = filter.after().isEmpty() ? null : filter.after();
    List<Sku> found = catalog.list(tx, new SkuQuery(text, after, limit + 1));
    List<Sku> shown = found.subList(0, Math.min(limit, found.size()));
    return new Found(
        shown, found.size() > limit ? "&after=" + StockFilter.encoded(shown.getLast().sku()) : null, "");
  }

  private Found byLevels(Tx tx, StockFilter filter, int limit) {
    String skipped = "";
    Set<String> among = filter.drifted() ? drifted(tx) : null;
    if (among != null && among.size() >= DRIFTED_MAX) {
      skipped = "More than 10,000 SKUs drift; only the first of them were looked at.";
    }
    if (!filter.text().isEmpty()) {
      List<Sku> named = catalog.list(tx, new SkuQuery(filter.text(), null, LOOKED_AT));
      if (named.size() == LOOKED_AT) {
        skipped = "More than 500 SKUs fit the text; only the first 500 of them were looked at.";
      }
      Set<String> fitting = named.stream().map(Sku::sku).collect(Collectors.toSet());
      if (among != null) {
        fitting.retainAll(among);
      }
      among = fitting;
    }
    List<LevelQuery.Found> found = stock.levels(tx, new LevelQuery(
        among, filter.location().isEmpty() ? null : filter.location(),
        filter.low().isEmpty() ? null : Integer.valueOf(filter.low()), filter.fenced(), filter.scarce(),
        after(filter.after()), limit + 1));
    List<LevelQuery.Found> shown = found.subList(0, Math.min(limit, found.size()));
    Map<String, Sku> known = catalog.get(
            tx, shown.stream().map(LevelQuery.Found::sku).collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(Sku::sku, Function.identity()));
    return new Found(
        shown.stream().map(each -> known.get(each.sku())).filter(Objects::nonNull).toList(),
        found.size() > limit
            ? "&after=" + shown.getLast().available() + StockFilter.encoded(" " + shown.getLast().sku()) : null,
        skipped);
  }

  /** SKUs whose channel shows another number than it took. */
  private Set<String> drifted(Tx tx) {
    Set<String> skus = new HashSet<>();
    for (AccountState account : listings.accounts(tx)) {
      if (account.drifting() > 0) {
        addDrifted(tx, account, skus);
      }
    }
    return skus;
  }

  private void addDrifted(Tx tx, AccountState account, Set<String> skus) {
    Listings.@Nullable After after = null;
    int found = LOOKED_AT;
    while (found == LOOKED_AT && skus.size() < DRIFTED_MAX) {
      List<ListingState> page =
          listings.list(
              tx,
              new Listings.Query(
                  account.channel(), account.account(), ListingState.State.DRIFTING, after, LOOKED_AT));
      page.forEach(each -> skus.add(each.quantity().sku()));
      found = page.size();
      after = page.isEmpty() ? null : after(page.getLast());
    }
  }

  private static Listings.After after(ListingState last) {
    return new Listings.After(last.quantity().listing().sku(), last.quantity().location());
  }

  private static LevelQuery.@Nullable After after(String text) {
    String[] parts = text.split(" ", 2);
    return parts.length == 2 && parts[0].matches("-?[0-9]{1,15}")
        ? new LevelQuery.After(Long.parseLong(parts[0]), parts[1]) : null;
  }
}
