package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.IncomingLine.Kind;
import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bundles and composites, which their plugins send as a line for the whole and a line for each part. Either the parts
 * go into the parcel or the assembled whole does; the other lines are only there for the price.
 *
 * @param parents each part's whole, by line id
 * @param loose wholes at least one part of which is sent by itself
 * @param assembled parts that are inside their whole
 * @param virtual the shop says that no line of the order needs work
 */
record WooBundles(Map<String, String> parents, Set<String> loose, Set<String> assembled, boolean virtual) {

  private static final Set<String> NEEDS_SHIPPING =
      Set.of("_bundled_item_needs_shipping", "_composite_item_needs_shipping");
  private static final int WORD_CHARS_MAX = 255;

  static WooBundles of(JsonCursor order) {
    boolean virtual =
        order.at("needs_processing").given()
            && !order.at("needs_processing").flag()
            && order.at("shipping_lines").itemsAlsoKeyed().isEmpty();
    WooBundles bundles = new WooBundles(new HashMap<>(), new HashSet<>(), new HashSet<>(), virtual);
    Set<String> ids = new HashSet<>();
    order.at("line_items").linesAlsoKeyed().forEach(line -> ids.add(line.at("id").id()));
    for (JsonCursor line : order.at("line_items").linesAlsoKeyed()) {
      String parent = whole(line);
      if (parent != null && ids.contains(parent)) {
        bundles.parents.put(line.at("id").id(), parent);
        if (isAssembled(line)) {
          bundles.assembled.add(line.at("id").id());
        } else {
          bundles.loose.add(parent);
        }
      }
    }
    return bundles;
  }

  @Nullable String parent(JsonCursor line) {
    return parents.get(line.at("id").id());
  }

  Kind kind(JsonCursor line) {
    String id = line.at("id").id();
    return virtual || loose.contains(id) || assembled.contains(id) ? Kind.DIGITAL : Kind.GOODS;
  }

  private static @Nullable String whole(JsonCursor line) {
    JsonCursor bundle = line.at("bundled_by");
    return bundle.present() ? bundle.idOrNull() : line.at("composite_parent").idOrNull();
  }

  private static boolean isAssembled(JsonCursor line) {
    for (JsonCursor meta : line.at("meta_data").itemsAlsoKeyed()) {
      String key = meta.at("key").noteOrNull(WORD_CHARS_MAX);
      if (key != null && NEEDS_SHIPPING.contains(key)) {
        return "no".equals(meta.at("value").noteOrNull(WORD_CHARS_MAX));
      }
    }
    return false;
  }
}
