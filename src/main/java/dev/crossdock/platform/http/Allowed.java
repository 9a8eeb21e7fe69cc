package dev.crossdock.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the operator's list.
 *
 * @param port -1 for any
 * @param range set when the entry is a range of addresses; the host is then empty
 */
record Allowed(String host, int port, AddressRanges.@Nullable Range range) {

  static Allowed parse(String entry) {
    String text = entry.strip();
    if (text.contains("/")) {
      return new Allowed("", -1, AddressRanges.parse(text).orElseThrow(() -> malformed(entry)));
    }
    try {
      URI uri = new URI("http://" + text);
      String host = HostNames.of(uri);
      boolean bare = uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getRawUserInfo() == null;
      if (host.isEmpty() || !bare || HostNames.isAmbiguous(host)) {
        throw malformed(entry);
      }
      return new Allowed(host, uri.getPort(), null);
    } catch (URISyntaxException _) {
      throw malformed(entry);
    }
  }

  boolean isRange() {
    return range != null;
  }

  boolean matches(String wanted, int wantedPort) {
    return range == null && host.equals(wanted) && (port < 0 || port == wantedPort);
  }

  private static IllegalArgumentException malformed(String entry) {
    return new IllegalArgumentException("no host, host:port or address range: " + entry);
  }
}
