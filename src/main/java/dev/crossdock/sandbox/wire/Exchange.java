package dev.crossdock.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One request to a simulated channel, and its answer. */
public final class Exchange {

  private final HttpExchange http;
  private final Map<String, String> query;

  public Exchange(HttpExchange http) {
    this.http = http;
    this.query = form(String.valueOf(http.getRequestURI().getRawQuery()));
  }

  public String path() {
    return http.getRequestURI().getPath();
  }

  public String method() {
    return http.getRequestMethod();
  }

  /** The path as it was sent, for parts in which a slash may be hidden. */
  public String rawPath() {
    return http.getRequestURI().getRawPath();
  }

  /** The path below a place; empty at the place itself. */
  public String below(String place) {
    String path = path();
    int at = path.indexOf(place);
    return at < 0 ? "" : path.substring(at + place.length());
  }

  public String header(String name) {
    String value = http.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  public String query(String name) {
    return query.getOrDefault(name, "");
  }

  public int query(String name, int otherwise) {
    String text = query(name);
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  public Map<String, String> form() throws IOException {
    return form(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** The body, which must be JSON. */
  public JsonNode json() throws IOException {
    return Native.tree(http.getRequestBody().readAllBytes());
  }

  public void with(String header, String value) {
    http.getResponseHeaders().set(header, value);
  }

  public void answer(int status, Object json) throws IOException {
    byte[] body = Native.bytes(json);
    with("Content-Type", "application/json; charset=UTF-8");
    http.sendResponseHeaders(status, body.length);
    http.getResponseBody().write(body);
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
