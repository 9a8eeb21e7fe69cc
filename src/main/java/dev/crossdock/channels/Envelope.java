package dev.crossdock.channels;

/**
 * The outside of a message.
 *
 * @param dedupKey equal for two deliveries of the same event, different for different events, at most 200 characters
 * @param namesOnly whether it looks as if it would be decoded to {@link Decoded.FetchNeeded}: then nobody waits for a
 *     batch before the call. Being wrong costs time and nothing else
 */
public record Envelope(String topic, String dedupKey, boolean namesOnly) {

  /** Of a message that tells all there is to know. */
  public Envelope(String topic, String dedupKey) {
    this(topic, dedupKey, false);
  }
}
