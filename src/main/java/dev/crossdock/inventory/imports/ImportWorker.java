package dev.crossdock.inventory.imports;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.documents.StockRise;
import dev.crossdock.inventory.imports.internal.ImportStore;
import dev.crossdock.inventory.imports.internal.ImportStore.Chunk;
import dev.crossdock.inventory.imports.internal.ImportStore.Waiting;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.jobs.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Applies imports, a chunk a transaction, on one thread. A process that dies leaves the chunks it has not committed;
 * whoever comes next goes on with them. Processes that work on the same imports take turns.
 */
public final class ImportWorker implements AutoCloseable {

  private final Door door;
  private final Stock stock;
  private final StockRise rise;
  private final ImportStore store = new ImportStore();
  private final Rounds rounds;

  /**
   * Nothing is applied before {@link #start}, or by {@link #drain}.
   *
   * @param rise told of SKUs with more to promise than before
   */
  public ImportWorker(Door door, Stock stock, StockRise rise, Supplier<List<Merchant>> merchants) {
    this.door = door;
    this.stock = stock;
    this.rise = rise;
    this.rounds = new Rounds("stock-imports", merchants, this::step);
  }

  /** Begins to look for imports, first of all for those that were left behind. */
  public void start() {
    rounds.start();
  }

  /** There is something to do. */
  public void wake() {
    rounds.wake();
  }

  /** Applies whatever waits of this merchant, here and now. */
  public void drain(Merchant merchant) {
    rounds.drain(merchant);
  }

  @Override
  public void close() {
    rounds.close();
  }

  /** One chunk; false when nothing waits, or another process has it. */
  private boolean step(Merchant merchant) {
    Optional<Waiting> waiting = door.read(merchant, store::next);
    return waiting.isPresent()
        && door.write(
            merchant,
            Cause.of(waiting.get().actor(), "import", waiting.get().id()),
            tx -> store.claim(tx, waiting.get().id()) && apply(tx, waiting.get()));
  }

  private boolean apply(Tx tx, Waiting waiting) {
    Optional<Chunk> taken = store.take(tx, waiting.id());
    if (taken.isEmpty()) {
      store.finish(tx, waiting.id());
      return true;
    }
    StockChange change = stock.setOnHand(tx, taken.get().sets());
    List<RowError> errors = new ArrayList<>();
    for (ItemError error : change.errors()) {
      int line = taken.get().lines().get(error.index());
      errors.add(new RowError(line, error.field(), error.rule(), error.sentence()));
    }
    store.count(tx, waiting.id(), change.changed(), change.unchanged(), errors);
    rise.rose(tx, change.rose().stream().map(StockKey::sku).collect(Collectors.toSet()));
    return true;
  }
}
