package dev.crossdock.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.orders.Buckets.Bucket;
import dev.crossdock.orders.Buckets.Move;
import dev.crossdock.orders.OrderDecision.Accepted;
import dev.crossdock.orders.OrderDecision.Refused;
import dev.crossdock.orders.shortage.Shortage;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.orders.ResolvedOrder.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands do to an order: pure decisions, no database. */
class OrderLifecycleTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final OrderId ID = new OrderId(new UUID(1, 1));
  private static final UUID WORK = new UUID(2, 2);
  private static final ChannelRef REF = new ChannelRef("shopify", "acme", "1001");

  private @Nullable Order order;
  private @Nullable OrderDecision decision;

  @Test
  void aNewOrderIsPlacedAndValidatedWhenNothingIsFound() {
    run(told(1, line("L1", 2, 0, 0)));
    assertThat(order().lifecycle()).isEqualTo(Order.Lifecycle.VALIDATED);
    assertThat(order().line(1).buckets().unplaced()).isEqualTo(2);
    assertThat(order().headline().word()).isEqualTo(Headline.Word.TO_ROUTE);
    assertThat(order().version()).isEqualTo(accepted().events().size());
  }

  @Test
  void aFindingHoldsAndGoesWhenTheRuleFindsNothingMore() {
    Finding finding =
        Finding.stopsRelease("payment-not-cleared", Hold.Reason.PAYMENT, "Pay first.", Map.of("payment", "PENDING"));
    run(told(1, List.of(finding), line("L1", 2, 0, 0)));
    assertThat(order().lifecycle()).isEqualTo(Order.Lifecycle.RECEIVED);
    assertThat(order().headline()).isEqualTo(new Headline(Headline.Word.ON_HOLD, "payment"));
    run(told(2, line("L1", 2, 0, 0)));
    assertThat(order().openHolds()).isEmpty();
    assertThat(order().lifecycle()).isEqualTo(Order.Lifecycle.VALIDATED);
  }

  @Test
  void nothingButASnapshotBeginsAnOrder() {
    run(new OrderCommand.Cancel("no", null));
    assertThat(refusal()).isInstanceOf(OrderRefusal.Unknown.class);
  }

  @Test
  void anOlderSnapshotIsRefusedAndSaysWhy() {
    run(told(5, line("L1", 2, 0, 0)));
    run(told(4, line("L1", 9, 0, 0)));
    assertThat(refusal()).isInstanceOf(OrderRefusal.NotNewer.class);
    assertThat(refusal().sentence()).contains("not newer");
  }

  @Test
  void theSameSnapshotAgainHasNoEvents() {
    run(told(1, line("L1", 2, 0, 0)));
    run(told(1, line("L1", 2, 0, 0)));
    assertThat(accepted().events()).isEmpty();
  }

  /** Ordered, cancelled and shipped as told first and then; what the line's buckets are afterwards. */
  @ParameterizedTest(name = "{0},{1},{2} then {3},{4},{5}")
  @CsvSource({
    "3,0,0, 3,1,0, 2,1,0",
    "3,0,0, 5,0,0, 5,0,0",
    "3,0,0, 2,0,0, 2,1,0",
    "3,1,0, 3,0,0, 3,0,0",
    "3,0,0, 3,0,2, 1,0,2",
    "3,0,1, 3,2,1, 0,2,1",
    "2,0,0, 4,1,1, 2,1,1",
  })
  void aNewerSnapshotBecomesItsDifference(
      int ordered, int cancelled, int shipped, int thenOrdered, int thenCancelled, int thenShipped, int unplaced,
      int gone, int left) {
    run(told(1, line("L1", ordered, cancelled, shipped)));
    run(told(2, line("L1", thenOrdered, thenCancelled, thenShipped)));
    Buckets buckets = order().line(1).buckets();
    assertThat(List.of(buckets.unplaced(), buckets.cancelled(), buckets.shipped()))
        .containsExactly(unplaced, gone, left);
  }

  @Test
  void aLineThatIsGoneIsCancelledAndANewOneIsAdded() {
    run(told(1, line("L1", 2, 0, 0), line("L2", 1, 0, 0)));
    run(told(2, line("L2", 1, 0, 0), line("L3", 4, 0, 0)));
    assertThat(order().line(1).buckets().cancelled()).isEqualTo(2);
    assertThat(order().line(3).buckets().unplaced()).isEqualTo(4);
  }

  @Test
  void unitsWePlacedAreTakenLastWhenTheChannelRemovesSome() {
    run(told(1, line("L1", 5, 0, 0)));
    run(place(3, WORK, 2));
    run(told(2, line("L1", 5, 3, 0)));
    Buckets buckets = order().line(1).buckets();
    assertThat(buckets.backordered()).isZero();
    assertThat(buckets.cancelled()).isEqualTo(3);
    assertThat(order().placements().getFirst().units()).isEqualTo(2);
  }

  @Test
  void aPlanForOtherUnitsThanThereAreIsRefused() {
    run(told(1, line("L1", 5, 0, 0)));
    run(place(4, WORK, 0));
    assertThat(refusal()).isInstanceOf(OrderRefusal.PlanOutdated.class);
  }

  @Test
  void aShortLineIsHeldAsALineAndFreedWhenStockIsFound() {
    run(told(1, line("L1", 5, 0, 0)));
    run(place(3, null, 2));
    assertThat(order().openHolds()).extracting(Hold::reason).containsExactly(Hold.Reason.STOCK_SHORT);
    assertThat(order().headline().word()).isEqualTo(Headline.Word.BACKORDERED);
    run(place(5, WORK, 0));
    assertThat(order().openHolds()).isEmpty();
    assertThat(order().line(1).buckets().allocated()).isEqualTo(5);
    assertThat(order().lifecycle()).isEqualTo(Order.Lifecycle.APPROVED);
  }

  @Test
  void theSamePlanAgainHasNoEvents() {
    run(told(1, line("L1", 5, 0, 0)));
    run(place(3, null, 2));
    run(place(3, null, 2));
    assertThat(accepted().events()).isEmpty();
  }

  @Test
  void shippingCompletesAndACancelAfterwardsIsRefused() {
    run(told(1, line("L1", 5, 0, 0)));
    run(place(5, WORK, 0));
    run(new OrderCommand.Ship(WORK));
    assertThat(order().lifecycle()).isEqualTo(Order.Lifecycle.COMPLETED);
    run(new OrderCommand.Cancel("too late", null));
    assertThat(refusal()).isInstanceOf(OrderRefusal.NothingLeft.class);
    assertThat(refusal().sentence()).contains("Start a return instead");
  }

  @Test
  void aHeldOrderIsNotShipped() {
    run(told(1, line("L1", 5, 0, 0)));
    run(place(5, WORK, 0));
    run(
        new OrderCommand.OpenHold(
            Finding.stopsRelease("manual", Hold.Reason.CUSTOMER_REQUEST, "Wait.", Map.of()), "mira"));
    run(new OrderCommand.Ship(WORK));
    assertThat(refusal().sentence()).isEqualTo("The order is on hold: customer request. Release it first.");
  }

  @Test
  void whatTheChannelShipsIsNeverRoutable() {
    Line fba =
        new Line(
            "L1", "A", "A", "Title", ResolvedOrder.Kind.GOODS, ResolvedOrder.FulfilledBy.CHANNEL, 2, 0, 0, 1_000L,
            2_000L, 0, List.of(), List.of(), null, List.of(new Component("A", 1)));
    run(told(1, fba));
    assertThat(order().wantsRouting()).isFalse();
    assertThat(order().headline().word()).isEqualTo(Headline.Word.CHANNEL_SHIPS);
  }

  @Test
  void theHistoryThroughTheCodecIsTheSameOrder() {
    OrderCodec codec = new OrderCodec();
    java.util.ArrayList<OrderEvent> events = new java.util.ArrayList<>();
    for (OrderCommand command :
        List.of(told(1, line("L1", 5, 0, 0)), place(3, null, 2), place(5, WORK, 0), new OrderCommand.Ship(WORK))) {
      run(command);
      events.addAll(accepted().events());
    }
    Order rebuilt =
        OrderCodec.fold(
            ID, events.stream().map(event -> codec.decode(codec.type(event), codec.payload(event))));
    assertThat(rebuilt).isEqualTo(order());
  }

  @Test
  void bucketsRefuseToGiveWhatTheyDoNotHold() {
    Buckets buckets = Buckets.EMPTY.plus(Bucket.UNPLACED, 2);
    assertThatThrownBy(() -> buckets.moved(new Move(Bucket.UNPLACED, Bucket.SHIPPED, 3)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(buckets.moved(new Move(Bucket.UNPLACED, Bucket.SHIPPED, 2)).ordered()).isEqualTo(2);
  }

  private void run(OrderCommand command) {
    decision = OrderLifecycle.decide(ID, order, command, NOW);
    if (decision instanceof Accepted accepted) {
      for (OrderEvent event : accepted.events()) {
        order = event instanceof OrderEvent.Placed placed ? Order.begin(ID, placed) : order().apply(event);
      }
    }
  }

  private Order order() {
    assertThat(order).isNotNull();
    return java.util.Objects.requireNonNull(order);
  }

  private Accepted accepted() {
    assertThat(decision).isInstanceOf(Accepted.class);
    return (Accepted) java.util.Objects.requireNonNull(decision);
  }

  private OrderRefusal refusal() {
    assertThat(decision).isInstanceOf(Refused.class);
    return ((Refused) java.util.Objects.requireNonNull(decision)).refusal();
  }

  private static OrderCommand place(int units, @Nullable UUID work, int backordered) {
    return new OrderCommand.Place(
        List.of(
            new OrderCommand.LinePlan(
                1, List.of(new Placement(1, "NYC", work, units, false)), backordered, Shortage.NONE)));
  }

  private static OrderCommand told(int version, Line... lines) {
    return told(version, List.of(), lines);
  }

  private static OrderCommand told(int version, List<Finding> findings, Line... lines) {
    return new OrderCommand.ApplySnapshot(
        "SO-1001",
        new ResolvedOrder(
            new ResolvedOrder.Identity(REF, "#1001", null, false, NOW, "USD"),
            new ResolvedOrder.Terms(
                ResolvedOrder.Delivery.SHIP, ResolvedOrder.Payment.PAID, false, null, null, List.of(), null),
            new ResolvedOrder.Sums(1_000L, 1_000L, null, 0, null, null, false),
            new ResolvedOrder.Parties(null, null, null, null, "US", "NY"),
            new ResolvedOrder.Source(NOW.plusSeconds(version)),
            false,
            null,
            List.of(lines),
            List.of()),
        findings);
  }

  private static Line line(String id, int ordered, int cancelled, int shipped) {
    return new Line(
        id, "A", "A", "Title", ResolvedOrder.Kind.GOODS, ResolvedOrder.FulfilledBy.MERCHANT, ordered, cancelled,
        shipped, 1_000L, 1_000L * ordered, 0, List.of(), List.of(), null, List.of(new Component("A", 1)));
  }
}
