package dev.crossdock.routing.trials.internal;

import dev.crossdock.customers.GeoPoint;
import dev.crossdock.customers.Geography;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.routing.criteria.Fault;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.Tariffs;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.ProfileInput;
import dev.crossdock.routing.network.RateCard;
import dev.crossdock.routing.network.RateCardInput;
import dev.crossdock.routing.network.RateCards;
import dev.crossdock.routing.network.internal.Sketches;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the network of a case: places, what lies there, what SKUs ask for, what carriage costs. */
final class NetworkReader {

  private static final int PLACES_MAX = 10_000;
  private static final int LEVELS_MAX = 200_000;
  private static final int ITEMS_MAX = 20_000;
  private static final int CARDS_MAX = 1_000;
  private static final int NUMBER_MAX = 1_000_000_000;
  private static final int PRIORITY_USUAL = 100;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final List<Fault> faults;

  NetworkReader(List<Fault> faults) {
    this.faults = faults;
  }

  Map<String, ItemFacts> items(Part network) {
    Map<String, ItemFacts> items = new HashMap<>();
    for (Part item : network.parts("items", ITEMS_MAX)) {
      String sku = item.required("sku");
      ItemFacts facts =
          new ItemFacts(
              item.whole("weightGrams", 0, NUMBER_MAX),
              item.whole("longestMm", 0, NUMBER_MAX),
              item.text("hazmat"),
              item.choice("temperature", ItemFacts.Temperature.class, ItemFacts.Temperature.AMBIENT),
              item.isSo("oversize"),
              item.text("together"),
              item.words("tags"));
      if (items.put(sku, facts) != null) {
        item.wrong("sku", "is told twice");
      }
      item.end();
    }
    return items;
  }

  StockTable stock(Part network) {
    StockTable stock = new StockTable();
    for (Part level : network.parts("stock", LEVELS_MAX)) {
      StockKey key = new StockKey(level.required("sku"), level.required("location"));
      Double sold = level.decimal("soldPerDay", 0, NUMBER_MAX);
      if (!stock.put(key, level.whole("units", 0, NUMBER_MAX, 0), sold, level.whole("ageDays", 0, NUMBER_MAX))) {
        level.wrong("sku", "is told twice at this location");
      }
      level.end();
    }
    return stock;
  }

  /** In the order of their codes. */
  List<Place> places(Part network, @Nullable GeoPoint to) {
    List<Place> places = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Part part : network.parts("places", PLACES_MAX)) {
      Location location = location(part);
      PlaceProfile profile = profile(part, location);
      PlaceLoad load =
          new PlaceLoad(part.whole("ordersToday", 0, NUMBER_MAX, 0), part.whole("ordersThisHour", 0, NUMBER_MAX, 0));
      if (!codes.add(location.code())) {
        part.wrong("code", "is told twice");
      }
      part.end();
      places.add(new Place(location, profile, load, distance(location, to)));
    }
    places.sort(Comparator.comparing(Place::code));
    return places;
  }

  private static Location location(Part part) {
    String code = part.required("code");
    return new Location(
        code,
        part.text("name", code),
        part.choice("kind", LocationKind.class, LocationKind.WAREHOUSE),
        part.text("country", "US"),
        part.text("region"),
        part.text("city"),
        part.text("postalCode"),
        part.decimal("lat", -90, 90),
        part.decimal("lon", -180, 180),
        zone(part),
        part.whole("priority", -NUMBER_MAX, NUMBER_MAX, PRIORITY_USUAL),
        part.isSoUnlessDenied("active"),
        1);
  }

  private static ZoneId zone(Part part) {
    String id = part.text("timeZone", "UTC");
    if (!id.equals("UTC") && !ZoneId.getAvailableZoneIds().contains(id)) {
      part.wrong("timeZone", "must be a time zone such as Europe/London");
      return ZoneOffset.UTC;
    }
    return ZoneId.of(id);
  }

  /** Nothing is computed for a place of which only the country is known: that is no place. */
  private static @Nullable Double distance(Location location, @Nullable GeoPoint to) {
    if (to == null) {
      return null;
    }
    return Geography.locate(
            PostalAddress.ofPlace(
                location.country(), location.region(), location.city(), location.postalCode(), location.lat(),
                location.lon()))
        .map(from -> Geography.distanceKm(from, to))
        .orElse(null);
  }

  private PlaceProfile profile(Part part, Location location) {
    ProfileInput input = bound(part.raw("profile"), part.at("profile"), ProfileInput.class);
    if (input == null) {
      return PlaceProfile.PLAIN;
    }
    List<ItemError> errors = new ArrayList<>();
    PlaceProfile profile =
        Sketches.profile(input, location.code(), errors)
            .map(sketch -> sketch.facts(location.timeZone()))
            .orElse(PlaceProfile.PLAIN);
    tell(part.at("profile"), errors);
    return profile;
  }

  /** What carriage costs, at that instant and from these places. */
  Tariffs tariffs(Part network, List<Place> places, Instant now) {
    JsonNode list = network.raw("rateCards");
    if (list == null) {
      return (from, to, load, leaves) -> List.of();
    }
    if (!list.isArray() || list.size() > CARDS_MAX) {
      network.wrong("rateCards", "must be a list of at most " + CARDS_MAX + " objects");
      return (from, to, load, leaves) -> List.of();
    }
    Set<String> codes = places.stream().map(Place::code).collect(Collectors.toSet());
    List<Kept<RateCard>> cards = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String path = network.at("rateCards") + "/" + i;
      RateCardInput input = bound(list.get(i), path, RateCardInput.class);
      if (input != null) {
        List<ItemError> errors = new ArrayList<>();
        Sketches.rateCard(input, codes, now, errors).ifPresent(cards::add);
        tell(path, errors);
      }
    }
    return RateCards.of(cards, places.stream().map(Place::location).toList());
  }

  private <T> @Nullable T bound(@Nullable JsonNode node, String path, Class<T> type) {
    if (node == null) {
      return null;
    }
    try {
      return JSON.treeToValue(node, type);
    } catch (DatabindException e) {
      String below =
          e.getPath().stream()
              .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
              .collect(Collectors.joining());
      faults.add(new Fault(path + below, "is not known here or has the wrong type"));
    } catch (JacksonException e) {
      faults.add(new Fault(path, "can't be read"));
    }
    return null;
  }

  private void tell(String path, List<ItemError> errors) {
    for (ItemError error : errors) {
      String below = error.field().isEmpty() ? "" : "/" + error.field().replace("]", "").replaceAll("[.\\[]", "/");
      faults.add(new Fault(path + below, clause(error.sentence())));
    }
  }

  private static String clause(String sentence) {
    String bare = sentence.startsWith("It ") ? sentence.substring("It ".length()) : sentence;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
