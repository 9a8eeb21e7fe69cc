package dev.crossdock.inventory;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A place that holds stock.
 *
 * @param country ISO 3166-1 alpha-2
 * @param lat degrees north; given together with {@code lon} or not at all
 * @param priority the smaller, the sooner it is chosen among equals
 * @param version counts its changes, from 1
 */
public record Location(
    String code,
    String name,
    LocationKind kind,
    String country,
    @Nullable String region,
    @Nullable String city,
    @Nullable String postalCode,
    @Nullable Double lat,
    @Nullable Double lon,
    ZoneId timeZone,
    int priority,
    boolean active,
    int version) {

  Location withVersion(int number) {
    return new Location(
        code, name, kind, country, region, city, postalCode, lat, lon, timeZone, priority, active, number);
  }
}
