package dev.crossdock.catalog;

import dev.crossdock.catalog.internal.ListingStore;
import dev.crossdock.catalog.internal.Listings;
import dev.crossdock.catalog.internal.Products;
import dev.crossdock.catalog.internal.SkuStore;
import dev.crossdock.catalog.internal.Suggestions;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is sold, and what channels call it. Every call takes a set and makes at most one statement of each kind. SKUs
 * are compared exactly, capital letters included; what nearly matches is only ever suggested.
 */
public final class Catalog {

  private static final int SUGGESTIONS_MAX = 50;

  private final SkuStore skus = new SkuStore();
  private final ListingStore listingStore = new ListingStore();
  private final Suggestions suggestions = new Suggestions();
  private final Products products;
  private final Listings listings;

  public Catalog(Journal journal) {
    this.products = new Products(journal);
    this.listings = new Listings(journal);
  }

  /**
   * What these stand for; whatever stands for nothing is absent. A listing decides; without one, the text that equals
   * a SKU is that SKU.
   */
  public Map<ChannelSku, ResolvedSku> resolve(Tx tx, Set<ChannelSku> channelSkus) {
    return skus.resolve(tx, channelSkus);
  }

  /** Stores SKUs with their products and kits. A wrong item is refused by name and harms no other. */
  public ProductsStored putProducts(Tx tx, List<ProductInput> inputs) {
    return products.put(tx, inputs);
  }

  /** Stores how channels name SKUs. A wrong item is refused by name and harms no other. */
  public ListingsStored putListings(Tx tx, List<ListingInput> inputs) {
    return listings.put(tx, inputs);
  }

  /** SKUs that a channel's unknown one may mean, the likeliest first. */
  public List<SkuSuggestion> suggestions(Tx tx, String channelSku, int limit) {
    return suggestions.of(tx, channelSku, Math.clamp(limit, 1, SUGGESTIONS_MAX));
  }

  /** Which of these SKUs exist, sold or no more. */
  public Set<String> known(Tx tx, Set<String> wanted) {
    return skus.known(tx, wanted);
  }

  /** Grams of one unit, by SKU; SKUs of unknown weight are absent. */
  public Map<String, Integer> weights(Tx tx, Set<String> wanted) {
    return skus.weights(tx, wanted);
  }

  public Optional<Sku> find(Tx tx, String sku) {
    return skus.get(tx, Set.of(sku)).stream().findFirst();
  }

  /** Those of these SKUs that exist, in their order. */
  public List<Sku> get(Tx tx, Set<String> wanted) {
    return skus.get(tx, wanted);
  }

  /** A page of SKUs in their order. */
  public List<Sku> list(Tx tx, SkuQuery query) {
    return skus.page(tx, query);
  }

  /** How channels name this SKU. */
  public List<Listing> listingsOf(Tx tx, String sku) {
    return listingStore.ofSku(tx, sku);
  }

  /** The listings of any of these SKUs, and of kits that contain one of them. */
  public List<Listing> listingsOf(Tx tx, Set<String> wanted) {
    return listingStore.ofSkus(tx, wanted);
  }

  /** Those of these listings that exist. */
  public List<Listing> listings(Tx tx, Collection<ChannelSku> wanted) {
    return listingStore.named(tx, wanted);
  }

  /** An account's listings in the order of their channel SKUs, those behind the one given. */
  public List<Listing> listings(Tx tx, String channel, String account, String after, int limit) {
    return listingStore.page(tx, channel, account, after, limit);
  }
}
