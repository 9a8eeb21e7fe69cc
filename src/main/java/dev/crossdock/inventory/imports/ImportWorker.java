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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies imports, a chunk a transaction, on one thread. A process that dies leaves the chunks it has not committed;
 * whoever comes next goes on with them. Processes that work on the same imports take turns.
 */
public final class ImportWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final Door door;
  private final Stock stock;
  private final StockRise rise;
  private final Supplier<List<Merchant>> merchants;
  private final ImportStore store = new ImportStore();
  private final Semaphore news = new Semaphore(0);
  private volatile boolean closed;
  private @Nullable Thread thread;

  /**
   * Nothing is applied before {@link #start}, or by {@link #drain}.
   *
   * @param rise told of SKUs with more to promise than before
   */
  public ImportWorker(Door door, Stock stock, StockRise rise, Supplier<List<Merchant>> merchants) {
    this.door = door;
    this.stock = stock;
    this.rise = rise;
    this.merchants = merchants;
  }

  /** Begins to look for imports, first of all for those that were left behind. */
  public void start() {
    thread = Thread.ofPlatform().daemon().name("stock-imports").start(this::run);
  }

  /** There is something to do. */
  public void wake() {
    news.release();
  }

  /** Applies whatever waits of this merchant, here and now. */
  public void drain(Merchant merchant) {
    boolean more = true;
    while (more && !closed) {
      more = step(merchant);
    }
  }

  @Override
  public void close() {
    closed = true;
    Thread running = thread;
    if (running != null) {
      wake();
      try {
        running.join(IDLE.multipliedBy(2));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (!closed) {
      try {
        merchants.get().forEach(this::drain);
        if (news.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("an import failed and is tried again", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
    } catch (InterruptedException e) {
      closed = true;
    }
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
