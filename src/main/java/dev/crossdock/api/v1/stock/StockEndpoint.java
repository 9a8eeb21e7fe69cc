package dev.crossdock.api.v1.stock;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Costs;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.LotBody;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.Routing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes what lies where. More of a SKU sets going the orders that wait for it. */
@RestController
class StockEndpoint {

  private final Commands commands;
  private final Stock stock;
  private final Routing routing;

  StockEndpoint(Commands commands, Stock stock, Routing routing) {
    this.commands = commands;
    this.stock = stock;
    this.routing = routing;
  }

  @PutMapping("/api/v1/stock")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<StockStored> put(ApiCall call, @RequestBody List<StockBody> body) {
    List<StockBody> items = Items.of(body);
    Required required = new Required();
    for (int i = 0; i < items.size(); i++) {
      StockBody item = items.get(i);
      required.of(i, "sku", item.sku()).of(i, "location", item.location()).of(i, "onHand", item.onHand());
    }
    required.check();
    List<StockSet> counts = items.stream().map(StockEndpoint::count).toList();
    return commands.write(call, StockStored.class, tx -> stored(tx, stock.setOnHand(tx, counts)));
  }

  @PostMapping("/api/v1/stock/adjustments")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<StockStored> adjust(ApiCall call, @RequestBody List<AdjustmentBody> body) {
    List<AdjustmentBody> items = Items.of(body);
    Required required = new Required();
    for (int i = 0; i < items.size(); i++) {
      AdjustmentBody item = items.get(i);
      required.of(i, "sku", item.sku()).of(i, "location", item.location());
      required.of(i, "delta", item.delta()).of(i, "reason", item.reason());
    }
    required.check();
    return commands.write(
        call,
        StockStored.class,
        tx -> stored(tx, stock.adjust(tx, items.stream().map(item -> adjustment(item, tx.now())).toList())));
  }

  @PostMapping("/api/v1/stock/blocks")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<StockStored> block(ApiCall call, @RequestBody List<BlockBody> body) {
    List<BlockBody> items = Items.of(body);
    Required required = new Required();
    for (int i = 0; i < items.size(); i++) {
      BlockBody item = items.get(i);
      required.of(i, "sku", item.sku()).of(i, "location", item.location());
      required.of(i, "reason", item.reason()).of(i, "units", item.units());
      if (item.reason() != null && !item.reason().byHand()) {
        required.errors.add(Items.error(i, "reason", "not-allowed", "Documents of their own set this reason."));
      }
    }
    required.check();
    return commands.write(
        call,
        StockStored.class,
        tx -> stored(tx, stock.block(tx, items.stream().map(item -> blocking(item, tx.now())).toList())));
  }

  private StockStored stored(Tx tx, StockChange change) {
    Refusal.throwIfAny(
        change.errors().stream().map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence())).toList());
    routing.stockRose(tx, change.rose().stream().map(StockKey::sku).collect(Collectors.toSet()));
    List<StockStored.Place> shortfalls =
        change.shortfalls().stream().sorted().map(key -> new StockStored.Place(key.sku(), key.location())).toList();
    return new StockStored(change.changed(), change.unchanged(), shortfalls);
  }

  private static StockSet count(StockBody item) {
    return new StockSet(given(item.sku()), given(item.location()), given(item.onHand()), item.lot(), item.expiresOn());
  }

  private static Adjustment adjustment(AdjustmentBody item, Instant now) {
    return new Adjustment(
        given(item.sku()),
        given(item.location()),
        given(item.delta()),
        given(item.reason()),
        item.document(),
        Objects.requireNonNullElse(item.happenedAt(), now),
        LotBody.units(item.lots(), item.serials()),
        Costs.of(item.cost()));
  }

  private static Blocking blocking(BlockBody item, Instant now) {
    return new Blocking(
        given(item.sku()),
        given(item.location()),
        given(item.reason()),
        given(item.units()),
        item.document(),
        Objects.requireNonNullElse(item.happenedAt(), now),
        LotBody.units(item.lots(), item.serials()));
  }

  private static <T> T given(@Nullable T value) {
    return Objects.requireNonNull(value, "was required before");
  }

  /** Fields that must be there; of each item the first that is missing is told. */
  private static final class Required {

    private final List<FieldError> errors = new ArrayList<>();
    private int refused = -1;

    private Required of(int index, String field, @Nullable Object value) {
      if (value == null && refused != index) {
        refused = index;
        errors.add(Items.error(index, field, "required", "This must be given."));
      }
      return this;
    }

    private void check() {
      Refusal.throwIfAny(errors);
    }
  }
}
