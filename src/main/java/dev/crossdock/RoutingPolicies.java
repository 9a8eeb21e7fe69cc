package dev.crossdock;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.routing.PolicySource;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.StoredPolicies;
import dev.crossdock.routing.policies.Surroundings;
import java.util.List;
import java.util.Map;

/** The policies that merchants keep, as routing asks for them; the built-in one decides where there are none. */
final class RoutingPolicies {

  private RoutingPolicies() {}

  /** What was activated was checked then: here it is only read, whatever accounts there are. */
  static PolicySource of(Locations locations, Catalog catalog, Network network, Journal journal) {
    Expressions expressions = new Expressions();
    Surroundings surroundings = new Surroundings(locations, network.facts(), catalog::known, tx -> Map.of());
    return new StoredPolicies(
        new Policies(new PolicyReader(expressions), surroundings, List.of(), journal), expressions);
  }
}
