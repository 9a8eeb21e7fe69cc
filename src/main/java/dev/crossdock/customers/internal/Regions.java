package dev.crossdock.customers.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** States and provinces of the countries whose codes carriers insist on. */
public final class Regions {

  private static final List<Region> ALL =
      Tables.read(
          "regions.csv",
          line ->
              new Region(
                  line.getField("country"),
                  line.getField("code"),
                  line.getField("name"),
                  Tables.point(line),
                  Tables.words(line.getField("neighbours"))));

  private static final Set<String> COUNTRIES = ALL.stream().map(Region::country).collect(Collectors.toSet());

  /** By country and code, by country and name, and by the code of ISO 3166-2, all compact. */
  private static final Map<String, Region> BY_TEXT = index();

  private Regions() {}

  /** The region of a code or a name, in any case. */
  public static Optional<Region> find(String country, @Nullable String text) {
    return Optional.ofNullable(BY_TEXT.get(country + "/" + AddressText.compact(text)));
  }

  static List<Region> of(String country) {
    return ALL.stream().filter(region -> region.country().equals(country)).toList();
  }

  /** Whether this table knows all regions of the country. */
  static boolean knows(String country) {
    return COUNTRIES.contains(country);
  }

  private static Map<String, Region> index() {
    Map<String, Region> index = new HashMap<>();
    for (Region region : ALL) {
      index.put(region.country() + "/" + AddressText.compact(region.name()), region);
    }
    for (Region region : ALL) {
      index.put(region.country() + "/" + region.country() + region.code(), region);
      index.put(region.country() + "/" + region.code(), region);
    }
    return index;
  }
}
