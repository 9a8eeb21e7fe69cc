package dev.crossdock.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A fictitious buyer; no such person exists. */
record Buyer(
    String first, String last, String email, String street, String city, String region, String postalCode,
    String country, double lat, double lon) {

  private record Town(String city, String region, String postalCode, String country, double lat, double lon) {}

  private static final List<String> FIRST =
      List.of(
          "Marta", "Idris", "Noor", "Felix", "June", "Tomas", "Aiko", "Leila", "Oscar", "Priya", "Henrik", "Zoe",
          "Caleb", "Ines", "Ravi", "Greta", "Malik", "Saoirse", "Théo", "Wren");
  private static final List<String> LAST =
      List.of(
          "Lindqvist", "Okafor", "Brandt", "Castellano", "Whitfield", "Nakamura", "Delgado", "Ferreira", "O’Shea",
          "Petrov", "Haddad", "Sørensen", "Whitaker", "Moreau", "Iyer", "Kowalski", "Abernathy", "Vance");
  private static final List<String> STREETS =
      List.of("Alder Street", "Mill Lane", "Harbor Road", "Chestnut Avenue", "Quarry Hill", "Orchard Close");
  private static final List<Town> TOWNS =
      List.of(
          new Town("Brooklyn", "NY", "11215", "US", 40.667, -73.985),
          new Town("Portland", "OR", "97209", "US", 45.531, -122.684),
          new Town("Austin", "TX", "78704", "US", 30.243, -97.765),
          new Town("Denver", "CO", "80205", "US", 39.759, -104.966),
          new Town("Evanston", "IL", "60201", "US", 42.054, -87.694),
          new Town("Seattle", "WA", "98103", "US", 47.671, -122.342),
          new Town("Boston", "MA", "02130", "US", 42.309, -71.114),
          new Town("Atlanta", "GA", "30307", "US", 33.769, -84.338),
          new Town("Oakland", "CA", "94609", "US", 37.834, -122.264),
          new Town("Bristol", "", "BS6 5QA", "GB", 51.467, -2.593),
          new Town("Leeds", "", "LS6 2AB", "GB", 53.818, -1.566),
          new Town("London", "", "E8 3RH", "GB", 51.541, -0.061));

  static Buyer any(RandomGenerator random) {
    String first = pick(FIRST, random);
    String last = pick(LAST, random);
    Town town = pick(TOWNS, random);
    String name = (first + "." + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
    return new Buyer(
        first, last, name + random.nextInt(10, 9_999) + "@example.net",
        random.nextInt(2, 399) + " " + pick(STREETS, random), town.city(), town.region(), town.postalCode(),
        town.country(), town.lat(), town.lon());
  }

  String name() {
    return first + " " + last;
  }

  /** The same buyer, who forgot the postcode. */
  Buyer withoutPostcode() {
    return new Buyer(first, last, email, street, city, region, "", country, lat, lon);
  }

  private static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
