package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.platform.journal.JournalEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order.
 *
 * @param version its number in the order's history, from 1
 * @param happenedAt when it happened; {@code recordedAt} is when we learned it
 * @param correlation joins everything that followed from one first cause
 * @param causation the message that led to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
    int version,
    String type,
    Instant happenedAt,
    Instant recordedAt,
    ActorView actor,
    String source,
    UUID correlation,
    @Nullable UUID causation,
    Map<String, Object> payload) {

  /** Who did it. */
  record ActorView(String kind, String id) {}

  static EventView of(JournalEvent event, Map<String, Object> payload) {
    return new EventView(
        event.version(),
        event.type(),
        event.happenedAt(),
        event.recordedAt(),
        new ActorView(event.cause().actor().kind().name(), event.cause().actor().id()),
        event.cause().source(),
        event.cause().correlation(),
        event.cause().causation(),
        payload);
  }
}
