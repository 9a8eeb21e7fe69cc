package dev.crossdock.console.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.Buckets.Bucket;
import dev.crossdock.orders.Buckets.Move;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderEvent;
import dev.crossdock.orders.OrderEvent.LinePlaced;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.orders.ResolvedOrder.Component;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventWordsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final UUID WORK = new UUID(2, 2);

  private final EventWords words = new EventWords(code -> code + " warehouse");

  @Test
  void oneLineThatIsPlacedIsOneSentence() {
    Happening told = placed(on(1, 2, "RNO", WORK));
    assertThat(told.sentence()).isEqualTo("Routing sent 2 × MUG to RNO warehouse");
    assertThat(told.details()).isEmpty();
  }

  @Test
  void linesThatArePlacedTogetherAreToldTogetherAndEachBelow() {
    Happening told = placed(on(1, 2, "RNO", WORK), on(2, 1, "NJ1", WORK));
    assertThat(told.sentence()).isEqualTo("Routing sent 3 units to RNO warehouse and NJ1 warehouse");
    assertThat(told.details()).containsExactly("2 × MUG to RNO warehouse", "1 × LAMP to NJ1 warehouse");
  }

  @Test
  void whatIsPromisedButNotYetReleasedIsReserved() {
    Happening told = placed(on(1, 2, "RNO", null), on(2, 1, "RNO", null));
    assertThat(told.sentence()).isEqualTo("Routing reserved 3 units at RNO warehouse");
    assertThat(told.details()).containsExactly("2 × MUG at RNO warehouse", "1 × LAMP at RNO warehouse");
  }

  private Happening placed(LinePlaced... lines) {
    Order before = order();
    OrderEvent event = new OrderEvent.UnitsPlaced(List.of(lines));
    return words.of(event, "Routing", before, before.apply(event));
  }

  private static LinePlaced on(int line, int units, String location, @Nullable UUID work) {
    Bucket to = work == null ? Bucket.RESERVED : Bucket.ALLOCATED;
    return new LinePlaced(
        line,
        List.of(new Move(Bucket.UNPLACED, to, units)),
        List.of(new Placement(line, location, work, units, false)));
  }

  private static Order order() {
    return Order.begin(
        new OrderId(new UUID(1, 1)),
        new OrderEvent.Placed(
            "SO-1001",
            new ResolvedOrder.Identity(new ChannelRef("shopify", "acme", "1001"), "#1001", null, false, NOW, "USD"),
            new ResolvedOrder.Terms(
                ResolvedOrder.Delivery.SHIP, ResolvedOrder.Payment.PAID, false, null, null, List.of(), null),
            new ResolvedOrder.Sums(3_000L, 3_000L, null, 0, null, null, false),
            new ResolvedOrder.Parties(null, null, null, null, "US", "NY"),
            new ResolvedOrder.Source(NOW),
            List.of(line("L1", "MUG", 2), line("L2", "LAMP", 1)),
            List.of(),
            NOW));
  }

  private static ResolvedOrder.Line line(String id, String sku, int units) {
    return new ResolvedOrder.Line(
        id, sku, sku, "Title of " + sku, ResolvedOrder.Kind.GOODS, ResolvedOrder.FulfilledBy.MERCHANT, units, 0, 0,
        1_000L, 1_000L * units, 0, List.of(), List.of(), null, List.of(new Component(sku, 1)));
  }
}
