package dev.crossdock.inventory.imports.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.counting.CountCommand.Counted;
import dev.crossdock.inventory.counting.CountCommand.Submit;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCounts;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.platform.db.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was counted. The rows of one count are one command, and what it refuses is left out of it. Lots of one SKU
 * are taken together or not at all: a lot whose row is lost would be missing.
 */
final class CountRows {

  private static final int FOUND_MAX = 500;
  private static final Pattern OF_LINE = Pattern.compile("lines\\[(\\d+)](?:\\.(\\w+))?(?:\\[(\\d+)])?(?:\\.(\\w+))?");

  private final StockCounts counts;

  CountRows(StockCounts counts) {
    this.counts = counts;
  }

  /** A row, read. */
  private record Read(CsvTable.Row row, long units, @Nullable LocalDate expiresOn) {

    private LotUnits lot() {
      return new LotUnits(FileRows.text(row, "lot"), expiresOn, units);
    }
  }

  /** What is said of one line: one row, or one for each lot. */
  private record Said(String sku, String bin, List<Read> rows) {

    private boolean byLot() {
      return rows.getFirst().row().cell("lot") != null;
    }

    /** Rows in the order of the lots of the command: lots of none are not among them. */
    private List<Read> named() {
      return rows.stream().filter(row -> row.units() != 0).toList();
    }

    private Counted counted(int line) {
      List<LotUnits> lots = byLot() ? named().stream().map(Read::lot).toList() : List.of();
      return new Counted(line, byLot() ? LotUnits.sum(lots) : rows.getFirst().units(), lots);
    }
  }

  void count(Tx tx, FileRows file) {
    Map<String, List<Said>> byCount = new LinkedHashMap<>();
    said(file).forEach(said ->
        byCount.computeIfAbsent(FileRows.text(said.rows().getFirst().row(), "count"), first -> new ArrayList<>())
            .add(said));
    byCount.forEach((number, said) -> {
      Optional<StockCount> count = counts.list(tx, new DocumentQuery(null, number, null, FOUND_MAX)).stream()
          .filter(found -> found.number().equals(number)).findFirst();
      if (count.isEmpty()) {
        said.forEach(each -> refuse(file, each, "count", "unknown", "There is no count with this number."));
      } else {
        submit(tx, file, count.get(), said);
      }
    });
  }

  private void submit(Tx tx, FileRows file, StockCount count, List<Said> said) {
    Map<String, Integer> lines = new HashMap<>();
    count.lines().forEach(line -> lines.put(line.sku() + "\n" + line.bin(), line.line()));
    List<Said> left = new ArrayList<>();
    for (Said each : said) {
      if (!lines.containsKey(each.sku() + "\n" + each.bin())) {
        refuse(file, each, "sku", "unknown", "The document has no line for it.");
      } else if (each.byLot() && file.lacks(Map.of("count", count.number(), "sku", each.sku()))) {
        refuse(file, each, "lot", "incomplete", "Another row of this SKU is refused, and its lots are taken together.");
      } else {
        left.add(each);
      }
    }
    while (!left.isEmpty()) {
      List<Counted> counted = left.stream()
          .map(each -> each.counted(lines.getOrDefault(each.sku() + "\n" + each.bin(), 0))).toList();
      switch (counts.execute(tx, count.id(), new Submit(counted, tx.now()))) {
        case Decided.Accepted<StockCount> accepted -> {
          left.forEach(each -> each.rows().forEach(row -> file.take(row.row(), count.number())));
          return;
        }
        case Decided.Refused<StockCount>(List<ItemError> errors) -> left = without(file, left, errors);
      }
    }
  }

  private static List<Said> without(FileRows file, List<Said> said, List<ItemError> errors) {
    Map<Integer, ItemError> bad = new HashMap<>();
    for (ItemError error : errors) {
      Matcher matcher = OF_LINE.matcher(error.field());
      if (matcher.matches()) {
        bad.putIfAbsent(Integer.parseInt(matcher.group(1)), error);
      }
    }
    List<Said> left = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      ItemError error = bad.isEmpty() ? errors.getFirst() : bad.get(i);
      if (error == null) {
        left.add(said.get(i));
      } else {
        refuse(file, said.get(i), error);
      }
    }
    return left;
  }

  /** Tells the row whose lot is wrong what is; the others of the line that they could not be taken without it. */
  private static void refuse(FileRows file, Said said, ItemError error) {
    Matcher matcher = OF_LINE.matcher(error.field());
    boolean one = matcher.matches() && matcher.group(4) != null;
    if (one) {
      Read row = said.named().get(Integer.parseInt(matcher.group(3)));
      file.refuse(row.row(), matcher.group(4), error.rule(), error.sentence());
      refuse(file, said, "lot", "incomplete", "Another row of this SKU is refused, and its lots are taken together.");
      return;
    }
    String field = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : error.field();
    String column = field.equals("line") ? "sku" : field.equals("lots") ? "lot" : field;
    refuse(file, said, column, error.rule(), error.sentence());
  }

  /** What is said of each line, in the order of the file; rows without a lot stand each by itself. */
  private static Collection<Said> said(FileRows file) {
    Map<List<String>, Said> said = new LinkedHashMap<>();
    for (CsvTable.Row row : file.rows()) {
      Long units = file.number(row, "units", 0);
      LocalDate expiresOn = file.day(row, "expiresOn");
      if (units == null || (expiresOn == null && row.cell("expiresOn") != null)) {
        continue;
      }
      String sku = FileRows.text(row, "sku");
      String bin = FileRows.text(row, "bin");
      String alone = row.cell("lot") == null ? String.valueOf(row.line()) : "";
      said.computeIfAbsent(
              List.of(FileRows.text(row, "count"), sku, bin, alone), first -> new Said(sku, bin, new ArrayList<>()))
          .rows()
          .add(new Read(row, units, expiresOn));
    }
    return said.values();
  }

  private static void refuse(FileRows file, Said said, String field, String rule, String sentence) {
    said.rows().forEach(row -> file.refuse(row.row(), field, rule, sentence));
  }
}
