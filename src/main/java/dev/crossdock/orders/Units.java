package dev.crossdock.orders;

import dev.crossdock.orders.Buckets.Bucket;
import dev.crossdock.orders.Buckets.Move;
import dev.crossdock.orders.OrderDecision.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        take(
            draft.order(), line, placed + draft.order().line(line).waiting(), Bucket.UNPLACED,
            List.of(Bucket.RESERVED, Bucket.ALLOCATED, Bucket.BACKORDERED, Bucket.PREORDERED));
    if (!taken.moves().isEmpty()) {
      draft.emit(new OrderEvent.UnitsReleased(line, taken.moves(), taken.placements(), reason));
    }
  }

  /** Gives back what is promised and not released to a location: there it is worked on, and a person stops that. */
  static void free(Draft draft, int line, String reason) {
    int reserved = draft.order().line(line).buckets().reserved();
    Taken taken = take(draft.order(), line, reserved, Bucket.UNPLACED, List.of(Bucket.RESERVED));
    if (!taken.moves().isEmpty()) {
      draft.emit(new OrderEvent.UnitsReleased(line, taken.moves(), taken.placements(), reason));
    }
  }

  static OrderDecision cancelLine(Order order, OrderCommand.CancelLine command, Instant now) {
    OrderRefusal refusal = refusal(order, command.line());
    if (refusal != null) {
      return new Refused(refusal);
    }
    if (order.line(command.line()).buckets().open() == 0) {
      return new Refused(new OrderRefusal.LineNotReady(command.line(), "has no units left to cancel."));
    }
    Draft draft = new Draft(order);
    cancel(draft, command.line(), command.units(), command.reason());
    if (draft.order().line(command.line()).unpromised() == 0) {
      Holds.release(draft, Hold.Reason.STOCK_SHORT, command.line(), now, "cancelled");
    }
    OrderLifecycle.progress(draft);
    return draft.accepted();
  }

  static OrderDecision substitute(Order order, OrderCommand.Substitute command, Instant now) {
    OrderRefusal refusal = refusal(order, command.line());
    if (refusal != null) {
      return new Refused(refusal);
    }
    OrderLine line = order.line(command.line());
    String ordered = line.told().sku();
    Buckets buckets = line.buckets();
    if (ordered == null || !line.told().ours() || ordered.equals(command.sku())) {
      return new Refused(new OrderRefusal.LineNotReady(command.line(), "is not ours to send something else for."));
    }
    if (buckets.allocated() + buckets.shipped() > 0 || buckets.open() == 0) {
      return new Refused(new OrderRefusal.LineNotReady(command.line(), "is worked on already, or has no units left."));
    }
    Draft draft = new Draft(order);
    release(draft, command.line(), "substituted");
    draft.emit(
        new OrderEvent.LineSubstituted(
            command.line(), command.sku(), command.components(), ordered, command.reason()));
    Holds.release(draft, Hold.Reason.STOCK_SHORT, command.line(), now, "substituted by " + command.sku());
    Holds.release(draft, Hold.Reason.PREORDER, command.line(), now, "substituted by " + command.sku());
    OrderLifecycle.progress(draft);
    return draft.accepted();
  }

  static OrderDecision displace(Order order, OrderCommand.Displace command) {
    OrderRefusal refusal = refusal(order, command.line());
    if (refusal != null) {
      return new Refused(refusal);
    }
    Buckets buckets = order.line(command.line()).buckets();
    if (buckets.reserved() < command.units() || command.units() < 1) {
      String why =
          buckets.allocated() + buckets.shipped() > 0
              ? "of order " + order.number() + " is released to its location already."
              : "of order " + order.number() + " has only " + buckets.reserved() + " units reserved.";
      return new Refused(new OrderRefusal.LineNotReady(command.line(), why));
    }
    if (order.priority() >= command.priority() && !command.force()) {
      return new Refused(
          new OrderRefusal.NotLowerPriority(order.number(), order.priority(), command.priority()));
    }
    Draft draft = new Draft(order);
    Taken taken = take(order, command.line(), command.units(), Bucket.UNPLACED, List.of(Bucket.RESERVED));
    draft.emit(
        new OrderEvent.UnitsDisplaced(
            command.line(), taken.moves(), taken.placements(), command.by(), command.reason()));
    OrderLifecycle.progress(draft);
    return draft.accepted();
  }

  static OrderDecision takeOver(Order order, OrderCommand.TakeOver command) {
    OrderRefusal refusal = refusal(order, command.line());
    if (refusal != null) {
      return new Refused(refusal);
    }
    OrderLine line = order.line(command.line());
    if (command.units() < 1 || line.waiting() < command.units() || order.routable(line) == 0) {
      return new Refused(
          new OrderRefusal.LineNotReady(command.line(), "does not wait for " + command.units() + " units."));
    }
    Draft draft = new Draft(order);
    draft.emit(
        new OrderEvent.UnitsTakenOver(command.line(), command.units(), command.from(), command.reason()));
    return draft.accepted();
  }

  /** Units leave the location they were given to before they were shipped. */
  static OrderDecision takeBack(Order order, OrderCommand.TakeBack command) {
    if (order.lifecycle().ended()) {
      return new Refused(new OrderRefusal.AlreadyEnded(order.lifecycle()));
    }
    for (int line : command.lines()) {
      if (line < 1 || line > order.lines().size()) {
        return new Refused(new OrderRefusal.NoSuchLine(line));
      }
    }
    Draft draft = new Draft(order);
    for (OrderLine line : order.lines()) {
      if (command.lines().isEmpty() || command.lines().contains(line.line())) {
        takeBack(draft, line.line(), command);
      }
    }
    OrderLifecycle.progress(draft);
    return draft.accepted();
  }

  private static void takeBack(Draft draft, int line, OrderCommand.TakeBack command) {
    List<Placement> gone =
        Placements.open(draft.order(), line).stream().filter(p -> command.locations().contains(p.location())).toList();
    List<Move> moves = new ArrayList<>();
    for (Bucket bucket : List.of(Bucket.RESERVED, Bucket.ALLOCATED)) {
      int units = gone.stream().filter(p -> Placements.bucket(p) == bucket).mapToInt(Placement::units).sum();
      if (units > 0) {
        moves.add(new Move(bucket, Bucket.UNPLACED, units));
      }
    }
    if (!moves.isEmpty()) {
      draft.emit(new OrderEvent.UnitsReleased(line, moves, gone, command.reason()));
    }
  }

  static @Nullable OrderRefusal refusal(Order order, int line) {
    if (line < 1 || line > order.lines().size()) {
      return new OrderRefusal.NoSuchLine(line);
    }
    return order.lifecycle().ended() ? new OrderRefusal.AlreadyEnded(order.lifecycle()) : null;
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
