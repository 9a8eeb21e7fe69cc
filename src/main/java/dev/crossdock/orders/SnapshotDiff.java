package dev.crossdock.orders;

import dev.crossdock.orders.Buckets.Bucket;
import dev.crossdock.orders.Buckets.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Turns a newer version of the channel's order into the changes it means. It compares with what the channel told
 * before, not with where our units are: what we did ourselves since is not undone by a channel that has not heard of
 * it.
 */
final class SnapshotDiff {

  private SnapshotDiff() {}

  static OrderDecision decide(Order order, OrderCommand.ApplySnapshot command, Instant now) {
    ResolvedOrder told = command.order();
    Instant held = order.source().version();
    if (told.source().version().isBefore(held)) {
      return new OrderDecision.Refused(new OrderRefusal.NotNewer(told.source().version(), held));
    }
    Draft draft = new Draft(order);
    if (!told.source().equals(order.source())) {
      draft.emit(new OrderEvent.ChannelAdvanced(told.source()));
    }
    header(draft, told);
    lines(draft, told);
    if (told.cancelled()) {
      OrderLifecycle.cancelOpen(draft, Optional.ofNullable(told.cancelReason()).orElse("cancelled at the channel"));
    }
    if (!draft.order().lifecycle().ended()) {
      Holds.reconcile(draft, command.findings(), now);
    }
    OrderLifecycle.progress(draft);
    return draft.accepted();
  }

  private static void header(Draft draft, ResolvedOrder told) {
    Order order = draft.order();
    if (!told.terms().equals(order.terms())) {
      draft.emit(new OrderEvent.TermsChanged(told.terms()));
    }
    if (!told.sums().equals(order.sums()) || !told.charges().equals(order.charges())) {
      draft.emit(new OrderEvent.SumsChanged(told.sums(), told.charges()));
    }
    if (!told.parties().equals(order.parties())) {
      draft.emit(new OrderEvent.PartiesChanged(told.parties()));
    }
  }

  private static void lines(Draft draft, ResolvedOrder told) {
    List<ResolvedOrder.Line> added = new ArrayList<>();
    for (ResolvedOrder.Line line : told.lines()) {
      Optional<OrderLine> known = draft.order().lineByExternalId(line.externalId());
      known.ifPresentOrElse(before -> changed(draft, before, line), () -> added.add(line));
    }
    if (!added.isEmpty()) {
      draft.emit(new OrderEvent.LinesAdded(added));
    }
    for (OrderLine line : draft.order().lines()) {
      if (told.lines().stream().noneMatch(l -> l.externalId().equals(line.externalId()))) {
        Units.cancel(draft, line.line(), line.buckets().open(), "line removed at the channel");
      }
    }
  }

  private static void changed(Draft draft, OrderLine line, ResolvedOrder.Line toldNow) {
    ResolvedOrder.Line before = line.told();
    ResolvedOrder.Line now = keepResolution(draft.order(), line, toldNow);
    if (now.equals(before)) {
      return;
    }
    if (!Objects.equals(now.sku(), before.sku()) || now.fulfilledBy() != before.fulfilledBy()) {
      Units.release(draft, line.line(), "the channel changed what the line sells");
    }
    int fewer = Math.max(0, before.ordered() - now.ordered());
    draft.emit(new OrderEvent.LineChanged(line.line(), now, Math.max(0, now.ordered() - before.ordered())));
    int gone = fewer + Math.max(0, now.cancelled() - before.cancelled());
    if (gone > 0) {
      Units.cancel(draft, line.line(), gone, "units removed at the channel");
    }
    reinstate(draft, line.line(), before.cancelled() - now.cancelled());
    if (now.shipped() > before.shipped()) {
      Units.shippedElsewhere(draft, line.line(), now.shipped() - before.shipped());
    }
  }

  private static void reinstate(Draft draft, int line, int units) {
    int back = Math.min(units, draft.order().line(line).buckets().cancelled());
    if (back > 0) {
      draft.emit(
          new OrderEvent.UnitsReleased(
              line, List.of(new Move(Bucket.CANCELLED, Bucket.UNPLACED, back)), List.of(), "reinstated at the channel"));
    }
  }

  /** A line keeps the SKU it was sold as, whatever its listing is mapped to later, and what has left stays what it was. */
  private static ResolvedOrder.Line keepResolution(Order order, OrderLine line, ResolvedOrder.Line now) {
    ResolvedOrder.Line before = line.told();
    String sku = before.sku();
    boolean left = order.placements().stream().anyMatch(p -> p.line() == line.line() && p.shipped());
    boolean same = Objects.equals(before.channelSku(), now.channelSku());
    return sku != null && (same || left) ? now.resolved(sku, before.components()) : now;
  }
}
