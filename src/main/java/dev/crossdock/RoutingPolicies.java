package dev.crossdock;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.inventory.Locations;
import dev.crossdock.orders.history.PastOrders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.network.NetworkItems;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.StoredPolicies;
import dev.crossdock.routing.policies.Surroundings;
import dev.crossdock.routing.trials.BacktestGuard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The policies that merchants keep: one reader, one set of guards and one memory for whoever asks. */
final class RoutingPolicies {

  private final Expressions expressions = new Expressions();
  private final Policies policies;
  private final StoredPolicies stored;

  /** The accounts are asked for when they are needed: they come later than routing. */
  RoutingPolicies(
      Locations locations, Catalog catalog, Network network, Supplier<ChannelAccounts> accounts, Journal journal) {
    PolicyReader reader = new PolicyReader(expressions);
    Surroundings surroundings =
        new Surroundings(locations, network.facts(), catalog::known, tx -> byChannel(tx, accounts.get()))
            .with(tx -> words(tx, network));
    this.policies = new Policies(reader, surroundings, List.of(new BacktestGuard(new PastOrders(), reader)), journal);
    this.stored = new StoredPolicies(policies, expressions);
  }

  Expressions expressions() {
    return expressions;
  }

  /** Their versions, and the commands that change them. */
  Policies kept() {
    return policies;
  }

  /** As routing asks for them; the built-in one decides where there are none. */
  StoredPolicies inForce() {
    return stored;
  }

  private static Surroundings.Words words(Tx tx, Network network) {
    NetworkItems.Words items = network.items().words(tx);
    Set<String> carriers = new TreeSet<>();
    network.cards().list(tx).forEach(card -> carriers.add(card.content().carrier()));
    return new Surroundings.Words(items.tags(), items.hazmat(), carriers);
  }

  private static Map<String, Set<String>> byChannel(Tx tx, ChannelAccounts all) {
    Map<String, Set<String>> accounts = new TreeMap<>();
    for (ChannelAccount each : all.list(tx)) {
      accounts.computeIfAbsent(each.settings().channel(), channel -> new TreeSet<>()).add(each.settings().account());
    }
    return accounts;
  }
}
