package dev.crossdock.orders;

import dev.crossdock.orders.Buckets.Bucket;
import dev.crossdock.orders.Buckets.Move;
import java.util.ArrayList;
import java.util.List;

/** Takes units of a line out of the course: cancelled, shipped elsewhere, or back to the start. */
final class Units {

  /** What nobody works on goes first, what is furthest along goes last. */
  private static final List<Bucket> TAKEN_FIRST =
      List.of(
          Bucket.UNPLACED, Bucket.BACKORDERED, Bucket.PREORDERED, Bucket.SHORT, Bucket.RESERVED, Bucket.ALLOCATED);

  private Units() {}

  /** Cancels up to so many open units of the line. */
  static void cancel(Draft draft, int line, int units, String reason) {
    Taken taken = take(draft.order(), line, units, Bucket.CANCELLED, TAKEN_FIRST);
    if (!taken.moves().isEmpty()) {
      draft.emit(new OrderEvent.UnitsCancelled(line, taken.moves(), taken.placements(), reason));
    }
  }

  /** The channel tells that units have left: those furthest along are meant. */
  static void shippedElsewhere(Draft draft, int line, int units) {
    Taken taken = take(draft.order(), line, units, Bucket.SHIPPED, TAKEN_FIRST.reversed());
    if (!taken.moves().isEmpty()) {
      draft.emit(new OrderEvent.UnitsShipped(line, taken.moves(), taken.placements(), "channel"));
    }
  }

  /** Everything of the line that has a place loses it. */
  static void release(Draft draft, int line, String reason) {
    Buckets buckets = draft.order().line(line).buckets();
    int placed = buckets.reserved() + Placements.open(draft.order(), line).stream()
        .filter(p -> p.fulfilmentOrder() != null).mapToInt(Placement::units).sum();
    Taken taken =
        take(draft.order(), line, placed, Bucket.UNPLACED, List.of(Bucket.RESERVED, Bucket.ALLOCATED));
    if (!taken.moves().isEmpty()) {
      draft.emit(new OrderEvent.UnitsReleased(line, taken.moves(), taken.placements(), reason));
    }
  }

  private record Taken(List<Move> moves, List<Placement> placements) {}

  private static Taken take(Order order, int line, int units, Bucket to, List<Bucket> from) {
    List<Move> moves = new ArrayList<>();
    List<Placement> placements = new ArrayList<>();
    int left = units;
    for (Bucket bucket : from) {
      int part = Math.min(left, order.line(line).buckets().count(bucket));
      if (part > 0) {
        moves.add(new Move(bucket, to, part));
        placements.addAll(Placements.take(order, line, bucket, part));
        left -= part;
      }
    }
    return new Taken(moves, placements);
  }
}
