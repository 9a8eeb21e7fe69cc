package dev.crossdock.inventory.receiving.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.receiving.PurchaseOrderState;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the description of a purchase order, and names every field that is wrong. */
public final class PurchaseOrderRules {

  private static final Pattern SUPPLIER = Pattern.compile("[A-Za-z0-9_./-]{1,40}");
  private static final int OVER_MAX = 1_000;
  private static final long COST_MAX = 100_000_000_000L;
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toSet());

  private final KnownSkus skus;
  private final Locations locations;

  public PurchaseOrderRules(KnownSkus skus, Locations locations) {
    this.skus = skus;
    this.locations = locations;
  }

  /** What is wrong with it; empty when nothing is. */
  public List<ItemError> judge(Tx tx, PurchaseOrderInput input) {
    Rules rules = new Rules();
    if (input.number() != null) {
      rules.number("number", input.number());
    }
    rules.require(
        () -> SUPPLIER.matcher(input.supplier()).matches(),
        "supplier",
        "format",
        "A supplier's code is 1 to 40 letters, digits and -_./ without spaces.");
    rules.require(
        () -> input.location().indexOf('\0') < 0 && locations.find(tx, input.location()).isPresent(),
        "location",
        "unknown",
        "There is no such location.");
    rules.require(
        () -> input.overPerCent() == null || (input.overPerCent() >= 0 && input.overPerCent() <= OVER_MAX),
        "overPerCent",
        "range",
        "It must be 0 to " + OVER_MAX + " per cent.");
    rules.day("expectedOn", input.expectedOn());
    rules.lines(input.lines().size());
    lines(tx, rules, input.lines());
    return rules.errors();
  }

  /** The order, once {@link #judge} found nothing wrong. */
  public static PurchaseOrder order(UUID id, String number, PurchaseOrderInput input, Instant now) {
    List<PurchaseOrder.Line> lines = new ArrayList<>();
    for (PurchaseOrderInput.Line line : input.lines()) {
      lines.add(
          new PurchaseOrder.Line(lines.size() + 1, line.sku(), Math.toIntExact(line.units()), 0, 0, line.cost()));
    }
    return new PurchaseOrder(
        id, number, input.supplier(), input.location(), PurchaseOrderState.OPEN, input.overPerCent(),
        input.expectedOn(), lines, 1, now);
  }

  private void lines(Tx tx, Rules rules, List<PurchaseOrderInput.Line> lines) {
    Set<String> asked =
        lines.stream()
            .map(PurchaseOrderInput.Line::sku)
            .filter(sku -> sku.indexOf('\0') < 0)
            .collect(Collectors.toSet());
    Set<String> known = skus.known(tx, asked);
    for (int i = 0; i < lines.size(); i++) {
      PurchaseOrderInput.Line line = lines.get(i);
      String field = "lines[" + i + "].";
      rules.require(() -> known.contains(line.sku()), field + "sku", "unknown", "There is no such SKU.");
      rules.units(field + "units", line.units(), 1);
      rules.require(
          () -> isCost(line.cost()), field + "cost", "range", "It must be an amount in a currency of ISO 4217.");
    }
  }

  private static boolean isCost(@Nullable UnitCost cost) {
    return cost == null || (cost.minor() >= 0 && cost.minor() <= COST_MAX && CURRENCIES.contains(cost.currency()));
  }
}
