package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.drills.kit.Jvm;
import dev.crossdock.sandbox.stock.Pace;
import java.time.Duration;
import java.util.Map;

/**
 * How much an installation of the drill is asked.
 *
 * @param perSecond orders told a second
 * @param scarceUnits of each scarce thing; few enough to run out during the drill
 * @param pace of the channels
 * @param patience until it must be well again, and until everything must be done
 * @param environment of its processes
 */
record Scale(int perSecond, int scarceUnits, Pace pace, Duration patience, Map<String, String> environment) {

  static final Scale USUAL = new Scale(80, 60, Pace.INSTANT, Duration.ofMinutes(3), Map.of());

  /** Processes that live for seconds, and channels that take what they are told as fast as it comes. */
  static final Scale QUICK =
      new Scale(
          20, 12, new Pace(Duration.ZERO, Duration.ZERO, 1_000), Duration.ofSeconds(90), Jvm.SHORT_LIVED);

  Scale {
    environment = Map.copyOf(environment);
  }
}
