package dev.crossdock.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a piece of SQL in small letters, without comments; a string constant is one token. */
record SqlTokens(List<String> list) {

  private static final Pattern TOKEN = Pattern.compile(
      "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"[^\"]*\"|::|:[a-zA-Z_]\\w*|[a-zA-Z_]\\w*|\\d+(?:\\.\\d+)?|\\S",
      Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("[a-z_]\\w*");

  static SqlTokens of(String sql) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      String token = matcher.group();
      if (!token.startsWith("--") && !token.startsWith("/*")) {
        tokens.add(token.startsWith("'") ? token : token.toLowerCase(Locale.ROOT));
      }
    }
    return new SqlTokens(List.copyOf(tokens));
  }

  int size() {
    return list.size();
  }

  /** The token at a position, empty beyond either end. */
  String at(int position) {
    return position < 0 || position >= list.size() ? "" : list.get(position);
  }

  boolean isWord(int position) {
    return WORD.matcher(at(position)).matches();
  }

  boolean follow(int position, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!at(position + i).equals(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** The position of the bracket that closes the one at a position, or the end. */
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < list.size(); i++) {
      depth += at(i).equals("(") ? 1 : 0;
      depth -= at(i).equals(")") ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return list.size();
  }

  /** Parts between commas that stand in no bracket, for instance the columns and constraints of a table. */
  List<SqlTokens> parts(int from, int to) {
    List<SqlTokens> parts = new ArrayList<>();
    int start = from;
    for (int i = from; i < to; i++) {
      if (at(i).equals("(")) {
        i = closing(i);
      } else if (at(i).equals(",")) {
        parts.add(new SqlTokens(list.subList(start, i)));
        start = i + 1;
      }
    }
    parts.add(new SqlTokens(list.subList(start, Math.min(to, list.size()))));
    return parts;
  }
}
