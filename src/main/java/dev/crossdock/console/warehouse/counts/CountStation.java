package dev.crossdock.console.warehouse.counts;

import dev.crossdock.catalog.Sku;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.FormRefused;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.OpenTally;
import dev.crossdock.console.warehouse.Scans;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.Station;
import dev.crossdock.console.warehouse.Station.Row;
import dev.crossdock.console.warehouse.Station.Tally;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Typed;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.counting.CountCommand;
import dev.crossdock.inventory.counting.CountCommand.Counted;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.counting.StockCounts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The station that counts. It is blind: nothing on it says how much is expected. */
@RestController
class CountStation {

  private final Work work;
  private final StockCounts counts;

  CountStation(Work work, StockCounts counts) {
    this.work = work;
    this.counts = counts;
  }

  /** A count that is worked on, and what the catalogue says of its SKUs. */
  private record Reading(
      StockCount count, String location, Map<String, Sku> skus, Map<String, Station.Lots> lots) {}

  @GetMapping("/console/stock/counts/{id}/count")
  ResponseEntity<String> page(Visit visit, @PathVariable UUID id) {
    return reading(visit, id)
        .map(reading -> work.station(visit, station(reading, work.key(), rows(reading), null, new Mistakes())))
        .orElseGet(() -> work.missing(visit, StockNav.COUNTS));
  }

  @PostMapping("/console/stock/counts/{id}/count")
  ResponseEntity<String> send(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    Sent sent = new Sent(form);
    Optional<Reading> found = reading(visit, id);
    if (found.isEmpty()) {
      return work.missing(visit, StockNav.COUNTS);
    }
    List<Row> rows = Scans.typed(sent, rows(found.get()));
    if (sent.does("scan")) {
      Scans.Scanned scanned = Scans.scan(sent.text("code"), rows);
      return work.station(
          visit, station(found.get(), sent.text("key"), scanned.rows(), scanned.verdict(), new Mistakes()));
    }
    Mistakes mistakes = new Mistakes();
    List<Typed> typed = typed(rows, mistakes);
    List<Counted> counted = typed.stream()
        .map(row -> new Counted(row.row().line(), row.units(), row.lots())).toList();
    if (mistakes.none()) {
      try {
        Flash flash = work.run(visit, sent, "count " + id, tx -> {
          FormRefused.accepted(counts.execute(tx, id, new CountCommand.Submit(counted, tx.now())));
          return Flash.done(counted.size() == 1 ? "1 line counted" : counted.size() + " lines counted");
        });
        return work.told(request, flash, CountsPage.href(id));
      } catch (FormRefused refused) {
        mistakes = Typed.refused(refused.errors(), typed);
      }
    }
    return work.station(visit, station(found.get(), sent.text("key"), rows, null, mistakes));
  }

  /** What is typed; a line without units is not counted yet, and 0 says that nothing lies there. */
  private static List<Typed> typed(List<Row> rows, Mistakes mistakes) {
    List<Typed> typed = new ArrayList<>();
    rows.forEach(row -> Typed.of(row, mistakes).ifPresent(typed::add));
    if (typed.isEmpty() && mistakes.none()) {
      mistakes.add("code", "Scan what lies there, or enter its units; 0 when nothing does.");
    }
    return typed;
  }

  private static List<Row> rows(Reading reading) {
    return reading.count().lines().stream()
        .filter(line -> line.state() == LineState.COUNTING)
        .map(line -> new Row(
            line.line(), line.sku(), title(reading, line.sku()),
            Station.codes(line.sku(), reading.skus().get(line.sku())), line.bin(), "", null, null, "", "", null,
            reading.lots().get(line.sku())))
        .toList();
  }

  private static String title(Reading reading, String sku) {
    Sku known = reading.skus().get(sku);
    return known == null ? "" : known.title();
  }

  private static Station station(
      Reading reading, String key, List<Row> rows, Station.@Nullable Verdict verdict, Mistakes mistakes) {
    StockCount count = reading.count();
    boolean bins = count.lines().stream().anyMatch(line -> !line.bin().isEmpty());
    List<Note> notes = new ArrayList<>(CountNotes.frozen(count));
    notes.add(Note.of(
        Role.NEUTRAL, Icon.INFO, "At " + reading.location()
            + ". Count what lies there; work goes on meanwhile. A line without units is left for later, 0 says that "
            + "nothing lies there." + (bins ? " Scan a bin to count in it." : "")
            + (reading.lots().isEmpty() ? "" : " Name all lots and serial numbers: what is not named is missing.")));
    return new Station(
        "Count " + count.number(), CountsPage.href(count.id()), StockNav.COUNTS.tabs(), notes,
        CountsPage.href(count.id()) + "/count", key, "", verdict,
        new Tally(false, false, false, bins, OpenTally.judged(rows, mistakes)), List.of(), List.of(), mistakes.lines(),
        new Station.Words("Counted", "", "Send the count", "Nothing was counted."));
  }

  private Optional<Reading> reading(Visit visit, UUID id) {
    return work.read(visit, tx -> counts.find(tx, id).map(count -> {
      Set<String> skus = count.lines().stream().map(StockCount.Line::sku).collect(Collectors.toSet());
      return new Reading(
          count, work.names(tx).getOrDefault(count.location(), count.location()), work.codes().named(tx, skus),
          work.lots(tx, skus));
    }));
  }
}
