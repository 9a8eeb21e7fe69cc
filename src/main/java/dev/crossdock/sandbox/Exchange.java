package dev.crossdock.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One request to a simulated channel, and its answer. */
final class Exchange {

  private final HttpExchange http;
  private final Map<String, String> query;

  Exchange(HttpExchange http) {
    this.http = http;
    this.query = form(String.valueOf(http.getRequestURI().getRawQuery()));
  }

  String path() {
    return http.getRequestURI().getPath();
  }

  /** The path below a place; empty at the place itself. */
  String below(String place) {
    String path = path();
    int at = path.indexOf(place);
    return at < 0 ? "" : path.substring(at + place.length());
  }

  String header(String name) {
    String value = http.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  String query(String name) {
    return query.getOrDefault(name, "");
  }

  int query(String name, int otherwise) {
    String text = query(name);
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  Map<String, String> form() throws IOException {
    return form(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  void with(String header, String value) {
    http.getResponseHeaders().set(header, value);
  }

  void answer(int status, Object json) throws IOException {
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
