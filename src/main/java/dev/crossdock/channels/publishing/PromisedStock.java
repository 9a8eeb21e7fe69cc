package dev.crossdock.channels.publishing;

import dev.crossdock.inventory.promising.Atp;
import dev.crossdock.inventory.promising.AtpContext;
import dev.crossdock.inventory.promising.Promising;
import dev.crossdock.platform.db.Tx;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What inventory would promise to the account's buyers: safety stock is kept back, a kit has as many as its parts. */
public final class PromisedStock implements Publishable {

  private final Promising promising;

  public PromisedStock(Promising promising) {
    this.promising = promising;
  }

  @Override
  public Map<Ask, Long> units(Tx tx, Set<Ask> asks) {
    Map<AtpContext, Set<Ask>> alike =
        asks.stream().collect(Collectors.groupingBy(PromisedStock::context, Collectors.toSet()));
    Map<Ask, Long> units = new HashMap<>();
    alike.forEach(
        (context, group) -> {
          Set<String> skus = group.stream().map(Ask::sku).collect(Collectors.toSet());
          Map<String, Atp> found = promising.atp(tx, context, skus);
          for (Ask ask : group) {
            Atp atp = found.get(ask.sku());
            units.put(ask, atp == null ? 0 : atp.available());
          }
        });
    return units;
  }

  private static AtpContext context(Ask ask) {
    return new AtpContext(ask.channel(), ask.account(), ask.locations(), AtpContext.Delivery.SHIP);
  }
}
