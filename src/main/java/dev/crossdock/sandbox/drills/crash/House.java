package dev.crossdock.sandbox.drills.crash;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.DemoMerchant;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.SimulatedChannels;
import java.util.ArrayList;
import java.util.List;

/** A merchant who never runs short of most things, has few of some, and shows what is left of those at each channel. */
final class House {

  /** Where the scarce things lie. */
  private static final String PLACE = "NJ1";

  private static final int ALL = 100;

  private House() {}

  static void setUp(Product product, SimulatedChannels channels, int scarceUnits) {
    new DemoMerchant(product, channels).setUpWithPlenty();
    List<Object> products = new ArrayList<>();
    List<Object> stock = new ArrayList<>();
    for (String sku : Told.SCARCE) {
      products.add(object("sku", sku, "title", sku));
      stock.add(object("sku", sku, "location", PLACE, "onHand", scarceUnits));
    }
    product.post("/api/v1/products", products).orFail("the products");
    product.put("/api/v1/stock", stock).orFail("the stock");
    List<Object> listings = new ArrayList<>();
    List<Object> rules = new ArrayList<>();
    for (Shop shop : Shop.values()) {
      channels.outlet(shop).shelf().list(Told.SCARCE);
      Told.SCARCE.forEach(
          sku ->
              listings.add(
                  object("channel", shop.channel(), "account", Shop.ACCOUNT, "channelSku", sku, "sku", sku)));
      rules.add(object("channel", shop.channel(), "account", Shop.ACCOUNT, "sharePercent", ALL));
    }
    product.put("/api/v1/listings", listings).orFail("the listings");
    product.put("/api/v1/publishing/rules", rules).orFail("the publishing rules");
  }
}
