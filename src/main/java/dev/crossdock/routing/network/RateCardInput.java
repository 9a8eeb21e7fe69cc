package dev.crossdock.routing.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate card as somebody describes it, whole and unchecked. Prices are decimals of the card's currency.
 *
 * @param version the version the caller has seen, 0 for none; a card that was changed meanwhile is refused
 * @param priority which card counts where several cover the same service: the smaller; 100 unless told
 * @param from from where it carries; absent for everywhere
 * @param validFrom {@code 2026-01-01T00:00:00Z}; absent for always, as is {@code validTo}, from which it ends
 * @param oversize what bulky goods cost besides; absent where they are not carried, as are dangerous goods
 *     without {@code hazmat}
 * @param collects weekdays on which the carrier collects and delivers, {@code MONDAY}; absent for Monday to Friday
 * @param steps weights in grams up to which the prices of each zone hold, rising
 */
public record RateCardInput(
    @Nullable String code,
    @Nullable Integer version,
    @Nullable String carrier,
    @Nullable String service,
    @Nullable String currency,
    @Nullable Integer priority,
    @Nullable From from,
    @Nullable String validFrom,
    @Nullable String validTo,
    @Nullable Integer maxGrams,
    @Nullable Integer maxLongestMm,
    @Nullable String oversize,
    @Nullable String hazmat,
    @Nullable List<@Nullable String> collects,
    @Nullable List<@Nullable String> noCollection,
    @Nullable String deliveredBy,
    @Nullable List<@Nullable Integer> steps,
    @Nullable List<@Nullable Zone> zones) {

  /** Codes of locations, and countries whose locations are all meant. */
  public record From(@Nullable List<@Nullable String> locations, @Nullable List<@Nullable String> countries) {}

  /**
   * Where to, and for how much.
   *
   * @param countries {@code GB}
   * @param regions {@code US-CA}
   * @param postalCodes beginnings of postal codes after their country, alone or from and to: {@code GB BT},
   *     {@code DE 10-14}, {@code GB AB30-AB38}
   * @param distanceKm from and to, {@code 0-50}
   * @param prices one a step; null where the zone does not take so much
   * @param perFurtherKg for each begun kilogram beyond the last step; absent where that is not carried
   * @param transitDays working days of the carrier; absent where it does not tell
   */
  public record Zone(
      @Nullable String zone,
      @Nullable Integer transitDays,
      @Nullable List<@Nullable String> countries,
      @Nullable List<@Nullable String> regions,
      @Nullable List<@Nullable String> postalCodes,
      @Nullable String distanceKm,
      @Nullable List<@Nullable String> prices,
      @Nullable String perFurtherKg) {}
}
