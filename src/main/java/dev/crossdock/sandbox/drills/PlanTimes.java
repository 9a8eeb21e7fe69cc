package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How long decisions take, over made-up networks. */
final class PlanTimes {

  private static final int LINES = 3;
  private static final int VARIANTS = 12;
  private static final int WARM_UP = 3;
  private static final int TIMES = 300;
  private static final int UNITS_MAX = 6;

  private PlanTimes() {}

  /** The worst p99 over several orders, in microseconds of a processor. */
  static double worst(Product product, int locations, long seed) {
    Random random = new Random(seed);
    double worst = 0;
    for (int n = 0; n < WARM_UP + VARIANTS; n++) {
      Map<String, Object> body = body(locations, random);
      double p99 =
          product
              .post("/api/v1/routing/plan?times=" + TIMES, body)
              .orFail("the timing")
              .json()
              .at("/timing/p99Us")
              .asDouble(Double.MAX_VALUE);
      worst = n < WARM_UP ? 0 : Math.max(worst, p99);
    }
    return worst;
  }

  /** One parcel where it can be, else the fewest; the nearest first. */
  static Map<String, Object> nearest() {
    return Map.of(
        "name", "nearest",
        "rules", List.of(Map.of("name", "nearest", "otherwise", Map.of("do", "backorder"))));
  }

  private static Map<String, Object> body(int locations, Random random) {
    List<Map<String, Object>> places = new ArrayList<>();
    List<Map<String, Object>> stock = new ArrayList<>();
    for (int n = 1; n <= locations; n++) {
      String code = "L" + n;
      places.add(
          Map.of("code", code, "lat", 30 + 15 * random.nextDouble(), "lon", -120 + 45 * random.nextDouble()));
      for (int line = 1; line <= LINES; line++) {
        stock.add(Map.of("sku", "S" + line, "location", code, "units", random.nextInt(UNITS_MAX)));
      }
    }
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int line = 1; line <= LINES; line++) {
      lines.add(Map.of("sku", "S" + line, "units", 1 + random.nextInt(UNITS_MAX)));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("policy", nearest());
    body.put("places", places);
    body.put("stock", stock);
    body.put("order", Map.of("destination", Map.of("country", "US", "lat", 40.7, "lon", -74.0), "lines", lines));
    return body;
  }
}
