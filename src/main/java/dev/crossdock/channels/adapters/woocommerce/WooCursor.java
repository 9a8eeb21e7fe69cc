package dev.crossdock.channels.adapters.woocommerce;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where reading changes stands, as text {@code after|newest|page}. Pages by number alone would leave orders out: an
 * order that changes while we read moves to the end and pulls the next page's first order into a page already read. So
 * each page begins where the last one ended in time, and numbers only serve a second that fills a page.
 *
 * @param after the time that the orders of the next page lie behind
 * @param newest the latest change seen; the next poll looks from there, less the overlap
 * @param page the page to read next, from 1; 0 between polls
 */
record WooCursor(Instant after, Instant newest, int page) {

  /** How far the very first poll of an account looks back, unless the account says otherwise. */
  static final Duration FIRST_LOOK_BACK = Duration.ofDays(2);

  private static final Pattern PAGE = Pattern.compile("\\d{1,6}");

  /** A text that is no cursor of ours begins anew: reading twice does no harm, leaving out does. */
  static WooCursor parse(@Nullable String text, Supplier<Instant> firstLook) {
    String[] parts = text == null ? new String[0] : text.split("\\|", -1);
    if (parts.length == 3 && PAGE.matcher(parts[2]).matches()) {
      Optional<Instant> after = time(parts[0]);
      Optional<Instant> newest = time(parts[1]);
      if (after.isPresent() && newest.isPresent()) {
        return new WooCursor(after.get(), newest.get(), Integer.parseInt(parts[2]));
      }
    }
    Instant begin = firstLook.get();
    return new WooCursor(begin, begin, 0);
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text.strip()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The first request of a poll reaches back behind what was seen last. */
  WooCursor begun(Duration overlap) {
    return page > 0 ? this : new WooCursor(newest.minus(overlap).truncatedTo(ChronoUnit.SECONDS), newest, 1);
  }

  String query(int size) {
    String time = after.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    return "orderby=modified&order=asc&dates_are_gmt=true&per_page=" + size + "&page=" + page
        + "&modified_after=" + time;
  }

  /** After a page whose latest change was at a time. */
  WooCursor next(Instant last, boolean more) {
    Instant seen = last.isAfter(newest) ? last : newest;
    Instant tied = last.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
    if (!more) {
      return new WooCursor(seen, seen, 0);
    }
    return tied.isAfter(after) ? new WooCursor(tied, seen, 1) : new WooCursor(after, seen, page + 1);
  }

  String text() {
    return after + "|" + newest + "|" + page;
  }
}
