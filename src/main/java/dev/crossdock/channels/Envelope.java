package dev.crossdock.channels;

/**
 * The outside of a message.
 *
 * @param dedupKey equal for two deliveries of the same event, different for different events, at most 200 characters
 */
public record Envelope(String topic, String dedupKey) {}
