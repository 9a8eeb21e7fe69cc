package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.shopify.ShopifyTelling.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** Stocks items at locations that never had them, with the units they have there. */
record ShopifyActivation(ShopifyGraph graph) {

  private static final int ITEMS_A_CALL = 20;
  private static final int WORDS_CHARS_MAX = 1_000;

  /** Those that Shopify does not stock there, with its words. */
  Map<Integer, String> activate(Map<Integer, Target> targets, IntUnaryOperator units, UnaryOperator<String> key) {
    Map<Integer, String> refused = new HashMap<>();
    List<Integer> indices = List.copyOf(targets.keySet());
    for (int from = 0; from < indices.size(); from += ITEMS_A_CALL) {
      List<Integer> part = indices.subList(from, Math.min(indices.size(), from + ITEMS_A_CALL));
      Map<String, Object> variables = new HashMap<>();
      for (int n = 0; n < part.size(); n++) {
        Target target = targets.get(part.get(n));
        if (target != null) {
          variables.put("item" + n, target.item());
          variables.put("location" + n, target.location());
          variables.put("units" + n, units.applyAsInt(part.get(n)));
          variables.put("key" + n, key.apply(target.item() + target.location()));
        }
      }
      JsonCursor answers = graph.ask(mutation(part.size()), variables);
      for (int n = 0; n < part.size(); n++) {
        List<JsonCursor> errors = answers.at("item" + n).object().at("userErrors").items();
        if (!errors.isEmpty()) {
          String said = errors.getFirst().at("message").noteOrNull(WORDS_CHARS_MAX);
          refused.put(part.get(n), graph.talk().words(said, "Shopify does not stock this item at the location."));
        }
      }
    }
    return refused;
  }

  private static String mutation(int items) {
    List<String> declared = new ArrayList<>();
    StringBuilder calls = new StringBuilder();
    for (int n = 0; n < items; n++) {
      declared.add("$item%1$d: ID!, $location%1$d: ID!, $units%1$d: Int!, $key%1$d: String!".formatted(n));
      calls.append(
          """
            item%1$d: inventoryActivate(inventoryItemId: $item%1$d, locationId: $location%1$d, available: $units%1$d)
              @idempotent(key: $key%1$d) { userErrors { field message } }
          """
              .formatted(n));
    }
    return "mutation Stock(" + String.join(", ", declared) + ") {\n" + calls + "}\n";
  }
}
