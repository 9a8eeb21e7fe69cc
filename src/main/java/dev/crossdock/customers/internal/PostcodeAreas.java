package dev.crossdock.customers.internal;

import dev.crossdock.customers.GeoPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the beginning of a postcode tells: the states it lies in, or roughly where it is. */
public final class PostcodeAreas {

  /** A range of beginnings, all of one length, with either regions or a point. */
  record Area(String country, String from, String to, List<String> regions, @Nullable GeoPoint point) {

    boolean holds(String postcode) {
      if (postcode.length() < from.length()) {
        return false;
      }
      String start = postcode.substring(0, from.length());
      return start.compareTo(from) >= 0 && start.compareTo(to) <= 0;
    }
  }

  private static final Map<String, List<Area>> BY_COUNTRY =
      Tables.read(
              "postcode-areas.csv",
              line ->
                  new Area(
                      line.getField("country"),
                      line.getField("from"),
                      line.getField("to"),
                      Tables.words(line.getField("regions")),
                      line.getField("lat").isEmpty() ? null : Tables.point(line)))
          .stream()
          .collect(Collectors.groupingBy(Area::country));

  private PostcodeAreas() {}

  /** The middle of the area a compact postcode lies in. */
  public static Optional<GeoPoint> point(String country, String postcode) {
    return area(country, postcode)
        .flatMap(
            area ->
                area.point() != null
                    ? Optional.of(area.point())
                    : Regions.find(country, area.regions().getFirst()).map(Region::point));
  }

  /** The regions a compact postcode may lie in; empty when that is not known. */
  static List<String> regions(String country, String postcode) {
    return area(country, postcode).map(Area::regions).orElse(List.of());
  }

  /** All regions of a country that some postcode lies in. */
  static Set<String> regionsOf(String country) {
    return BY_COUNTRY.getOrDefault(country, List.of()).stream()
        .flatMap(area -> area.regions().stream())
        .collect(Collectors.toSet());
  }

  /** The area with the longest beginning: BA before B. */
  private static Optional<Area> area(String country, String postcode) {
    return BY_COUNTRY.getOrDefault(country, List.of()).stream()
        .filter(area -> area.holds(postcode))
        .reduce((a, b) -> b.from().length() > a.from().length() ? b : a);
  }
}
