package dev.crossdock.orders;

import dev.crossdock.orders.internal.ContentDigest;
import dev.crossdock.orders.internal.LookalikeStore;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order taken in before, with the same content as one that comes in now.
 *
 * @param of the order that comes in
 * @param number the earlier order's number
 * @param contact the earlier order's buyer, to be compared through the personal data door
 */
public record Lookalike(ChannelRef of, String number, @Nullable UUID contact) {

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
