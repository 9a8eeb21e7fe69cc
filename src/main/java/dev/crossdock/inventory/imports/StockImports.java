package dev.crossdock.inventory.imports;

import dev.crossdock.inventory.imports.internal.ImportStore;
import dev.crossdock.inventory.imports.internal.StockFile;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes files of counts in: SKU, location and what lies there, as CSV with a heading or as NDJSON. Only differences are
 * written; a row that cannot be taken spoils no other. The rows are stored first and applied by the
 * {@link ImportWorker}, so a file that was taken is applied whatever happens.
 */
public final class StockImports {

  private static final int PAGE_MAX = 10_000;

  private final Ids ids;
  private final Runnable begun;
  private final ImportStore store = new ImportStore();

  /**
   * Imports that somebody applies.
   *
   * @param begun called after each commit that stored a file, usually {@code ImportWorker::wake}
   */
  public StockImports(Ids ids, Runnable begun) {
    this.ids = ids;
    this.begun = begun;
  }

  /**
   * Stores the rows of a file. A file that cannot be read at all is an import of which everything was refused, told by
   * its errors.
   */
  public StockImport begin(Tx tx, byte[] file) {
    UUID id = ids.next();
    store.insert(tx, id, StockFile.read(file));
    tx.afterCommit(begun);
    return find(tx, id).orElseThrow();
  }

  public Optional<StockImport> find(Tx tx, UUID id) {
    return store.find(tx, id);
  }

  /** The latest first. */
  public List<StockImport> list(Tx tx, int limit) {
    return store.list(tx, Math.clamp(limit, 1, PAGE_MAX));
  }

  /** The refused rows in the order of the file, from behind a line. */
  public List<RowError> errors(Tx tx, UUID id, int afterLine, int limit) {
    return store.errors(tx, id, afterLine, Math.clamp(limit, 1, PAGE_MAX));
  }
}
