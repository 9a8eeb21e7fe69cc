package dev.crossdock.inventory.imports;

import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.counting.StockCounts;
import dev.crossdock.inventory.documents.StockRise;
import dev.crossdock.inventory.imports.internal.FileImportStore;
import dev.crossdock.inventory.imports.internal.FileRows;
import dev.crossdock.inventory.imports.internal.RowWork;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import dev.crossdock.inventory.transfers.Transfers;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes files of adjustments, purchase orders, receipts, transfers and counts in, each in one transaction. Each row is
 * judged by itself, by the rules that hold for it everywhere; one that is refused spoils no other. The same file again
 * does nothing again, and answers as it did the first time.
 */
public final class FileImports {

  /** Rows taken of one file: it is done in one transaction, which others may have to wait for. */
  public static final int ROWS_MAX = 10_000;

  private static final int NAME_MAX = 100;
  private static final int PAGE_MAX = 10_000;

  private final Ids ids;
  private final RowWork work;
  private final FileImportStore store = new FileImportStore();

  /**
   * Imports through these doors.
   *
   * @param rise told of SKUs with more to promise than before
   */
  public FileImports(
      Stock stock, PurchaseOrders orders, Transfers transfers, StockCounts counts, StockRise rise, Ids ids) {
    this.ids = ids;
    this.work = new RowWork(stock, orders, transfers, counts, rise);
  }

  /**
   * A file that was taken in.
   *
   * @param repeated whether it had been taken in before: then nothing was done
   */
  public record Taken(FileImport file, boolean repeated) {}

  /**
   * Does what the rows say.
   *
   * @param kind of its rows; counts of stock are for {@link StockImports}
   */
  public Taken take(Tx tx, FileKind kind, String name, byte[] bytes) {
    byte[] content = sha256(bytes);
    UUID id = ids.next();
    if (!store.claim(tx, id, kind, name.substring(0, Math.min(NAME_MAX, name.length())), content)) {
      return new Taken(store.byContent(tx, kind, content).orElseThrow(), true);
    }
    store.finish(tx, id, work.take(tx, kind, FileRows.read(kind, bytes)));
    return new Taken(store.find(tx, id).orElseThrow(), false);
  }

  public Optional<FileImport> find(Tx tx, UUID id) {
    return store.find(tx, id);
  }

  /** The latest first. */
  public List<FileImport> list(Tx tx, int limit) {
    return store.list(tx, Math.clamp(limit, 1, PAGE_MAX));
  }

  /** What became of each row, in the order of the file. */
  public List<RowAnswer> answers(Tx tx, UUID id) {
    return store.answers(tx, id);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
