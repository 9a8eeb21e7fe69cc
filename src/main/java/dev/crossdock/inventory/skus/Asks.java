package dev.crossdock.inventory.skus;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a SKU asks for at each of its levels.
 *
 * @param shelfDays days before its expiry from which a lot is not sold any more
 * @param costCurrency in which its units are valued; null where they are not
 */
public record Asks(Tracking tracking, int shelfDays, @Nullable String costCurrency) {

  /** A SKU that nobody has said anything of. */
  public static final Asks NOTHING = new Asks(Tracking.NONE, 0, null);

  /** Whether what its units cost is reckoned. */
  public boolean costed() {
    return costCurrency != null;
  }

  /** Whether a lot may not be sold on this day; the day it expires on is the last on which it may be used. */
  public boolean isPast(@Nullable LocalDate expiresOn, LocalDate day) {
    return expiresOn != null && expiresOn.minusDays(shelfDays).isBefore(day);
  }
}
