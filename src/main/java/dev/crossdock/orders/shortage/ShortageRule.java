package dev.crossdock.orders.shortage;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of orders when stock is short.
 *
 * @param channel whose orders; null for all that no other rule speaks about
 * @param account of that channel; null for all its accounts
 */
public record ShortageRule(@Nullable String channel, @Nullable String account, OnShort onShort, Arrivals arrivals) {

  /** What holds while nobody has said anything. */
  public static final ShortageRule USUAL = new ShortageRule(null, null, OnShort.WAIT, Arrivals.WAITING_FIRST);

  /** What becomes of units that find no stock and were not sold ahead. */
  public enum OnShort {
    /** They go on by themselves when stock arrives. */
    WAIT,
    /** They are held until a person lets them go on. */
    HOLD
  }

  /** Who gets what arrives. */
  public enum Arrivals {
    /** Those who wait already. */
    WAITING_FIRST,
    /** Whoever comes first. */
    FIRST_COME
  }

  /** Whether it speaks about orders from here. */
  boolean fits(String orderChannel, String orderAccount) {
    return (channel == null || channel.equals(orderChannel)) && (account == null || account.equals(orderAccount));
  }

  /** The higher, the sooner it counts among those that fit. */
  int weight() {
    return (account == null ? 0 : 2) + (channel == null ? 0 : 1);
  }
}
