package dev.crossdock.api.v1.reservations;

import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.checkout.CheckoutInput;
import dev.crossdock.platform.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Units to be kept for a checkout.
 *
 * @param channel for whom; then only an order from there can take them over
 * @param account of the channel
 * @param ttlSeconds how long they are kept; 10 minutes, when it is absent
 */
record ReservationBody(
    @Nullable String channel,
    @Nullable String account,
    @Nullable List<@Nullable Line> lines,
    @Nullable Long ttlSeconds) {

  static final long TTL_SECONDS_USUAL = 600;

  /**
   * Units of one SKU.
   *
   * @param location only there; wherever they are, when it is absent
   */
  record Line(@Nullable String sku, @Nullable Long units, @Nullable String location) {}

  CheckoutInput input() {
    List<FieldError> missing = new ArrayList<>();
    List<CheckoutInput.Line> found = new ArrayList<>();
    List<@Nullable Line> told = lines == null ? List.of() : lines;
    for (int i = 0; i < told.size(); i++) {
      Line line = told.get(i);
      String sku = line == null ? null : line.sku();
      Long units = line == null ? null : line.units();
      require(missing, "lines[" + i + "].sku", sku);
      require(missing, "lines[" + i + "].units", units);
      if (line != null && sku != null && units != null) {
        found.add(new CheckoutInput.Line(sku, units, line.location()));
      }
    }
    require(missing, "lines", lines);
    Refusal.throwIfAny(missing);
    return new CheckoutInput(
        channel, account, found, Objects.requireNonNullElse(ttlSeconds, TTL_SECONDS_USUAL));
  }

  private static void require(List<FieldError> missing, String field, @Nullable Object value) {
    if (value == null) {
      missing.add(Items.error(0, field, "required", "This must be given."));
    }
  }
}
