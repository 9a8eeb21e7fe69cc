package dev.crossdock.platform.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one request to another system and reads a bounded answer; never follows redirects. */
public interface Outbound {

  /**
   * One exchange within the time and size limits.
   *
   * @throws IOException when no answer came: refused, timed out, cut off, or larger than the limit
   */
  Answer send(Request request) throws IOException;

  /** A request; the body is null for GET. */
  record Request(String method, URI uri, Map<String, String> headers, byte @Nullable [] body) {

    public static Request get(URI uri, Map<String, String> headers) {
      return new Request("GET", uri, headers, null);
    }
  }

  /** An answer with its raw bytes; header names are lower case. */
  record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    public Optional<String> header(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
  }
}
