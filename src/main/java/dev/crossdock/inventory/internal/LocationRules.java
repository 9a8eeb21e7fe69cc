package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.LocationKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the description of one location, and names every field that is wrong. Pure. */
public final class LocationRules {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9_-]{1,32}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int TEXT_MAX = 100;
  private static final int PRIORITY_MAX = 10_000;
  private static final int PRIORITY = 100;

  private final int index;
  private final List<ItemError> errors = new ArrayList<>();

  private LocationRules(int index) {
    this.index = index;
  }

  /** The location with version 1, or nothing and at least one error more in the list. */
  public static @Nullable Location judge(int index, LocationInput input, List<ItemError> errors) {
    LocationRules rules = new LocationRules(index);
    Location location = rules.location(input);
    errors.addAll(rules.errors);
    return rules.errors.isEmpty() ? location : null;
  }

  /** Whether the text may be a location's code at all. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  private Location location(LocationInput input) {
    String code = code(input.code());
    String name = text("name", input.name());
    coordinates(input.lat(), input.lon());
    return new Location(
        code,
        name == null ? code : name,
        kind(input.kind()),
        country(input.country()),
        text("address.region", input.region()),
        text("address.city", input.city()),
        text("address.postalCode", input.postalCode()),
        input.lat(),
        input.lon(),
        timeZone(input.timeZone()),
        priority(input.priority()),
        input.active() == null || input.active(),
        1);
  }

  private String code(@Nullable String code) {
    if (code == null || code.isBlank()) {
      refuse("code", "required", "A location needs a code.");
      return "";
    }
    if (!isCode(code)) {
      refuse("code", "format", "A code is 1 to 32 capital letters, digits, - and _.");
    }
    return code;
  }

  private LocationKind kind(@Nullable String kind) {
    if (kind == null) {
      return LocationKind.WAREHOUSE;
    }
    for (LocationKind candidate : LocationKind.values()) {
      if (candidate.name().equals(kind)) {
        return candidate;
      }
    }
    String kinds = Arrays.stream(LocationKind.values()).map(LocationKind::name).collect(Collectors.joining(", "));
    refuse("kind", "unknown", "The kind must be one of " + kinds + ".");
    return LocationKind.WAREHOUSE;
  }

  private String country(@Nullable String country) {
    if (country == null || country.isBlank()) {
      refuse("address.country", "required", "A location needs a country.");
      return "";
    }
    if (!COUNTRIES.contains(country)) {
      refuse("address.country", "unknown", "The country must be two capital letters of ISO 3166-1.");
    }
    return country;
  }

  private ZoneId timeZone(@Nullable String zone) {
    if (zone == null) {
      return ZoneId.of("UTC");
    }
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      refuse("timeZone", "unknown", "The time zone must be an IANA name such as America/New_York.");
      return ZoneId.of("UTC");
    }
    return ZoneId.of(zone);
  }

  private int priority(@Nullable Integer priority) {
    if (priority == null) {
      return PRIORITY;
    }
    if (priority < 0 || priority > PRIORITY_MAX) {
      refuse("priority", "range", "The priority must be 0 to 10,000.");
    }
    return priority;
  }

  private void coordinates(@Nullable Double lat, @Nullable Double lon) {
    if ((lat == null) != (lon == null)) {
      refuse("geo", "incomplete", "Latitude and longitude are given together or not at all.");
    }
    if (lat != null && !(Math.abs(lat) <= 90)) {
      refuse("geo.lat", "range", "The latitude must be -90 to 90 degrees.");
    }
    if (lon != null && !(Math.abs(lon) <= 180)) {
      refuse("geo.lon", "range", "The longitude must be -180 to 180 degrees.");
    }
  }

  private @Nullable String text(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > TEXT_MAX) {
      refuse(field, "length", "At most " + TEXT_MAX + " characters.");
    } else if (text.codePoints().anyMatch(LocationRules::isUnprintable)) {
      refuse(field, "characters", "No control characters.");
    }
    return text.strip();
  }

  private static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  private void refuse(String field, String rule, String sentence) {
    errors.add(new ItemError(index, field, rule, sentence));
  }
}
