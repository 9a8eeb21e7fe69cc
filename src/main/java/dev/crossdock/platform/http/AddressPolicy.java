package dev.crossdock.platform.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where calls may go. Everybody on the public internet may be called by https; what the operator allows by name may
 * also be private and be called by plain http. Anything else is refused, since a URL that a user or a channel supplied
 * must not reach the machine itself or its neighbours.
 *
 * <p>Checked twice: {@link #refusal(URI)} on the text, for forms; and again on each address at the moment of
 * connecting, since a name may change its meaning.
 */
public final class AddressPolicy {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int SYSTEM_PORTS = 1024;

  /** Ports of databases, caches and remote desktops: never an HTTP receiver on the internet. */
  private static final Set<Integer> NOT_HTTP =
      Set.of(1433, 1521, 2049, 2375, 2379, 3306, 3389, 5432, 5672, 5900, 6379, 9042, 9092, 9200, 9300, 11211, 27017);

  private final List<Allowed> allowed;

  private AddressPolicy(List<Allowed> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** Only https to public addresses. */
  public static AddressPolicy publicInternet() {
    return new AddressPolicy(List.of());
  }

  /**
   * This policy and what the operator allows besides: {@code host}, {@code host:port}, or a range of addresses
   * ({@code 10.0.0.0/8}, {@code fd00::/8}). A host is a name or an address literal, IPv6 in brackets.
   *
   * @throws IllegalArgumentException naming the first entry that is none of these
   */
  public AddressPolicy allowing(Collection<String> targets) {
    List<Allowed> more = new ArrayList<>(allowed);
    targets.forEach(target -> more.add(Allowed.parse(target)));
    return new AddressPolicy(more);
  }

  /** Why this URL is refused whatever its name resolves to, in one sentence; empty when it is not. */
  public Optional<String> refusal(URI uri) {
    String host = HostNames.of(uri);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.of("Only https addresses can be called.");
    }
    if (host.isEmpty() || uri.getRawUserInfo() != null) {
      return Optional.of("The address must have a host and no user name.");
    }
    if (HostNames.isAmbiguous(host)) {
      return Optional.of("The host is an unusual spelling of an IP address.");
    }
    if (uri.getPort() > 65_535 || uri.getPort() == 0) {
      return Optional.of("The port does not exist.");
    }
    if (named(host, port(uri))) {
      return Optional.empty();
    }
    if (scheme.equals("http") && allowed.stream().noneMatch(Allowed::isRange)) {
      return Optional.of("Plain http is refused for hosts the operator has not allowed.");
    }
    if (!usualPort(port(uri))) {
      return Optional.of("The port does not belong to HTTP.");
    }
    return Optional.empty();
  }

  /** Why the URL is refused now that its name means this address; empty when it is not. */
  Optional<String> refusal(URI uri, InetAddress address) {
    Optional<String> text = refusal(uri);
    if (text.isPresent() || named(HostNames.of(uri), port(uri))) {
      return text;
    }
    if (allowed.stream().anyMatch(each -> each.range() != null && each.range().contains(address))) {
      return Optional.empty();
    }
    if ("http".equalsIgnoreCase(uri.getScheme())) {
      return Optional.of("Plain http is refused for hosts the operator has not allowed.");
    }
    return AddressRanges.isPublic(address)
        ? Optional.empty()
        : Optional.of("The host is not on the public internet and the operator has not allowed it.");
  }

  /** The port the URL means. */
  static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) ? HTTP : HTTPS;
  }

  private boolean named(String host, int port) {
    return allowed.stream().anyMatch(each -> each.matches(host, port));
  }

  private static boolean usualPort(int port) {
    return port == HTTP || port == HTTPS || (port >= SYSTEM_PORTS && !NOT_HTTP.contains(port));
  }
}
