package dev.crossdock.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.console.kit.Role;
import dev.crossdock.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recomputes the contrast of every pair of colours that meet (WCAG 2.2, 1.4.3 and 1.4.11) from the style sheet. */
class TokensTest {

  private static final Path FILE =
      Shared.project().resolve("src/main/java/dev/crossdock/console/look/tokens.css");
  private static final Pattern TOKEN =
      Pattern.compile("--([a-z-]+): light-dark\\(#([0-9A-F]{6}), #([0-9A-F]{6})\\);");
  private static final List<String> GROUNDS = List.of("surface", "canvas", "sunken", "hover", "selected");
  private static final double TEXT_MIN = 4.5;
  private static final double GRAPHIC_MIN = 3;

  private final Map<String, int[]> tokens = read();

  @Test
  void everyTextCanBeReadOnEveryGround() {
    List<String> found = new ArrayList<>();
    for (String text : List.of("text", "muted", "faint", "link")) {
      for (String ground : GROUNDS) {
        found.addAll(tooWeak(text, ground, TEXT_MIN));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyBadgeCanBeReadAndEveryBarBeSeen() {
    List<String> found = new ArrayList<>();
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(Locale.ROOT);
      found.addAll(tooWeak(name + "-text", name + "-tint", TEXT_MIN));
      found.addAll(tooWeak(name + "-text", "surface", TEXT_MIN));
      found.addAll(tooWeak(name + "-solid", "surface", GRAPHIC_MIN));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyControlAndTheFocusRingCanBeSeen() {
    List<String> found = new ArrayList<>(tooWeak("on-accent", "accent", TEXT_MIN));
    for (String ground : GROUNDS) {
      found.addAll(tooWeak("control", ground, GRAPHIC_MIN));
      found.addAll(tooWeak("focus", ground, GRAPHIC_MIN));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void computesContrastAsWcagDoes() {
    assertThat(contrast(0x000000, 0xFFFFFF)).isEqualTo(21);
    assertThat(contrast(0x777777, 0xFFFFFF)).isBetween(4.47, 4.49);
  }

  @Test
  void noOtherFileNamesAColour() throws IOException {
    Pattern colour = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:hsl|oklch|lab)\\(");
    List<String> found = new ArrayList<>();
    Path console = Objects.requireNonNull(Objects.requireNonNull(FILE.getParent()).getParent());
    try (Stream<Path> files = Files.walk(console)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".css") && !f.equals(FILE)).toList()) {
        Matcher named = colour.matcher(Files.readString(file).replaceAll("#[a-z-]+[ .,{]", ""));
        while (named.find()) {
          found.add(file.getFileName() + ": " + named.group());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private List<String> tooWeak(String front, String back, double least) {
    List<String> found = new ArrayList<>();
    for (int theme = 0; theme < 2; theme++) {
      double contrast = contrast(token(front)[theme], token(back)[theme]);
      if (contrast < least) {
        found.add("%s on %s in %s: %.2f, at least %.1f".formatted(
            front, back, theme == 0 ? "light" : "dark", contrast, least));
      }
    }
    return found;
  }

  private int[] token(String name) {
    assertThat(tokens).containsKey(name);
    return tokens.getOrDefault(name, new int[2]);
  }

  private static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static Map<String, int[]> read() {
    try {
      Map<String, int[]> tokens = new HashMap<>();
      Matcher token = TOKEN.matcher(Files.readString(FILE));
      while (token.find()) {
        tokens.put(
            token.group(1), new int[] {Integer.parseInt(token.group(2), 16), Integer.parseInt(token.group(3), 16)});
      }
      return tokens;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
