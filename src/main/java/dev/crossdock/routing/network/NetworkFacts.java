package dev.crossdock.routing.network;

import dev.crossdock.inventory.costing.UnitCosts;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.FactsSource;
import java.util.Map;
import java.util.Set;

/**
 * What routing knows of a merchant's network, for a batch of orders. Profiles, cards and items are kept in memory until
 * they change; a batch asks whether they have, for the weights of its SKUs, and for loads where capacity is limited.
 */
public final class NetworkFacts implements FactsSource {

  private final Weights weights;
  private final Paces paces;
  private final Snapshots snapshots;
  private final Loads loads;
  private final UnitCosts costs = new UnitCosts();

  /** Grams of one unit, by SKU; answered by whoever keeps the catalogue. SKUs of unknown weight are absent. */
  @FunctionalInterface
  public interface Weights {
    Map<String, Integer> of(Tx tx, Set<String> skus);
  }

  NetworkFacts(Snapshots snapshots, Weights weights, Paces paces) {
    this.snapshots = snapshots;
    this.weights = weights;
    this.paces = paces;
    this.loads = new Loads(snapshots);
  }

  @Override
  public FactsSource.Network of(Tx tx, Set<String> skus) {
    Snapshot now = snapshots.now(tx);
    return new BatchNetwork(
        now, loads.read(tx), snapshots.items(tx, skus), weights.of(tx, skus),
        new BatchNetwork.Later(() -> paces.of(tx, skus), () -> costs.of(tx, skus)), tx.now());
  }

  /** Counts what locations are given; to be told of every change of orders. */
  public Loads loads() {
    return loads;
  }
}
