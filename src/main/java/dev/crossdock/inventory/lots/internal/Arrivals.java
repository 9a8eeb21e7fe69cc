package dev.crossdock.inventory.lots.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.lots.ArrivedLot;
import dev.crossdock.inventory.lots.LotUnits;
import java.util.List;
import java.util.function.ToLongFunction;

/** What receipts of all kinds have in common where they name lots. */
public final class Arrivals {

  private Arrivals() {}

  /** Whether the blocked units of the lots add up to those of the line; the units themselves are judged with stock. */
  public static boolean judge(Rules rules, String field, long damaged, long qualityControl, List<ArrivedLot> lots) {
    for (int i = 0; i < lots.size(); i++) {
      ArrivedLot lot = lots.get(i);
      boolean among =
          lot.damaged() >= 0
              && lot.qualityControl() >= 0
              && lot.damaged() <= lot.lot().units()
              && lot.qualityControl() <= lot.lot().units() - lot.damaged();
      if (!rules.require(
          () -> among, field + "lots[" + i + "].damaged", "range",
          "Damaged units and units to look at are among what arrived.")) {
        return false;
      }
    }
    return lots.isEmpty()
        || rules.require(
            () ->
                lots.stream().mapToLong(ArrivedLot::damaged).sum() == damaged
                    && lots.stream().mapToLong(ArrivedLot::qualityControl).sum() == qualityControl,
            field + "lots",
            "sum",
            "The blocked units of the lots must add up to those of the line.");
  }

  /** All of the lots' units. */
  public static List<LotUnits> units(List<ArrivedLot> lots) {
    return lots.stream().map(ArrivedLot::lot).toList();
  }

  /** Those of the lots' units that are to be blocked. */
  public static List<LotUnits> blocked(List<ArrivedLot> lots, ToLongFunction<ArrivedLot> blocked) {
    return lots.stream()
        .filter(lot -> blocked.applyAsLong(lot) > 0)
        .map(lot -> new LotUnits(lot.lot().lot(), lot.lot().expiresOn(), blocked.applyAsLong(lot)))
        .toList();
  }

  /** An error of stock, told where the line names its lots. */
  public static ItemError told(ItemError error) {
    boolean named = error.field().startsWith("lots") || error.field().equals("cost");
    String part = named ? error.field().replace("cost", "unitCost") : "units";
    return new ItemError(0, "lines[" + error.index() + "]." + part, error.rule(), error.sentence());
  }
}
