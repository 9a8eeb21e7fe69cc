package dev.crossdock.routing.criteria.serveschannel;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.Place;
import java.util.Set;

/**
 * Keeps locations to the channels they ship for: a 3PL under contract for one shop, a marketplace's warehouse. The
 * latter ships for other channels only where they are named (Amazon's Multi-Channel Fulfillment, Walmart's MCS).
 */
@Kind(
    type = "serves-channel",
    title = "Ships for the channel",
    help = "Asks only locations that ship for the order's channel. A marketplace's warehouse must name its channels.")
record ServesChannel() implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    Set<String> channels = place.profile().channels();
    String channel = facts.order().channel();
    if (Goods.contains(channels, channel)) {
      return Ruling.STAYS;
    }
    if (!channels.isEmpty()) {
      return new Ruling.Out("ships only for " + Words.allOf(channels), "if it shipped for " + channel);
    }
    return place.location().kind() == LocationKind.MARKETPLACE
        ? new Ruling.Out("is a marketplace's warehouse and names no channel", "if it shipped for " + channel)
        : Ruling.STAYS;
  }
}
