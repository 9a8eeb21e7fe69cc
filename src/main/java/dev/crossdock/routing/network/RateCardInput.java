package dev.crossdock.routing.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.platform.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
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
@JsonInclude(JsonInclude.Include.NON_NULL)
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

  /** As somebody would tell it again. */
  public static RateCardInput of(Kept<RateCard> kept) {
    RateCard told = kept.content();
    Currency currency = Currency.getInstance(told.currency());
    return new RateCardInput(
        kept.name(), kept.version(), told.carrier(), told.service(), told.currency(), told.priority(),
        new From(Loose.list(told.fromLocations()), Loose.list(told.fromCountries())), text(told.validFrom()),
        text(told.validTo()), told.maxGrams(), told.maxLongestMm(), amount(told.oversize(), currency),
        amount(told.hazmat(), currency), Loose.list(told.collects().stream().map(Enum::name).toList()),
        Loose.list(told.noCollection().stream().map(LocalDate::toString).toList()), told.deliveredBy().toString(),
        Loose.list(told.steps()), Loose.list(told.zones().stream().map(zone -> Zone.of(zone, currency)).toList()));
  }

  /** The same with this code and version. */
  public RateCardInput named(String name, @Nullable Integer expected) {
    return new RateCardInput(
        name, expected == null ? version : expected, carrier, service, currency, priority, from, validFrom, validTo,
        maxGrams, maxLongestMm, oversize, hazmat, collects, noCollection, deliveredBy, steps, zones);
  }

  /** The same with these prices. */
  public RateCardInput priced(List<Integer> grams, List<Zone> where) {
    return new RateCardInput(
        code, version, carrier, service, currency, priority, from, validFrom, validTo, maxGrams, maxLongestMm, oversize,
        hazmat, collects, noCollection, deliveredBy, Loose.list(grams), Loose.list(where));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String amount(@Nullable Long minor, Currency currency) {
    return minor == null ? null : new Money(minor, currency).text();
  }

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
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Zone(
      @Nullable String zone,
      @Nullable Integer transitDays,
      @Nullable List<@Nullable String> countries,
      @Nullable List<@Nullable String> regions,
      @Nullable List<@Nullable String> postalCodes,
      @Nullable String distanceKm,
      @Nullable List<@Nullable String> prices,
      @Nullable String perFurtherKg) {

    static Zone of(RateCard.Zone zone, Currency currency) {
      List<@Nullable String> prices = new ArrayList<>();
      zone.prices().forEach(price -> prices.add(amount(price, currency)));
      RateCard.Band band = zone.distance();
      return new Zone(
          zone.zone(), zone.transitDays(), Loose.list(zone.countries()), Loose.list(zone.regions()),
          Loose.list(zone.postalCodes().stream().map(RateCard.PostalRange::text).toList()),
          band == null ? null : band.fromKm() + "-" + band.toKm(), prices, amount(zone.perFurtherKg(), currency));
    }
  }
}
