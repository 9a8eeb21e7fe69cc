package dev.crossdock.api.v1.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.platform.inbox.InboxEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that reached us, without its content.
 *
 * @param state {@code RECEIVED}, {@code DONE}, {@code PARKED} or {@code IGNORED}
 * @param rule which rule parked it
 * @param path where in the message, as a JSON pointer
 * @param waitsFor whose appearance runs it again by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
    UUID id,
    String channel,
    String account,
    String topic,
    String state,
    @Nullable String rule,
    @Nullable String path,
    @Nullable String sentence,
    @Nullable String waitsFor,
    int bytes,
    Instant receivedAt,
    int attempts) {

  static MessageView of(InboxEntry entry) {
    return new MessageView(
        entry.id(),
        entry.channel(),
        entry.account(),
        entry.topic(),
        entry.state().name(),
        entry.reasonRule(),
        entry.reasonPath(),
        entry.reasonText(),
        entry.waitsFor(),
        entry.bodyBytes(),
        entry.receivedAt(),
        entry.attempts());
  }
}
