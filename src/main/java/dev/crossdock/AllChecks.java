package dev.crossdock;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.fulfilment.FulfilmentCheck;
import dev.crossdock.inventory.InventoryCheck;
import dev.crossdock.inventory.Stock;
import dev.crossdock.orders.OrderCheck;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.platform.checks.Check;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.AnchorFile;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalCheck;
import dev.crossdock.platform.journal.JournalHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Every check there is, for the command line and for the server alike. */
final class AllChecks {

  private AllChecks() {}

  /**
   * The checks in the order in which they run.
   *
   * @param data the folder in which the heads of the journal are noted, apart from the database
   */
  static List<Check> of(DataSource dataSource, Door door, Ids ids, Path data) {
    Journal journal = new Journal(ids);
    Stock stock = new Stock(new Catalog(journal)::known, journal, ids);
    InventoryCheck inventory = new InventoryCheck(door);
    FulfilmentCheck fulfilment = new FulfilmentCheck(door);
    OrderCheck orders = new OrderCheck(door, stock, new OrderCodec());
    return List.of(
        merchant ->
            new Check.Report(
                "Stock: ledger, levels and reservations compared.", inventory.rows(merchant), inventory.run(merchant)),
        merchant -> orders(orders.run(merchant)),
        merchant -> fulfilment(fulfilment.run(merchant)),
        merchant -> journal(dataSource, data, merchant));
  }

  private static Check.Report orders(OrderCheck.Report found) {
    return new Check.Report(
        "Orders: " + found.orders() + " rebuilt from the journal and compared.", found.orders(), found.violations());
  }

  private static Check.Report fulfilment(FulfilmentCheck.Report found) {
    return new Check.Report(
        "Fulfilment: the lines of " + found.orders() + " fulfilment orders looked for.", found.orders(),
        found.violations());
  }

  private static Check.Report journal(DataSource dataSource, Path data, Merchant merchant) {
    try {
      JournalCheck.Report found = new JournalCheck(anchors(data)).run(dataSource, merchant);
      return new Check.Report(
          "Journal: " + found.entries() + " entries in " + found.blocks() + " blocks verified.",
          found.entries(),
          found.violations());
    } catch (SQLException e) {
      throw new IllegalStateException("the journal could not be read", e);
    }
  }

  private static List<JournalHead> anchors(Path data) {
    Path file = data.resolve("journal.anchors");
    try {
      return Files.exists(file) ? List.copyOf(AnchorFile.read(file).values()) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
