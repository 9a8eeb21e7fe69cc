package dev.crossdock.api.web;

import dev.crossdock.inventory.lots.ArrivedLot;
import dev.crossdock.inventory.lots.LotUnits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Units of a lot.
 *
 * @param expiresOn the last day on which it may be used; needed once where lots expire
 * @param units 1, when they are absent
 * @param damaged of them; only where goods arrive
 * @param qualityControl of them, not to be promised before somebody looked; only where goods arrive
 */
public record LotBody(
    @Nullable String lot,
    @Nullable LocalDate expiresOn,
    @Nullable Long units,
    @Nullable Long damaged,
    @Nullable Long qualityControl) {

  /** The lots and, each a lot of one unit, the serial numbers that a body names; neither need be there. */
  public static List<LotUnits> units(
      @Nullable List<@Nullable LotBody> lots, @Nullable List<@Nullable String> serials) {
    return arrived(lots, serials).stream().map(ArrivedLot::lot).toList();
  }

  /** The same with what of them is to be blocked. What is absent is told by its empty name. */
  public static List<ArrivedLot> arrived(
      @Nullable List<@Nullable LotBody> lots, @Nullable List<@Nullable String> serials) {
    List<ArrivedLot> found = new ArrayList<>();
    if (lots != null) {
      lots.forEach(lot -> found.add(lot == null ? nameless() : lot.arrived()));
    }
    if (serials != null) {
      serials.forEach(
          serial -> found.add(ArrivedLot.good(new LotUnits(Objects.requireNonNullElse(serial, ""), null, 1))));
    }
    return found;
  }

  private ArrivedLot arrived() {
    return new ArrivedLot(
        new LotUnits(Objects.requireNonNullElse(lot, ""), expiresOn, Objects.requireNonNullElse(units, 1L)),
        Objects.requireNonNullElse(damaged, 0L),
        Objects.requireNonNullElse(qualityControl, 0L));
  }

  private static ArrivedLot nameless() {
    return ArrivedLot.good(new LotUnits("", null, 1));
  }
}
