package dev.crossdock.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Calls the REST API of an installation with a key. */
final class ApiClient {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();
  private final URI base;
  private final String key;

  ApiClient(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  /** An answer with its JSON, as maps and lists. */
  record Answer(int status, Object body) {

    boolean ok() {
      return status >= 200 && status < 300;
    }

    /** What the problem says, with each field it names. */
    String complaint() {
      if (!(body instanceof Map<?, ?> problem)) {
        return "the server answered " + status;
      }
      StringBuilder words = new StringBuilder(String.valueOf(problem.get("title")));
      if (problem.get("errors") instanceof List<?> errors) {
        for (Object error : errors) {
          if (error instanceof Map<?, ?> one) {
            words.append("; ").append(one.get("pointer")).append(": ").append(one.get("detail"));
          }
        }
      }
      return words.toString();
    }

    List<?> list(String name) {
      return body instanceof Map<?, ?> map && map.get(name) instanceof List<?> list ? list : List.of();
    }

    /** A whole number; zero when there is none. */
    long number(String name) {
      return body instanceof Map<?, ?> map && map.get(name) instanceof Number number ? number.longValue() : 0;
    }

    Optional<String> text(String name) {
      return body instanceof Map<?, ?> map ? Optional.ofNullable(map.get(name)).map(Object::toString) : Optional.empty();
    }
  }

  Answer send(String method, String path, @Nullable Object body) throws IOException {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
  }

  /** Sends the bytes of a file as they are. */
  Answer sendFile(String path, byte[] file) throws IOException {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    request.timeout(TIMEOUT).header("Authorization", "Bearer " + key);
    try {
      HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), read(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private Object read(String text) {
    try {
      return text.isBlank() ? Map.of() : json.readValue(text, Object.class);
    } catch (JacksonException e) {
      return text;
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
