package dev.crossdock.channels.adapters.amazon.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where looking for changes stands, as text {@code since|until|again|due|token} and a line for each receipt. Pages of
 * one look must be asked for with the same times, so both are kept with Amazon's mark of the next page, which lives for
 * a day.
 *
 * @param since up to here everything was read
 * @param until where the look under way ends; null between looks
 * @param again whether this look was already begun anew because its mark was no longer taken
 * @param due when to look next; null for at once
 * @param token Amazon's mark of the next page; null on the first
 * @param receipts of notifications that were handed out and are still in the queue
 */
record AmazonCursor(
    Instant since,
    @Nullable Instant until,
    boolean again,
    @Nullable Instant due,
    @Nullable String token,
    List<String> receipts) {

  /** How far the very first look of an account reaches back, unless the account says otherwise. */
  static final Duration FIRST_LOOK_BACK = Duration.ofDays(3);

  static final int RECEIPT_CHARS_MAX = 1_024;
  static final Pattern RECEIPT = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1," + RECEIPT_CHARS_MAX + "}");

  /** Amazon refuses an end younger than two minutes; its clock and ours may differ a little. */
  private static final Duration SETTLED = Duration.ofSeconds(150);

  private static final int PARTS = 5;

  /** A text that is no cursor of ours begins anew: reading twice does no harm, leaving out does. */
  static AmazonCursor parse(@Nullable String text, Supplier<Instant> firstLook) {
    String[] lines = text == null ? new String[] {""} : text.split("\n");
    String[] parts = lines[0].split("\\|", PARTS);
    Optional<Instant> since = parts.length == PARTS ? time(parts[0]) : Optional.empty();
    if (since.isEmpty()) {
      return new AmazonCursor(firstLook.get(), null, false, null, null, List.of());
    }
    return new AmazonCursor(
        since.get(),
        time(parts[1]).orElse(null),
        parts[2].equals("again"),
        time(parts[3]).orElse(null),
        parts[4].isEmpty() ? null : parts[4],
        Arrays.stream(lines).skip(1).filter(line -> RECEIPT.matcher(line).matches()).toList());
  }

  boolean isDue(Instant now) {
    return token != null || due == null || !now.isBefore(due);
  }

  /** The look to make now: the one under way, or a new one up to now. */
  AmazonCursor begun(Instant now) {
    Instant end = now.minus(SETTLED).truncatedTo(ChronoUnit.SECONDS);
    return until == null
        ? new AmazonCursor(since, end.isBefore(since) ? since : end, again, null, null, receipts)
        : this;
  }

  /** From where to ask, the overlap included. */
  Instant from(Duration overlap) {
    return since.minus(overlap).truncatedTo(ChronoUnit.SECONDS);
  }

  /** After a page: the next page of the look, or its end. */
  AmazonCursor next(@Nullable String nextToken, Instant now) {
    if (nextToken != null) {
      return new AmazonCursor(since, until, again, null, nextToken, receipts);
    }
    Instant due = now.plus(AmazonOrders.LOOK_EVERY).truncatedTo(ChronoUnit.SECONDS);
    return new AmazonCursor(until == null ? since : until, null, false, due, null, receipts);
  }

  /** The same look from its first page; for a mark that is no longer taken. */
  AmazonCursor anew() {
    return new AmazonCursor(since, null, true, null, null, receipts);
  }

  AmazonCursor withReceipts(List<String> others) {
    return new AmazonCursor(since, until, again, due, token, List.copyOf(others));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(since).append('|').append(until == null ? "" : until).append('|').append(again ? "again" : "");
    text.append('|').append(due == null ? "" : due).append('|').append(token == null ? "" : token);
    receipts.forEach(receipt -> text.append('\n').append(receipt));
    return text.toString();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
