package dev.crossdock.routing.network.internal;

import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.network.RateCard;
import dev.crossdock.routing.network.RateCard.PostalRange;
import dev.crossdock.routing.network.RateCard.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which zone of a card a destination lies in: the longest beginning of its postal code decides, then its region, then
 * its country, then how far it is. Where two zones name the same, the first of the card does.
 */
final class ZoneIndex {

  private final Map<String, Zone> countries = new HashMap<>();
  private final Map<String, Zone> regions = new HashMap<>();
  private final Map<String, List<Ranges>> postal = new HashMap<>();
  private final List<Zone> banded;

  ZoneIndex(RateCard card) {
    Map<String, Map<Integer, List<Span>>> spans = new HashMap<>();
    for (Zone zone : card.zones()) {
      zone.countries().forEach(country -> countries.putIfAbsent(country, zone));
      zone.regions().forEach(region -> regions.putIfAbsent(region, zone));
      for (PostalRange range : zone.postalCodes()) {
        spans.computeIfAbsent(range.country(), first -> new HashMap<>())
            .computeIfAbsent(range.from().length(), first -> new ArrayList<>())
            .add(new Span(range.from(), range.to(), zone));
      }
    }
    spans.forEach(
        (country, byLength) ->
            postal.put(
                country,
                byLength.entrySet().stream()
                    .sorted(Map.Entry.<Integer, List<Span>>comparingByKey().reversed())
                    .map(entry -> Ranges.of(entry.getKey(), entry.getValue()))
                    .toList()));
    this.banded = card.zones().stream().filter(zone -> zone.distance() != null).toList();
  }

  /** Whether some zone of this country is told by postal codes. */
  boolean asksPostalCode(@Nullable String country) {
    return country != null && postal.containsKey(country);
  }

  /**
   * The zone; null where the card goes to none that this destination lies in.
   *
   * @param postalKey the destination's, by {@link PostalKeys}
   */
  @Nullable Zone find(Destination to, @Nullable String postalKey, @Nullable Double distanceKm) {
    String country = to.country();
    Zone zone = country == null || postalKey == null ? null : postal(country, postalKey);
    if (zone == null && country != null && to.region() != null) {
      zone = regions.get(country + "-" + to.region());
    }
    if (zone == null && country != null) {
      zone = countries.get(country);
    }
    return zone == null && distanceKm != null ? banded(distanceKm) : zone;
  }

  private @Nullable Zone postal(String country, String postalKey) {
    for (Ranges ranges : postal.getOrDefault(country, List.of())) {
      Zone zone = ranges.find(postalKey);
      if (zone != null) {
        return zone;
      }
    }
    return null;
  }

  private @Nullable Zone banded(double km) {
    for (Zone zone : banded) {
      RateCard.Band band = zone.distance();
      if (band != null && km >= band.fromKm() && km < band.toKm()) {
        return zone;
      }
    }
    return null;
  }

  private record Span(String from, String to, Zone zone) {}

  /** Ranges of beginnings of one length, found by a binary search; the rules refuse any that overlap. */
  private record Ranges(int length, String[] starts, Span[] spans) {

    static Ranges of(int length, List<Span> given) {
      Span[] spans = given.stream().sorted(Comparator.comparing(Span::from)).toArray(Span[]::new);
      String[] starts = new String[spans.length];
      for (int i = 0; i < spans.length; i++) {
        starts[i] = spans[i].from();
      }
      return new Ranges(length, starts, spans);
    }

    @Nullable Zone find(String key) {
      if (key.length() < length) {
        return null;
      }
      String beginning = key.substring(0, length);
      int at = Arrays.binarySearch(starts, beginning);
      int before = at >= 0 ? at : -at - 2;
      return before >= 0 && beginning.compareTo(spans[before].to()) <= 0 ? spans[before].zone() : null;
    }
  }
}
