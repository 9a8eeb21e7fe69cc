package dev.crossdock.routing.network.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.routing.network.internal.Entries.Wanted;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.Profile;
import dev.crossdock.routing.network.ProfileInput;
import dev.crossdock.routing.network.RateCard;
import dev.crossdock.routing.network.RateCardInput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Profiles and rate cards that are only tried: judged as those that are kept, and kept nowhere. Pure. */
public final class Sketches {

  private Sketches() {}

  /** The profile of a location, or nothing and at least one error more in the list. */
  public static Optional<Profile> profile(ProfileInput input, String location, List<ItemError> errors) {
    ProfileInput named =
        new ProfileInput(
            location, null, input.tags(), input.programmes(), input.channels(), input.hazmat(),
            input.temperatures(), input.oversize(), input.pickup(), input.countries(), input.week(),
            input.capacity(), input.costs());
    return Optional.ofNullable(ProfileRules.judge(0, named, Set.of(location), errors)).map(Wanted::content);
  }

  /** The rate card, or nothing and at least one error more in the list. */
  public static Optional<Kept<RateCard>> rateCard(
      RateCardInput input, Set<String> locations, Instant since, List<ItemError> errors) {
    Wanted<RateCard> judged = CardRules.judge(0, input, locations, errors);
    if (judged == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(judged.content()).map(card -> new Kept<>(judged.name(), 1, since, card));
  }
}
