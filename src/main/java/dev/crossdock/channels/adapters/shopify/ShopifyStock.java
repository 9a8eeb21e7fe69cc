package dev.crossdock.channels.adapters.shopify;

import static dev.crossdock.channels.adapters.json.JsonText.object;

import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.adapters.calls.StockTalk;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.stock.StockPush;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells and asks what a shop has available, by inventory item and location. */
final class ShopifyStock implements StockPush {

  /** As many quantities as one call of Shopify's takes. */
  static final int BATCH_MAX = 250;

  private static final String SHOWN =
      """
      query Shown($ids: [ID!]!, $location: ID!) {
        nodes(ids: $ids) {
          ... on InventoryItem {
            id
            inventoryLevel(locationId: $location) { quantities(names: ["available"]) { quantity } }
          }
        }
      }
      """;

  private static final int IDS_A_QUERY = 100;

  @Override
  public int batchMax() {
    return BATCH_MAX;
  }

  @Override
  public Told tell(List<Level> levels, ChannelSession session) {
    return StockTalk.tell(session, talk -> new ShopifyTelling(new ShopifyGraph(talk), levels).all());
  }

  @Override
  public Shown ask(List<Place> places, ChannelSession session) {
    return StockTalk.ask(session, talk -> asked(places, new ShopifyGraph(talk)));
  }

  private static Shown asked(List<Place> places, ShopifyGraph graph) {
    ShopifyItems items = new ShopifyItems(graph);
    ShopifyLocations locations = new ShopifyLocations(graph);
    items.lookUp(
        places.stream().filter(place -> !ShopifyItems.isId(place.reference())).map(Place::channelSku).toList());
    Map<String, String> references = new HashMap<>();
    Map<String, Map<String, Place>> wanted = new LinkedHashMap<>();
    for (Place place : places) {
      String item = place.reference();
      if (item == null || !ShopifyItems.isId(item)) {
        if (!(items.of(place.channelSku()) instanceof ShopifyItems.Item(String id, _))) {
          continue;
        }
        item = id;
        references.put(place.channelSku(), id);
      }
      if (locations.of(place.location()) instanceof ShopifyLocations.Known(String location)) {
        wanted.computeIfAbsent(location, _ -> new LinkedHashMap<>()).putIfAbsent(item, place);
      }
    }
    List<Level> levels = new ArrayList<>();
    wanted.forEach((location, byItem) -> levels.addAll(shown(location, byItem, graph)));
    return new Shown.Levels(levels, references, graph.notBefore());
  }

  private static List<Level> shown(String location, Map<String, Place> byItem, ShopifyGraph graph) {
    List<Level> levels = new ArrayList<>();
    List<String> ids = List.copyOf(byItem.keySet());
    for (int from = 0; from < ids.size(); from += IDS_A_QUERY) {
      List<String> part = ids.subList(from, Math.min(ids.size(), from + IDS_A_QUERY));
      for (JsonCursor node : graph.ask(SHOWN, object("ids", part, "location", location)).at("nodes").items()) {
        Place place = byItem.get(String.valueOf(node.at("id").idOrNull()));
        for (JsonCursor quantity : node.at("inventoryLevel").at("quantities").items()) {
          Integer units = StockTalk.count(quantity.at("quantity"));
          if (place != null && units != null) {
            levels.add(new Level(place, units));
          }
        }
      }
    }
    return levels;
  }
}
