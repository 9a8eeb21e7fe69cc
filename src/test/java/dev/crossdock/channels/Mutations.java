package dev.crossdock.channels;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a message wrong in ways that messages go wrong, by accident and on purpose. */
final class Mutations {

  private static final Pattern SCALAR =
      Pattern.compile("(?<=[:\\[,]\\s{0,40})(\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d[\\d.eE+-]*|true|false|null)");

  private static final List<String> STRANGE =
      List.of(
          "null", "true", "[]", "{}", "\"\"", "\" \"", "\"x\"", "0", "-1", "1.5", "1e1000000000", "-1e-1000000000",
          "9223372036854775808", "999999999999999", "0.1", "\"1\"", "\"\uFF11\"", "\"1e999999999\"", "\"-0\"",
          "\"NaN\"", "\"2026-11-20T00:00:00Z\"", "\"+999999999-12-31T23:59:59Z\"", "\"\\u0000\"", "\"\\ud83d\"",
          "\"EUR\"", "\"XXX\"", "\"JPY\"", "[[[[[[1]]]]]]", "{\"a\":{\"a\":1}}", "{\"a\":1,\"a\":2}", "[null]",
          "[{}]", "1".repeat(99), "1".repeat(200), "\"" + "y".repeat(5_000) + "\"",
          "[".repeat(70) + "]".repeat(70), "'", "//", "\uD83C\uDF81");

  private final Random random;
  private final byte[] original;
  private final String text;
  private final List<MatchResult> scalars;

  Mutations(byte[] original, long seed) {
    this.random = new Random(seed);
    this.original = original;
    this.text = new String(original, StandardCharsets.UTF_8);
    Matcher matcher = SCALAR.matcher(text);
    this.scalars = matcher.results().toList();
  }

  byte[] next() {
    return switch (random.nextInt(8)) {
      case 0 -> truncated();
      case 1 -> flipped();
      case 2 -> withoutSlice();
      case 3 -> withNoise();
      default -> withStrangeValues();
    };
  }

  private byte[] truncated() {
    return text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flipped() {
    byte[] body = original.clone();
    for (int i = random.nextInt(3); i >= 0 && body.length > 0; i--) {
      body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return body;
  }

  private byte[] withoutSlice() {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(200));
    return (text.substring(0, from) + text.substring(to)).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] withNoise() {
    byte[] noise = new byte[1 + random.nextInt(12)];
    random.nextBytes(noise);
    int at = random.nextInt(original.length + 1);
    byte[] body = new byte[original.length + noise.length];
    System.arraycopy(original, 0, body, 0, at);
    System.arraycopy(noise, 0, body, at, noise.length);
    System.arraycopy(original, at, body, at + noise.length, original.length - at);
    return body;
  }

  /** Other values in the place of one to three; the document stays JSON most of the time. */
  private byte[] withStrangeValues() {
    if (scalars.isEmpty()) {
      return flipped();
    }
    List<MatchResult> chosen = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      chosen.add(scalars.get(random.nextInt(scalars.size())));
    }
    chosen.sort((a, b) -> Integer.compare(b.start(), a.start()));
    StringBuilder body = new StringBuilder(text);
    int end = Integer.MAX_VALUE;
    for (MatchResult scalar : chosen) {
      if (scalar.end() <= end) {
        body.replace(scalar.start(), scalar.end(), STRANGE.get(random.nextInt(STRANGE.size())));
        end = scalar.start();
      }
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
