package dev.crossdock.routing;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.inventory.backorders.AuthorisationInput;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.TransferState;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.shortage.SoldAhead;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.internal.SteeringRow;
import dev.crossdock.routing.internal.SteeringStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings units for a line that found none, and lets the order wait for them: the transfer, the promise for its day and
 * the note that the order waits for it stand in one transaction. When another transaction was faster, {@code
 * StaleOrders} is thrown and the caller begins again; what is answered with a refusal has changed nothing.
 */
public final class LineTransfers {

  private final Orders orders;
  private final Locations locations;
  private final Backorders backorders;
  private final Transferring transfers;
  private final SteeringStore steering = new SteeringStore();

  public LineTransfers(Orders orders, Locations locations, Backorders backorders, Transferring transfers) {
    this.orders = orders;
    this.locations = locations;
    this.backorders = backorders;
    this.transfers = transfers;
  }

  /**
   * What is asked for.
   *
   * @param units null for all that wait without a promise
   * @param expectedOn when the units arrive; the buyer is promised that day
   */
  public record Wish(
      OrderId order, int line, String from, String to, @Nullable Integer units, @Nullable LocalDate expectedOn) {}

  /** What became of it. */
  public sealed interface Outcome {
    /** The order as it is now, and what it waits for. */
    record Requested(Order order, Transfer transfer) implements Outcome {}

    record Refused(OrderRefusal refusal) implements Outcome {}

    /** What was asked makes no sense. */
    record Invalid(List<ItemError> errors) implements Outcome {}
  }

  /** Requests a transfer of what a line lacks, and promises the line the day of its arrival. */
  public Outcome request(Tx tx, Wish wish) {
    OrderBatch batch = orders.batch(tx);
    batch.loadById(List.of(wish.order()));
    Order order = batch.order(wish.order()).orElse(null);
    if (order == null) {
      return new Outcome.Refused(new OrderRefusal.Unknown());
    }
    if (order.lifecycle().ended()) {
      return new Outcome.Refused(new OrderRefusal.AlreadyEnded(order.lifecycle()));
    }
    if (wish.line() < 1 || wish.line() > order.lines().size()) {
      return new Outcome.Refused(new OrderRefusal.NoSuchLine(wish.line()));
    }
    OrderLine line = order.line(wish.line());
    String sku = line.told().sku();
    if (sku == null || line.unpromised() < 1) {
      return new Outcome.Refused(
          new OrderRefusal.LineNotReady(wish.line(), "has no units that wait without a promise."));
    }
    Integer asked = wish.units();
    int units = asked == null ? line.unpromised() : asked;
    Optional<ItemError> wrong = judge(tx, wish, units, line);
    return wrong.isPresent() ? new Outcome.Invalid(List.of(wrong.get())) : bring(tx, batch, order, line, wish, units);
  }

  /** The transfers that an order waits for, those that are over left out. */
  public List<Transfer> awaited(Tx tx, OrderId order) {
    return steering.of(tx, List.of(order.value())).stream()
        .filter(row -> row.kind() == SteeringRow.Kind.TRANSFER)
        .map(row -> transfers.find(tx, row.ref()))
        .flatMap(Optional::stream)
        .filter(found -> found.state() == TransferState.REQUESTED || found.state() == TransferState.SHIPPED)
        .toList();
  }

  private Optional<ItemError> judge(Tx tx, Wish wish, int units, OrderLine line) {
    LocalDate day = wish.expectedOn();
    if (units < 1 || units > line.unpromised()) {
      return wrong("units", "range", "The line lacks " + line.unpromised() + " units without a promise.");
    }
    if (day == null) {
      return wrong("expectedOn", "required", "Say when the units arrive: the buyer is promised that day.");
    }
    if (day.isBefore(Backorders.today(tx))) {
      return wrong("expectedOn", "range", "The day is over.");
    }
    return ships(tx, wish.to()) ? Optional.empty() : wrong("to", "unknown", "Orders are not shipped from there.");
  }

  private Outcome bring(Tx tx, OrderBatch batch, Order order, OrderLine line, Wish wish, int units) {
    List<TransferInput.Line> lines =
        line.told().components().stream()
            .map(part -> new TransferInput.Line(part.sku(), (long) units * part.units()))
            .toList();
    TransferInput input = new TransferInput(null, wish.from(), wish.to(), wish.expectedOn(), lines);
    return switch (transfers.request(tx, input)) {
      case Decided.Refused<Transfer>(List<ItemError> errors) ->
          new Outcome.Invalid(errors.stream().map(LineTransfers::ofTheWish).toList());
      case Decided.Accepted<Transfer>(Transfer made) -> {
        steering.put(tx, List.of(awaits(tx, order, made)));
        yield promise(tx, batch, order, line, units, made);
      }
    };
  }

  private Outcome promise(Tx tx, OrderBatch batch, Order order, OrderLine line, int units, Transfer made) {
    LocalDate day = Objects.requireNonNull(made.expectedOn());
    AuthorisationInput input =
        new AuthorisationInput(
            Objects.requireNonNull(line.told().sku()), order.channel().channel(), order.channel().account(),
            AuthorisationKind.BACKORDER, units, day, null, null);
    if (!(backorders.authorise(tx, input) instanceof Decided.Accepted<Authorisation>(Authorisation allowed))) {
      throw new IllegalStateException("a promise for a day to come was refused");
    }
    List<SoldAhead> ahead = List.of(new SoldAhead(allowed.id(), AuthorisationKind.BACKORDER, units, 0, day));
    OrderDecision told = batch.execute(order.id(), new OrderCommand.SellAhead(line.line(), ahead));
    if (!(told instanceof OrderDecision.Accepted)) {
      throw new IllegalStateException("a line that waits could not be promised a day");
    }
    batch.store();
    return new Outcome.Requested(batch.order(order.id()).orElseThrow(), made);
  }

  private static SteeringRow awaits(Tx tx, Order order, Transfer made) {
    return new SteeringRow(
        order.id(), SteeringRow.Kind.TRANSFER, made.from(), made.id(), "transfer " + made.number(), null,
        tx.cause().actor().toString(), tx.now());
  }

  private boolean ships(Tx tx, String code) {
    return locations.list(tx).stream()
        .filter(place -> place.active() && place.kind() != LocationKind.MARKETPLACE)
        .map(Location::code)
        .anyMatch(code::equals);
  }

  /** Lines of the transfer are units of the wish. */
  private static ItemError ofTheWish(ItemError error) {
    String field = error.field().startsWith("lines") ? "units" : error.field();
    return new ItemError(0, field, error.rule(), error.sentence());
  }

  private static Optional<ItemError> wrong(String field, String rule, String sentence) {
    return Optional.of(new ItemError(0, field, rule, sentence));
  }
}
