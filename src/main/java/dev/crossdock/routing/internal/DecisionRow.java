package dev.crossdock.routing.internal;

import dev.crossdock.orders.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kept decision.
 *
 * @param rule that decided; null in old ones
 * @param chosen codes of the locations that ship
 * @param detail its JSON
 */
public record DecisionRow(
    OrderId order,
    UUID id,
    String policy,
    @Nullable String rule,
    String outcome,
    String sentence,
    List<String> chosen,
    String detail,
    Instant decidedAt) {

  public DecisionRow {
    chosen = List.copyOf(chosen);
  }

  /** A location that a criterion kept out of a decision. */
  public record KeptOut(OrderId order, UUID decision, String location, String because, Instant decidedAt) {}
}
