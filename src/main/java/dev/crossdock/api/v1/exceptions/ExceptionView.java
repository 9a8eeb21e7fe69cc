package dev.crossdock.api.v1.exceptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed and needs a person.
 *
 * @param group exceptions of one cause have the same
 * @param order the order it concerns
 * @param message the message it concerns: it can be run again
 * @param remedy what would settle it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExceptionView(
    UUID id,
    String type,
    String group,
    @Nullable UUID order,
    @Nullable String orderNumber,
    @Nullable UUID message,
    @Nullable String channel,
    @Nullable String account,
    String sentence,
    String remedy,
    Map<String, String> evidence,
    Instant openedAt) {

  public static ExceptionView of(ExceptionSearch.Case found) {
    OrderId order = found.order();
    return new ExceptionView(
        found.id(),
        found.type().name(),
        found.groupKey(),
        order == null ? null : order.value(),
        found.orderNumber(),
        found.message(),
        found.channel(),
        found.account(),
        found.sentence(),
        found.remedy(),
        found.evidence(),
        found.openedAt());
  }
}
