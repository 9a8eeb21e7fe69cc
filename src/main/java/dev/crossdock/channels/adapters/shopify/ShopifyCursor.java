package dev.crossdock.channels.adapters.shopify;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where reading changes stands, as text {@code since|newest|page}.
 *
 * @param since where the poll under way began to look
 * @param newest the latest change seen in it; the next poll looks from there, less the overlap
 * @param page the channel's mark of the next page; null between polls
 */
record ShopifyCursor(Instant since, Instant newest, @Nullable String page) {

  /** How far the very first poll of an account looks back, unless the account says otherwise. */
  static final Duration FIRST_LOOK_BACK = Duration.ofDays(2);

  /** A text that is no cursor of ours begins anew: reading twice does no harm, leaving out does. */
  static ShopifyCursor parse(@Nullable String text, Supplier<Instant> firstLook) {
    String[] parts = text == null ? new String[0] : text.split("\\|", 3);
    Optional<Instant> since = parts.length == 3 ? time(parts[0]) : Optional.empty();
    Optional<Instant> newest = parts.length == 3 ? time(parts[1]) : Optional.empty();
    if (since.isEmpty() || newest.isEmpty()) {
      Instant begin = firstLook.get();
      return new ShopifyCursor(begin, begin, null);
    }
    return new ShopifyCursor(since.get(), newest.get(), parts[2].isEmpty() ? null : parts[2]);
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text.strip()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** A page mark stands for all other parameters, and the API refuses them beside it. */
  String query(Duration overlap, int size) {
    return page == null
        ? "status=any&order=updated_at+asc&limit=" + size + "&updated_at_min="
            + since.minus(overlap).truncatedTo(ChronoUnit.SECONDS)
        : "limit=" + size + "&page_info=" + page;
  }

  ShopifyCursor after(Instant seen, @Nullable String nextPage) {
    return nextPage == null ? new ShopifyCursor(seen, seen, null) : new ShopifyCursor(since, seen, nextPage);
  }

  ShopifyCursor withoutPage() {
    return new ShopifyCursor(since, since, null);
  }

  String text() {
    return since + "|" + newest + "|" + (page == null ? "" : page);
  }
}
