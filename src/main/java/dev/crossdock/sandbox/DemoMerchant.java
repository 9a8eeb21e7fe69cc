package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.network.DemoNetwork;
import dev.crossdock.sandbox.network.DemoPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Fern &amp; Flint: sets its house up in the product, over the product's API, as any merchant would. */
public final class DemoMerchant {

  /** A few units only, so that some orders find too little. */
  static final Set<String> SCARCE = Set.of("GRD-HAND-40", "PAN-CARB-28", "BLK-WOOL-RED", "AXE-HAND-HCK");

  private static final int SCARCE_UNITS = 1;
  private static final int PLENTY = 20_000_000;
  private static final Map<String, Integer> USUAL = Map.of("NJ1", 160, "RNO", 120, "CHI-STORE", 14, "LON-3PL", 60);

  private final Product product;
  private final SimulatedChannels channels;

  public DemoMerchant(Product product, SimulatedChannels channels) {
    this.product = product;
    this.channels = channels;
  }

  /**
   * Sets up what is missing. Stock is counted only the first time; the accounts are told each time where the channels
   * are now.
   *
   * @return true the first time
   */
  public boolean setUp() {
    boolean first = !hasAccounts();
    if (first) {
      catalogue();
      product.put("/api/v1/stock", usualStock()).orFail("the stock");
      DemoNetwork.tell(product);
      DemoPolicy.tell(product);
    }
    accounts();
    listings(List.of(Shop.values()));
    publishing();
    return first;
  }

  /** Sets up a merchant who never runs short, for drills. */
  public void setUpWithPlenty() {
    setUpWithPlenty(Traffic.Demand.SPREAD);
  }

  /** The same for buyers who want this. */
  public void setUpWithPlenty(Traffic.Demand demand) {
    catalogue();
    product.put("/api/v1/stock", stock((place, item) -> has(place, item, demand) ? PLENTY : 0)).orFail("the stock");
    accounts();
    listings(List.of(Shop.AMAZON));
  }

  private static boolean has(Assortment.Place place, Assortment.Item item, Traffic.Demand demand) {
    boolean wanted = demand == Traffic.Demand.ONE_SKU && item.equals(Assortment.WANTED);
    return !wanted || place.code().equals(Assortment.WANTED_AT);
  }

  private boolean hasAccounts() {
    JsonNode accounts = product.get("/api/v1/channel-accounts").orFail("the accounts").json().at("/items");
    for (JsonNode account : accounts) {
      if (account.at("/account").asString().equals(Shop.ACCOUNT)) {
        return true;
      }
    }
    return false;
  }

  private void catalogue() {
    List<Object> places = new ArrayList<>();
    for (Assortment.Place place : Assortment.PLACES) {
      places.add(
          object(
              "code", place.code(), "name", place.name(), "kind", place.kind(),
              "address",
              object(
                  "country", place.country(), "region", place.region(), "city", place.city(), "postalCode",
                  place.postalCode()),
              "geo", object("lat", place.lat(), "lon", place.lon()), "timeZone", place.zone()));
    }
    product.post("/api/v1/locations", places).orFail("the locations");
    List<Object> skus = new ArrayList<>();
    Assortment.ITEMS.forEach(
        item -> skus.add(object("sku", item.sku(), "title", item.title(), "weightGrams", item.weightGrams())));
    product.post("/api/v1/products", skus).orFail("the products");
    List<Object> kits = new ArrayList<>();
    for (Assortment.Kit kit : Assortment.KITS) {
      List<Object> parts = new ArrayList<>();
      kit.parts().forEach((sku, units) -> parts.add(object("sku", sku, "units", units)));
      kits.add(object("sku", kit.sku(), "title", kit.title(), "components", parts));
    }
    product.post("/api/v1/products", kits).orFail("the kits");
  }

  private void accounts() {
    for (Shop shop : Shop.values()) {
      product
          .post("/api/v1/channel-accounts", channels.account(channels.outlet(shop)))
          .orFail("the account of " + shop.channel());
    }
  }

  /** Amazon needs them to understand its orders; elsewhere they are what is published. */
  private void listings(List<Shop> shops) {
    List<Object> listings = new ArrayList<>();
    for (Shop shop : shops) {
      List<String> there = new ArrayList<>();
      for (Assortment.Item item : Assortment.sellable()) {
        String channelSku = shop == Shop.AMAZON ? Assortment.amazonSku(item.sku()) : item.sku();
        there.add(channelSku);
        listings.add(
            object("channel", shop.channel(), "account", Shop.ACCOUNT, "channelSku", channelSku, "sku", item.sku()));
      }
      channels.outlet(shop).shelf().list(there);
    }
    product.put("/api/v1/listings", listings).orFail("the listings");
  }

  /** From now on each channel is told what is left; until then it sells as it likes. */
  private void publishing() {
    List<Object> rules = new ArrayList<>();
    for (Shop shop : Shop.values()) {
      channels.outlet(shop).shelf().sellsWhatItWasNeverTold();
      rules.add(object("channel", shop.channel(), "account", Shop.ACCOUNT, "sharePercent", 100));
    }
    product.put("/api/v1/publishing/rules", rules).orFail("the publishing rules");
  }

  private interface Count {
    int units(Assortment.Place place, Assortment.Item item);
  }

  private static List<Object> usualStock() {
    Random random = new Random(7);
    return stock(
        (place, item) ->
            SCARCE.contains(item.sku())
                ? SCARCE_UNITS
                : USUAL.getOrDefault(place.code(), 0) / 2 + random.nextInt(USUAL.getOrDefault(place.code(), 1)));
  }

  private static List<Object> stock(Count count) {
    List<Object> stock = new ArrayList<>();
    for (Assortment.Item item : Assortment.ITEMS) {
      for (Assortment.Place place : Assortment.PLACES) {
        stock.add(object("sku", item.sku(), "location", place.code(), "onHand", count.units(place, item)));
      }
    }
    return stock;
  }
}
