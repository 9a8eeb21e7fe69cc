package dev.crossdock.sandbox.drills.nodes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy as simple as they come: each request goes to the next node whose health page says that it is ready. Another
 * node is tried only when a connection was refused, so that nothing was sent; whatever else goes wrong is told as 502,
 * and that there is no node as 503.
 */
public final class Balancer implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
  private static final int BACKLOG = 1_000;
  private static final Set<String> BETWEEN_NEIGHBOURS =
      Set.of("connection", "content-length", "expect", "host", "keep-alive", "te", "trailer", "transfer-encoding",
          "upgrade");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Map<URI, Boolean> nodes = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final Thread watch;

  /** On a free port of this machine. */
  public Balancer() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("the balancer found no port", e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    this.watch = Thread.ofVirtual().name("balancer-watch").start(this::look);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Knows of this node from now on; requests go there once it says that it is ready. */
  public void add(URI node) {
    nodes.put(node, isReady(node, false));
  }

  public void remove(URI node) {
    nodes.remove(node);
  }

  /** How many nodes are ready, as far as was seen last. */
  public int ready() {
    return (int) nodes.values().stream().filter(ready -> ready).count();
  }

  @Override
  public void close() {
    watch.interrupt();
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
    client.close();
  }

  private void look() {
    try {
      while (!Thread.interrupted()) {
        nodes.replaceAll(this::isReady);
        Thread.sleep(LOOK_EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A node that is slow to say so is as ready as it was. */
  private boolean isReady(URI node, boolean before) {
    HttpRequest question = HttpRequest.newBuilder(node.resolve("/health/ready")).timeout(Duration.ofSeconds(2)).build();
    try {
      return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (HttpTimeoutException e) {
      return before;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      List<URI> ready = nodes.keySet().stream().filter(node -> nodes.getOrDefault(node, false)).sorted().toList();
      int first = turn.getAndIncrement();
      for (int n = 0; n < ready.size(); n++) {
        URI node = ready.get(Math.floorMod(first + n, ready.size()));
        try {
          answer(exchange, client.send(request(exchange, node, body), BodyHandlers.ofByteArray()));
          return;
        } catch (ConnectException e) {
          nodes.replace(node, false);
        } catch (IOException e) {
          exchange.sendResponseHeaders(502, -1);
          return;
        }
      }
      exchange.sendResponseHeaders(503, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest request(HttpExchange exchange, URI node, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(exchange.getRequestURI().toString()))
            .timeout(ANSWER_MAX)
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!BETWEEN_NEIGHBOURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!BETWEEN_NEIGHBOURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
              }
            });
    exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }
}
