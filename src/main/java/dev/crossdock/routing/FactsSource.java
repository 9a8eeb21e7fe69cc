package dev.crossdock.routing;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.StockFacts;
import dev.crossdock.routing.facts.Tariffs;
import dev.crossdock.routing.internal.PlainNetwork;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What routing knows of the network beyond locations, stock and the order itself. */
public interface FactsSource {

  /** Read once for each batch of orders, with a handful of statements whatever its size. */
  Network of(Tx tx, Set<String> skus);

  /** The network at the instant of the transaction; what nobody has said anything of is plain. */
  interface Network {

    PlaceProfile profile(String location);

    /** Without the orders of this batch. */
    PlaceLoad load(String location);

    ItemFacts item(String sku);

    @Nullable Double soldPerDay(String sku, String location);

    @Nullable Integer ageDays(String sku, String location);

    /** What the next unit of it cost; null where it is not known. */
    default StockFacts.@Nullable Cost cost(String sku) {
      return null;
    }

    Tariffs tariffs();
  }

  /** A network of which nobody has said anything. */
  FactsSource PLAIN = (tx, skus) -> new PlainNetwork();
}
