package dev.crossdock.channels.publishing;

import dev.crossdock.platform.db.Tx;
import java.util.Map;
import java.util.Set;

/** How many units may be promised to the buyers of an account; answered by whoever promises stock. */
public interface Publishable {

  /**
   * A SKU as one account may sell it.
   *
   * @param locations only what lies there counts; empty for all active locations together
   */
  record Ask(String channel, String account, String sku, Set<String> locations) {

    public Ask {
      locations = Set.copyOf(locations);
    }
  }

  /** Units by what was asked, as of a moment inside the transaction; none for what is not among the answers. */
  Map<Ask, Long> units(Tx tx, Set<Ask> asks);
}
