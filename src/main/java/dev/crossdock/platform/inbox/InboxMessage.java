package dev.crossdock.platform.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A message handed out to be worked on.
 *
 * @param attempts how often it was put back, leased or run again before
 * @param fence the number of its last lease
 */
public record InboxMessage(
    UUID id,
    String channel,
    String account,
    String topic,
    String dedupKey,
    Map<String, String> headers,
    byte[] body,
    Instant receivedAt,
    int attempts,
    long fence) {

  /** The same with its raw copy. */
  InboxMessage with(RawCopy raw) {
    return new InboxMessage(
        id, channel, account, topic, dedupKey, raw.headers(), raw.body(), receivedAt, attempts, fence);
  }
}
