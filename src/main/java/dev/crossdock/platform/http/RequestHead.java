package dev.crossdock.platform.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The first lines of a request; refuses what could smuggle further lines or requests into it. */
final class RequestHead {

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Set<String> OURS =
      Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "expect", "te", "trailer");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private RequestHead() {}

  static byte[] of(Outbound.Request request) throws RequestRefusedException {
    String method = request.method();
    if (!TOKEN.matcher(method).matches()) {
      throw new RequestRefusedException("The method is malformed.");
    }
    URI uri = URI.create(request.uri().toASCIIString());
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ').append(target(uri)).append(" HTTP/1.1\r\n");
    line(head, "host", host(uri));
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      custom(head, header.getKey(), header.getValue());
    }
    standard(head, request);
    byte[] body = request.body();
    if (body != null || WITH_BODY.contains(method)) {
      line(head, "content-length", Integer.toString(body == null ? 0 : body.length));
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void standard(StringBuilder head, Outbound.Request request) {
    Set<String> given = Set.copyOf(request.headers().keySet().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList());
    if (!given.contains("user-agent")) {
      line(head, "user-agent", "Crossdock");
    }
    if (!given.contains("accept-encoding")) {
      line(head, "accept-encoding", "gzip");
    }
  }

  private static void custom(StringBuilder head, String name, String value) throws RequestRefusedException {
    if (!TOKEN.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new RequestRefusedException("A header name is malformed or not for callers to set.");
    }
    if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 127))) {
      throw new RequestRefusedException("The value of header " + name + " holds a character that no header may hold.");
    }
    line(head, name, value.strip());
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static String target(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static String host(URI uri) {
    String host = HostNames.of(uri);
    String written = host.contains(":") ? "[" + host + "]" : host;
    return uri.getPort() < 0 ? written : written + ":" + uri.getPort();
  }
}
