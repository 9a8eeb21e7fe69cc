package dev.crossdock.api.v1.documents;

import dev.crossdock.api.v1.documents.Answers.Required;
import dev.crossdock.api.web.Amount;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods to be ordered.
 *
 * @param number the next of ours, when it is absent
 * @param overPerCent what may come beyond the ordered units; absent accepts anything, 0 refuses more
 */
record PurchaseOrderBody(
    @Nullable String number,
    @Nullable String supplier,
    @Nullable String location,
    @Nullable Integer overPerCent,
    @Nullable LocalDate expectedOn,
    @Nullable List<@Nullable Line> lines) {

  /** Units of one SKU. */
  record Line(@Nullable String sku, @Nullable Long units, @Nullable Amount unitCost) {}

  PurchaseOrderInput input() {
    Required required = new Required();
    required.of("supplier", supplier).of("location", location).of("lines", lines);
    List<PurchaseOrderInput.Line> found = new ArrayList<>();
    List<@Nullable Line> told = lines == null ? List.of() : lines;
    for (int i = 0; i < told.size(); i++) {
      Line line = told.get(i);
      String field = "lines[" + i + "]";
      required.of(field, line);
      if (line != null) {
        required.of(field + ".sku", line.sku()).of(field + ".units", line.units());
        UnitCost cost = cost(required, field + ".unitCost", line.unitCost());
        if (line.sku() != null && line.units() != null) {
          found.add(new PurchaseOrderInput.Line(line.sku(), line.units(), cost));
        }
      }
    }
    required.check();
    return new PurchaseOrderInput(
        number, Answers.given(supplier), Answers.given(location), overPerCent, expectedOn, found);
  }

  private static @Nullable UnitCost cost(Required required, String field, @Nullable Amount amount) {
    if (amount == null) {
      return null;
    }
    try {
      Money money = Money.of(new BigDecimal(amount.amount()), Currency.getInstance(amount.currency()));
      return new UnitCost(money.minor(), amount.currency());
    } catch (IllegalArgumentException | ArithmeticException | NullPointerException e) {
      required.refuse(field, "range", "It must be an amount in a currency of ISO 4217.");
      return null;
    }
  }
}
