package dev.crossdock.inventory.returning;

import dev.crossdock.inventory.lots.LotUnits;
import java.time.Instant;
import java.util.List;

/** What can be done with an announced return. */
public sealed interface ReturnCommand {

  /**
   * Units arrived.
   *
   * @param reference of the delivery: the same again changes nothing
   * @param lots which lots, where the SKU is kept by lot or has serial numbers
   */
  record Receive(String reference, long units, Disposition disposition, Instant happenedAt, List<LotUnits> lots)
      implements ReturnCommand {

    public Receive {
      lots = List.copyOf(lots);
    }
  }

  /** The rest will not come. */
  record Close() implements ReturnCommand {}

  /** Nothing will come; only while nothing did. */
  record Cancel() implements ReturnCommand {}
}
