package dev.crossdock.orders;

import dev.crossdock.orders.Buckets.Move;
import dev.crossdock.platform.money.Allocation;
import java.util.List;

/**
 * A line of an order: what the channel said of it last, and where its units are.
 *
 * @param line counted from 1, never reused
 */
public record OrderLine(int line, ResolvedOrder.Line told, Buckets buckets) {

  public String externalId() {
    return told.externalId();
  }

  /** The exact share of one unit in an amount that was allocated to the whole line. */
  public long unitShare(long amount, int unit) {
    return Allocation.unitShare(amount, told.ordered(), unit);
  }

  OrderLine moved(List<Move> moves) {
    Buckets next = buckets;
    for (Move move : moves) {
      next = next.moved(move);
    }
    return new OrderLine(line, told, next);
  }

  OrderLine told(ResolvedOrder.Line now) {
    return new OrderLine(line, now, buckets);
  }

  OrderLine plus(Buckets.Bucket bucket, int units) {
    return units == 0 ? this : new OrderLine(line, told, buckets.plus(bucket, units));
  }
}
