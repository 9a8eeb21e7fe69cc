package dev.crossdock.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Shopify, WooCommerce and Amazon as far as they answer questions about orders, on one port of this machine. */
public final class SimulatedChannels implements AutoCloseable {

  private static final int BACKLOG = 256;

  private final Credentials credentials;
  private final Map<Shop, OrderBook> books = new EnumMap<>(Shop.class);
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** One channel's part of it. */
  interface Site {
    void answer(Exchange exchange) throws IOException;
  }

  private SimulatedChannels(Credentials credentials, HttpServer server) {
    this.credentials = credentials;
    this.server = server;
    for (Shop shop : Shop.values()) {
      books.put(shop, new OrderBook());
    }
    AmazonSite amazon = new AmazonSite(credentials, book(Shop.AMAZON));
    serve("/admin/api", new ShopifySite(credentials, book(Shop.SHOPIFY)));
    serve("/wp-json/wc/v3", new WooSite(credentials, book(Shop.WOOCOMMERCE)));
    serve(AmazonSite.SIGN_IN, amazon);
    serve(AmazonSite.ORDERS, amazon);
    server.setExecutor(threads);
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

  /** What the product must be allowed to call, for its setting {@code allow-targets}. */
  public String target() {
    return "127.0.0.1:" + port();
  }

  Credentials credentials() {
    return credentials;
  }

  OrderBook book(Shop shop) {
    OrderBook book = books.get(shop);
    if (book == null) {
      throw new IllegalStateException("every shop has a book");
    }
    return book;
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
