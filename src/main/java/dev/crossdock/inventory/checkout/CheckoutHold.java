package dev.crossdock.inventory.checkout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units that nobody else can take until an order takes them over or the time is over.
 *
 * @param channel for whom, where that was said
 * @param reserved units of stock it holds now, a kit's parts counted each; 0 once it has ended
 * @param expiresAt from then on it counts as expired, whether its units have been given back already or not
 * @param endedAt when it was claimed, released or expired
 * @param order that took the units over
 * @param version counts its changes, from 1
 */
public record CheckoutHold(
    UUID id,
    CheckoutState state,
    @Nullable String channel,
    @Nullable String account,
    List<Part> parts,
    long reserved,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable UUID order,
    int version) {

  public CheckoutHold {
    parts = List.copyOf(parts);
  }

  /**
   * Units of one line at one location, as they are sold: a kit counts as one.
   *
   * @param line of the request, from 1
   */
  public record Part(int line, String sku, String location, int units) {}

  /** Whether an order may still take it over. */
  public boolean open(Instant now) {
    return state == CheckoutState.HELD && now.isBefore(expiresAt);
  }

  public CheckoutHold with(List<Part> placed) {
    return new CheckoutHold(
        id, state, channel, account, placed, reserved, createdAt, expiresAt, endedAt, order, version);
  }

  public CheckoutHold until(Instant instant) {
    return new CheckoutHold(
        id, state, channel, account, parts, reserved, createdAt, instant, endedAt, order, version + 1);
  }

  public CheckoutHold ended(CheckoutState how, Instant now, @Nullable UUID by) {
    return new CheckoutHold(id, how, channel, account, parts, 0, createdAt, expiresAt, now, by, version + 1);
  }
}
