package dev.crossdock.channels.pushing;

import dev.crossdock.channels.publishing.Delays;
import dev.crossdock.channels.pushing.internal.TurnStore;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;

/** Delays as they were measured at each account. */
public final class MeasuredDelays implements Delays {

  private static final Duration UNKNOWN = Duration.ofSeconds(30);
  private static final double NEARLY_ALL = 0.95;

  private final TurnStore turns = new TurnStore();

  @Override
  public Duration of(Tx tx, String channel, String account) {
    return Lag.of(turns.delays(tx, channel, account)).within(NEARLY_ALL).orElse(UNKNOWN);
  }
}
