package dev.crossdock.console.warehouse.counts;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.FormRefused;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.counting.CountCommand;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.counting.StockCounts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody who did not count judges what was counted: booked as it is, or counted again. */
@RestController
class DifferencesPage {

  private final Work work;
  private final StockCounts counts;

  DifferencesPage(Work work, StockCounts counts) {
    this.work = work;
    this.counts = counts;
  }

  @GetMapping("/console/stock/counts/{id}/differences")
  ResponseEntity<String> page(Visit visit, @PathVariable UUID id) {
    Optional<StockCount> count = work.read(visit, tx -> counts.find(tx, id));
    return count.isEmpty() ? work.missing(visit, StockNav.COUNTS) : show(visit, count.get(), Set.of(), new Mistakes());
  }

  @PostMapping("/console/stock/counts/{id}/differences")
  ResponseEntity<String> judge(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    Sent sent = new Sent(form);
    Optional<StockCount> count = work.read(visit, tx -> counts.find(tx, id));
    if (count.isEmpty()) {
      return work.missing(visit, StockNav.COUNTS);
    }
    List<Integer> lines = sent.all("line").stream()
        .map(Sent::number).filter(Objects::nonNull).map(Math::toIntExact).toList();
    boolean again = sent.does("recount");
    Mistakes mistakes = new Mistakes();
    if (lines.isEmpty()) {
      mistakes.add("", "Choose at least one line.");
    } else {
      try {
        Flash flash = work.run(visit, sent, "judge " + id, tx -> {
          FormRefused.accepted(counts.execute(
              tx, id, again ? new CountCommand.Recount(lines) : new CountCommand.Approve(lines)));
          String words = lines.size() == 1 ? "1 line" : lines.size() + " lines";
          return Flash.done(again ? words + " to be counted again" : words + " booked");
        });
        return work.told(request, flash, CountsPage.href(id));
      } catch (FormRefused refused) {
        refused.errors().forEach(error -> mistakes.add("", error.sentence()));
      }
    }
    return show(visit, count.get(), Set.copyOf(lines), mistakes);
  }

  private ResponseEntity<String> show(Visit visit, StockCount count, Set<Integer> chosen, Mistakes mistakes) {
    Map<String, String> names = work.read(visit, work::names);
    List<DifferencesView.Line> lines = count.lines().stream()
        .filter(line -> line.state() == LineState.TO_APPROVE)
        .map(line -> line(visit, line, chosen.contains(line.line())))
        .toList();
    DifferencesView view = new DifferencesView(
        count.number(), names.getOrDefault(count.location(), count.location()), CountsPage.href(count.id()),
        CountsPage.href(count.id()) + "/differences", work.key(), lines,
        lines.isEmpty()
            ? new Block(
                Block.Kind.CLEAR, "Nothing is left to judge", "Every difference is booked, or is counted again.",
                new Block.Action("Show the count", CountsPage.href(count.id())))
            : null,
        mistakes.lines());
    boolean wrong = !mistakes.none();
    return work.page(
        wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, visit,
        (wrong ? "Error: " : "") + "Differences of " + count.number(), "warehouse/counts/differences.jte", view);
  }

  private static DifferencesView.Line line(Visit visit, StockCount.Line line, boolean chosen) {
    int counted = line.counted() == null ? 0 : line.counted();
    int off = line.variance() == null ? 0 : line.variance();
    return new DifferencesView.Line(
        line.line(), line.sku(), StockNav.sku(line.sku()), line.bin(), Units.grouped((long) counted - off),
        Units.grouped(counted), off == 0 ? "none" : Units.signed(off), off < 0, CountNotes.wrong(line),
        line.frozen() == 0 ? "" : Units.words(line.frozen()),
        line.countedAt() == null ? null : visit.watch().when(line.countedAt()), chosen);
  }
}
