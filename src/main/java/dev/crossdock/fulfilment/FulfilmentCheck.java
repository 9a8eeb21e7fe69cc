package dev.crossdock.fulfilment;

import dev.crossdock.fulfilment.internal.FulfilmentReads;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Violation;
import java.util.List;
import java.util.UUID;

/** Looks for lines whose fulfilment order is not there: no foreign key keeps them from being. Writes nothing. */
public final class FulfilmentCheck {

  private static final int VIOLATIONS_MAX = 1_000;

  private final Door door;
  private final FulfilmentReads reads = new FulfilmentReads();

  public FulfilmentCheck(Door door) {
    this.door = door;
  }

  /** How many fulfilment orders were looked at, and whose lines stand alone. */
  public record Report(long orders, List<Violation> violations) {}

  public Report run(Merchant merchant) {
    return door.read(merchant, tx -> new Report(reads.count(tx), violations(tx)));
  }

  private List<Violation> violations(Tx tx) {
    return reads.strays(tx, VIOLATIONS_MAX).stream()
        .map(UUID::toString)
        .map(order -> new Violation("fulfilment-order.parts", order, "a line has no fulfilment order"))
        .toList();
  }
}
