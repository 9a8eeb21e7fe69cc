package dev.crossdock.channels.publishing;

import org.jspecify.annotations.Nullable;

/**
 * Whether a buffer follows what is sold while a channel is being told. What is null is left open.
 *
 * @param on whether it does; {@link PublishRule#buffer} is then the least that is kept back
 * @param oversellOneIn one in so many delays may sell more than the buffer, 10,000 when nobody says otherwise
 * @param expectedPerHour units an hour that a promotion is expected to sell at all channels together: no slower pace is
 *     reckoned with, since the first orders of a rush come before anybody can have measured it
 */
public record LagBuffer(
    @Nullable Boolean on, @Nullable Integer oversellOneIn, @Nullable Integer expectedPerHour) {

  /** Says nothing. */
  public static final LagBuffer OPEN = new LagBuffer(null, null, null);

  static final int ONE_IN_USUAL = 10_000;

  /** This, with what the other says in place of it. */
  LagBuffer with(LagBuffer own) {
    return new LagBuffer(
        own.on == null ? on : own.on,
        own.oversellOneIn == null ? oversellOneIn : own.oversellOneIn,
        own.expectedPerHour == null ? expectedPerHour : own.expectedPerHour);
  }

  boolean isOn() {
    return Boolean.TRUE.equals(on);
  }

  int oneIn() {
    return oversellOneIn == null ? ONE_IN_USUAL : oversellOneIn;
  }

  double expectedPerSecond() {
    return expectedPerHour == null ? 0 : expectedPerHour / 3_600.0;
  }
}
