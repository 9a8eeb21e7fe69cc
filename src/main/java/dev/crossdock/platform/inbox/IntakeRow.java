package dev.crossdock.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A message with its id, its texts made fit for the database: no control characters, no endless keys.
 *
 * @param leased whether this process leases it to itself with the insert
 */
record IntakeRow(UUID id, NewMessage message, String topic, String dedupKey, boolean leased) {

  private static final int KEY_MAX = 200;
  private static final int TOPIC_MAX = 200;

  /** The number of a message's first lease. */
  static final long FIRST_FENCE = 1;

  /** The order of the unique key: two transactions that insert the same keys take them in the same order. */
  static final Comparator<IntakeRow> BY_UNIQUE_KEY =
      Comparator.comparing((IntakeRow row) -> row.message.channel())
          .thenComparing(row -> row.message.account())
          .thenComparing(IntakeRow::dedupKey)
          .thenComparing(IntakeRow::id);

  static IntakeRow of(UUID id, NewMessage message, boolean leased) {
    return new IntakeRow(id, message, cleanTopic(message.topic()), boundedKey(message.dedupKey()), leased);
  }

  /** As it is handed out when it was stored with its lease. */
  InboxMessage handedOut(Instant receivedAt) {
    return new InboxMessage(
        id, message.channel(), message.account(), topic, dedupKey, message.headers(), message.body(), receivedAt, 0,
        FIRST_FENCE);
  }

  private static String cleanTopic(String topic) {
    StringBuilder clean = new StringBuilder();
    topic.codePoints()
        .limit(TOPIC_MAX)
        .map(point -> fit(point) ? point : '\uFFFD')
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static String boundedKey(String key) {
    return key.length() <= KEY_MAX && key.codePoints().allMatch(IntakeRow::fit) ? key : "sha256:" + digest(key);
  }

  private static boolean fit(int point) {
    return !Character.isISOControl(point) && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
  }

  private static String digest(String key) {
    try {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_16BE);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
