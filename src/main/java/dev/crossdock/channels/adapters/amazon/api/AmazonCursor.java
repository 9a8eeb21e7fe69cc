package dev.crossdock.channels.adapters.amazon.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where looking for changes stands, as text {@code since|until|again|token}. Pages of one look must be asked for with
 * the same times, so both are kept with Amazon's mark of the next page, which lives for a day.
 *
 * @param since up to here everything was read
 * @param until where the look under way ends; null between looks
 * @param again whether this look was already begun anew because its mark was no longer taken
 * @param token Amazon's mark of the next page; null on the first
 */
record AmazonCursor(Instant since, @Nullable Instant until, boolean again, @Nullable String token) {

  /** How far the very first look of an account reaches back, unless the account says otherwise. */
  static final Duration FIRST_LOOK_BACK = Duration.ofDays(3);

  /** Amazon refuses an end younger than two minutes; its clock and ours may differ a little. */
  private static final Duration SETTLED = Duration.ofSeconds(150);

  /** A text that is no cursor of ours begins anew: reading twice does no harm, leaving out does. */
  static AmazonCursor parse(@Nullable String text, Supplier<Instant> firstLook) {
    String[] parts = text == null ? new String[0] : text.split("\\|", 4);
    Optional<Instant> since = parts.length == 4 ? time(parts[0]) : Optional.empty();
    if (since.isEmpty()) {
      return new AmazonCursor(firstLook.get(), null, false, null);
    }
    String token = parts[3].isEmpty() ? null : parts[3];
    return new AmazonCursor(since.get(), time(parts[1]).orElse(null), parts[2].equals("again"), token);
  }

  /** The look to make now: the one under way, or a new one up to now. */
  AmazonCursor begun(Instant now) {
    Instant end = now.minus(SETTLED).truncatedTo(ChronoUnit.SECONDS);
    return until == null ? new AmazonCursor(since, end.isBefore(since) ? since : end, again, null) : this;
  }

  /** From where to ask, the overlap included. */
  Instant from(Duration overlap) {
    return since.minus(overlap).truncatedTo(ChronoUnit.SECONDS);
  }

  AmazonCursor next(@Nullable String nextToken) {
    if (nextToken != null) {
      return new AmazonCursor(since, until, again, nextToken);
    }
    return new AmazonCursor(until == null ? since : until, null, false, null);
  }

  /** The same look from its first page; for a mark that is no longer taken. */
  AmazonCursor anew() {
    return new AmazonCursor(since, null, true, null);
  }

  String text() {
    String end = until == null ? "" : until.toString();
    return since + "|" + end + "|" + (again ? "again" : "") + "|" + (token == null ? "" : token);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
