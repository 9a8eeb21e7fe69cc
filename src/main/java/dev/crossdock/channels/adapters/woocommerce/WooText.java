package dev.crossdock.channels.adapters.woocommerce;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WordPress stores some typographic characters as HTML entities; a label must not show them. */
final class WooText {

  private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));");
  private static final int SPACE = 0x20;

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201C"),
          Map.entry("rdquo", "\u201D"),
          Map.entry("hellip", "\u2026"),
          Map.entry("times", "\u00D7"));

  private WooText() {}

  /** The text with its entities resolved once; what is no known entity stays. */
  static String plain(String text) {
    return text.indexOf('&') < 0 ? text : ENTITY.matcher(text).replaceAll(WooText::literal);
  }

  private static String literal(MatchResult match) {
    String name = match.group(3);
    String decimal = match.group(1);
    String replacement =
        name != null
            ? NAMED.getOrDefault(name, match.group())
            : character(decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(match.group(2), 16));
    return Matcher.quoteReplacement(replacement.isEmpty() ? match.group() : replacement);
  }

  private static String character(int codePoint) {
    boolean printable =
        Character.isValidCodePoint(codePoint)
            && codePoint >= SPACE
            && !(codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint));
    return printable ? Character.toString(codePoint) : "";
  }
}
