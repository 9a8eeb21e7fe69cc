package dev.crossdock.inventory;

import dev.crossdock.inventory.backorders.internal.BackorderCheckStore;
import dev.crossdock.inventory.costing.internal.CostCheckStore;
import dev.crossdock.inventory.internal.CheckStore;
import dev.crossdock.inventory.internal.PromiseCheckStore;
import dev.crossdock.inventory.lots.internal.LotCheckStore;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.Violation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Proves that no unit is promised twice: the ledger adds up to the levels, the reservations add up to what is promised,
 * lots and serial numbers add up to what lies there, and so do the units whose cost is reckoned,
 * and no level breaks its limits even if a database constraint was taken away. It writes nothing and takes no lock.
 */
public final class InventoryCheck {

  /** Violations told of at most; after so many the rest says nothing new. */
  public static final int VIOLATIONS_MAX = 1_000;

  private final Door door;
  private final CheckStore store = new CheckStore();
  private final PromiseCheckStore promises = new PromiseCheckStore();
  private final BackorderCheckStore backorders = new BackorderCheckStore();
  private final LotCheckStore lots = new LotCheckStore();
  private final CostCheckStore costs = new CostCheckStore();

  public InventoryCheck(Door door) {
    this.door = door;
  }

  /** How many rows of the ledger there are to be compared. */
  public long rows(Merchant merchant) {
    return door.read(merchant, store::ledgerRows);
  }

  /** What is wrong with this merchant's stock, seen in one consistent snapshot; empty when all is well. */
  public List<Violation> run(Merchant merchant) {
    return door.read(
        merchant,
        tx ->
            Stream.of(
                    store.violations(tx, VIOLATIONS_MAX),
                    promises.violations(tx, VIOLATIONS_MAX),
                    backorders.violations(tx, VIOLATIONS_MAX),
                    lots.violations(tx, VIOLATIONS_MAX),
                    costs.violations(tx, VIOLATIONS_MAX))
                .flatMap(List::stream)
                .limit(VIOLATIONS_MAX)
                .toList());
  }
}
