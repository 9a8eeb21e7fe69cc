package dev.crossdock.inventory.skus;

import dev.crossdock.inventory.lots.LotUnits;
import java.util.List;

/**
 * What a SKU asks for beyond numbers.
 *
 * @param shelfDays days before its expiry from which a lot is not sold any more, 0 to 3650
 * @param assign which lots the units that lie there belong to: needed where units are on hand and lots begin
 */
public record SkuSetting(String sku, Tracking tracking, long shelfDays, List<Assigned> assign) {

  public SkuSetting {
    assign = List.copyOf(assign);
  }

  /** Units on hand that belong to a lot. */
  public record Assigned(String location, LotUnits lot) {}

  /** The same without units to assign: as it is stored. */
  SkuSetting settled() {
    return new SkuSetting(sku, tracking, shelfDays, List.of());
  }
}
