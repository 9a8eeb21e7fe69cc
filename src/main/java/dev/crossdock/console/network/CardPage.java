package dev.crossdock.console.network;

import dev.crossdock.console.assets.Fingerprint;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.FormRefused;
import dev.crossdock.platform.csv.FileText;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.http.FormFile;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.network.RateCard;
import dev.crossdock.routing.network.RateCardInput.Zone;
import dev.crossdock.routing.network.RateCardInput;
import dev.crossdock.routing.network.RateMatrix.Flaw;
import dev.crossdock.routing.network.RateMatrix;
import dev.crossdock.routing.network.Told;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One rate card by weight and zone, and where a spreadsheet's prices are taken in. */
@RestController
class CardPage {

  /** Of a file that is too large nothing is shown. */
  private static final int SHOWN_MAX = 1 << 20;
  private static final int LISTED_MAX = 20;

  private final Pages pages;
  private final Door door;
  private final Commands commands;
  private final Network network;

  CardPage(Pages pages, Door door, Commands commands, Network network) {
    this.pages = pages;
    this.door = door;
    this.commands = commands;
    this.network = network;
  }

  @GetMapping("/console/rate-cards/{code}")
  ResponseEntity<String> page(
      Visit visit,
      @PathVariable String code,
      @RequestParam(name = "too-large", required = false) @Nullable String tooLarge) {
    List<String> mistakes = tooLarge == null ? List.of() : List.of("The file is larger than 1 MB.");
    return find(visit, code)
        .map(kept -> show(visit, kept, commands.key(), RateMatrix.write(RateCardInput.of(kept)), null, mistakes))
        .orElseGet(() -> missing(visit));
  }

  /** The prices as a file that a spreadsheet opens, and that can be pasted again. */
  @GetMapping("/console/rate-cards/{code}/prices.csv")
  ResponseEntity<String> file(Visit visit, @PathVariable String code) {
    return find(visit, code)
        .map(kept -> ResponseEntity.ok()
            .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
            .header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(kept.name() + ".csv", StandardCharsets.UTF_8).build()
                    .toString())
            .header("X-Content-Type-Options", "nosniff")
            .cacheControl(CacheControl.noStore())
            .body(RateMatrix.write(RateCardInput.of(kept))))
        .orElseGet(() -> missing(visit));
  }

  /** Takes a file or rows: a file that was chosen counts instead of the rows. */
  @PostMapping("/console/rate-cards/{code}")
  ResponseEntity<String> save(
      Visit visit,
      HttpServletRequest request,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "0") String version,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(name = "do", defaultValue = "") String what) {
    Optional<Kept<RateCard>> kept = find(visit, code);
    if (kept.isEmpty()) {
      return missing(visit);
    }
    byte[] rows = FormFile.of(request, "file").map(FormFile::bytes)
        .orElseGet(() -> text.replace("\0", "").getBytes(StandardCharsets.UTF_8));
    RateMatrix.Read read = RateMatrix.read(rows);
    String shown = rows.length > SHOWN_MAX ? "" : FileText.of(rows).text().replace("\0", "");
    Integer seen = version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null;
    RateCardInput card = RateCardInput.of(kept.get()).named(code, seen).priced(read.steps(), read.zones());
    List<Flaw> flaws = !read.flaws().isEmpty()
        ? read.flaws()
        : door.read(visit.merchant(), tx -> read.refused(network.cards().faults(tx, List.of(card))));
    if (!flaws.isEmpty() || !what.equals("store")) {
      Grid preview = flaws.isEmpty() ? prices("What would be stored", card) : null;
      return show(visit, kept.get(), key, shown, preview, sentences(flaws));
    }
    try {
      List<String> input = List.of(code, version, Fingerprint.of(rows));
      Flash flash = commands.run(visit, new Commands.Form(key, "rate-card", input), tx -> {
        Told<RateCard> told = network.cards().put(tx, List.of(card));
        if (!told.errors().isEmpty()) {
          throw new FormRefused(told.errors());
        }
        return Flash.done(told.changed() > 0 ? "Prices stored" : "Nothing was different");
      });
      return Commands.told(request, flash, NetworkNav.RATE_CARDS.href() + "/" + code);
    } catch (FormRefused refused) {
      return show(visit, kept.get(), key, shown, null, sentences(read.refused(refused.errors())));
    }
  }

  private static List<String> sentences(List<Flaw> flaws) {
    List<String> sentences = new ArrayList<>(flaws.stream().limit(LISTED_MAX).map(Flaw::words).toList());
    if (flaws.size() > LISTED_MAX) {
      sentences.add("Other lines are wrong too.");
    }
    return sentences;
  }

  private Optional<Kept<RateCard>> find(Visit visit, String code) {
    return code.indexOf('\0') >= 0
        ? Optional.empty()
        : door.read(visit.merchant(), tx -> network.cards().find(tx, code));
  }

  private ResponseEntity<String> show(
      Visit visit, Kept<RateCard> kept, String key, String text, @Nullable Grid preview, List<String> mistakes) {
    RateCard card = kept.content();
    RateCardInput told = RateCardInput.of(kept);
    List<String> from =
        Stream.concat(card.fromLocations().stream(), card.fromCountries().stream()).toList();
    String facts = card.carrier() + " " + card.service() + ", " + card.currency() + ", from "
        + (from.isEmpty() ? "everywhere" : String.join(", ", from));
    CardView view =
        new CardView(
            kept.name(), facts, CardsPage.state(card, visit.watch().now()), kept.version(), key,
            prices("Prices by weight and zone", told), zones(told), text, preview, mistakes);
    boolean wrong = !mistakes.isEmpty();
    return pages.page(
        wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, visit, Nav.LOCATIONS,
        (wrong ? "Error: " : "") + "Rate card " + kept.name(), "network/card.jte", view);
  }

  private ResponseEntity<String> missing(Visit visit) {
    Block block = new Block(Block.Kind.NO_MATCH, "There is no such rate card", "It may have ended.", null);
    return pages.page(HttpStatus.NOT_FOUND, visit, Nav.LOCATIONS, "No such rate card", "shell/block.jte", block);
  }

  private static Grid prices(String caption, RateCardInput card) {
    List<Zone> zones = zonesOf(card);
    List<Column> columns = new ArrayList<>(List.of(Column.text("Up to kg")));
    zones.forEach(zone -> columns.add(Column.number(Objects.requireNonNullElse(zone.zone(), ""))));
    List<Grid.Row> rows = new ArrayList<>();
    List<@Nullable Integer> steps = Objects.requireNonNullElse(card.steps(), List.of());
    for (int i = 0; i < steps.size(); i++) {
      int at = i;
      String weight = RateMatrix.kilograms(Objects.requireNonNullElse(steps.get(i), 0));
      rows.add(row("step-" + i, weight, zones, zone -> zone.prices() == null ? null : zone.prices().get(at)));
    }
    if (zones.stream().anyMatch(zone -> zone.perFurtherKg() != null)) {
      rows.add(row("further", "each kg more", zones, Zone::perFurtherKg));
    }
    return new Grid(caption, columns, rows);
  }

  /** What a zone says of itself. */
  private interface Said {
    @Nullable String of(Zone zone);
  }

  private static Grid.Row row(String id, String first, List<Zone> zones, Said said) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(first)));
    zones.forEach(zone -> cells.add(Cell.of(Objects.requireNonNullElse(said.of(zone), ""))));
    return new Grid.Row(id, cells);
  }

  private static Grid zones(RateCardInput card) {
    return new Grid(
        "Where each zone is",
        List.of(Column.text("Zone"), Column.text("Where"), Column.number("Days")),
        zonesOf(card).stream()
            .map(
                zone ->
                    Grid.Row.of(
                        "zone-" + zone.zone(), Cell.of(Objects.requireNonNullElse(zone.zone(), "")),
                        Cell.of(where(zone)),
                        Cell.of(zone.transitDays() == null ? "" : zone.transitDays().toString())))
            .toList());
  }

  private static String where(Zone zone) {
    List<String> words = new ArrayList<>();
    Stream.of(zone.countries(), zone.regions(), zone.postalCodes())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .forEach(words::add);
    if (zone.distanceKm() != null) {
      words.add(zone.distanceKm() + " km");
    }
    return String.join(", ", words);
  }

  private static List<Zone> zonesOf(RateCardInput card) {
    return card.zones() == null ? List.of() : card.zones().stream().filter(Objects::nonNull).toList();
  }
}
