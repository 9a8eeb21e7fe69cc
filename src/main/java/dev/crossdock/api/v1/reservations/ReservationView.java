package dev.crossdock.api.v1.reservations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.checkout.CheckoutHold.Part;
import dev.crossdock.inventory.checkout.CheckoutHold;
import dev.crossdock.inventory.checkout.CheckoutState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units kept for a checkout.
 *
 * @param state HELD until somebody ends it; from {@code expiresAt} on no order can take it over
 * @param order that took the units over
 * @param version counts its changes, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReservationView(
    UUID id,
    CheckoutState state,
    @Nullable String channel,
    @Nullable String account,
    List<Line> lines,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable UUID order,
    int version) {

  /**
   * Units of one line at one location.
   *
   * @param line of the request, from 1
   * @param units as they are sold: a kit counts as one
   */
  record Line(int line, String sku, String location, int units) {

    static Line of(Part part) {
      return new Line(part.line(), part.sku(), part.location(), part.units());
    }
  }

  static ReservationView of(CheckoutHold hold) {
    return new ReservationView(
        hold.id(),
        hold.state(),
        hold.channel(),
        hold.account(),
        hold.parts().stream().map(Line::of).toList(),
        hold.createdAt(),
        hold.expiresAt(),
        hold.endedAt(),
        hold.order(),
        hold.version());
  }
}
