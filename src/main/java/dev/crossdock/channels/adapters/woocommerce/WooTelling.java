package dev.crossdock.channels.adapters.woocommerce;

import static dev.crossdock.channels.adapters.json.JsonText.object;

import dev.crossdock.channels.adapters.calls.Halt;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.channels.adapters.calls.StockTalk;
import dev.crossdock.channels.adapters.calls.Together;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.JsonText;
import dev.crossdock.channels.stock.StockPush.Level;
import dev.crossdock.channels.stock.StockPush.Refused;
import dev.crossdock.channels.stock.StockPush.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sets quantities in batches, in which each product succeeds or fails by itself. Whether more may be sold than there is
 * stays as the shop has it.
 */
final class WooTelling {

  /** Half of what the shop takes at once: it saves them one by one. */
  private static final int POST_MAX = 50;

  private static final int WORDS_CHARS_MAX = 1_000;
  private static final String NO_PARENT = "The shop has no product with these variations any more.";

  private final StockTalk talk;
  private final WooApi api;
  private final List<Level> levels;
  private final WooProducts products;
  private final Map<Integer, WooId> ids = new TreeMap<>();
  private final Set<Integer> remembered = new HashSet<>();
  private final Map<Integer, String> refused = new TreeMap<>();
  private final Map<String, String> references = new HashMap<>();
  private final Set<Integer> leftOver = new HashSet<>();
  private Instant notBefore;

  WooTelling(StockTalk talk, List<Level> levels) {
    this.talk = talk;
    this.api = new WooApi(talk.session());
    this.levels = levels;
    this.products = new WooProducts(talk);
    this.notBefore = talk.session().now();
  }

  /** Some of the levels, all of which one call tells. */
  private record Part(String path, List<Integer> indices) {}

  Told all() {
    identify();
    tell(List.copyOf(ids.keySet()));
    List<Integer> anew = remembered.stream().filter(refused::containsKey).sorted().toList();
    if (!anew.isEmpty()) {
      tell(foundAnew(anew));
    }
    List<Refused> words = refused.entrySet().stream().map(e -> new Refused(e.getKey(), e.getValue())).toList();
    return new Told.Taken(words, references, leftOver, notBefore);
  }

  private void identify() {
    products.lookUp(
        levels.stream()
            .map(Level::place)
            .filter(place -> WooId.parse(place.reference()).isEmpty())
            .map(place -> place.channelSku())
            .toList());
    Set<WooId> seen = new HashSet<>();
    for (int i = 0; i < levels.size(); i++) {
      WooId known = WooId.parse(levels.get(i).place().reference()).orElse(null);
      WooId id = known == null ? found(i) : known;
      if (!levels.get(i).place().location().isEmpty()) {
        refused.put(i, "WooCommerce knows no locations: the account's rule must name none.");
      } else if (id != null && !seen.add(id)) {
        refused.put(i, "Another listing of ours is the same product at the shop.");
      } else if (id != null) {
        ids.put(i, id);
        if (known != null) {
          remembered.add(i);
        }
      }
    }
  }

  private @Nullable WooId found(int index) {
    String sku = levels.get(index).place().channelSku();
    WooProducts.Found found = products.of(sku);
    if (found instanceof WooProducts.Product(String text, _, _)) {
      WooId id = WooId.parse(text).orElse(null);
      if (id != null) {
        references.put(sku, id.text());
        return id;
      }
    }
    String words = found instanceof WooProducts.None(String why) ? why : "The shop gives this product no usable id.";
    refused.put(index, words);
    return null;
  }

  /** An id kept from earlier may be of a product that was deleted and made again. */
  private List<Integer> foundAnew(List<Integer> indices) {
    products.lookUp(indices.stream().map(index -> levels.get(index).place().channelSku()).toList());
    List<Integer> changed = new ArrayList<>();
    for (int index : indices) {
      String before = refused.get(index);
      WooId id = found(index);
      if (id != null && !id.equals(ids.get(index)) && !ids.containsValue(id)) {
        refused.remove(index);
        ids.put(index, id);
        changed.add(index);
      } else if (before != null) {
        refused.put(index, before);
      }
    }
    return changed;
  }

  /** Products in parts, variations by product, the largest parts first, several calls at once. */
  private void tell(List<Integer> indices) {
    Map<String, List<Integer>> batches = new LinkedHashMap<>();
    for (int index : indices) {
      WooId id = ids.get(index);
      if (id != null) {
        batches.computeIfAbsent(id.batch(), _ -> new ArrayList<>()).add(index);
      }
    }
    List<Part> parts = new ArrayList<>();
    batches.forEach(
        (path, all) -> {
          for (int from = 0; from < all.size(); from += POST_MAX) {
            parts.add(new Part(path, all.subList(from, Math.min(all.size(), from + POST_MAX))));
          }
        });
    parts.sort(Comparator.comparingInt((Part part) -> part.indices().size()).reversed());
    List<Together.Came<Map<Integer, String>>> came =
        Together.each(WooApi.AT_ONCE, parts, talk::isEarly, part -> post(part.path(), part.indices()));
    for (int n = 0; n < parts.size(); n++) {
      switch (came.get(n)) {
        case Together.Made<Map<Integer, String>>(Map<Integer, String> complaints) -> refused.putAll(complaints);
        case Together.Left<Map<Integer, String>>() -> leftOver.addAll(parts.get(n).indices());
        case Together.Broken<Map<Integer, String>>(Halt halt) -> {
          notBefore = halt.until().filter(until -> parts.size() > 1).orElseThrow(() -> halt);
          leftOver.addAll(parts.get(n).indices());
        }
      }
    }
  }

  /** The shop's complaints by index. */
  private Map<Integer, String> post(String path, List<Integer> indices) {
    talk.mustBeInTime();
    List<Object> updates = new ArrayList<>();
    for (int index : indices) {
      WooId id = ids.get(index);
      if (id != null) {
        updates.add(
            object(
                "id", Long.valueOf(id.id()), "manage_stock", true, "stock_quantity", levels.get(index).units()));
      }
    }
    Reply reply = api.post(path, JsonText.bytes(object("update", updates)));
    if (reply instanceof Reply.Failed(int status, _) && (status == 400 || status == 422)) {
      return divided(path, indices, status);
    }
    if (reply instanceof Reply.NotFound && !path.equals("/products/batch")) {
      Map<Integer, String> complaints = new HashMap<>();
      indices.forEach(index -> complaints.put(index, NO_PARENT));
      return complaints;
    }
    return judged(talk.answer(reply).body(), indices);
  }

  /** What the shop minds about a batch without saying which is found by halves. */
  private Map<Integer, String> divided(String path, List<Integer> indices, int status) {
    if (indices.size() == 1) {
      return Map.of(indices.getFirst(), "The shop answered " + status + " to this product.");
    }
    Map<Integer, String> complaints = new HashMap<>(post(path, indices.subList(0, indices.size() / 2)));
    complaints.putAll(post(path, indices.subList(indices.size() / 2, indices.size())));
    return complaints;
  }

  private Map<Integer, String> judged(byte[] body, List<Integer> indices) {
    Map<String, Integer> open = new HashMap<>();
    for (int index : indices) {
      WooId id = ids.get(index);
      if (id != null) {
        open.put(id.id(), index);
      }
    }
    Map<Integer, String> complaints = new HashMap<>();
    for (byte[] element : Json.elements(body, "update")) {
      JsonCursor product = Json.read(element);
      Integer index = open.remove(product.at("id").id());
      String complaint = index == null ? null : complaint(product);
      if (index != null && complaint != null) {
        complaints.put(index, complaint);
      }
    }
    open.values().forEach(index -> complaints.put(index, "The shop does not say what became of it."));
    return complaints;
  }

  private @Nullable String complaint(JsonCursor product) {
    JsonCursor error = product.at("error");
    if (error.given()) {
      String said = error.at("message").noteOrNull(WORDS_CHARS_MAX);
      return talk.words(said, "The shop does not say why.");
    }
    boolean counts = !product.at("manage_stock").given() || product.at("manage_stock").isText()
        || product.at("manage_stock").flag();
    return counts ? null : "The shop keeps no stock for this product.";
  }
}
