package dev.crossdock.sandbox.drills;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.Outlet;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.Target;
import dev.crossdock.sandbox.stock.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Eight channel accounts that sell the same things, each with its own counters and its own pace. */
final class Bazaar implements Counting {

  static final String HOT = "FLASH-LANTERN";
  static final List<String> ORDINARY = names("FLASH-CUP-", 8);

  /** Nobody buys these; their stock is counted anew now and then, to see how long it takes until it shows. */
  static final List<String> PROBES = names("FLASH-PROBE-", 16);

  static final String PLACE = "NJ1";
  static final int PROBE_UNITS = 100;

  private static final int PLENTY = 1_000_000;
  private static final long EXPECTED_MAX = 100_000_000;
  private static final Duration TOLD_MAX = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final List<Shop> MIX =
      List.of(
          Shop.SHOPIFY, Shop.SHOPIFY, Shop.SHOPIFY, Shop.SHOPIFY, Shop.WOOCOMMERCE, Shop.WOOCOMMERCE, Shop.AMAZON,
          Shop.AMAZON);

  private final Target target;
  private final List<Outlet> outlets = new ArrayList<>();

  private Bazaar(Target target) {
    this.target = target;
  }

  /** Opened, with every channel showing every thing. */
  static Bazaar open(Target target, DrillArguments.Crowd crowd, long seed) throws InterruptedException {
    Bazaar bazaar = new Bazaar(target);
    Product product = target.product();
    List<String> skus = skus();
    product
        .post("/api/v1/products", skus.stream().map(sku -> object("sku", sku, "title", sku)).toList())
        .orFail("the products");
    product
        .put("/api/v1/stock", skus.stream().map(sku -> stock(sku, units(sku, crowd.units()))).toList())
        .orFail("the stock");
    Random random = new Random(seed);
    for (int n = 0; n < MIX.size(); n++) {
      Outlet outlet = target.channels().open(MIX.get(n), "flash-" + (n + 1));
      outlet.shelf().list(skus);
      outlet.shelf().pace(pace(outlet.shop(), random));
      product.post("/api/v1/channel-accounts", target.channels().account(outlet)).orFail("an account");
      bazaar.outlets.add(outlet);
    }
    List<Object> listings = new ArrayList<>();
    List<Object> rules = new ArrayList<>();
    for (Outlet outlet : bazaar.outlets) {
      String channel = outlet.shop().channel();
      rules.add(
          object("channel", channel, "account", outlet.account(), "buffer", 0, "lagBuffer", object("on", true)));
      rules.add(
          object(
              "channel", channel, "account", outlet.account(), "channelSku", HOT, "lagBuffer",
              object("expectedPerHour", expectedPerHour(crowd))));
      skus.forEach(
          sku ->
              listings.add(
                  object("channel", channel, "account", outlet.account(), "channelSku", sku, "sku", sku)));
    }
    product.put("/api/v1/listings", listings).orFail("the listings");
    product.put("/api/v1/publishing/rules", rules).orFail("the publishing rules");
    bazaar.waitUntilAllShow(skus);
    return bazaar;
  }

  @Override
  public List<Outlet> outlets() {
    return outlets;
  }

  @Override
  public List<String> probes() {
    return PROBES;
  }

  @Override
  public void count(String sku, int units) {
    target.product().put("/api/v1/stock", List.of(stock(sku, units))).orFail("the stock");
  }

  private void waitUntilAllShow(List<String> skus) throws InterruptedException {
    long begin = System.nanoTime();
    while (!outlets.stream().allMatch(outlet -> skus.stream().allMatch(sku -> outlet.shelf().shown(sku) > 0))) {
      if (System.nanoTime() - begin > TOLD_MAX.toNanos()) {
        throw new IllegalStateException("not every channel was told its stock within " + TOLD_MAX);
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  /** Shopify answers fastest; a WooCommerce shop is as slow as its host; Amazon answers soon and shows it later. */
  private static Pace pace(Shop shop, Random random) {
    return switch (shop) {
      case SHOPIFY -> new Pace(millis(random, 100, 300), Duration.ZERO, 0);
      case WOOCOMMERCE -> new Pace(millis(random, 300, 1_200), Duration.ZERO, 0);
      case AMAZON -> new Pace(millis(random, 100, 200), millis(random, 500, 2_800), 5);
    };
  }

  private static Duration millis(Random random, int least, int most) {
    return Duration.ofMillis(least + random.nextInt(most - least));
  }

  /** What the merchant expects of the day; no buffer that follows sales could know it before the first of them. */
  private static int expectedPerHour(DrillArguments.Crowd crowd) {
    return (int) Math.min(EXPECTED_MAX, Duration.ofHours(1).toSeconds() * crowd.buyers() / crowd.seconds());
  }

  private static int units(String sku, int onSale) {
    if (sku.equals(HOT)) {
      return onSale;
    }
    return ORDINARY.contains(sku) ? PLENTY : PROBE_UNITS;
  }

  private static Object stock(String sku, int units) {
    return object("sku", sku, "location", PLACE, "onHand", units);
  }

  private static List<String> skus() {
    List<String> skus = new ArrayList<>(List.of(HOT));
    skus.addAll(ORDINARY);
    skus.addAll(PROBES);
    return skus;
  }

  private static List<String> names(String start, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> start + n).toList();
  }
}
