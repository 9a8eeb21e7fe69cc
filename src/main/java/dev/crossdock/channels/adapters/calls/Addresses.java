package dev.crossdock.channels.adapters.calls;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses of channels as people type them. */
public final class Addresses {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private Addresses() {}

  /**
   * The base address without a trailing slash; empty unless it is https, so that credentials never travel in the clear.
   * Plain http is taken for this machine only, where simulated channels run.
   */
  public static Optional<String> base(String typed) {
    try {
      URI uri = new URI(typed.strip().replaceAll("/+$", ""));
      String host = uri.getHost();
      if (host == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
        return Optional.empty();
      }
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean safe = scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.contains(host));
      return safe ? Optional.of(uri.toString()) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
