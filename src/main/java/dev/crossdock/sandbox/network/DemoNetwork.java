package dev.crossdock.sandbox.network;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.Product;
import java.util.ArrayList;
import java.util.List;

/** What the demo merchant's places can do, what its goods ask, and what carriage costs. */
public final class DemoNetwork {

  private static final List<String> WORKDAYS = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");
  private static final List<String> ALL_WEEK =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

  private DemoNetwork() {}

  /** Stores all of it, over what was there. */
  public static void tell(Product product) {
    product.put("/api/v1/network/profiles", profiles()).orFail("the profiles");
    product.put("/api/v1/network/items", items()).orFail("the facts of SKUs");
    product.put("/api/v1/network/rate-cards", List.of(ground(), express(), britain())).orFail("the rate cards");
  }

  private static List<Object> profiles() {
    return List.of(
        object(
            "location", "NJ1", "tags", List.of("east", "main"), "programmes", List.of("prime"), "hazmat", List.of("LQ"),
            "countries", List.of("US", "CA"), "week", week(WORKDAYS, "07:00", "19:00", "15:00"),
            "capacity", object("perDay", 4_000, "perHour", 600), "costs", costs("USD", "1.10", "0.18")),
        object(
            "location", "RNO", "tags", List.of("west"), "hazmat", List.of("*"),
            "week", week(WORKDAYS, "06:00", "16:00", "13:30"), "capacity", object("perDay", 2_500),
            "costs", costs("USD", "0.95", "0.15")),
        object(
            "location", "CHI-STORE", "tags", List.of("store"), "pickup", true, "oversize", false,
            "countries", List.of("US"), "week", week(ALL_WEEK, "10:00", "20:00", "17:00"),
            "capacity", object("perDay", 60, "perHour", 12), "costs", costs("USD", "2.40", "0.40")),
        object(
            "location", "LON-3PL", "tags", List.of("partner", "europe"),
            "countries", List.of("GB", "IE", "JE", "GG", "IM"),
            "week", week(WORKDAYS, "08:00", "18:00", "14:00"), "costs", costs("GBP", "1.65", "0.30")));
  }

  private static Object week(List<String> days, String from, String to, String cutOff) {
    List<Object> hours = new ArrayList<>();
    for (String day : days) {
      hours.add(day);
      hours.add(object("from", from, "to", to));
    }
    return object(
        "hours", object(hours.toArray()), "cutOff", cutOff, "handlingDays", 0, "closed", List.of("2026-12-25"));
  }

  private static Object costs(String currency, String perParcel, String perUnit) {
    return object("currency", currency, "perParcel", perParcel, "perUnit", perUnit);
  }

  private static List<Object> items() {
    return List.of(
        object("sku", "STV-ALC-BRS", "hazmat", "LQ", "longestMm", 120),
        object("sku", "LNT-OIL-SML", "hazmat", "LQ", "longestMm", 310, "tags", List.of("fragile")),
        object("sku", "AXE-HAND-HCK", "longestMm", 380, "tags", List.of("adults-only")),
        object("sku", "KNF-CHEF-20", "longestMm", 340, "tags", List.of("adults-only")),
        object("sku", "PAN-CAST-26", "longestMm", 460),
        object("sku", "BLK-WOOL-GRY", "longestMm", 520, "oversize", true),
        object("sku", "BLK-WOOL-RED", "longestMm", 520, "oversize", true),
        object("sku", "DRP-GLASS-2", "longestMm", 180, "tags", List.of("fragile")));
  }

  private static Object ground() {
    return object(
        "code", "US-GROUND", "carrier", "Overland", "service", "Ground", "currency", "USD",
        "from", object("countries", List.of("US")), "maxGrams", 30_000, "oversize", "6.00", "hazmat", "1.50",
        "steps", List.of(500, 1_000, 5_000),
        "zones",
        List.of(
            zone("near", 1, "distanceKm", "0-500", List.of("4.20", "4.90", "7.40"), "0.60"),
            zone("middle", 3, "distanceKm", "500-2000", List.of("5.10", "6.30", "10.20"), "0.95"),
            zone("far", 5, "distanceKm", "2000-20000", List.of("6.40", "8.10", "14.60"), "1.40"),
            zone(
                "outlying", 8, "regions", List.of("US-AK", "US-HI", "US-PR"), List.of("9.80", "13.20", "24.00"),
                "2.60")));
  }

  private static Object express() {
    return object(
        "code", "US-EXPRESS", "carrier", "Overland", "service", "Two days", "currency", "USD",
        "from", object("locations", List.of("NJ1", "RNO")), "maxGrams", 20_000, "steps", List.of(500, 1_000, 5_000),
        "zones",
        List.of(
            zone("states", 2, "countries", List.of("US"), List.of("12.40", "15.80", "27.50"), "2.90")));
  }

  private static Object britain() {
    return object(
        "code", "GB-TRACKED", "carrier", "Royal", "service", "Tracked", "currency", "GBP",
        "from", object("countries", List.of("GB")), "maxGrams", 20_000, "oversize", "4.50",
        "collects", ALL_WEEK.subList(0, 6), "steps", List.of(750, 2_000, 5_000),
        "zones",
        List.of(
            zone("mainland", 1, "countries", List.of("GB"), List.of("3.20", "4.10", "6.80"), "0.70"),
            zone(
                "north", 2, "postalCodes", List.of("GB BT", "GB IV", "GB KW", "GB ZE", "GB HS"),
                List.of("5.60", "7.90", "11.40"), "1.30"),
            zone(
                "islands", 3, "postalCodes", List.of("JE JE", "GG GY", "IM IM"), List.of("6.90", "9.40", "14.00"),
                "1.80")));
  }

  private static Object zone(
      String name, int transitDays, String where, Object values, List<String> prices, String perFurtherKg) {
    return object(
        "zone", name, "transitDays", transitDays, where, values, "prices", prices, "perFurtherKg", perFurtherKg);
  }
}
