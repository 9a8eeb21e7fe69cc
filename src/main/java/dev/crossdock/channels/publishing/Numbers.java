package dev.crossdock.channels.publishing;

import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes numbers to show of units that may be promised, by each listing's rule. */
final class Numbers {

  private final Paces paces;
  private final Delays delays;

  Numbers(Paces paces, Delays delays) {
    this.paces = paces;
    this.delays = delays;
  }

  /** A row that is reckoned. */
  record Asked(Quantity row, PublishRule rule, Publishable.Ask ask) {}

  /** What lies on the same shelves and is asked for by the same name. */
  private record Shelf(String sku, Set<String> locations) {}

  Map<Asked, Following.Outcome> of(
      Tx tx, List<Asked> asked, Map<Publishable.Ask, Long> units, Map<ChannelSku, Integer> sold) {
    Map<Asked, Following.Outcome> outcomes = new HashMap<>();
    Map<Shelf, List<Asked>> following = new HashMap<>();
    for (Asked each : asked) {
      if (each.rule().lagBuffer().isOn()) {
        Shelf shelf = new Shelf(each.ask().sku(), each.ask().locations());
        following.computeIfAbsent(shelf, first -> new ArrayList<>()).add(each);
      } else {
        int owed = each.rule().owed(units.getOrDefault(each.ask(), 0L));
        outcomes.put(each, new Following.Outcome(owed, 0, false, false));
      }
    }
    if (!following.isEmpty()) {
      follow(tx, following, units, sold, outcomes);
    }
    return outcomes;
  }

  private void follow(
      Tx tx,
      Map<Shelf, List<Asked>> shelves,
      Map<Publishable.Ask, Long> units,
      Map<ChannelSku, Integer> sold,
      Map<Asked, Following.Outcome> outcomes) {
    Set<String> skus = new HashSet<>();
    shelves.keySet().forEach(shelf -> skus.add(shelf.sku()));
    Map<String, Paces.Selling> selling = paces.of(tx, skus);
    Map<String, Duration> lags = new HashMap<>();
    shelves.forEach(
        (shelf, asked) -> {
          Paces.Selling now = selling.getOrDefault(shelf.sku(), Paces.Selling.NOT);
          List<Following.Row> rows = new ArrayList<>();
          for (Asked each : asked) {
            ChannelSku listing = each.row().listing();
            Duration lag =
                lags.computeIfAbsent(
                    listing.channel() + '/' + listing.account(),
                    name -> delays.of(tx, listing.channel(), listing.account()));
            rows.add(
                new Following.Row(
                    each.row(), each.rule(), units.getOrDefault(each.ask(), 0L), lag,
                    now.of(listing.channel(), listing.account()), sold.getOrDefault(listing, 0)));
          }
          List<Following.Outcome> found =
              Following.of(rows, new Following.Sales(now.perSecond(), now.quietSeconds()));
          for (int i = 0; i < asked.size(); i++) {
            outcomes.put(asked.get(i), found.get(i));
          }
        });
  }
}
