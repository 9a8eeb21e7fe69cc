package dev.crossdock.console.stock.sku;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.stock.sku.SkuReader.Reading;
import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.inventory.history.Position;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.inventory.history.StockHistory;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows one SKU. Its name stands in the query, because a name may hold what a path may not. */
@RestController
class SkuPage {

  private static final int NAME_MAX = 200;
  private static final List<Grid.Column> THEN = List.of(
      Grid.Column.text("Location"), Grid.Column.number("On hand"), Grid.Column.number("Reserved"),
      Grid.Column.number("Unavailable"), Grid.Column.number("Available"));

  private final Pages pages;
  private final Door door;
  private final SkuReader reader;
  private final ActorWords actors;
  private final StockHistory history;

  SkuPage(Pages pages, Door door, SkuReader reader, ActorWords actors, StockHistory history) {
    this.pages = pages;
    this.door = door;
    this.reader = reader;
    this.actors = actors;
    this.history = history;
  }

  @GetMapping("/console/stock/sku")
  ResponseEntity<String> page(
      Visit visit,
      @RequestParam(name = "sku", defaultValue = "") String name,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String known) {
    boolean possible = !name.isEmpty() && name.length() <= NAME_MAX && name.indexOf('\0') < 0;
    Optional<Reading> found =
        possible
            ? door.read(visit.merchant(), tx -> reader.read(tx, name, SkuReader.uuid(before), visit.watch()))
            : Optional.empty();
    if (found.isEmpty()) {
      Block block = new Block(
          Block.Kind.NO_MATCH, "There is no such SKU", "It is not in the catalogue, or is written differently.",
          new Block.Action("Show all stock", Nav.STOCK.href()));
      return pages.page(HttpStatus.NOT_FOUND, visit, Nav.STOCK, "No such SKU", "shell/block.jte", block);
    }
    SkuView.Past past = door.read(visit.merchant(), tx -> past(tx, visit, found.get(), at, known));
    SkuView view = new SkuMaker(found.get(), visit.watch(), actors, past).view();
    return pages.page(visit, Nav.STOCK, view.sku() + " stock", "stock/sku/page.jte", view);
  }

  /** The levels as they were, as far as it was known; both in the person's own zone. */
  private SkuView.Past past(Tx tx, Visit visit, Reading reading, String at, String known) {
    if (at.isEmpty()) {
      return new SkuView.Past("", "", "", null);
    }
    try {
      Instant then = LocalDateTime.parse(at).atZone(visit.watch().zone()).toInstant();
      Instant told = known.isEmpty() ? visit.watch().now()
          : LocalDateTime.parse(known).atZone(visit.watch().zone()).toInstant();
      List<Position> positions =
          history.then(tx, PositionQuery.of(reading.sku().sku()), new AsOf(then, told));
      return new SkuView.Past(at, known, "", new Grid("Levels as they were", THEN, positions.stream()
          .map(position -> Grid.Row.of(
              "then-" + position.key().location(), Grid.Cell.of(reading.location(position.key().location())),
              Grid.Cell.of(position.onHand()), Grid.Cell.of(position.reserved()),
              Grid.Cell.of(position.unavailableUnits()), Grid.Cell.of(position.available())))
          .toList()));
    } catch (DateTimeException e) {
      return new SkuView.Past("", "", "Enter a day and a time, such as 2026-11-21T08:00.", null);
    }
  }
}
