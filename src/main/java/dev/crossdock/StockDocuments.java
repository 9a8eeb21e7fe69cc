package dev.crossdock;

import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.counting.Bins;
import dev.crossdock.inventory.counting.StockCounts;
import dev.crossdock.inventory.documents.StockRise;
import dev.crossdock.inventory.imports.FileImports;
import dev.crossdock.inventory.imports.ImportWorker;
import dev.crossdock.inventory.imports.StockImports;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import dev.crossdock.inventory.returning.IncomingReturns;
import dev.crossdock.inventory.transfers.Transfers;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;

/** What a warehouse does to stock, put together: documents, counts, and the files that hold many of them. */
public record StockDocuments(
    PurchaseOrders purchaseOrders,
    IncomingReturns incomingReturns,
    Transfers transfers,
    StockCounts stockCounts,
    Bins bins,
    FileImports fileImports,
    StockImports stockImports,
    ImportWorker importWorker) {

  /**
   * Puts them over one stock.
   *
   * @param rise who is told of units that may be promised now
   */
  static StockDocuments over(
      Assembly.Given given, Door door, Stock stock, Locations locations, KnownSkus skus, StockRise rise) {
    Journal journal = given.journal();
    Ids ids = given.ids();
    PurchaseOrders purchaseOrders = new PurchaseOrders(stock, locations, skus, rise, journal, ids);
    Transfers transfers = new Transfers(stock, locations, skus, rise, journal, ids);
    StockCounts stockCounts = new StockCounts(stock, locations, skus, rise, journal, ids);
    ImportWorker importWorker = new ImportWorker(door, stock, rise, given.merchants()::all);
    return new StockDocuments(
        purchaseOrders,
        new IncomingReturns(stock, locations, skus, rise, journal, ids),
        transfers,
        stockCounts,
        new Bins(stock),
        new FileImports(stock, purchaseOrders, transfers, stockCounts, rise, ids),
        new StockImports(ids, importWorker::wake),
        importWorker);
  }
}
