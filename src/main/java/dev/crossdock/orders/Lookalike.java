package dev.crossdock.orders;

import dev.crossdock.orders.internal.ContentDigest;
import dev.crossdock.orders.internal.LookalikeStore;
import java.time.Duration;

/** What makes one order look like the double of another of the same buyer. */
public final class Lookalike {

  private Lookalike() {}

  /** What two lookalikes have in common, as one word. */
  public static String content(ResolvedOrder order) {
    return ContentDigest.of(order);
  }

  /** Whether they were placed within so short a time that one may be the other's double. */
  public static boolean near(ResolvedOrder a, ResolvedOrder b) {
    Duration apart = Duration.between(a.identity().placedAt(), b.identity().placedAt()).abs();
    return apart.compareTo(LookalikeStore.WITHIN) <= 0;
  }
}
