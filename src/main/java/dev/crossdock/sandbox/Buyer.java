package dev.crossdock.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A fictitious buyer; no such person exists. */
record Buyer(String first, String last, String email, String street, Town town) {

  /**
   * Where buyers live.
   *
   * @param taxBasisPoints sales tax there, in hundredths of a per cent
   */
  record Town(
      String city, String region, String postalCode, String country, double lat, double lon, int taxBasisPoints) {}

  private static final List<String> FIRST =
      List.of(
          "Marta", "Idris", "Noor", "Felix", "June", "Tomas", "Aiko", "Leila", "Oscar", "Priya", "Henrik", "Zoe",
          "Caleb", "Ines", "Ravi", "Greta", "Malik", "Saoirse", "Théo", "Wren", "Hollis", "Dana", "Emil", "Yusuf",
          "Clara", "Bo", "Imani", "Stellan", "Rosa", "Kit");
  private static final List<String> LAST =
      List.of(
          "Lindqvist", "Okafor", "Brandt", "Castellano", "Whitfield", "Nakamura", "Delgado", "Ferreira", "O’Shea",
          "Petrov", "Haddad", "Sørensen", "Whitaker", "Moreau", "Iyer", "Kowalski", "Abernathy", "Vance", "Mbeki",
          "Thornbury", "Reyes", "Achterberg", "Dunne", "Marchetti", "Salazar", "Hale");
  private static final List<String> STREETS =
      List.of(
          "Alder Street", "Mill Lane", "Harbor Road", "Chestnut Avenue", "Quarry Hill", "Orchard Close",
          "Juniper Street", "Ferry Road", "Lantern Way", "Station Road", "Prospect Place");
  private static final List<Town> AMERICAN =
      List.of(
          new Town("Brooklyn", "NY", "11215", "US", 40.667, -73.985, 888),
          new Town("Ithaca", "NY", "14850", "US", 42.444, -76.502, 800),
          new Town("Portland", "OR", "97209", "US", 45.531, -122.684, 0),
          new Town("Austin", "TX", "78704", "US", 30.243, -97.765, 825),
          new Town("Denver", "CO", "80205", "US", 39.759, -104.966, 881),
          new Town("Evanston", "IL", "60201", "US", 42.054, -87.694, 1_025),
          new Town("Madison", "WI", "53703", "US", 43.077, -89.381, 550),
          new Town("Seattle", "WA", "98103", "US", 47.671, -122.342, 1_035),
          new Town("Boston", "MA", "02130", "US", 42.309, -71.114, 625),
          new Town("Atlanta", "GA", "30307", "US", 33.769, -84.338, 890),
          new Town("Asheville", "NC", "28801", "US", 35.595, -82.551, 700),
          new Town("Oakland", "CA", "94609", "US", 37.834, -122.264, 1_075),
          new Town("San Diego", "CA", "92104", "US", 32.745, -117.129, 775));
  private static final List<Town> BRITISH =
      List.of(
          new Town("Bristol", "", "BS6 5QA", "GB", 51.467, -2.593, 0),
          new Town("Leeds", "", "LS6 2AB", "GB", 53.818, -1.566, 0),
          new Town("London", "", "E8 3RH", "GB", 51.541, -0.061, 0));

  static Buyer american(RandomGenerator random) {
    return of(pick(AMERICAN, random), random);
  }

  /** One in five lives in Britain. */
  static Buyer any(RandomGenerator random) {
    return of(pick(random.nextInt(5) == 0 ? BRITISH : AMERICAN, random), random);
  }

  String name() {
    return first + " " + last;
  }

  /** The same buyer, who forgot the postcode. */
  Buyer withoutPostcode() {
    Town same = new Town(
        town.city(), town.region(), "", town.country(), town.lat(), town.lon(), town.taxBasisPoints());
    return new Buyer(first, last, email, street, same);
  }

  private static Buyer of(Town town, RandomGenerator random) {
    String first = pick(FIRST, random);
    String last = pick(LAST, random);
    String name = (first + "." + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
    return new Buyer(
        first, last, name + random.nextInt(10, 9_999) + "@example.net",
        random.nextInt(2, 399) + " " + pick(STREETS, random), town);
  }

  private static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
