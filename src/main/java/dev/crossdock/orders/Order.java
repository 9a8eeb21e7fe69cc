package dev.crossdock.orders;

import dev.crossdock.orders.Buckets.Bucket;
import dev.crossdock.orders.Buckets.Move;
import dev.crossdock.orders.ResolvedOrder.Charge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An order as its events add up to. Immutable; {@link OrderLifecycle} decides, {@link #apply} only follows.
 *
 * @param priority who comes first when units are scarce: the higher, the sooner; 0 unless somebody said otherwise
 * @param version the number of events so far, and the journal stream's version
 */
public record Order(
    OrderId id,
    String number,
    ResolvedOrder.Identity identity,
    ResolvedOrder.Terms terms,
    ResolvedOrder.Sums sums,
    ResolvedOrder.Parties parties,
    ResolvedOrder.Source source,
    Lifecycle lifecycle,
    int priority,
    List<OrderLine> lines,
    List<Charge> charges,
    List<Placement> placements,
    List<Hold> holds,
    Instant receivedAt,
    int version) {

  /** The order's own course; money, units and holds have axes of their own. */
  public enum Lifecycle {
    DRAFT,
    RECEIVED,
    VALIDATED,
    APPROVED,
    IN_FULFILMENT,
    COMPLETED,
    CANCELLED,
    REJECTED;

    public boolean ended() {
      return this == COMPLETED || this == CANCELLED || this == REJECTED;
    }
  }

  /** The order that begins with its first event. */
  public static Order begin(OrderId id, OrderEvent.Placed placed) {
    List<OrderLine> lines = new ArrayList<>();
    placed.lines().forEach(line -> lines.add(firstSeen(lines.size() + 1, line)));
    return new Order(
        id, placed.number(), placed.identity(), placed.terms(), placed.sums(), placed.parties(), placed.source(),
        Lifecycle.RECEIVED, 0, List.copyOf(lines), placed.charges(), List.of(), List.of(), placed.receivedAt(), 1);
  }

  /** The order after the event. */
  public Order apply(OrderEvent event) {
    Order next =
        switch (event) {
          case OrderEvent.Placed ignored -> throw new IllegalStateException("order " + id + " is placed already");
          case OrderEvent.ChannelAdvanced e -> with(terms, sums, parties, e.source(), lifecycle);
          case OrderEvent.TermsChanged e -> with(e.terms(), sums, parties, source, lifecycle);
          case OrderEvent.SumsChanged e -> with(terms, e.sums(), parties, source, lifecycle).charges(e.charges());
          case OrderEvent.PartiesChanged e -> with(terms, sums, e.parties(), source, lifecycle);
          case OrderEvent.LinesAdded e -> added(e.lines());
          case OrderEvent.LineChanged e -> line(e.line(), line -> line.told(e.told()).plus(firstBucket(e.told()), e.more()));
          case OrderEvent.LineResolved e ->
              line(e.line(), line -> line.told(line.told().resolved(e.sku(), e.components())));
          case OrderEvent.UnitsPlaced e -> move(e.line(), e.moves(), add(e.placements()));
          case OrderEvent.UnitsReleased e -> move(e.line(), e.moves(), without(e.placements()));
          case OrderEvent.UnitsBackordered e -> line(e.line(), line -> line.moved(e.moves()).soldAhead(e.ahead()));
          case OrderEvent.UnitsDisplaced e -> move(e.line(), e.moves(), without(e.placements()));
          case OrderEvent.UnitsTakenOver ignored -> this;
          case OrderEvent.LineSubstituted e ->
              line(e.line(), line -> line.told(line.told().resolved(e.sku(), e.components())));
          case OrderEvent.PriorityChanged e -> priority(e.priority());
          case OrderEvent.UnitsCancelled e -> move(e.line(), e.moves(), without(e.released()));
          case OrderEvent.UnitsShipped e -> move(e.line(), e.moves(), shipped(e.shipped()));
          case OrderEvent.HoldOpened e -> holds(plusAll(holds, List.of(e.hold())));
          case OrderEvent.HoldReleased e ->
              holds(replace(holds, h -> h.id().equals(e.hold()), h -> h.released(e.release())));
          case OrderEvent.LifecycleChanged e -> with(terms, sums, parties, source, e.to());
        };
    return next.numbered(version + 1);
  }

  public ChannelRef channel() {
    return identity.channel();
  }

  public OrderLine line(int number) {
    return lines.get(number - 1);
  }

  public List<Hold> openHolds() {
    return holds.stream().filter(Hold::open).toList();
  }

  /** Whether an open hold on the whole order, or on this line, stops the step. */
  public boolean blocked(Hold.Step step, int line) {
    return holds.stream()
        .anyMatch(h -> h.open() && h.blocks().contains(step) && (h.line() == null || h.line() == line));
  }

  /** Units of this line that routing may decide on now: unplaced, short of stock, or reserved and free to go. */
  public int routable(OrderLine line) {
    if (lifecycle.ended() || !line.told().ours() || line.told().sku() == null || blocked(Hold.Step.ROUTE, line.line())) {
      return 0;
    }
    return line.buckets().unplaced() + line.waiting() + line.buckets().reserved();
  }

  /** Whether routing has something new to decide: units nobody looked at, or reserved ones that nothing holds back. */
  public boolean wantsRouting() {
    return lines.stream().anyMatch(this::wantsRouting);
  }

  /** Whether some units look for stock again when stock arrives. */
  public boolean waitsForStock() {
    return lines.stream().anyMatch(line -> routable(line) > 0 && line.waiting() > 0);
  }

  private boolean wantsRouting(OrderLine line) {
    boolean mayGo = !blocked(Hold.Step.RELEASE, line.line());
    return routable(line) > 0
        && (line.buckets().unplaced() > 0
            || (line.buckets().reserved() > 0 && line.waiting() == 0 && mayGo));
  }

  public Optional<OrderLine> lineByExternalId(String externalId) {
    return lines.stream().filter(line -> line.externalId().equals(externalId)).findFirst();
  }

  public Optional<Hold> hold(java.util.UUID hold) {
    return holds.stream().filter(h -> h.id().equals(hold)).findFirst();
  }

  public Headline headline() {
    return Headline.of(this);
  }

  /** A line as it stands when first told: what the channel ships or shipped, and what is gone, is not ours to place. */
  private static OrderLine firstSeen(int number, ResolvedOrder.Line told) {
    int open = told.ordered() - told.cancelled() - told.shipped();
    return new OrderLine(number, told, Buckets.EMPTY, List.of())
        .plus(Bucket.CANCELLED, told.cancelled())
        .plus(Bucket.SHIPPED, told.shipped())
        .plus(firstBucket(told), open);
  }

  private static Bucket firstBucket(ResolvedOrder.Line told) {
    if (told.kind() != ResolvedOrder.Kind.GOODS) {
      return Bucket.SHIPPED;
    }
    return told.fulfilledBy() == ResolvedOrder.FulfilledBy.CHANNEL ? Bucket.ALLOCATED : Bucket.UNPLACED;
  }

  private Order added(List<ResolvedOrder.Line> more) {
    List<OrderLine> all = new ArrayList<>(lines);
    more.forEach(line -> all.add(firstSeen(all.size() + 1, line)));
    return lines(all);
  }

  private List<Placement> add(List<Placement> more) {
    return plusAll(placements, more);
  }

  private List<Placement> without(List<Placement> gone) {
    return Placements.minus(placements, gone);
  }

  private List<Placement> shipped(List<Placement> left) {
    return plusAll(Placements.minus(placements, left), left.stream().map(Placement::asShipped).toList());
  }

  private Order move(int line, List<Move> moves, List<Placement> next) {
    return line(line, l -> l.moved(moves)).placements(next);
  }

  private Order line(int number, UnaryOperator<OrderLine> change) {
    return lines(replace(lines, line -> line.line() == number, change));
  }

  private Order with(
      ResolvedOrder.Terms nextTerms,
      ResolvedOrder.Sums nextSums,
      ResolvedOrder.Parties nextParties,
      ResolvedOrder.Source nextSource,
      Lifecycle nextLifecycle) {
    return new Order(
        id, number, identity, nextTerms, nextSums, nextParties, nextSource, nextLifecycle, priority, lines, charges,
        placements, holds, receivedAt, version);
  }

  private Order lines(List<OrderLine> next) {
    return new Order(
        id, number, identity, terms, sums, parties, source, lifecycle, priority, List.copyOf(next), charges, placements,
        holds, receivedAt, version);
  }

  private Order charges(List<Charge> next) {
    return new Order(
        id, number, identity, terms, sums, parties, source, lifecycle, priority, lines, List.copyOf(next), placements,
        holds, receivedAt, version);
  }

  private Order placements(List<Placement> next) {
    return new Order(
        id, number, identity, terms, sums, parties, source, lifecycle, priority, lines, charges, List.copyOf(next),
        holds, receivedAt, version);
  }

  private Order holds(List<Hold> next) {
    return new Order(
        id, number, identity, terms, sums, parties, source, lifecycle, priority, lines, charges, placements,
        List.copyOf(next), receivedAt, version);
  }

  private Order priority(int next) {
    return new Order(
        id, number, identity, terms, sums, parties, source, lifecycle, next, lines, charges, placements, holds,
        receivedAt, version);
  }

  private Order numbered(int next) {
    return new Order(
        id, number, identity, terms, sums, parties, source, lifecycle, priority, lines, charges, placements, holds,
        receivedAt, next);
  }

  private static <T> List<T> plusAll(List<T> list, List<T> more) {
    List<T> all = new ArrayList<>(list);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static <T> List<T> replace(List<T> list, Predicate<T> which, UnaryOperator<T> by) {
    return list.stream().map(item -> which.test(item) ? by.apply(item) : item).toList();
  }
}
