package dev.crossdock.api.v1.costing;

import dev.crossdock.api.web.Amount;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Costs;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.CostSetting;
import dev.crossdock.inventory.costing.CostTold;
import dev.crossdock.inventory.costing.Costing;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How SKUs are valued, and costs that are told later. */
@RestController
class CostingEndpoint {

  private final Commands commands;
  private final Costing costing;

  CostingEndpoint(Commands commands, Costing costing) {
    this.commands = commands;
    this.costing = costing;
  }

  /**
   * How a SKU is valued.
   *
   * @param method MOVING_AVERAGE, when it is absent
   * @param openingUnitCost of the units that are there already; absent where nobody knows
   */
  record CostingBody(
      @Nullable String sku,
      @Nullable CostMethod method,
      @Nullable String currency,
      @Nullable Amount openingUnitCost) {

    CostSetting setting() {
      return new CostSetting(
          Objects.requireNonNullElse(sku, ""),
          Objects.requireNonNullElse(method, CostMethod.MOVING_AVERAGE),
          Objects.requireNonNullElse(currency, ""),
          Costs.of(openingUnitCost));
    }
  }

  /** How many settings changed, and how many told nothing new. */
  record CostingStored(int changed, int unchanged) {}

  /** What a unit of an arrival cost. */
  record CostBody(@Nullable UUID entry, @Nullable Amount unitCost) {}

  /** How many costs were told. */
  record CostsStored(int stored) {}

  @PutMapping("/api/v1/costing/skus")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<CostingStored> put(ApiCall call, @RequestBody List<CostingBody> body) {
    List<CostSetting> wanted = Items.of(body).stream().map(CostingBody::setting).toList();
    return commands.write(
        call,
        CostingStored.class,
        tx -> {
          Costing.Stored stored = costing.put(tx, wanted);
          refuse(stored.errors());
          return new CostingStored(stored.changed(), stored.unchanged());
        });
  }

  @PostMapping("/api/v1/costing/skus/{sku}/costs")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<CostsStored> tell(ApiCall call, @PathVariable String sku, @RequestBody List<CostBody> body) {
    List<CostTold> told = told(sku, Items.of(body));
    return commands.write(
        call,
        CostsStored.class,
        tx -> {
          refuse(costing.tell(tx, told));
          return new CostsStored(told.size());
        });
  }

  private static List<CostTold> told(String sku, List<CostBody> body) {
    List<FieldError> errors = new ArrayList<>();
    List<CostTold> told = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      CostBody item = body.get(i);
      UnitCost cost = Costs.of(item.unitCost());
      if (item.entry() == null || cost == null) {
        errors.add(Items.error(i, "", "required", "Entry and unitCost must be given."));
      } else {
        told.add(new CostTold(sku, item.entry(), cost));
      }
    }
    Refusal.throwIfAny(errors);
    return told;
  }

  private static void refuse(List<ItemError> errors) {
    Refusal.throwIfAny(errors.stream().map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence())).toList());
  }
}
