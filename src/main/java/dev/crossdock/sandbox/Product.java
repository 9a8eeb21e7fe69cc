package dev.crossdock.sandbox;

import dev.crossdock.sandbox.wire.Native;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The product, as anybody sees it who has its address and a key. Thread-safe. */
public final class Product implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final URI base;
  private final String key;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /**
   * Of an installation.
   *
   * @param base for instance {@code http://localhost:8080}
   * @param key an API key
   */
  public Product(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  /** An answer; the body is empty where there was none. */
  public record Answer(int status, byte[] body) {

    public JsonNode json() {
      return Native.tree(body);
    }

    /** This answer, unless it refuses. */
    public Answer orFail(String what) {
      if (status / 100 != 2) {
        throw new IllegalStateException(what + " was answered with " + this);
      }
      return this;
    }

    @Override
    public String toString() {
      return status + " " + new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Its address. */
  public URI base() {
    return base;
  }

  public Answer get(String path) {
    return ask(request(path).GET().build());
  }

  public Answer post(String path, Object json) {
    return ask(request(path).POST(BodyPublishers.ofByteArray(Native.bytes(json))).build());
  }

  public Answer put(String path, Object json) {
    return ask(request(path).PUT(BodyPublishers.ofByteArray(Native.bytes(json))).build());
  }

  /**
   * Posts a channel's message.
   *
   * @return the status of the answer
   * @throws IOException when no answer came
   */
  int deliver(String path, Map<String, String> headers, byte[] body) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
    headers.forEach(request::header);
    return send(request.POST(BodyPublishers.ofByteArray(body)).build()).statusCode();
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json");
  }

  private Answer ask(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = send(request);
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri().getPath() + " was not answered", e);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for an answer", e);
    }
  }
}
