package dev.crossdock.routing;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.OrderFacts;

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
  }
}
