package dev.crossdock.routing;

import dev.crossdock.orders.Order;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.OrderFacts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the policy that decides comes from. */
public interface PolicySource {

  /** Asked once for each batch of orders: at most one statement, none while nothing has changed. */
  Choice inForce(Tx tx);

  /** The policies in force. */
  interface Choice {

    /** The one that decides on this order; the same order always gets the same one of a version and its trial. */
    PolicyInForce of(OrderFacts order);

    /** Whether any of them asks what is known of the buyer; only then it is looked up. */
    default boolean asksBuyer() {
      return true;
    }

    /** The version that decides for a part of the orders; null when none does. */
    default @Nullable Integer canaryVersion() {
      return null;
    }

    /** Those that decide beside it, without effect. */
    default List<PolicyInForce> shadows() {
      return List.of();
    }

    /**
     * Looks at a decision while all that it was made on is still as it was. It can't change it, and never throws.
     *
     * @return told the id of the decision when it is recorded
     */
    default Consumer<UUID> beside(Order order, Facts facts, Decided decided) {
      return id -> {};
    }
  }
}
