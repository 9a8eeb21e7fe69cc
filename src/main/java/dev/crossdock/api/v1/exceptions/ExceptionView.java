package dev.crossdock.api.v1.exceptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.orders.shortage.Remedy;
import java.time.Instant;
import java.util.List;
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
 * @param remedies the same worked out, for a line that was sold without stock; otherwise empty
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
    Instant openedAt,
    List<RemedyView> remedies) {

  /**
   * Something that would settle it, worked out from what is true now.
   *
   * @param kind {@code OTHER_LOCATION}, {@code TRANSFER}, {@code SUBSTITUTE}, {@code BACKORDER}, {@code DISPLACE} or
   *     {@code CANCEL}
   * @param parameters what the command that does it takes: units, days, SKUs, orders
   */
  public record RemedyView(String kind, String words, Map<String, Object> parameters) {
    static RemedyView of(Remedy remedy) {
      return new RemedyView(remedy.kind().name(), remedy.words(), remedy.parameters());
    }
  }

  public static ExceptionView of(ExceptionSearch.Case found, List<Remedy> remedies) {
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
        found.openedAt(),
        remedies.stream().map(RemedyView::of).toList());
  }
}
