package dev.crossdock.routing.network.internal;

import dev.crossdock.routing.facts.Destination;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Postal codes as keys whose beginnings are areas, so that comparing text compares places. In most countries that is
 * the code without its blanks. British codes begin with one or two letters and one or two digits, and B1 is no part of
 * B12, nor B of BT: there the letters and the digits are padded.
 */
public final class PostalKeys {

  /** The United Kingdom and the islands that share its system. */
  private static final Set<String> BRITISH = Set.of("GB", "JE", "GG", "IM");
  private static final Pattern WHOLE = Pattern.compile("([A-Z]{1,2})(\\d{1,2})([A-Z]?)(\\d[A-Z]{2})");
  private static final Pattern BEGINNING = Pattern.compile("([A-Z]{1,2})(?:(\\d{1,2})([A-Z]?)?)?");
  private static final int MAX = 12;

  private PostalKeys() {}

  /** The key of a destination; null where its postal code is not known or can't be read. */
  public static @Nullable String of(Destination to) {
    return to.country() == null ? null : of(to.country(), to.postalCode());
  }

  /** The key of a whole postal code; null where it is none that could be read. */
  static @Nullable String of(String country, @Nullable String postalCode) {
    String bare = postalCode == null ? "" : bare(postalCode);
    if (bare.isEmpty() || bare.length() > MAX) {
      return null;
    }
    if (!BRITISH.contains(country)) {
      return bare;
    }
    Matcher whole = WHOLE.matcher(bare);
    if (whole.matches()) {
      return padded(whole.group(1), whole.group(2), whole.group(3).isEmpty() ? "_" : whole.group(3)) + whole.group(4);
    }
    return beginning(country, bare);
  }

  /** The key of a beginning of postal codes; null where none begins so. */
  static @Nullable String beginning(String country, String text) {
    String bare = bare(text);
    if (!BRITISH.contains(country)) {
      return bare.isEmpty() || bare.length() > MAX ? null : bare;
    }
    Matcher beginning = BEGINNING.matcher(bare);
    if (!beginning.matches()) {
      return null;
    }
    String digits = beginning.group(2);
    String letter = beginning.group(3);
    return digits == null
        ? (beginning.group(1) + "_").substring(0, 2)
        : padded(beginning.group(1), digits, letter == null ? "" : letter);
  }

  private static String padded(String letters, String digits, String letter) {
    return (letters + "_").substring(0, 2) + (digits.length() == 1 ? "0" : "") + digits + letter;
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        bare.append(c);
      }
    }
    return bare.toString().toUpperCase(Locale.ROOT);
  }
}
