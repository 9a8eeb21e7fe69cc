package dev.crossdock.routing.network.internal;

import dev.crossdock.routing.network.RateCard.Band;
import dev.crossdock.routing.network.RateCard.PostalRange;
import dev.crossdock.routing.network.RateCard.Zone;
import dev.crossdock.routing.network.RateCardInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges the zones of one card. */
final class ZoneRules {

  private static final int RANGES_MAX = 10_000;
  private static final int TRANSIT_DAYS_MAX = 120;
  private static final Pattern RANGE = Pattern.compile("([A-Z]{2})\\s+([A-Za-z0-9 ]+?)(?:\\s*-\\s*([A-Za-z0-9 ]+))?");
  private static final Pattern BAND = Pattern.compile("(\\d{1,5})\\s*-\\s*(\\d{1,5})");
  private static final Predicate<String> REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}").asMatchPredicate();

  private final Faults faults;
  private final @Nullable Currency currency;
  private final int steps;
  private final Set<String> names = new HashSet<>();
  private final List<Placed> ranges = new ArrayList<>();

  private record Placed(String field, PostalRange range) {}

  ZoneRules(Faults faults, @Nullable Currency currency, int steps) {
    this.faults = faults;
    this.currency = currency;
    this.steps = steps;
  }

  Zone zone(String at, RateCardInput.Zone input) {
    String name = faults.text(at + "zone", input.zone(), Faults.WORD, "1 to 40 letters, digits, spaces and . _ -.");
    if (!name.isEmpty() && !names.add(name)) {
      faults.refuse(at + "zone", "duplicate", "Two zones have this name.");
    }
    Zone zone =
        new Zone(
            name,
            faults.whole(at + "transitDays", input.transitDays(), 0, TRANSIT_DAYS_MAX),
            faults.countries(at + "countries", input.countries()),
            faults.words(at + "regions", input.regions(), REGION, "format", "It must be such as US-CA."),
            postal(at + "postalCodes", input.postalCodes()),
            band(at + "distanceKm", input.distanceKm()),
            prices(at + "prices", input.prices()),
            faults.amount(at + "perFurtherKg", input.perFurtherKg(), currency));
    if (zone.countries().isEmpty()
        && zone.regions().isEmpty()
        && zone.postalCodes().isEmpty()
        && zone.distance() == null
        && faults.none()) {
      faults.refuse(at + "countries", "required", "A zone has countries, regions, postal codes or a distance.");
    }
    return zone;
  }

  /** Names postal codes that two zones claim with beginnings of the same length. */
  void overlaps() {
    List<Placed> sorted =
        ranges.stream()
            .sorted(
                Comparator.comparing((Placed placed) -> placed.range().country())
                    .thenComparing(placed -> placed.range().from().length())
                    .thenComparing(placed -> placed.range().from()))
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      PostalRange before = sorted.get(i - 1).range();
      PostalRange next = sorted.get(i).range();
      if (before.country().equals(next.country())
          && before.from().length() == next.from().length()
          && next.from().compareTo(before.to()) <= 0) {
        faults.refuse(sorted.get(i).field(), "overlap", "It overlaps with another range of this card.");
      }
    }
  }

  private List<PostalRange> postal(String field, @Nullable List<@Nullable String> given) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > RANGES_MAX) {
      faults.refuse(field, "too-many", "At most " + RANGES_MAX + " are taken.");
      return List.of();
    }
    List<PostalRange> found = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String at = field + "[" + i + "]";
      PostalRange range = given.get(i) == null ? null : range(given.get(i));
      if (range == null) {
        faults.refuse(at, "format", "It must be such as GB BT, DE 10-14 or GB AB30-AB38, rising and of one length.");
      } else {
        found.add(range);
        ranges.add(new Placed(at, range));
      }
    }
    return found;
  }

  private static @Nullable PostalRange range(String text) {
    Matcher matcher = RANGE.matcher(text.strip());
    if (!matcher.matches() || !Faults.COUNTRIES.contains(matcher.group(1))) {
      return null;
    }
    String country = matcher.group(1);
    String from = PostalKeys.beginning(country, matcher.group(2));
    String to = matcher.group(3) == null ? from : PostalKeys.beginning(country, matcher.group(3));
    return from == null || to == null || from.length() != to.length() || to.compareTo(from) < 0
        ? null
        : new PostalRange(country, from, to);
  }

  private @Nullable Band band(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Matcher matcher = BAND.matcher(text.strip());
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) >= Integer.parseInt(matcher.group(2))) {
      faults.refuse(field, "format", "It must be kilometres from and to, such as 0-50.");
      return null;
    }
    return new Band(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  private List<@Nullable Long> prices(String field, @Nullable List<@Nullable String> given) {
    List<@Nullable Long> prices = new ArrayList<>();
    if (given == null || given.size() != steps) {
      faults.refuse(field, "steps", "A zone has one price a step, " + steps + " here; null where it takes none.");
      return prices;
    }
    for (int i = 0; i < given.size(); i++) {
      prices.add(faults.amount(field + "[" + i + "]", given.get(i), currency));
    }
    return prices;
  }
}
