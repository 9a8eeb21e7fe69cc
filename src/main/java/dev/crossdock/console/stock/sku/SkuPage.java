package dev.crossdock.console.stock.sku;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.stock.sku.SkuReader.Reading;
import dev.crossdock.platform.db.Door;
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

  private final Pages pages;
  private final Door door;
  private final SkuReader reader;
  private final ActorWords actors;

  SkuPage(Pages pages, Door door, SkuReader reader, ActorWords actors) {
    this.pages = pages;
    this.door = door;
    this.reader = reader;
    this.actors = actors;
  }

  @GetMapping("/console/stock/sku")
  ResponseEntity<String> page(Visit visit, @RequestParam(name = "sku", defaultValue = "") String name) {
    boolean possible = !name.isEmpty() && name.length() <= NAME_MAX && name.indexOf('\0') < 0;
    Optional<Reading> found =
        possible ? door.read(visit.merchant(), tx -> reader.read(tx, name)) : Optional.empty();
    if (found.isEmpty()) {
      Block block = new Block(
          Block.Kind.NO_MATCH, "There is no such SKU", "It is not in the catalogue, or is written differently.",
          new Block.Action("Show all stock", Nav.STOCK.href()));
      return pages.page(HttpStatus.NOT_FOUND, visit, Nav.STOCK, "No such SKU", "shell/block.jte", block);
    }
    SkuView view = new SkuMaker(found.get(), visit.watch(), actors).view();
    return pages.page(visit, Nav.STOCK, view.sku() + " stock", "stock/sku/page.jte", view);
  }
}
