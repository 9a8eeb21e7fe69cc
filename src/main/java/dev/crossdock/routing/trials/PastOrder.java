package dev.crossdock.routing.trials;

import dev.crossdock.routing.engine.Planned.Assignment;
import dev.crossdock.routing.facts.OrderFacts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order as it came, and where it really went.
 *
 * @param came when we took it in: then it is decided on
 * @param really where its units are or left from, by what was recorded
 * @param erased whether its address is gone: then only its country and region are known
 */
public record PastOrder(UUID id, Instant came, OrderFacts facts, List<Assignment> really, boolean erased) {

  public PastOrder {
    really = List.copyOf(really);
  }
}
