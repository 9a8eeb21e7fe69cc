package dev.crossdock.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ranges of addresses, and which of them belong to the public internet (the IANA special-purpose registries). */
final class AddressRanges {

  private static final List<Range> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(text -> parse(text).orElseThrow())
          .toList();

  /** All global unicast IPv6 lies here; loopback, link-local, unique-local and translated IPv4 do not. */
  private static final Range GLOBAL_V6 = parse("2000::/3").orElseThrow();

  private AddressRanges() {}

  static boolean isPublic(InetAddress address) {
    boolean global = address.getAddress().length == 4 || GLOBAL_V6.contains(address);
    return global && SPECIAL.stream().noneMatch(range -> range.contains(address));
  }

  /** A range such as {@code 10.0.0.0/8}; empty when the text is none. */
  static Optional<Range> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !HostNames.isLiteral(text.substring(0, slash))) {
      return Optional.empty();
    }
    try {
      byte[] base = InetAddress.getByName(text.substring(0, slash)).getAddress();
      int bits = Integer.parseInt(text.substring(slash + 1));
      return bits < 0 || bits > base.length * 8 ? Optional.empty() : Optional.of(new Range(base, bits));
    } catch (UnknownHostException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** The addresses that share the first bits with the base. */
  static final class Range {

    private final byte[] base;
    private final int bits;

    Range(byte[] base, int bits) {
      this.base = base;
      this.bits = bits;
    }

    boolean contains(InetAddress address) {
      byte[] other = address.getAddress();
      if (other.length != base.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >>> (bit % 8);
        if ((other[bit / 8] & mask) != (base[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
