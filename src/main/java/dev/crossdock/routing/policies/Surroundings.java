package dev.crossdock.routing.policies;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.FactsSource;
import dev.crossdock.routing.conditions.Names;
import dev.crossdock.routing.facts.PlaceProfile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is there for a policy to name. */
public final class Surroundings {

  private final Locations locations;
  private final FactsSource network;
  private final BiFunction<Tx, Set<String>, Set<String>> knownSkus;
  private final Function<Tx, Map<String, Set<String>>> channels;

  /**
   * @param knownSkus of some SKUs those that exist
   * @param channels the accounts by channel
   */
  public Surroundings(
      Locations locations,
      FactsSource network,
      BiFunction<Tx, Set<String>, Set<String>> knownSkus,
      Function<Tx, Map<String, Set<String>>> channels) {
    this.locations = locations;
    this.network = network;
    this.knownSkus = knownSkus;
    this.channels = channels;
  }

  /**
   * What there is.
   *
   * @param profiles of each location, by its code
   * @param unknownSkus of those that the policy names
   */
  public record Known(
      Set<String> channels,
      Set<String> accounts,
      List<Location> locations,
      Map<String, PlaceProfile> profiles,
      Set<String> unknownSkus) {

    boolean hasLocation(String code) {
      return locations.stream().anyMatch(location -> location.code().equals(code));
    }

    Set<String> locationTags() {
      Set<String> tags = new HashSet<>();
      profiles.values().forEach(profile -> tags.addAll(profile.tags()));
      return tags;
    }
  }

  Known of(Tx tx, Policy policy) {
    Map<String, Set<String>> accounts = channels.apply(tx);
    Set<String> all = new HashSet<>();
    accounts.values().forEach(all::addAll);
    Set<String> unknown = new HashSet<>();
    policy.rules().forEach(rule -> unknown.addAll(Names.skus(rule.when())));
    if (!unknown.isEmpty()) {
      unknown.removeAll(knownSkus.apply(tx, Set.copyOf(unknown)));
    }
    List<Location> places = locations.list(tx);
    FactsSource.Network facts = network.of(tx, Set.of());
    Map<String, PlaceProfile> profiles = new HashMap<>();
    places.forEach(place -> profiles.put(place.code(), facts.profile(place.code())));
    return new Known(accounts.keySet(), all, places, profiles, unknown);
  }
}
