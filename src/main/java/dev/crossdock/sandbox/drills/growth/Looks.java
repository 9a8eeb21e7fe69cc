package dev.crossdock.sandbox.drills.growth;

import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.drills.kit.Latencies;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What people look at all day, asked one after the other for orders drawn from all that are stored. */
final class Looks {

  private static final int WARM_UP = 120;
  private static final int TIMES = 100;

  /** Each with the address it asks; where something is looked for, the words are the sample's. */
  private static final Map<String, Function<Sample, String>> ALL = all();

  private Looks() {}

  private static Map<String, Function<Sample, String>> all() {
    Map<String, Function<Sample, String>> all = new LinkedHashMap<>();
    all.put("orders_latest", sample -> "/api/v1/orders?limit=50");
    all.put("orders_due_first", sample -> orders("is:open sort:due"));
    all.put("orders_held", sample -> orders("hold:any"));
    all.put("search_number", sample -> orders(sample.number()));
    all.put("search_email", sample -> orders("customer:" + sample.email()));
    all.put("search_name", sample -> orders("customer:" + sample.lastName()));
    all.put("search_sku", sample -> orders("sku:" + sample.sku()));
    all.put("order", sample -> "/api/v1/orders/" + sample.id());
    all.put("order_journal", sample -> "/api/v1/orders/" + sample.id() + "/journal");
    all.put("exceptions", sample -> "/api/v1/exceptions?limit=50");
    all.put("decisions", sample -> "/api/v1/routing/decisions?limit=50&location=" + sample.location());
    return all;
  }

  /** How long each took, by name. */
  static Map<String, Latencies> at(Product product, List<Sample> samples) {
    Map<String, Latencies> times = new LinkedHashMap<>();
    ALL.forEach((name, address) -> times.put(name, timed(product, samples, name, address)));
    return times;
  }

  private static Latencies timed(
      Product product, List<Sample> samples, String name, Function<Sample, String> address) {
    Latencies latencies = new Latencies();
    for (int n = 0; n < WARM_UP + TIMES; n++) {
      String path = address.apply(samples.get(n % samples.size()));
      long begin = System.nanoTime();
      product.get(path).orFail(name);
      if (n >= WARM_UP) {
        latencies.add(System.nanoTime() - begin);
      }
    }
    return latencies;
  }

  private static String orders(String words) {
    return "/api/v1/orders?limit=50&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
