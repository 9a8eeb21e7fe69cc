package dev.crossdock.platform.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** The host part of a URL, with the spellings of addresses that only some programs understand told apart. */
final class HostNames {

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
  private static final Pattern V6_DIGITS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9a-fA-F]*");

  private HostNames() {}

  /** The host in lower case, without the brackets of IPv6 and without a trailing dot; empty when there is none. */
  static String of(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (host.startsWith("[") && host.endsWith("]")) {
      return host.substring(1, host.length() - 1);
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  static boolean isLiteral(String host) {
    return DOTTED_QUAD.matcher(host).matches() || V6_DIGITS.matcher(host).matches();
  }

  /**
   * Whether this is a shortened, octal, hexadecimal or one-number spelling of an IPv4 address ({@code 127.1},
   * {@code 0x7f000001}, {@code 2130706433}): resolvers disagree about what it means. By the rule of the URL Standard a
   * host whose last label is a number is an address.
   */
  static boolean isAmbiguous(String host) {
    if (isLiteral(host)) {
      return false;
    }
    return NUMBER.matcher(host.substring(host.lastIndexOf('.') + 1)).matches();
  }
}
