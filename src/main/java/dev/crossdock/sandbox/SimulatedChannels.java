package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.wire.Native.object;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crossdock.sandbox.stock.AmazonStock;
import dev.crossdock.sandbox.wire.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shopify, WooCommerce and Amazon as far as they answer questions about orders and are told stock, on one port of this
 * machine.
 */
public final class SimulatedChannels implements AutoCloseable {

  private static final int BACKLOG = 256;

  private final Credentials credentials;
  private final Map<Shop, Outlet> outlets = new EnumMap<>(Shop.class);
  private final HttpServer server;
  private volatile int toldPort;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** One channel's part of it. */
  interface Site {
    void answer(Exchange exchange) throws IOException;
  }

  private SimulatedChannels(Credentials credentials, HttpServer server) {
    this.credentials = credentials;
    this.server = server;
    this.toldPort = server.getAddress().getPort();
    for (Shop shop : Shop.values()) {
      outlets.put(shop, opened(new Outlet(shop, Shop.ACCOUNT, "")));
    }
    server.setExecutor(threads);
  }

  /** Opens one more account at a channel, with orders and counters of its own. */
  public Outlet open(Shop shop, String account) {
    return opened(new Outlet(shop, account, "/" + shop.channel() + "-" + account));
  }

  private Outlet opened(Outlet outlet) {
    String prefix = outlet.prefix();
    switch (outlet.shop()) {
      case SHOPIFY -> serve(prefix + "/admin/api", new ShopifySite(credentials, outlet));
      case WOOCOMMERCE -> serve(prefix + "/wp-json/wc/v3", new WooSite(credentials, outlet));
      case AMAZON -> {
        AmazonSite amazon = new AmazonSite(credentials, outlet);
        serve(prefix + AmazonSite.SIGN_IN, amazon);
        serve(prefix + AmazonSite.ORDERS, amazon);
        serve(prefix + AmazonStock.ITEMS, amazon);
      }
    }
    return outlet;
  }

  /**
   * Opens them on a free port.
   *
   * @param seed makes the credentials: the same seed takes the credentials of another run
   */
  public static SimulatedChannels open(long seed) {
    // without it every answer on a kept connection waits for a delayed acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), BACKLOG);
      SimulatedChannels channels = new SimulatedChannels(new Credentials(seed), server);
      server.start();
      return channels;
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated channels found no port", e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** From now on the product is told to call this port instead, for there is something between. */
  public void reachedAt(int port) {
    toldPort = port;
  }

  /** What the product must be allowed to call, for its setting {@code allow-targets}. */
  public String target() {
    return "127.0.0.1:" + toldPort;
  }

  Credentials credentials() {
    return credentials;
  }

  OrderBook book(Shop shop) {
    return outlet(shop).orders();
  }

  /** The demo merchant's own account at a channel. */
  public Outlet outlet(Shop shop) {
    Outlet outlet = outlets.get(shop);
    if (outlet == null) {
      throw new IllegalStateException("every shop has an outlet");
    }
    return outlet;
  }

  /** What the product must know of an account, as a body of its API. */
  public Object account(Outlet outlet) {
    return object(
        "channel", outlet.shop().channel(), "account", outlet.account(), "name", outlet.shop().title(), "settings",
        credentials.settings(outlet.shop(), "http://" + target() + outlet.prefix()), "credentials",
        credentials.secrets(outlet.shop()));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(String path, Site site) {
    server.createContext(path, http -> answer(site, http));
  }

  private static void answer(Site site, HttpExchange http) throws IOException {
    try (http) {
      site.answer(new Exchange(http));
    }
  }
}
