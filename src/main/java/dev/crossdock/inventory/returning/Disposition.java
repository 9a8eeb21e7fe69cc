package dev.crossdock.inventory.returning;

import dev.crossdock.inventory.UnavailableReason;
import java.util.Optional;

/** What becomes of units that came back. */
public enum Disposition {
  /** They may be promised again. */
  RESTOCK,
  /** They lie there and may not be promised. */
  DAMAGED,
  /** Somebody has to look at them first. */
  QUALITY_CONTROL;

  /** Why they may not be promised; nothing where they may. */
  public Optional<UnavailableReason> unavailable() {
    return switch (this) {
      case RESTOCK -> Optional.empty();
      case DAMAGED -> Optional.of(UnavailableReason.DAMAGED);
      case QUALITY_CONTROL -> Optional.of(UnavailableReason.QUALITY_CONTROL);
    };
  }
}
