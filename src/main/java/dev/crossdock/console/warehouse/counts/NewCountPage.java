package dev.crossdock.console.warehouse.counts;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.FormRefused;
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.New;
import dev.crossdock.console.warehouse.OpenTally;
import dev.crossdock.console.warehouse.Scans;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.Station.Row;
import dev.crossdock.console.warehouse.Station.Tally;
import dev.crossdock.console.warehouse.Station;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.counting.Bins;
import dev.crossdock.inventory.counting.CountInput;
import dev.crossdock.inventory.counting.StockCounts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a count is begun: of SKUs that are scanned, or of all that lies in one bin. */
@RestController
class NewCountPage {

  private final Work work;
  private final StockCounts counts;
  private final Bins bins;

  NewCountPage(Work work, StockCounts counts, Bins bins) {
    this.work = work;
    this.counts = counts;
    this.bins = bins;
  }

  /** The page; SKUs in the address are its first rows. */
  @GetMapping("/console/stock/counts/new")
  ResponseEntity<String> page(Visit visit, @RequestParam MultiValueMap<String, String> asked) {
    Sent sent = new Sent(asked);
    List<Row> rows = work.read(visit, tx -> OpenTally.typed(tx, work.codes(), sent));
    return show(visit, sent, work.key(), rows, null, new Mistakes());
  }

  @PostMapping("/console/stock/counts/new")
  ResponseEntity<String> send(
      Visit visit, HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Sent sent = new Sent(form);
    List<Row> rows = work.read(visit, tx -> OpenTally.typed(tx, work.codes(), sent));
    Optional<Scans.Scanned> scanned = work.scanned(visit, sent, rows);
    if (scanned.isPresent()) {
      return show(visit, sent, sent.text("key"), scanned.get().rows(), scanned.get().verdict(), new Mistakes());
    }
    Mistakes mistakes = new Mistakes();
    Integer above = Forms.number(sent, "approveAbove", CountNotes.ANY, mistakes);
    List<CountInput.Line> lines = lines(visit, sent, rows, mistakes);
    if (mistakes.none()) {
      CountInput input = new CountInput(
          sent.text("number").isEmpty() ? null : sent.text("number"), sent.text("location"),
          above == null ? CountNotes.ANY : above, lines);
      try {
        return work.make(visit, request, sent, "stock-count", new New<>(
            StockNav.COUNTS, tx -> counts.begin(tx, input), begun -> CountsPage.href(begun.id()) + "/count",
            begun -> "Count " + begun.number() + " begun"));
      } catch (FormRefused refused) {
        mistakes = Mistakes.of(refused.errors(), lines.stream().map(line -> "units-" + line.sku()).toList());
      }
    }
    return show(visit, sent, sent.text("key"), rows, null, mistakes);
  }

  /** The SKUs that were scanned; with a bin and without any, all that lies in it. */
  private List<CountInput.Line> lines(Visit visit, Sent sent, List<Row> rows, Mistakes mistakes) {
    String bin = sent.text("bin");
    List<CountInput.Line> lines = rows.stream()
        .map(row -> new CountInput.Line(row.sku(), bin.isEmpty() ? null : bin))
        .toList();
    if (lines.isEmpty() && !bin.isEmpty()) {
      lines = work.read(visit, tx -> bins.at(tx, sent.text("location"), bin)).stream()
          .map(lying -> new CountInput.Line(lying.key().sku(), bin))
          .toList();
      if (lines.isEmpty()) {
        mistakes.add("bin", "Nothing is known to lie in this bin. Scan the SKUs to count there.");
      }
    } else if (lines.isEmpty()) {
      mistakes.add("code", "Scan the SKUs to count, or name a bin.");
    }
    return lines;
  }

  private ResponseEntity<String> show(
      Visit visit, Sent sent, String key, List<Row> rows, Station.@Nullable Verdict verdict, Mistakes mistakes) {
    Choice place = work.read(visit, tx ->
        Forms.location("location", "Location", sent.text("location"), work.open(tx), mistakes));
    List<Field> fields = List.of(
        Forms.field(
            Field.text("bin", "Bin", sent.text("bin"))
                .withHint("Empty counts all of a SKU there. A bin alone counts all that lies in it."),
            mistakes),
        Forms.field(
            Field.text("approveAbove", "Book differences up to", sent.text("approveAbove"))
                .withHint("Units; more waits to be judged. Empty books any."),
            mistakes),
        Forms.field(
            Field.text("number", "Number", sent.text("number")).withHint("The next of ours when empty."), mistakes));
    return work.station(visit, new Station(
        "New count", StockNav.COUNTS.href(), StockNav.COUNTS.tabs(), List.of(), CountsPage.href("new"), key, "",
        verdict,
        new Tally(true, false, false, false, OpenTally.judged(rows, mistakes)), List.of(place), fields,
        mistakes.lines(), new Station.Words("", "", "Begin the count", "The count was not begun.")));
  }
}
