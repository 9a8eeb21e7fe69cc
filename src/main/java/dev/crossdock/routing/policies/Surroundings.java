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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is there for a policy to name. */
public final class Surroundings {

  private final Locations locations;
  private final FactsSource network;
  private final BiFunction<Tx, Set<String>, Set<String>> knownSkus;
  private final Function<Tx, Map<String, Set<String>>> channels;
  private final Function<Tx, Optional<Words>> words;

  /**
   * Without words of items and carriers: of those that a policy names, nothing is said.
   *
   * @param knownSkus of some SKUs those that exist
   * @param channels the accounts by channel
   */
  public Surroundings(
      Locations locations,
      FactsSource network,
      BiFunction<Tx, Set<String>, Set<String>> knownSkus,
      Function<Tx, Map<String, Set<String>>> channels) {
    this(locations, network, knownSkus, channels, tx -> Optional.empty());
  }

  private Surroundings(
      Locations locations,
      FactsSource network,
      BiFunction<Tx, Set<String>, Set<String>> knownSkus,
      Function<Tx, Map<String, Set<String>>> channels,
      Function<Tx, Optional<Words>> words) {
    this.locations = locations;
    this.network = network;
    this.knownSkus = knownSkus;
    this.channels = channels;
    this.words = words;
  }

  /** The same, and what items and carriers are called. */
  public Surroundings with(Function<Tx, Words> told) {
    return new Surroundings(locations, network, knownSkus, channels, told.andThen(Optional::of));
  }

  /**
   * What items and carriers are called.
   *
   * @param itemTags of any item
   * @param hazmat classes of dangerous goods of any item
   * @param carriers of any rate card
   */
  public record Words(Set<String> itemTags, Set<String> hazmat, Set<String> carriers) {
    public Words {
      itemTags = Set.copyOf(itemTags);
      hazmat = Set.copyOf(hazmat);
      carriers = Set.copyOf(carriers);
    }
  }

  /**
   * What there is.
   *
   * @param accountsOf by channel
   * @param profiles of each location, by its code
   * @param unknownSkus of those that the policy names
   * @param words empty where nobody knows them
   */
  public record Known(
      Map<String, Set<String>> accountsOf,
      List<Location> locations,
      Map<String, PlaceProfile> profiles,
      Set<String> unknownSkus,
      Optional<Words> words) {

    public Set<String> channels() {
      return accountsOf.keySet();
    }

    public Set<String> accounts() {
      Set<String> all = new HashSet<>();
      accountsOf.values().forEach(all::addAll);
      return all;
    }

    boolean hasLocation(String code) {
      return locations.stream().anyMatch(location -> location.code().equals(code));
    }

    PlaceProfile profile(Location place) {
      return profiles.getOrDefault(place.code(), PlaceProfile.PLAIN);
    }

    Set<String> programmes() {
      Set<String> programmes = new HashSet<>();
      profiles.values().forEach(profile -> programmes.addAll(profile.programmes()));
      return programmes;
    }

    Set<String> locationTags() {
      Set<String> tags = new HashSet<>();
      profiles.values().forEach(profile -> tags.addAll(profile.tags()));
      return tags;
    }
  }

  Known of(Tx tx, Policy policy) {
    Set<String> unknown = new HashSet<>();
    policy.rules().forEach(rule -> unknown.addAll(Names.skus(rule.when())));
    if (!unknown.isEmpty()) {
      unknown.removeAll(knownSkus.apply(tx, Set.copyOf(unknown)));
    }
    List<Location> places = locations.list(tx);
    FactsSource.Network facts = network.of(tx, Set.of());
    Map<String, PlaceProfile> profiles = new HashMap<>();
    places.forEach(place -> profiles.put(place.code(), facts.profile(place.code())));
    return new Known(channels.apply(tx), places, profiles, unknown, words.apply(tx));
  }
}
