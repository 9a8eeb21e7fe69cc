package dev.crossdock.sandbox.drills;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Outlet;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.drills.kit.Target;
import dev.crossdock.sandbox.stock.Pace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** One account at each channel, with many things that all of them sell, each at its own pace. */
final class Arcade implements Counting {

  private static final String PLACE = "NJ1";
  private static final int UNITS = 5_000;
  private static final int PROBES = 16;
  private static final int PROBE_UNITS = 100;
  private static final Duration TOLD_MAX = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** While the first numbers are told, which is not what is measured. */
  private static final Pace GENEROUS = new Pace(Duration.ZERO, Duration.ZERO, 1_000);

  private static final Map<Shop, Pace> PACES =
      Map.of(
          Shop.SHOPIFY, new Pace(Duration.ofMillis(200), Duration.ZERO, 0),
          Shop.WOOCOMMERCE, new Pace(Duration.ofMillis(750), Duration.ZERO, 0),
          Shop.AMAZON, new Pace(Duration.ofMillis(150), Duration.ofMillis(1_500), 5));

  /** Of ten orders. */
  private static final List<Shop> MIX =
      List.of(
          Shop.SHOPIFY, Shop.WOOCOMMERCE, Shop.SHOPIFY, Shop.SHOPIFY, Shop.AMAZON, Shop.WOOCOMMERCE, Shop.SHOPIFY,
          Shop.SHOPIFY, Shop.WOOCOMMERCE, Shop.SHOPIFY);

  private final Target target;
  private final Random random;
  private final List<String> skus;
  private final List<String> probes = names("PUSH-PROBE-", PROBES);
  private final Map<Shop, Outlet> outlets = new EnumMap<>(Shop.class);

  private Arcade(Target target, int skus, long seed) {
    this.target = target;
    this.random = new Random(seed);
    this.skus = names("PUSH-", skus);
  }

  /** Opened, with every channel showing every thing. */
  static Arcade open(Target target, int skus, long seed) throws InterruptedException {
    Arcade arcade = new Arcade(target, skus, seed);
    Product product = target.product();
    List<String> all = arcade.all();
    product.post("/api/v1/products", all.stream().map(sku -> object("sku", sku, "title", sku)).toList())
        .orFail("the products");
    product
        .put(
            "/api/v1/stock",
            all.stream().map(sku -> stock(sku, arcade.probes.contains(sku) ? PROBE_UNITS : UNITS)).toList())
        .orFail("the stock");
    for (Shop shop : Shop.values()) {
      Outlet outlet = target.channels().open(shop, "push");
      outlet.shelf().list(all);
      outlet.shelf().pace(GENEROUS);
      product.post("/api/v1/channel-accounts", target.channels().account(outlet)).orFail("an account");
      arcade.outlets.put(shop, outlet);
    }
    List<Object> listings = new ArrayList<>();
    List<Object> rules = new ArrayList<>();
    for (Outlet outlet : arcade.outlets()) {
      String channel = outlet.shop().channel();
      rules.add(object("channel", channel, "account", outlet.account(), "sharePercent", 100));
      all.forEach(
          sku ->
              listings.add(object("channel", channel, "account", outlet.account(), "channelSku", sku, "sku", sku)));
    }
    product.put("/api/v1/listings", listings).orFail("the listings");
    product.put("/api/v1/publishing/rules", rules).orFail("the publishing rules");
    arcade.waitUntilAllShow();
    arcade.outlets.forEach((shop, outlet) -> outlet.shelf().pace(pace(shop)));
    return arcade;
  }

  /** How long the channel's own host takes over a call, and how many calls it grants a second. */
  static Pace pace(Shop shop) {
    return PACES.getOrDefault(shop, Pace.INSTANT);
  }

  @Override
  public List<Outlet> outlets() {
    return List.copyOf(outlets.values());
  }

  @Override
  public List<String> probes() {
    return probes;
  }

  @Override
  public void count(String sku, int units) {
    target.product().put("/api/v1/stock", List.of(stock(sku, units))).orFail("the stock");
  }

  /** The next orders, each of one unit of any of the things at any of the accounts. */
  List<Message> orders(int count, InstantSource time) {
    List<Message> messages = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      Outlet outlet = outlet(MIX.get(random.nextInt(MIX.size())));
      String sku = skus.get(random.nextInt(skus.size()));
      messages.add(target.traffic().sale(outlet, target.nextNumber(), sku, time.instant()));
    }
    return messages;
  }

  /** Listings whose channel was last told another number than is owed, as the product itself sees it. */
  int wrong() {
    int wrong = 0;
    for (Outlet outlet : outlets()) {
      String query = "limit=100&channel=" + outlet.shop().channel() + "&account=" + outlet.account();
      String after = "";
      do {
        JsonNode page =
            target.product().get("/api/v1/publishing/listings?" + query + after).orFail("the listings").json();
        for (JsonNode listing : page.at("/items")) {
          String sku = listing.at("/channelSku").asString();
          wrong += outlet.shelf().shown(sku) == listing.at("/owed").asInt() ? 0 : 1;
        }
        after = page.at("/next").isString() ? "&after=" + encoded(page.at("/next").asString()) : "";
      } while (!after.isEmpty());
    }
    return wrong;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Outlet outlet(Shop shop) {
    return Objects.requireNonNull(outlets.get(shop));
  }

  private void waitUntilAllShow() throws InterruptedException {
    long begin = System.nanoTime();
    while (!outlets().stream().allMatch(outlet -> all().stream().allMatch(sku -> outlet.shelf().shown(sku) > 0))) {
      if (System.nanoTime() - begin > TOLD_MAX.toNanos()) {
        throw new IllegalStateException("not every channel was told its stock within " + TOLD_MAX);
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(skus);
    all.addAll(probes);
    return all;
  }

  private static Object stock(String sku, int units) {
    return object("sku", sku, "location", PLACE, "onHand", units);
  }

  private static List<String> names(String start, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> start + n).toList();
  }
}
