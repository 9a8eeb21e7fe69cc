package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.adapters.calls.StockTalk;
import dev.crossdock.channels.stock.StockPush;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells and asks what a shop has in stock, by product and variation. Core WooCommerce knows no locations. */
final class WooStock implements StockPush {

  /** As many as a few calls at once tell within seconds; those of another product's variations go by themselves. */
  static final int BATCH_MAX = 200;

  @Override
  public int batchMax() {
    return BATCH_MAX;
  }

  @Override
  public Told tell(List<Level> levels, ChannelSession session) {
    return StockTalk.tell(session, talk -> new WooTelling(talk, levels).all());
  }

  /** By SKU, even where the id is known: only so are products and variations had in one list. */
  @Override
  public Shown ask(List<Place> places, ChannelSession session) {
    return StockTalk.ask(
        session,
        talk -> {
          WooProducts products = new WooProducts(talk);
          products.lookUp(places.stream().map(Place::channelSku).toList());
          List<Level> levels = new ArrayList<>();
          Map<String, String> references = new HashMap<>();
          for (Place place : places) {
            if (place.location().isEmpty()
                && products.of(place.channelSku()) instanceof WooProducts.Product(String id, _, Integer units)
                && WooId.parse(id).isPresent()) {
              references.put(place.channelSku(), id);
              if (units != null) {
                levels.add(new Level(place, units));
              }
            }
          }
          return new Shown.Levels(levels, references, session.now());
        });
  }
}
