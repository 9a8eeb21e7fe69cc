package dev.crossdock.routing.network;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.routing.network.internal.Entries;
import dev.crossdock.routing.network.internal.Entries.Wanted;
import dev.crossdock.routing.network.internal.Kind;
import dev.crossdock.routing.network.internal.ProfileRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What locations can do, when they work and what it costs, now and at any instant of the past. */
public final class Profiles {

  private final Locations locations;
  private final Entries<Profile> entries;

  public Profiles(Locations locations, Journal journal, Ids ids) {
    this.locations = locations;
    this.entries = new Entries<>(Kind.PROFILE, Profile.class, journal, ids);
  }

  /** Keeps the profiles, whole; wrong ones are refused by name. The caller undoes all of it or leaves the others. */
  public Told<Profile> put(Tx tx, List<ProfileInput> inputs) {
    Set<String> known = locations.list(tx).stream().map(Location::code).collect(Collectors.toSet());
    List<ItemError> errors = new ArrayList<>();
    List<Wanted<Profile>> wanted = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Wanted<Profile> judged = ProfileRules.judge(i, inputs.get(i), known, errors);
      if (judged != null) {
        wanted.add(judged);
      }
    }
    return entries.put(tx, wanted, errors);
  }

  /** The location is again one of which nobody has said anything. */
  public Told<Profile> remove(Tx tx, String location, @Nullable Integer expected) {
    return entries.put(tx, List.of(new Wanted<>(0, location, expected, null)), new ArrayList<>());
  }

  /** In the order of the locations' codes. */
  public List<Kept<Profile>> list(Tx tx) {
    return entries.list(tx);
  }

  public Optional<Kept<Profile>> find(Tx tx, String location) {
    return entries.find(tx, location);
  }

  /** Profiles by location, as they were at that instant. */
  public Map<String, Kept<Profile>> then(Tx tx, Instant at) {
    return entries.then(tx, null, at);
  }

  /** When anything was told of any profile next after an instant. */
  public Optional<Instant> nextChange(Tx tx, Instant after) {
    return entries.nextChange(tx, after);
  }

  /** Its versions, the newest first. */
  public List<Kept<Profile>> history(Tx tx, String location) {
    return entries.history(tx, location);
  }
}
