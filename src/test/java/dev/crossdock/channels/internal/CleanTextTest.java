package dev.crossdock.channels.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanTextTest {

  private static final int MAX = 6;

  @Test
  void keepsWhatCanBeStoredAndReplacesTheRest() {
    Map<String, String> cases = new HashMap<>();
    cases.put("plain", "plain");
    cases.put("  in  ", "in");
    cases.put("a\0b\tc", "a b c");
    cases.put("a\u0085b", "a b");
    cases.put("\uD83D\uDE00!", "\uD83D\uDE00!");
    cases.put("a\uD83Db", "a?b");
    cases.put("\uDE00", "?");
    cases.put("seventh", "sevent");
    cases.put("\uD83D\uDE00".repeat(7), "\uD83D\uDE00".repeat(6));

    cases.forEach((told, clean) -> assertThat(CleanText.of(told, MAX)).isEqualTo(clean));
  }

  @Test
  void nothingIsNothing() {
    assertThat(CleanText.of(null, MAX)).isNull();
    assertThat(CleanText.of("", MAX)).isNull();
    assertThat(CleanText.of(" \0 ", MAX)).isNull();
    assertThat(CleanText.or(" ", MAX, "-")).isEqualTo("-");
  }
}
