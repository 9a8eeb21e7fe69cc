package dev.crossdock.routing.network;

import dev.crossdock.inventory.Location;
import dev.crossdock.routing.facts.PlaceProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Profiles and cards of a merchant as of their revisions, ready for use. Immutable, and shared by many batches.
 *
 * @param profiles of locations that have one
 * @param limited locations of limited capacity, by code
 */
record Snapshot(
    @Nullable UUID profilesRevision,
    @Nullable UUID cardsRevision,
    List<Location> locations,
    Map<String, PlaceProfile> profiles,
    Map<String, Location> limited,
    RateCards tariffs) {

  static Snapshot of(
      @Nullable UUID profilesRevision,
      @Nullable UUID cardsRevision,
      List<Location> locations,
      Map<String, Profile> told,
      List<Kept<RateCard>> cards) {
    Map<String, PlaceProfile> profiles = new HashMap<>();
    Map<String, Location> limited = new HashMap<>();
    for (Location location : locations) {
      Profile profile = told.get(location.code());
      if (profile != null) {
        profiles.put(location.code(), profile.facts(location.timeZone()));
        if (profile.capacity() != null) {
          limited.put(location.code(), location);
        }
      }
    }
    return new Snapshot(
        profilesRevision, cardsRevision, locations, Map.copyOf(profiles), Map.copyOf(limited),
        RateCards.of(cards, locations));
  }

  PlaceProfile profile(String location) {
    return profiles.getOrDefault(location, PlaceProfile.PLAIN);
  }
}
