package dev.crossdock.routing.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What carriage costs and how long it takes, by the merchant's rate cards. */
public interface Tariffs {

  /** The services that would carry this, the cheapest first; none when no card covers it. */
  List<Quote> quotes(Place from, Destination to, Load load, Instant leaves);

  /**
   * What is to be carried.
   *
   * @param grams 0 where it is not known
   * @param longestMm 0 where it is not known
   */
  record Load(long grams, int longestMm, boolean oversize, boolean hazmat) {}

  /**
   * What a service asks.
   *
   * @param price minor units of {@code currency}
   * @param arrives null when the card does not tell how long it takes
   */
  record Quote(String carrier, String service, String currency, long price, @Nullable Instant arrives) {}
}
