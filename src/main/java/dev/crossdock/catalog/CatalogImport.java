package dev.crossdock.catalog;

import dev.crossdock.catalog.ImportReport.RowError;
import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.platform.csv.CsvTable.Row;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the catalogue from files with a heading, a thousand rows a transaction. A bad row spoils no other. Columns of
 * products: sku, title, barcode, weight_grams, active, product, product_title, components (such as {@code A*2 B});
 * of listings: channel, account, channel_sku, sku. Other columns are not looked at.
 */
public final class CatalogImport {

  private static final int ERRORS_MAX = 1_000;
  private static final int CHUNK = 1_000;

  private final Catalog catalog;
  private final Door door;

  public CatalogImport(Catalog catalog, Door door) {
    this.catalog = catalog;
    this.door = door;
  }

  /** Stores SKUs; {@code stored} is called in each transaction with what became of its rows. */
  public ImportReport products(Merchant merchant, Cause cause, Reader csv, BiConsumer<Tx, ProductsStored> stored) {
    Tally tally = new Tally();
    read(csv, List.of("sku", "title"), rows -> products(merchant, cause, rows, stored, tally), tally);
    return tally.report();
  }

  /** Stores listings; {@code stored} is called in each transaction with what became of its rows. */
  public ImportReport listings(Merchant merchant, Cause cause, Reader csv, BiConsumer<Tx, ListingsStored> stored) {
    Tally tally = new Tally();
    List<String> required = List.of("channel", "account", "channel_sku", "sku");
    read(csv, required, rows -> listings(merchant, cause, rows, stored, tally), tally);
    return tally.report();
  }

  /** Hands over the rows, a chunk at a time, and notes what made reading impossible, where anything did. */
  private static void read(Reader csv, List<String> required, Consumer<List<Row>> chunks, Tally tally) {
    try (CsvTable table = CsvTable.open(csv)) {
      for (String column : required) {
        if (!table.has(column)) {
          tally.errors.add(
              new RowError(1, column, "missing-column", "The heading lacks the column " + column + "."));
          return;
        }
      }
      List<Row> chunk = new ArrayList<>();
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        chunk.add(row.get());
        if (chunk.size() == CHUNK) {
          chunks.accept(chunk);
          chunk = new ArrayList<>();
        }
      }
      if (!chunk.isEmpty()) {
        chunks.accept(chunk);
      }
      if (table.broken()) {
        String sentence = "The file cannot be read after this line: a cell is too large, or a quote is never closed.";
        tally.errors.add(new RowError(table.line(), "", "unreadable", sentence));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void products(
      Merchant merchant, Cause cause, List<Row> rows, BiConsumer<Tx, ProductsStored> stored, Tally tally) {
    List<Row> readable = new ArrayList<>();
    List<ProductInput> inputs = new ArrayList<>();
    for (Row row : rows) {
      ProductInput input = product(row, tally);
      if (input != null) {
        readable.add(row);
        inputs.add(input);
      }
    }
    ProductsStored done =
        door.write(
            merchant,
            cause,
            tx -> {
              ProductsStored result = catalog.putProducts(tx, inputs);
              stored.accept(tx, result);
              return result;
            });
    tally.add(rows.size(), done.created(), done.changed(), done.unchanged());
    tally.refuse(readable, done.errors());
  }

  private void listings(
      Merchant merchant, Cause cause, List<Row> rows, BiConsumer<Tx, ListingsStored> stored, Tally tally) {
    List<ListingInput> inputs =
        rows.stream()
            .map(row -> new ListingInput(
                row.cell("channel"), row.cell("account"), row.cell("channel_sku"), row.cell("sku")))
            .toList();
    ListingsStored done =
        door.write(
            merchant,
            cause,
            tx -> {
              ListingsStored result = catalog.putListings(tx, inputs);
              stored.accept(tx, result);
              return result;
            });
    tally.add(rows.size(), done.created(), done.changed(), done.unchanged());
    tally.refuse(rows, done.errors());
  }

  private static @Nullable ProductInput product(Row row, Tally tally) {
    try {
      return new ProductInput(
          row.cell("sku"),
          row.cell("title"),
          row.cell("barcode"),
          weight(row.cell("weight_grams")),
          active(row.cell("active")),
          row.cell("product"),
          row.cell("product_title"),
          components(row.cell("components")));
    } catch (Unreadable e) {
      tally.refuse(new RowError(row.line(), e.column, "format", e.sentence));
      return null;
    }
  }

  private static @Nullable Integer weight(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    if (!cell.matches("[0-9]{1,9}")) {
      throw new Unreadable("weight_grams", "The weight must be whole grams.");
    }
    return Integer.valueOf(cell);
  }

  private static @Nullable Boolean active(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("yes") || cell.equals("1")) {
      return true;
    }
    if (cell.equalsIgnoreCase("false") || cell.equalsIgnoreCase("no") || cell.equals("0")) {
      return false;
    }
    throw new Unreadable("active", "Active must be true or false.");
  }

  private static @Nullable List<Component> components(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    List<Component> components = new ArrayList<>();
    for (String part : cell.split("\\s+")) {
      int star = part.lastIndexOf('*');
      String units = star < 0 ? "1" : part.substring(star + 1);
      if (star == 0 || !units.matches("[0-9]{1,5}")) {
        throw new Unreadable("components", "Components are SKUs with their units, such as A*2 B.");
      }
      components.add(new Component(star < 0 ? part : part.substring(0, star), Integer.parseInt(units)));
    }
    return components;
  }

  /** A cell that means nothing; it never leaves this class. */
  private static final class Unreadable extends RuntimeException {

    private final String column;
    private final String sentence;

    Unreadable(String column, String sentence) {
      super(sentence);
      this.column = column;
      this.sentence = sentence;
    }
  }

  /** Sums over the chunks. */
  private static final class Tally {

    private int rows;
    private int created;
    private int changed;
    private int unchanged;
    private final List<RowError> errors = new ArrayList<>();

    private void add(int more, int createdMore, int changedMore, int unchangedMore) {
      rows += more;
      created += createdMore;
      changed += changedMore;
      unchanged += unchangedMore;
    }

    private void refuse(List<Row> asked, List<ItemError> refused) {
      for (ItemError error : refused) {
        refuse(new RowError(asked.get(error.index()).line(), column(error.field()), error.rule(), error.sentence()));
      }
    }

    private void refuse(RowError error) {
      if (errors.size() < ERRORS_MAX) {
        errors.add(error);
      }
    }

    private ImportReport report() {
      int refused = rows - created - changed - unchanged;
      return new ImportReport(rows, created, changed, unchanged, refused, List.copyOf(errors));
    }

    private static String column(String field) {
      return switch (field) {
        case "weightGrams" -> "weight_grams";
        case "productTitle" -> "product_title";
        case "channelSku" -> "channel_sku";
        default -> field.startsWith("components") ? "components" : field;
      };
    }
  }
}
