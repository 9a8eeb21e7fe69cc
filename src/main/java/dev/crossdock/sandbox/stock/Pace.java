package dev.crossdock.sandbox.stock;

import java.time.Duration;

/**
 * How a channel takes its time.
 *
 * @param answer until a call about stock is answered
 * @param shown after that, until buyers see what was told
 * @param perSecond calls granted, where a channel counts calls
 */
public record Pace(Duration answer, Duration shown, int perSecond) {

  /** As fast as it can. */
  public static final Pace INSTANT = new Pace(Duration.ZERO, Duration.ZERO, 5);
}
