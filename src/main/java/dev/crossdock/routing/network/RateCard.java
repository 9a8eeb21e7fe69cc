package dev.crossdock.routing.network;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one service of a carrier costs, as it is stored: prices in minor units of its currency, a zone by its country,
 * region, beginning of the postal code or distance.
 *
 * @param priority which card counts where several cover the same service: the smaller
 * @param validTo from when it ends
 * @param maxGrams the heaviest parcel; null for none
 * @param oversize what bulky goods cost besides; null where they are not carried
 * @param hazmat what dangerous goods cost besides; null where they are not carried
 * @param collects weekdays on which the carrier collects and delivers
 * @param noCollection days on which it does not
 * @param deliveredBy until when it has delivered, at the clock of the place the parcel left from
 * @param steps weights in grams up to which the prices of each zone hold, rising
 */
public record RateCard(
    String carrier,
    String service,
    String currency,
    int priority,
    List<String> fromLocations,
    List<String> fromCountries,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    @Nullable Integer maxGrams,
    @Nullable Integer maxLongestMm,
    @Nullable Long oversize,
    @Nullable Long hazmat,
    List<DayOfWeek> collects,
    List<LocalDate> noCollection,
    LocalTime deliveredBy,
    List<Integer> steps,
    List<Zone> zones) {

  public RateCard {
    fromLocations = List.copyOf(fromLocations);
    fromCountries = List.copyOf(fromCountries);
    collects = List.copyOf(collects);
    noCollection = List.copyOf(noCollection);
    steps = List.copyOf(steps);
    zones = List.copyOf(zones);
  }

  /**
   * Where to, and for how much.
   *
   * @param regions with their country: {@code US-CA}
   * @param prices one a step; null where the zone does not take so much
   * @param perFurtherKg for each begun kilogram beyond the last step; null where that is not carried
   * @param transitDays days on which the carrier works; null where it does not tell
   */
  public record Zone(
      String zone,
      @Nullable Integer transitDays,
      List<String> countries,
      List<String> regions,
      List<PostalRange> postalCodes,
      @Nullable Band distance,
      List<@Nullable Long> prices,
      @Nullable Long perFurtherKg) {

    public Zone {
      countries = List.copyOf(countries);
      regions = List.copyOf(regions);
      postalCodes = List.copyOf(postalCodes);
      prices = Collections.unmodifiableList(new ArrayList<>(prices));
    }
  }

  /** Postal codes of a country by their beginnings, both ends included; of one length. */
  public record PostalRange(String country, String from, String to) {

    /** As people write it, and as it is read again: {@code GB AB30-AB38}. */
    public String text() {
      String begin = country + " " + from.replace("_", "");
      return from.equals(to) ? begin : begin + "-" + to.replace("_", "");
    }
  }

  /** Kilometres as the crow flies, the end not included. */
  public record Band(int fromKm, int toKm) {}

  /** Whether it holds at that instant. */
  public boolean valid(Instant at) {
    return (validFrom == null || !at.isBefore(validFrom)) && (validTo == null || at.isBefore(validTo));
  }
}
