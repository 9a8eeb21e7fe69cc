package dev.crossdock.api.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted, from the query's {@code after} and {@code limit}.
 *
 * @param after the key of the last item of the part before, decoded; null for the first part
 */
public record PageRequest(@Nullable String after, int limit) {

  public static final int LIMIT_MAX = 100;
  public static final int LIMIT_USUAL = 50;

  /** One more than is shown, to know whether there is more. */
  public int probe() {
    return limit + 1;
  }

  /** The key as an id, where keys are ids. */
  public @Nullable UUID afterId() {
    if (after == null) {
      return null;
    }
    try {
      return UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw Refusal.parameter("after", "Give what the page before told as next.");
    }
  }

  /** The part, from the items found with {@link #probe}. */
  public <T> Page<T> page(List<T> found, Function<T, String> key) {
    List<T> items = found.size() > limit ? found.subList(0, limit) : found;
    return new Page<>(items, found.size() > limit ? encode(key.apply(items.getLast())) : null);
  }

  /** The part, where whoever found the items knows best how to go on. */
  public static <T> Page<T> found(List<T> items, @Nullable String nextKey) {
    return new Page<>(items, nextKey == null ? null : encode(nextKey));
  }

  static PageRequest of(@Nullable String after, @Nullable String limit) {
    return new PageRequest(after == null ? null : decode(after), limit == null ? LIMIT_USUAL : limit(limit));
  }

  private static int limit(String text) {
    Optional<Integer> limit = text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    return limit
        .filter(number -> number >= 1 && number <= LIMIT_MAX)
        .orElseThrow(() -> Refusal.parameter("limit", "A whole number from 1 to " + LIMIT_MAX + "."));
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String cursor) {
    try {
      String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (!key.isEmpty() && key.indexOf('\0') < 0) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the same refusal as an empty key.
    }
    throw Refusal.parameter("after", "Give what the page before told as next.");
  }
}
