package dev.crossdock.inventory.lots;

import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.internal.Counts;
import dev.crossdock.inventory.lots.internal.TraceStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lots and serial numbers: what lies where, where it went, and what must not be sold any more. A day is one of UTC.
 * They change with stock only, by the same calls.
 */
public final class Lots {

  /** The longest page of a trace. */
  public static final int PAGE_MAX = 500;

  private final Counts counts;
  private final TraceStore store = new TraceStore();

  public Lots(KnownSkus skus, Journal journal, Ids ids) {
    this.counts = new Counts(skus, journal, ids);
  }

  /**
   * What the passing of days did.
   *
   * @param lots so many lots, one location each, were blocked or freed
   * @param rose SKUs with more to promise than before: their shelf life was set shorter
   * @param shortfalls levels whose promises need another location
   */
  public record Expired(int lots, Set<String> rose, Set<StockKey> shortfalls) {}

  /** The lots of a SKU that lie somewhere, what expires first first. */
  public List<LotAt> of(Tx tx, String sku) {
    return store.places(tx, sku, null);
  }

  /** Everything about one lot; nothing when nobody ever heard of it. */
  public Optional<LotTrace> trace(Tx tx, String sku, String lot, @Nullable UUID after, int limit) {
    LotUnits named = new LotUnits(lot, null, 1);
    return store.trace(tx, sku, named.lot(), after, Math.clamp(limit, 1, PAGE_MAX));
  }

  /**
   * Blocks what must not be sold any more and frees what may. Doing it again changes nothing; it does at most so many
   * lots at once.
   */
  public Expired expire(Tx tx, int limit) {
    Counts.Expired done = counts.expire(tx, limit);
    return new Expired(
        done.lots(),
        done.change().rose().stream().map(StockKey::sku).collect(Collectors.toSet()),
        done.change().shortfalls());
  }
}
