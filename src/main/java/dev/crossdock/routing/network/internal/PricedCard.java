package dev.crossdock.routing.network.internal;

import dev.crossdock.inventory.Location;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.Tariffs.Load;
import dev.crossdock.routing.facts.Tariffs.Quote;
import dev.crossdock.routing.network.CardAnswer;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.RateCard;
import dev.crossdock.routing.network.RateCard.Zone;
import dev.crossdock.routing.network.WhyNot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rate card, ready to price parcels. Immutable. */
public final class PricedCard {

  private static final int GRAMS_A_KG = 1_000;
  /** So many days without a collection are none for ever. */
  private static final int DAYS_MAX = 400;

  private final String code;
  private final RateCard card;
  private final ZoneIndex zones;
  private final int[] steps;
  private final Set<String> fromLocations;
  private final Set<String> fromCountries;
  private final Set<DayOfWeek> collects;
  private final Set<LocalDate> noCollection;

  public PricedCard(Kept<RateCard> kept) {
    this.code = kept.name();
    this.card = kept.content();
    this.zones = new ZoneIndex(card);
    this.steps = card.steps().stream().mapToInt(Integer::intValue).toArray();
    this.fromLocations = Set.copyOf(card.fromLocations());
    this.fromCountries = Set.copyOf(card.fromCountries());
    this.collects = card.collects().isEmpty() ? Set.of() : EnumSet.copyOf(card.collects());
    this.noCollection = Set.copyOf(card.noCollection());
  }

  public String code() {
    return code;
  }

  public RateCard card() {
    return card;
  }

  /** Whether it carries from there at all. */
  public boolean from(Location location) {
    return (fromLocations.isEmpty() && fromCountries.isEmpty())
        || fromLocations.contains(location.code())
        || fromCountries.contains(location.country());
  }

  /**
   * What it says about a parcel from a location that it carries from.
   *
   * @param postalKey the destination's, by {@link PostalKeys}
   */
  public CardAnswer answer(Place from, Destination to, @Nullable String postalKey, Load load, Instant leaves) {
    WhyNot limit = limit(load, leaves);
    if (limit != null) {
      return not(null, limit);
    }
    Zone zone = zones.find(to, postalKey, from.distanceKm());
    if (zone == null) {
      boolean wanted = postalKey == null && zones.asksPostalCode(to.country());
      return not(null, wanted ? WhyNot.POSTAL_CODE_UNKNOWN : WhyNot.NO_ZONE);
    }
    Long price = price(zone, load.grams());
    if (price == null) {
      return not(zone, WhyNot.TOO_HEAVY);
    }
    long all = price + surcharge(load.oversize(), card.oversize()) + surcharge(load.hazmat(), card.hazmat());
    Instant arrives = arrives(leaves, from.location().timeZone(), zone.transitDays());
    Quote quote = new Quote(card.carrier(), card.service(), card.currency(), all, arrives);
    return new CardAnswer(code, card.carrier(), card.service(), zone.zone(), quote, null);
  }

  /** That it says no for this reason. */
  public CardAnswer not(WhyNot why) {
    return not(null, why);
  }

  private CardAnswer not(@Nullable Zone zone, WhyNot why) {
    return new CardAnswer(code, card.carrier(), card.service(), zone == null ? null : zone.zone(), null, why);
  }

  private @Nullable WhyNot limit(Load load, Instant leaves) {
    if (!card.valid(leaves)) {
      return card.validFrom() != null && leaves.isBefore(card.validFrom()) ? WhyNot.NOT_YET : WhyNot.ENDED;
    }
    if (card.maxGrams() != null && load.grams() > card.maxGrams()) {
      return WhyNot.TOO_HEAVY;
    }
    if (card.maxLongestMm() != null && load.longestMm() > card.maxLongestMm()) {
      return WhyNot.TOO_LONG;
    }
    if (load.oversize() && card.oversize() == null) {
      return WhyNot.OVERSIZE;
    }
    return load.hazmat() && card.hazmat() == null ? WhyNot.HAZMAT : null;
  }

  private static long surcharge(boolean applies, @Nullable Long surcharge) {
    return applies && surcharge != null ? surcharge : 0;
  }

  /** A weight nobody knows is priced as the lightest. */
  private @Nullable Long price(Zone zone, long grams) {
    List<@Nullable Long> prices = zone.prices();
    int last = steps.length - 1;
    if (grams <= steps[last]) {
      int at = Arrays.binarySearch(steps, (int) grams);
      return prices.get(at >= 0 ? at : -at - 1);
    }
    Long most = prices.get(last);
    Long further = zone.perFurtherKg();
    if (most == null || further == null) {
      return null;
    }
    return most + Math.ceilDiv(grams - steps[last], GRAMS_A_KG) * further;
  }

  private @Nullable Instant arrives(Instant leaves, ZoneId zone, @Nullable Integer transitDays) {
    if (transitDays == null || collects.isEmpty()) {
      return null;
    }
    LocalDate day = leaves.atZone(zone).toLocalDate();
    int left = transitDays;
    for (int i = 0; i <= DAYS_MAX; i++, day = day.plusDays(1)) {
      if (collects.contains(day.getDayOfWeek()) && !noCollection.contains(day)) {
        if (left <= 0) {
          Instant delivered = day.atTime(card.deliveredBy()).atZone(zone).toInstant();
          if (!delivered.isBefore(leaves)) {
            return delivered;
          }
        }
        left--;
      }
    }
    return null;
  }
}
