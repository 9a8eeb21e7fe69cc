package dev.crossdock.orders;

import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.orders.Buckets.Bucket;
import dev.crossdock.orders.Buckets.Move;
import dev.crossdock.orders.shortage.Promised;
import dev.crossdock.orders.shortage.SoldAhead;
import dev.crossdock.platform.money.Allocation;
import java.util.List;

/**
 * A line of an order: what the channel said of it last, and where its units are.
 *
 * @param line counted from 1, never reused
 * @param ahead what of it was sold before it was there; its waiting units are backordered or pre-ordered ones
 */
public record OrderLine(int line, ResolvedOrder.Line told, Buckets buckets, List<SoldAhead> ahead) {

  public OrderLine {
    ahead = List.copyOf(ahead);
  }

  public String externalId() {
    return told.externalId();
  }

  /** The exact share of one unit in an amount that was allocated to the whole line. */
  public long unitShare(long amount, int unit) {
    return Allocation.unitShare(amount, told.ordered(), unit);
  }

  /** Units that wait for stock, promised or not. */
  public int waiting() {
    return buckets.backordered() + buckets.preordered();
  }

  /** Units that wait for stock and were promised to nobody: sold, and not there. */
  public int unpromised() {
    return waiting() - Promised.units(ahead);
  }

  /** What is sold ahead of it once so many units are short: those promised soonest are filled first. */
  public int promisedOf(int missing) {
    int fresh = buckets.unplaced() + buckets.reserved();
    int found = waiting() + fresh - missing;
    return Promised.units(ahead) - Math.min(Promised.units(ahead), Math.max(0, found - fresh));
  }

  OrderLine moved(List<Move> moves) {
    OrderLine next = this;
    for (Move move : moves) {
      next = next.moved(move);
    }
    return next;
  }

  OrderLine told(ResolvedOrder.Line now) {
    return new OrderLine(line, now, buckets, ahead);
  }

  OrderLine plus(Bucket bucket, int units) {
    return units == 0 ? this : new OrderLine(line, told, buckets.plus(bucket, units), ahead);
  }

  OrderLine soldAhead(List<SoldAhead> more) {
    return more.isEmpty() ? this : new OrderLine(line, told, buckets, Promised.plus(ahead, more));
  }

  private OrderLine moved(Move move) {
    List<SoldAhead> next =
        switch (move.from()) {
          case BACKORDERED -> leaving(move, AuthorisationKind.BACKORDER);
          case PREORDERED -> leaving(move, AuthorisationKind.PREORDER);
          case UNPLACED, RESERVED, ALLOCATED, SHIPPED, CANCELLED, SHORT -> ahead;
        };
    return new OrderLine(line, told, buckets.moved(move), next);
  }

  /** Stock goes to what was promised before it goes to the rest; who wants less gives the unpromised back first. */
  private List<SoldAhead> leaving(Move move, AuthorisationKind kind) {
    int promised = Promised.units(ahead, kind);
    int others = buckets.count(move.from()) - promised;
    return switch (move.to()) {
      case RESERVED, ALLOCATED, SHIPPED -> Promised.filled(ahead, kind, Math.min(move.units(), promised));
      case UNPLACED, BACKORDERED, PREORDERED, CANCELLED, SHORT ->
          Promised.givenBack(ahead, kind, Math.max(0, move.units() - others));
    };
  }
}
