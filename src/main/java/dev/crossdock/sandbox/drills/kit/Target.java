package dev.crossdock.sandbox.drills.kit;

import dev.crossdock.sandbox.DemoMerchant;
import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.SimulatedChannels;
import dev.crossdock.sandbox.Traffic;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The installation a drill works on, with a merchant set up in it who never runs short. */
public final class Target implements AutoCloseable {

  /** Of ten orders, six come from Shopify, three from WooCommerce and one from Amazon, mixed. */
  private static final List<Shop> MIX =
      List.of(
          Shop.SHOPIFY, Shop.WOOCOMMERCE, Shop.SHOPIFY, Shop.SHOPIFY, Shop.AMAZON, Shop.WOOCOMMERCE, Shop.SHOPIFY,
          Shop.SHOPIFY, Shop.WOOCOMMERCE, Shop.SHOPIFY);

  private static final Instant NUMBERS_BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final SimulatedChannels channels;
  private final @Nullable ThrowAway throwAway;
  private final Traffic traffic;
  private final InstantSource time;
  private Product product;
  private long nextNumber;

  private Target(
      SimulatedChannels channels, @Nullable ThrowAway throwAway, Product product, Traffic traffic,
      InstantSource time) {
    this.channels = channels;
    this.throwAway = throwAway;
    this.product = product;
    this.traffic = traffic;
    this.time = time;
    // an installation that is used again has the numbers of the last drill already: a millisecond an order is enough
    this.nextNumber = throwAway == null ? time.instant().toEpochMilli() - NUMBERS_BEGIN.toEpochMilli() : 1;
  }

  public static Target open(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException {
    SimulatedChannels channels = SimulatedChannels.open(arguments.seed());
    URI url = arguments.url();
    @Nullable ThrowAway throwAway = url == null ? ThrowAway.make(channels.target()) : null;
    try {
      Product product = url == null ? started(throwAway, out) : new Product(url, arguments.key());
      Traffic.Demand demand = arguments.load().demand();
      new DemoMerchant(product, channels).setUpWithPlenty(demand);
      Traffic traffic = new Traffic(channels, arguments.seed(), demand, time);
      return new Target(channels, throwAway, product, traffic, time);
    } catch (InterruptedException | RuntimeException e) {
      channels.close();
      if (throwAway != null) {
        throwAway.close();
      }
      throw e;
    }
  }

  private static Product started(@Nullable ThrowAway throwAway, PrintStream out) throws InterruptedException {
    out.println("  starting a throw-away installation");
    return new Product(Objects.requireNonNull(throwAway).start(), ThrowAway.KEY);
  }

  public Product product() {
    return product;
  }

  public SimulatedChannels channels() {
    return channels;
  }

  public Traffic traffic() {
    return traffic;
  }

  /** False when it was given by its address: then it can't call the simulated channels, and can't be killed. */
  public boolean isOurs() {
    return throwAway != null;
  }

  /** An order number that nobody has yet. */
  public synchronized long nextNumber() {
    return nextNumber++;
  }

  /** The next orders, over all channels that can be used here. */
  public List<Message> orders(int count) {
    List<Message> messages = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      long number = nextNumber();
      Shop shop = MIX.get((int) (number % MIX.size()));
      boolean reachable = shop != Shop.AMAZON || isOurs();
      messages.add(traffic.order(number, reachable ? shop : Shop.SHOPIFY, time.instant()));
    }
    return messages;
  }

  /** Where the throw-away installation keeps its data. */
  public Path data() {
    return Path.of(ours().data());
  }

  /** The process of the throw-away installation. */
  public long pid() {
    return ours().pid();
  }

  public void kill() throws InterruptedException {
    ours().kill();
    product.close();
  }

  public void restart() throws InterruptedException {
    product = new Product(ours().start(), ThrowAway.KEY);
  }

  /** Ends the installation, and proves its invariants. */
  public ThrowAway.Checked stopAndCheck() throws InterruptedException {
    ours().stop();
    return ours().check();
  }

  @Override
  public void close() {
    product.close();
    if (throwAway != null) {
      throwAway.close();
    }
    channels.close();
  }

  private ThrowAway ours() {
    if (throwAway == null) {
      throw new IllegalStateException("an installation given by its address is not ours to end");
    }
    return throwAway;
  }
}
