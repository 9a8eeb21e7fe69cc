package dev.crossdock.customers;

import dev.crossdock.customers.internal.Countries;
import dev.crossdock.customers.internal.Country;
import dev.crossdock.customers.internal.PostcodeAreas;
import dev.crossdock.customers.internal.Region;
import dev.crossdock.customers.internal.Regions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an address roughly is: good enough to say which warehouse is nearer, not to measure. Read from tables of
 * countries, states and areas of postcodes; nobody is asked.
 */
public final class Geography {

  private Geography() {}

  /** The told coordinates where there are any, else the middle of the smallest area that is known. */
  public static Optional<GeoPoint> locate(PostalAddress address) {
    return locate(address.country(), address.region(), address.postalCode(), address.lat(), address.lon());
  }

  /** The great-circle distance in kilometres. */
  public static double distanceKm(GeoPoint a, GeoPoint b) {
    return a.kilometresTo(b);
  }

  private static Optional<GeoPoint> locate(
      @Nullable String country,
      @Nullable String region,
      @Nullable String postalCode,
      @Nullable Double lat,
      @Nullable Double lon) {
    if (lat != null && lon != null && GeoPoint.isValid(lat, lon)) {
      return Optional.of(new GeoPoint(lat, lon));
    }
    Optional<Country> known = Countries.find(country);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    String code = known.get().code();
    return PostcodeAreas.point(code, known.get().bare(postalCode))
        .or(() -> Regions.find(code, region).map(Region::point))
        .or(() -> Optional.of(known.get().point()));
  }
}
