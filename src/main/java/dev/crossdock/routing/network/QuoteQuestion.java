package dev.crossdock.routing.network;

import dev.crossdock.customers.Geography;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.inventory.Location;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.Tariffs.Load;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that a price is asked for.
 *
 * @param from code of the location it leaves from
 * @param leaves when; null for at once
 */
public record QuoteQuestion(
    String from,
    String country,
    @Nullable String region,
    @Nullable String postalCode,
    Load load,
    @Nullable Instant leaves) {

  Destination to() {
    PostalAddress address = PostalAddress.ofPlace(country, region, null, postalCode, null, null);
    return new Destination(country, region, postalCode, Geography.locate(address).orElse(null));
  }

  Place from(Location location) {
    PostalAddress address =
        PostalAddress.ofPlace(
            location.country(), location.region(), location.city(), location.postalCode(), location.lat(),
            location.lon());
    Double km =
        Geography.locate(address)
            .flatMap(
                here -> Geography.locate(PostalAddress.ofPlace(country, region, null, postalCode, null, null))
                    .map(here::kilometresTo))
            .orElse(null);
    return new Place(location, PlaceProfile.PLAIN, PlaceLoad.NONE, km);
  }
}
