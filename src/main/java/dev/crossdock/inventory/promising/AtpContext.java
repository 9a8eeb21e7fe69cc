package dev.crossdock.inventory.promising;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom and from where something may be promised.
 *
 * @param channel where it is sold; null for nobody in particular
 * @param account of that channel; null for any
 * @param locations these only; empty for all that may serve
 * @param delivery how it gets to the buyer
 */
public record AtpContext(
    @Nullable String channel, @Nullable String account, Set<String> locations, Delivery delivery) {

  /** All locations that ship, for nobody in particular. */
  public static final AtpContext ANYBODY = new AtpContext(null, null, Set.of(), Delivery.SHIP);

  /** How goods get to the buyer. */
  public enum Delivery {
    /** From active locations, marketplace warehouses apart. */
    SHIP,
    /** From active stores. */
    PICKUP
  }

  public AtpContext {
    locations = Set.copyOf(locations);
  }
}
