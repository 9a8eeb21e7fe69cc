package dev.crossdock.console.warehouse;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.skus.SkuSettings;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What every page of warehouse work does alike: reads, shows, commands, and says that there is no such thing. */
@Component
public final class Work {

  private final Pages pages;
  private final Door door;
  private final Commands commands;
  private final Codes codes;
  private final Locations locations;
  private final SkuSettings settings;

  Work(Pages pages, Door door, Commands commands, Codes codes, Locations locations, SkuSettings settings) {
    this.pages = pages;
    this.door = door;
    this.commands = commands;
    this.codes = codes;
    this.locations = locations;
    this.settings = settings;
  }

  public Codes codes() {
    return codes;
  }

  /** A key for a form that is about to be shown. */
  public String key() {
    return commands.key();
  }

  public <T> T read(Visit visit, Function<Tx, T> work) {
    return door.read(visit.merchant(), work);
  }

  /** Where lots or serial numbers are asked for, nothing typed yet; other SKUs are left out. */
  public Map<String, Station.Lots> lots(Tx tx, Set<String> skus) {
    Map<String, Station.Lots> lots = new HashMap<>();
    settings.of(tx, skus).forEach((sku, asks) -> {
      if (asks.tracking().byLot()) {
        lots.put(sku, new Station.Lots(asks.tracking(), ""));
      }
    });
    return lots;
  }

  /** Locations by code, closed ones too. */
  public Map<String, String> names(Tx tx) {
    return locations.list(tx).stream().collect(Collectors.toMap(Location::code, Location::name));
  }

  /** Locations that are open, in the order of their codes. */
  public List<Location> open(Tx tx) {
    return locations.list(tx).stream().filter(Location::active).toList();
  }

  /**
   * Does what a form asks for, once for each showing of it.
   *
   * @throws FormRefused when the work throws it: nothing was done, and the form may be sent again
   */
  public Flash run(Visit visit, Sent sent, String operation, Function<Tx, Flash> work) {
    return commands.run(visit, new Commands.Form(sent.text("key"), operation, sent.input()), work);
  }

  /** A command to a document that was not changed since it was shown; what came of it is told on the next page. */
  public ResponseEntity<String> command(
      Visit visit, HttpServletRequest request, Sent sent, String operation, String next, Function<Tx, Flash> work) {
    Flash flash;
    try {
      flash = run(visit, sent, operation, work);
    } catch (FormRefused refused) {
      flash = Flash.refused(refused.sentence());
    }
    return Commands.told(request, flash, next);
  }

  /** The same, of a command that needs no more than a button. */
  public <D> ResponseEntity<String> command(
      Visit visit, HttpServletRequest request, Sent sent, String operation, String next, Change<D> change) {
    return command(visit, request, sent, operation, next, tx -> {
      unchanged(sent, change.version().applyAsInt(change.find().apply(tx).orElseThrow(FormRefused::missing)));
      FormRefused.accepted(change.execute().apply(tx));
      return Flash.done(change.done());
    });
  }

  /**
   * Makes a document of what a form says, and goes on to a page of it.
   *
   * @throws FormRefused when the door refuses it: nothing was made, and the form may be sent again
   */
  public <D> ResponseEntity<String> make(
      Visit visit, HttpServletRequest request, Sent sent, String operation, New<D> made) {
    AtomicReference<String> next = new AtomicReference<>(made.nav().href());
    Flash flash = run(visit, sent, operation, tx -> {
      D document = FormRefused.accepted(made.make().apply(tx));
      next.set(made.href().apply(document));
      return Flash.done(made.done().apply(document));
    });
    return told(request, flash, next.get());
  }

  /** The rows with the code that was scanned; nothing when another button was pressed. */
  public Optional<Scans.Scanned> scanned(Visit visit, Sent sent, List<Station.Row> rows) {
    return sent.does("scan")
        ? Optional.of(read(visit, tx -> OpenTally.scan(tx, codes, sent.text("code"), rows)))
        : Optional.empty();
  }

  /** Ends the command when the document is not as it was shown any more. */
  public static void unchanged(Sent sent, int version) {
    if (!sent.text("version").equals(String.valueOf(version))) {
      throw new FormRefused(
          Refused.state("Nothing was done: it was changed since this page was opened. Look again.").errors());
    }
  }

  public ResponseEntity<String> told(HttpServletRequest request, Flash flash, String next) {
    return Commands.told(request, flash, next);
  }

  public ResponseEntity<String> station(Visit visit, Station station) {
    boolean wrong = !station.mistakes().isEmpty();
    return pages.page(
        wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, visit, Nav.STOCK,
        wrong ? "Error: " + station.title() : station.title(), "warehouse/station.jte", station);
  }

  /** The list of a kind; whoever gives the number of one goes straight there. */
  public <D> ResponseEntity<String> list(Visit visit, Listing listing, Listed<D> kind) {
    List<D> found = read(visit, tx -> kind.find().apply(tx, listing.query()));
    Optional<D> meant =
        found.stream().filter(one -> kind.number().apply(one).equalsIgnoreCase(listing.text())).findFirst();
    if (meant.isPresent()) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(kind.href().apply(meant.get()))).build();
    }
    Map<String, String> names = read(visit, this::names);
    DocumentList list =
        listing.page(found, kind.caption(), kind.columns(), one -> kind.row().apply(names, one), kind.id());
    return pages.page(visit, Nav.STOCK, list.nav().words(), "warehouse/list.jte", list);
  }

  public ResponseEntity<String> document(Visit visit, DocumentView view) {
    return pages.page(visit, Nav.STOCK, view.kind() + " " + view.number(), "warehouse/document.jte", view);
  }

  /** A page of another template. */
  public ResponseEntity<String> page(
      HttpStatus status, Visit visit, String title, String template, Object view) {
    return pages.page(status, visit, Nav.STOCK, title, template, view);
  }

  /** There is no such document. */
  public ResponseEntity<String> missing(Visit visit, StockNav nav) {
    Block block = new Block(
        Block.Kind.NO_MATCH, "There is no such document", "It may have another number, or was never made.",
        new Block.Action("Show all " + nav.words().toLowerCase(Locale.ROOT), nav.href()));
    return pages.page(HttpStatus.NOT_FOUND, visit, Nav.STOCK, "No such document", "shell/block.jte", block);
  }
}
