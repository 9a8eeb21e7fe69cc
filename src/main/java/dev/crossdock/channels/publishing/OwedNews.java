package dev.crossdock.channels.publishing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears what became owed, after the transaction in which it did: a hint and a measurement, and nothing else. */
public interface OwedNews {

  /**
   * Quantities changed.
   *
   * @param since when the stock changed that changed them; null when none did
   * @param changed how many, by channel
   */
  void owed(@Nullable Instant since, Map<String, Integer> changed);
}
