package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.adapters.calls.StockTalk;
import dev.crossdock.channels.adapters.calls.Together;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.JsonCursor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds products and variations by SKU, and what they show. */
final class WooProducts {

  private static final String FIELDS = "&per_page=100&_fields=id,parent_id,type,sku,manage_stock,stock_quantity";

  /** So that the address stays short enough for any server. */
  private static final int SKUS_A_QUERY = 20;

  private static final int TEXT_CHARS_MAX = 1_000;
  private static final Set<String> WITHOUT_STOCK = Set.of("external", "grouped");

  private final StockTalk talk;
  private final WooApi api;
  private final Map<String, List<Product>> products = new HashMap<>();

  WooProducts(StockTalk talk) {
    this.talk = talk;
    this.api = new WooApi(talk.session());
  }

  /** What came of looking for one. */
  sealed interface Found {}

  /**
   * A product, or a variation of one.
   *
   * @param id as {@link WooId} writes it
   * @param units what it shows; null when it counts nothing
   */
  record Product(String id, String type, @Nullable Integer units) implements Found {}

  /** None that could be counted, and why. */
  record None(String words) implements Found {}

  /** Looks them all up; a SKU with a comma goes by itself, for a comma parts SKUs. */
  void lookUp(Collection<String> skus) {
    List<String> wanted =
        skus.stream()
            .map(String::strip)
            .filter(sku -> !sku.isEmpty() && !products.containsKey(sku))
            .distinct()
            .toList();
    wanted.forEach(sku -> products.put(sku, new ArrayList<>()));
    List<List<String>> queries = new ArrayList<>();
    wanted.stream().filter(sku -> sku.contains(",")).forEach(sku -> queries.add(List.of(sku)));
    List<String> plain = wanted.stream().filter(sku -> !sku.contains(",")).toList();
    for (int from = 0; from < plain.size(); from += SKUS_A_QUERY) {
      queries.add(plain.subList(from, Math.min(plain.size(), from + SKUS_A_QUERY)));
    }
    Together.all(WooApi.AT_ONCE, queries, this::search)
        .forEach(answer -> Json.elements(answer).forEach(element -> keep(Json.read(element))));
  }

  Found of(String sku) {
    List<Product> found = products.getOrDefault(sku.strip(), List.of());
    if (found.size() != 1) {
      return new None(
          found.isEmpty()
              ? "The shop has no product of this SKU."
              : "The shop has " + found.size() + " products of this SKU: let each have its own.");
    }
    Product product = found.getFirst();
    return WITHOUT_STOCK.contains(product.type())
        ? new None("The shop keeps no stock for a product of the type " + product.type() + ".")
        : product;
  }

  private byte[] search(List<String> skus) {
    talk.mustBeInTime();
    String query =
        skus.stream().map(sku -> URLEncoder.encode(sku, StandardCharsets.UTF_8)).collect(Collectors.joining(","));
    return talk.answer(api.get("/products?sku=" + query.replace("+", "%20") + FIELDS)).body();
  }

  private void keep(JsonCursor product) {
    String sku = product.at("sku").noteOrNull(TEXT_CHARS_MAX);
    List<Product> same = sku == null ? null : products.get(sku);
    if (same == null) {
      return;
    }
    String parent = product.at("parent_id").idOrNull();
    String type = String.valueOf(product.at("type").noteOrNull(TEXT_CHARS_MAX));
    String id = product.at("id").id();
    WooId whole = type.equals("variation") && parent != null ? new WooId(parent, id) : new WooId(null, id);
    same.add(new Product(whole.text(), type, StockTalk.count(product.at("stock_quantity"))));
  }
}
