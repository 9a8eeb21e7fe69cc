package dev.crossdock.orders;

import dev.crossdock.orders.Buckets.Move;
import dev.crossdock.orders.shortage.SoldAhead;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to an order. An order is what its events add up to; none holds personal data. */
public sealed interface OrderEvent {

  /** The order came in. */
  record Placed(
      String number,
      ResolvedOrder.Identity identity,
      ResolvedOrder.Terms terms,
      ResolvedOrder.Sums sums,
      ResolvedOrder.Parties parties,
      ResolvedOrder.Source source,
      List<ResolvedOrder.Line> lines,
      List<ResolvedOrder.Charge> charges,
      Instant receivedAt)
      implements OrderEvent {}

  /** The channel told a newer version; what it changed stands in the events beside this one. */
  record ChannelAdvanced(ResolvedOrder.Source source) implements OrderEvent {}

  record TermsChanged(ResolvedOrder.Terms terms) implements OrderEvent {}

  record SumsChanged(ResolvedOrder.Sums sums, List<ResolvedOrder.Charge> charges) implements OrderEvent {}

  record PartiesChanged(ResolvedOrder.Parties parties) implements OrderEvent {}

  record LinesAdded(List<ResolvedOrder.Line> lines) implements OrderEvent {}

  /** The channel tells other facts of a line; {@code more} units were ordered on top. */
  record LineChanged(int line, ResolvedOrder.Line told, int more) implements OrderEvent {}

  /** The channel's SKU of a line is known now. */
  record LineResolved(int line, String sku, List<ResolvedOrder.Component> components) implements OrderEvent {}

  /** Units got a place: reserved at a location, or on a fulfilment order. */
  record UnitsPlaced(int line, List<Move> moves, List<Placement> placements) implements OrderEvent {}

  /** Units lost the place they had and wait for another. */
  record UnitsReleased(int line, List<Move> moves, List<Placement> placements, String reason) implements OrderEvent {}

  /**
   * No stock for these units now.
   *
   * @param ahead what of it, or of units that waited already, was sold ahead; none in entries from before
   */
  record UnitsBackordered(int line, List<Move> moves, List<SoldAhead> ahead) implements OrderEvent {

    @SuppressWarnings("NullAway") // An older entry of the journal does not have it.
    public UnitsBackordered {
      moves = List.copyOf(moves);
      ahead = ahead == null ? List.of() : List.copyOf(ahead);
    }
  }

  /** Units were taken from this order for another one that comes first. */
  record UnitsDisplaced(int line, List<Move> moves, List<Placement> placements, Other by, String reason)
      implements OrderEvent {}

  /** This order took units that were promised to another one; where they went stands in the event that follows. */
  record UnitsTakenOver(int line, int units, Other from, String reason) implements OrderEvent {}

  /** A line of another order. */
  record Other(UUID order, String number, int line) {}

  /** Something else is sent in place of what was ordered. */
  record LineSubstituted(
      int line, String sku, List<ResolvedOrder.Component> components, String ordered, String reason)
      implements OrderEvent {}

  /** Who comes first when units are scarce: the higher, the sooner. */
  record PriorityChanged(int priority, String reason) implements OrderEvent {}

  record UnitsCancelled(int line, List<Move> moves, List<Placement> released, String reason) implements OrderEvent {}

  /** Units left. {@code by} says who told: a fulfilment order, or the channel. */
  record UnitsShipped(int line, List<Move> moves, List<Placement> shipped, String by) implements OrderEvent {}

  record HoldOpened(Hold hold) implements OrderEvent {}

  record HoldReleased(UUID hold, Hold.Release release) implements OrderEvent {}

  record LifecycleChanged(Order.Lifecycle to, @Nullable String reason) implements OrderEvent {}
}
