package dev.crossdock.channels.adapters.shopify;

import static dev.crossdock.channels.adapters.json.JsonText.object;

import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what Shopify counts, the inventory item, by the SKU of the variant that sells it. */
final class ShopifyItems {

  /** Search is by words and forgiving, so what comes back is compared once more. */
  private static final String BY_SKU =
      """
      query ItemsBySku($query: String!, $after: String) {
        productVariants(first: 100, after: $after, query: $query) {
          pageInfo { hasNextPage endCursor }
          nodes { sku inventoryItem { id tracked } }
        }
      }
      """;

  private static final int SKUS_A_QUERY = 40;
  private static final int PAGES_MAX = 5;
  private static final int TEXT_CHARS_MAX = 1_000;
  private static final Pattern GID = Pattern.compile("gid://shopify/InventoryItem/\\d{1,20}");

  private static final String UNTRACKED =
      "Shopify does not track the quantity of this variant: switch it on there.";

  private final ShopifyGraph graph;
  private final Map<String, List<Item>> items = new HashMap<>();

  ShopifyItems(ShopifyGraph graph) {
    this.graph = graph;
  }

  /** What came of looking for one. */
  sealed interface Found {}

  record Item(String id, boolean tracked) implements Found {}

  /** None that could be counted, and why. */
  record None(String words) implements Found {}

  static boolean isId(@Nullable String reference) {
    return reference != null && GID.matcher(reference).matches();
  }

  /** Looks them all up, with as few questions as possible. */
  void lookUp(Collection<String> skus) {
    List<String> wanted = skus.stream().map(String::strip).filter(sku -> !items.containsKey(sku)).distinct().toList();
    wanted.forEach(sku -> items.put(sku, new ArrayList<>()));
    for (int from = 0; from < wanted.size(); from += SKUS_A_QUERY) {
      List<String> part = wanted.subList(from, Math.min(wanted.size(), from + SKUS_A_QUERY));
      search(part.stream().filter(sku -> !sku.isEmpty()).map(ShopifyItems::term).collect(Collectors.joining(" OR ")));
    }
  }

  /** What was found; two variants of one SKU would each show all of its units, so neither does. */
  Found of(String sku) {
    List<Item> found = items.getOrDefault(sku.strip(), List.of());
    if (found.size() == 1) {
      Item item = found.getFirst();
      return item.tracked() ? item : new None(UNTRACKED);
    }
    return found.isEmpty()
        ? new None("Shopify has no variant of this SKU.")
        : new None("Shopify has " + found.size() + " variants of this SKU: let each have its own.");
  }

  private void search(String query) {
    String after = null;
    for (int page = 0; page < PAGES_MAX && !query.isEmpty(); page++) {
      JsonCursor variants = graph.ask(BY_SKU, object("query", query, "after", after)).at("productVariants").object();
      variants.at("nodes").items().forEach(this::keep);
      JsonCursor pages = variants.at("pageInfo");
      after = pages.at("hasNextPage").flag() ? pages.at("endCursor").textOrNull(TEXT_CHARS_MAX) : null;
      if (after == null) {
        return;
      }
    }
  }

  private void keep(JsonCursor variant) {
    String sku = variant.at("sku").noteOrNull(TEXT_CHARS_MAX);
    List<Item> same = sku == null ? null : items.get(sku);
    JsonCursor item = variant.at("inventoryItem");
    String id = item.at("id").idOrNull();
    if (same != null && isId(id) && same.stream().noneMatch(one -> one.id().equals(id))) {
      same.add(new Item(String.valueOf(id), item.at("tracked").flag()));
    }
  }

  /** In quotes, so that nothing in a SKU is taken for a part of the search language. */
  private static String term(String sku) {
    return "sku:\"" + sku.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
