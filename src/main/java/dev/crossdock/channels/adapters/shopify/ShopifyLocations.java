package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shop's locations, as rules name them. */
final class ShopifyLocations {

  private static final String ACTIVE =
      """
      query Locations {
        locations(first: 50, includeInactive: false) { nodes { id isActive } }
      }
      """;

  private static final String PREFIX = "gid://shopify/Location/";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");
  private static final Pattern GID = Pattern.compile(PREFIX + "\\d{1,20}");

  private final ShopifyGraph graph;
  private @Nullable Location only;

  ShopifyLocations(ShopifyGraph graph) {
    this.graph = graph;
  }

  /** What a rule's word stands for. */
  sealed interface Location {}

  record Known(String id) implements Location {}

  /** None that could be used, and why. */
  record None(String words) implements Location {}

  /** By its number or its global id; where a rule names none, the only one there is. */
  Location of(String named) {
    if (named.isEmpty()) {
      Location found = only == null ? theOnly() : only;
      only = found;
      return found;
    }
    if (NUMBER.matcher(named).matches()) {
      return new Known(PREFIX + named);
    }
    return GID.matcher(named).matches()
        ? new Known(named)
        : new None("The rule's location is no id of Shopify's: it must be a number or begin with " + PREFIX + ".");
  }

  private Location theOnly() {
    List<String> ids =
        graph.ask(ACTIVE, Map.of()).at("locations").object().at("nodes").items().stream()
            .filter(node -> node.at("isActive").flag())
            .map(node -> node.at("id").id())
            .filter(id -> GID.matcher(id).matches())
            .toList();
    if (ids.size() == 1) {
      return new Known(ids.getFirst());
    }
    return ids.isEmpty()
        ? new None("The shop has no active location.")
        : new None("The shop has several locations: the account's rule must say which of ours belong to each of them.");
  }
}
