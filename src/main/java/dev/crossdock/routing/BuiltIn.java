package dev.crossdock.routing;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.engine.Objective;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.engine.Split;
import dev.crossdock.routing.engine.Strategy;
import java.util.List;

/**
 * The policy that decides until a merchant writes one: one location that has everything; else the fewest parcels; then
 * the nearest; then priority and code. Units no location has wait for stock, the rest leaves.
 */
final class BuiltIn implements PolicySource {

  static final PolicyInForce POLICY =
      new PolicyInForce(
          "default",
          0,
          List.of(
              new PolicyInForce.Ruled(
                  "fewest parcels, then the nearest",
                  PolicyInForce.When.ALWAYS,
                  new Strategy(
                      Strategy.Candidates.ALL, List.of(), new Objective.InTurn(List.of()), Split.FREELY,
                      new Otherwise.Backorder(true)))));

  @Override
  public Choice inForce(Tx tx) {
    return order -> POLICY;
  }
}
