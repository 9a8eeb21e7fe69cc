package dev.crossdock.api.v1.lots;

import dev.crossdock.api.web.LotBody;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.skus.SkuSetting;
import dev.crossdock.inventory.skus.Tracking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a SKU asks for.
 *
 * @param tracking not tracked, when it is absent
 * @param shelfDays days before its expiry from which a lot is not sold any more; none, when they are absent
 * @param assign which lots the units on hand belong to: all of them, when lots begin
 */
record SettingBody(
    @Nullable String sku,
    @Nullable Tracking tracking,
    @Nullable Long shelfDays,
    @Nullable List<@Nullable Assigned> assign) {

  /** Units on hand of a lot. */
  record Assigned(
      @Nullable String location, @Nullable String lot, @Nullable LocalDate expiresOn, @Nullable Long units) {

    SkuSetting.Assigned assigned() {
      LotUnits named = LotBody.units(List.of(new LotBody(lot, expiresOn, units, null, null)), null).getFirst();
      return new SkuSetting.Assigned(Objects.requireNonNullElse(location, ""), named);
    }
  }

  SkuSetting setting() {
    List<SkuSetting.Assigned> lots = new ArrayList<>();
    if (assign != null) {
      assign.stream().filter(Objects::nonNull).forEach(lot -> lots.add(lot.assigned()));
    }
    return new SkuSetting(
        Objects.requireNonNullElse(sku, ""),
        Objects.requireNonNullElse(tracking, Tracking.NONE),
        Objects.requireNonNullElse(shelfDays, 0L),
        lots);
  }
}
