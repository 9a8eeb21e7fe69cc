package dev.crossdock.channels.adapters.shopify;

import static dev.crossdock.channels.adapters.json.JsonText.object;

import dev.crossdock.channels.adapters.calls.Call;
import dev.crossdock.channels.adapters.calls.Halt;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.JsonText;
import dev.crossdock.channels.stock.StockPush.Level;
import dev.crossdock.channels.stock.StockPush.Refused;
import dev.crossdock.channels.stock.StockPush.Told;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sets quantities. Shopify takes all of a call or nothing, and names those it minds by their place in the list: the
 * others are told again at once without them, so that one bad listing harms no other.
 *
 * <p>From version 2026-04 on, each quantity must say from which it starts or that this does not matter, and each call
 * needs a key of its own. It does not matter here: the number told is the truth, and what the shop sold meanwhile is on
 * its way to us as an order and lowers the next number.
 */
final class ShopifyTelling {

  private static final String SET =
      """
      mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) {
        inventorySetQuantities(input: $input) @idempotent(key: $key) { userErrors { field message code } }
      }
      """;

  private static final String COMPARES_EACH = "2026-04";
  private static final int CODE_CHARS_MAX = 100;
  private static final int WORDS_CHARS_MAX = 1_000;
  private static final Pattern INDEX = Pattern.compile("\\d{1,4}");

  private final ShopifyGraph graph;
  private final List<Level> levels;
  private final ShopifyItems items;
  private final Map<Integer, Target> targets = new TreeMap<>();
  private final Map<Integer, String> refused = new TreeMap<>();
  private final Map<String, String> references = new HashMap<>();
  private int calls;

  ShopifyTelling(ShopifyGraph graph, List<Level> levels) {
    this.graph = graph;
    this.levels = levels;
    this.items = new ShopifyItems(graph);
  }

  /**
   * Where a level goes.
   *
   * @param remembered whether the item's id is from an earlier conversation, and may be out of date
   */
  record Target(String item, String location, boolean remembered) {}

  /** What Shopify minds about one of the quantities; no index when it minds the call. */
  private record Complaint(@Nullable Integer index, String code, String words) {}

  Told all() {
    aim();
    set(List.copyOf(targets.keySet()));
    List<Refused> words = refused.entrySet().stream().map(e -> new Refused(e.getKey(), e.getValue())).toList();
    return new Told.Taken(words, references, graph.notBefore());
  }

  private void aim() {
    ShopifyLocations locations = new ShopifyLocations(graph);
    Set<String> seen = new HashSet<>();
    items.lookUp(
        levels.stream()
            .map(Level::place)
            .filter(place -> !ShopifyItems.isId(place.reference()))
            .map(place -> place.channelSku())
            .toList());
    for (int i = 0; i < levels.size(); i++) {
      String reference = levels.get(i).place().reference();
      boolean remembered = reference != null && ShopifyItems.isId(reference);
      String item = remembered ? reference : found(i);
      if (item == null) {
        continue;
      }
      switch (locations.of(levels.get(i).place().location())) {
        case ShopifyLocations.None(String words) -> refused.put(i, words);
        case ShopifyLocations.Known(String location) -> {
          if (seen.add(item + " " + location)) {
            targets.put(i, new Target(item, location, remembered));
          } else {
            refused.put(i, "Another listing of ours is the same variant at Shopify.");
          }
        }
      }
    }
  }

  private @Nullable String found(int index) {
    String sku = levels.get(index).place().channelSku();
    return switch (items.of(sku)) {
      case ShopifyItems.Item(String id, _) -> {
        references.put(sku, id);
        yield id;
      }
      case ShopifyItems.None(String words) -> {
        refused.put(index, words);
        yield null;
      }
    };
  }

  /** Each round leaves out at least one of them, or finds one anew, which happens to each once. */
  private void set(List<Integer> indices) {
    List<Integer> open = indices;
    while (!open.isEmpty()) {
      List<Complaint> complaints = told(open);
      if (complaints.isEmpty()) {
        return;
      }
      if (complaints.stream().allMatch(each -> each.index() == null)) {
        divide(open, complaints.getFirst().words());
        return;
      }
      open = without(open, complaints);
    }
  }

  /** What Shopify minds without saying which is found by halves. */
  private void divide(List<Integer> open, String words) {
    if (open.size() == 1) {
      refused.put(open.getFirst(), words);
      return;
    }
    set(open.subList(0, open.size() / 2));
    set(open.subList(open.size() / 2, open.size()));
  }

  private List<Integer> without(List<Integer> open, List<Complaint> complaints) {
    Set<Integer> left = new HashSet<>(open);
    Map<Integer, Target> unstocked = new TreeMap<>();
    for (Complaint complaint : complaints) {
      Integer index = complaint.index();
      Target target = index == null ? null : targets.get(index);
      if (index == null || target == null) {
        continue;
      }
      if (complaint.code().equals("ITEM_NOT_STOCKED_AT_LOCATION")) {
        unstocked.put(index, target);
        left.remove(index);
      } else if (!(complaint.code().equals("INVALID_INVENTORY_ITEM") && foundAnew(index, target))) {
        refused.put(index, complaint.words());
        left.remove(index);
      }
    }
    refused.putAll(new ShopifyActivation(graph).activate(unstocked, index -> levels.get(index).units(), this::key));
    return open.stream().filter(left::contains).toList();
  }

  /** The id kept from earlier may be of a variant that was deleted and made again. */
  private boolean foundAnew(int index, Target target) {
    if (!target.remembered()) {
      return false;
    }
    items.lookUp(List.of(levels.get(index).place().channelSku()));
    String item = found(index);
    if (item == null || item.equals(target.item())) {
      return false;
    }
    targets.put(index, new Target(item, target.location(), false));
    return true;
  }

  private List<Complaint> told(List<Integer> open) {
    List<Object> quantities = new ArrayList<>();
    boolean comparesEach = graph.admin().version().compareTo(COMPARES_EACH) >= 0;
    for (int index : open) {
      Target target = targets.get(index);
      if (target != null) {
        Map<String, @Nullable Object> quantity =
            object(
                "inventoryItemId", target.item(), "locationId", target.location(), "quantity",
                levels.get(index).units());
        if (comparesEach) {
          quantity.put("changeFromQuantity", null);
        }
        quantities.add(quantity);
      }
    }
    Map<String, @Nullable Object> input =
        object("name", "available", "reason", "correction", "quantities", quantities);
    if (!comparesEach) {
      input.put("ignoreCompareQuantity", true);
    }
    String key = key(new String(JsonText.bytes(input), StandardCharsets.UTF_8));
    JsonCursor payload = graph.ask(SET, object("input", input, "key", key)).at("inventorySetQuantities").object();
    return payload.at("userErrors").items().stream().map(error -> complaint(error, open)).toList();
  }

  private Complaint complaint(JsonCursor error, List<Integer> open) {
    String code = String.valueOf(error.at("code").noteOrNull(CODE_CHARS_MAX));
    if (code.equals("IDEMPOTENCY_CONCURRENT_REQUEST")) {
      throw Halt.later(graph.now().plus(Call.BUSY_PAUSE), "Shopify is still busy with the same.");
    }
    Integer index = null;
    for (JsonCursor part : error.at("field").items()) {
      String text = part.noteOrNull(CODE_CHARS_MAX);
      if (text != null && INDEX.matcher(text).matches() && Integer.parseInt(text) < open.size()) {
        index = open.get(Integer.parseInt(text));
      }
    }
    String said = error.at("message").noteOrNull(WORDS_CHARS_MAX);
    return new Complaint(index, code, graph.talk().words(said, "Shopify does not say why: " + code));
  }

  /** A key that no other call has, of this conversation or another; a repeated one would be taken for done. */
  private String key(String content) {
    String name = graph.talk().session().account() + " " + graph.now() + " " + calls++ + " " + content;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
