package dev.crossdock.api.v1.stock;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.catalog.Catalog;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What lies where. More of a SKU sets going the orders that wait for it. */
@RestController
class StockEndpoint {

  private final Commands commands;
  private final Stock stock;
  private final Catalog catalog;
  private final Routing routing;

  StockEndpoint(Commands commands, Stock stock, Catalog catalog, Routing routing) {
    this.commands = commands;
    this.stock = stock;
    this.catalog = catalog;
    this.routing = routing;
  }

  @PutMapping("/api/v1/stock")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<StockStored> put(ApiCall call, @RequestBody List<StockBody> body) {
    List<StockSet> counts = counts(Items.of(body));
    return commands.write(call, StockStored.class, tx -> set(tx, counts));
  }

  @GetMapping("/api/v1/stock/{sku}")
  @RequiresScope(Scope.STOCK_READ)
  StockView get(ApiCall call, @PathVariable String sku) {
    return commands.read(call, tx -> view(tx, sku));
  }

  private StockStored set(Tx tx, List<StockSet> counts) {
    StockChange change = stock.setOnHand(tx, counts);
    Refusal.throwIfAny(
        change.errors().stream().map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence())).toList());
    routing.stockRose(tx, change.rose().stream().map(StockKey::sku).collect(Collectors.toSet()));
    List<StockStored.Place> shortfalls =
        change.shortfalls().stream().sorted().map(key -> new StockStored.Place(key.sku(), key.location())).toList();
    return new StockStored(change.changed(), change.unchanged(), shortfalls);
  }

  private StockView view(Tx tx, String sku) {
    if (sku.indexOf('\0') >= 0 || catalog.known(tx, Set.of(sku)).isEmpty()) {
      throw Refusal.notFound("There is no such SKU.");
    }
    dev.crossdock.inventory.StockView found = stock.available(tx, Set.of(sku));
    List<StockView.Level> levels =
        found.of(sku).stream()
            .map(at -> new StockView.Level(at.location().code(), at.onHand(), at.reserved(), at.available()))
            .toList();
    return new StockView(sku, found.availableToPromise(sku), levels);
  }

  private static List<StockSet> counts(List<StockBody> body) {
    List<FieldError> errors = new ArrayList<>();
    List<StockSet> counts = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      StockBody item = body.get(i);
      if (item.sku() == null || item.location() == null || item.onHand() == null) {
        String field = item.sku() == null ? "sku" : item.location() == null ? "location" : "onHand";
        errors.add(Items.error(i, field, "required", "This must be given."));
      } else {
        counts.add(new StockSet(item.sku(), item.location(), item.onHand()));
      }
    }
    Refusal.throwIfAny(errors);
    return counts;
  }
}
