package dev.crossdock.channels.publishing;

import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears what became owed, and what is owed no longer although it should be. */
public interface OwedNews {

  /**
   * Quantities changed. Told after the transaction in which they did: a hint and a measurement, and nothing else.
   *
   * @param since when the stock changed that changed them; null when none did
   * @param changed how many, by channel
   */
  void owed(@Nullable Instant since, Map<String, Integer> changed);

  /** Publishing these was stopped, in this transaction: somebody has to look at what copies numbers in a circle. */
  void stopped(Tx tx, List<Echo> echoes);
}
