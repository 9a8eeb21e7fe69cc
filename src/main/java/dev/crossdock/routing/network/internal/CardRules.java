package dev.crossdock.routing.network.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.routing.network.RateCard;
import dev.crossdock.routing.network.RateCard.Zone;
import dev.crossdock.routing.network.RateCardInput;
import dev.crossdock.routing.network.internal.Entries.Wanted;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the description of one rate card, and names every field that is wrong. Pure. */
public final class CardRules {

  static final int GRAMS_MAX = 100_000_000;
  private static final int STEPS_MAX = 200;
  private static final int ZONES_MAX = 500;
  private static final int PRIORITY_MAX = 10_000;
  private static final int PRIORITY = 100;
  private static final int LONGEST_MAX_MM = 100_000;
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final Predicate<String> CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}").asMatchPredicate();
  private static final Set<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.toUnmodifiableSet());
  private static final List<DayOfWeek> WORKDAYS = Arrays.asList(DayOfWeek.values()).subList(0, 5);
  private static final String WORD = "1 to 40 letters, digits, spaces and . _ : + / -.";

  private final Faults faults;
  private final RateCardInput input;

  private CardRules(Faults faults, RateCardInput input) {
    this.faults = faults;
    this.input = input;
  }

  /** The card to keep, or nothing and at least one error more in the list. */
  public static @Nullable Wanted<RateCard> judge(
      int index, RateCardInput input, Set<String> locations, List<ItemError> errors) {
    Faults faults = new Faults(index);
    String code = faults.text("code", input.code(), CODE, "1 to 60 letters, digits and . _ -.");
    RateCard card = new CardRules(faults, input).card(locations);
    errors.addAll(faults.all());
    return faults.none() ? new Wanted<>(index, code, input.version(), card) : null;
  }

  private RateCard card(Set<String> locations) {
    Currency currency = faults.currency("currency", input.currency());
    RateCardInput.From from = input.from() == null ? new RateCardInput.From(null, null) : input.from();
    List<Integer> steps = steps();
    Instant validFrom = instant("validFrom", input.validFrom());
    Instant validTo = instant("validTo", input.validTo());
    if (validFrom != null && validTo != null && !validTo.isAfter(validFrom)) {
      faults.refuse("validTo", "range", "It must be after the card begins to be valid.");
    }
    LocalTime deliveredBy = faults.time("deliveredBy", input.deliveredBy());
    return new RateCard(
        faults.text("carrier", input.carrier(), Faults.WORD, WORD),
        faults.text("service", input.service(), Faults.WORD, WORD),
        currency == null ? "" : currency.getCurrencyCode(),
        faults.whole("priority", input.priority(), 0, PRIORITY_MAX, PRIORITY),
        faults.words("from.locations", from.locations(), locations::contains, "unknown", "There is no such location."),
        faults.countries("from.countries", from.countries()),
        validFrom,
        validTo,
        faults.whole("maxGrams", input.maxGrams(), 1, GRAMS_MAX),
        faults.whole("maxLongestMm", input.maxLongestMm(), 1, LONGEST_MAX_MM),
        faults.amount("oversize", input.oversize(), currency),
        faults.amount("hazmat", input.hazmat(), currency),
        collects(),
        faults.dates("noCollection", input.noCollection()),
        deliveredBy == null ? EVENING : deliveredBy,
        steps,
        zones(currency, steps.size()));
  }

  private List<DayOfWeek> collects() {
    return input.collects() == null
        ? WORKDAYS
        : faults.words("collects", input.collects(), DAYS::contains, "unknown", "It must be a weekday.").stream()
            .map(DayOfWeek::valueOf)
            .sorted()
            .toList();
  }

  private List<Integer> steps() {
    List<@Nullable Integer> given = input.steps() == null ? List.of() : input.steps();
    if (given.isEmpty() || given.size() > STEPS_MAX) {
      faults.refuse("steps", given.isEmpty() ? "required" : "too-many", "A card has 1 to " + STEPS_MAX + " steps.");
      return List.of();
    }
    List<Integer> steps = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < given.size(); i++) {
      Integer step = given.get(i);
      if (step == null || step <= before || step > GRAMS_MAX) {
        faults.refuse("steps[" + i + "]", "range", "Steps rise, from 1 to " + GRAMS_MAX + " grams.");
        return List.of();
      }
      steps.add(step);
      before = step;
    }
    return steps;
  }

  private List<Zone> zones(@Nullable Currency currency, int steps) {
    List<RateCardInput.@Nullable Zone> given = input.zones() == null ? List.of() : List.copyOf(holes(input.zones()));
    if (given.isEmpty() || given.size() > ZONES_MAX) {
      faults.refuse("zones", given.isEmpty() ? "required" : "too-many", "A card has 1 to " + ZONES_MAX + " zones.");
      return List.of();
    }
    ZoneRules rules = new ZoneRules(faults, currency, steps);
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      RateCardInput.Zone zone = given.get(i);
      if (zone != null) {
        zones.add(rules.zone("zones[" + i + "].", zone));
      }
    }
    rules.overlaps();
    return zones;
  }

  private List<RateCardInput.Zone> holes(List<RateCardInput.@Nullable Zone> given) {
    List<RateCardInput.Zone> zones = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      RateCardInput.Zone zone = given.get(i);
      if (zone == null) {
        faults.refuse("zones[" + i + "]", "required", "It is missing.");
      } else {
        zones.add(zone);
      }
    }
    return zones;
  }

  private @Nullable Instant instant(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeException e) {
      faults.refuse(field, "format", "It must be an instant such as 2026-01-01T00:00:00Z.");
      return null;
    }
  }
}
