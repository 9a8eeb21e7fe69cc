package dev.crossdock.customers.internal;

import dev.crossdock.customers.GeoPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What addresses in a country look like.
 *
 * @param formats postcodes without blanks: N for a digit, A for a letter, X for either
 * @param example a postcode as people write it; empty where there is none
 */
public record Country(
    String code, GeoPoint point, Need postcode, Need region, Need city, List<String> formats, String example) {

  /** How much a field is needed. */
  enum Need {
    REQUIRED,
    WELCOME,
    OPTIONAL,
    NONE;

    static Need of(String letter) {
      return switch (letter) {
        case "R" -> REQUIRED;
        case "W" -> WELCOME;
        case "O" -> OPTIONAL;
        case "N" -> NONE;
        default -> throw new IllegalArgumentException("no need is called " + letter);
      };
    }
  }

  /** Whether the postcode fits; the country's own letters may stand in front of it. */
  boolean fits(@Nullable String postcode) {
    return matches(bare(postcode));
  }

  /** The postcode as compared: compact, and without the country's letters where only then it fits. */
  public String bare(@Nullable String postcode) {
    String compact = AddressText.compact(postcode);
    String without = withoutCountry(compact);
    return !matches(compact) && matches(without) ? without : compact;
  }

  private boolean matches(String compact) {
    return formats.stream().anyMatch(format -> matches(format, compact));
  }

  private String withoutCountry(String compact) {
    int letters = 0;
    while (letters < compact.length() && Character.isLetter(compact.charAt(letters))) {
      letters++;
    }
    String front = compact.substring(0, letters);
    boolean own = front.startsWith(code) || front.equals(code.substring(0, 1)) || front.equals("FIN");
    return own && letters <= 3 ? compact.substring(letters) : compact;
  }

  private static boolean matches(String format, String compact) {
    if (format.length() != compact.length()) {
      return false;
    }
    for (int i = 0; i < format.length(); i++) {
      if (!matches(format.charAt(i), compact.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(char kind, char character) {
    boolean digit = character >= '0' && character <= '9';
    boolean letter = character >= 'A' && character <= 'Z';
    return kind == 'N' ? digit : kind == 'A' ? letter : digit || letter;
  }
}
