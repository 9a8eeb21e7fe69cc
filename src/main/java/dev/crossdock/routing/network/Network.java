package dev.crossdock.routing.network;

import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.history.StockHistory;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;

/** Everything that is told and counted of a merchant's network, put together. */
public final class Network {

  private final Profiles profiles;
  private final NetworkItems items;
  private final RateCardBook cards;
  private final Paces paces;
  private final NetworkFacts facts;

  public Network(
      Locations locations, KnownSkus skus, NetworkFacts.Weights weights, StockHistory history, Journal journal,
      Ids ids) {
    this.profiles = new Profiles(locations, journal, ids);
    this.items = new NetworkItems(skus, journal, ids);
    this.cards = new RateCardBook(locations, journal, ids);
    this.paces = new Paces(history);
    this.facts = new NetworkFacts(new Snapshots(locations, profiles, items, cards), weights, paces);
  }

  public Profiles profiles() {
    return profiles;
  }

  public NetworkItems items() {
    return items;
  }

  public RateCardBook cards() {
    return cards;
  }

  public Paces paces() {
    return paces;
  }

  /** What routing asks. */
  public NetworkFacts facts() {
    return facts;
  }
}
