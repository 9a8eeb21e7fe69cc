package dev.crossdock.platform.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as lists show it, without its body.
 *
 * @param reasonRule which rule parked it, a stable word
 * @param reasonPath where in the message, as an RFC 6901 JSON pointer
 * @param reasonText why, for a person
 * @param waitsFor the key whose appearance sets it going again by itself
 * @param nextAttemptAt not worked on before
 */
public record InboxEntry(
    UUID id,
    String channel,
    String account,
    String topic,
    InboxState state,
    @Nullable String reasonRule,
    @Nullable String reasonPath,
    @Nullable String reasonText,
    @Nullable String waitsFor,
    int bodyBytes,
    Instant receivedAt,
    Instant nextAttemptAt,
    int attempts) {}
