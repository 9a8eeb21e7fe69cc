package dev.crossdock.channels;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.orders.Headline;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderQuery;
import dev.crossdock.testing.Oms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of a message through the whole house, on a real database. */
class PipelineTest {

  /** How a list of held orders is kept short, whoever wrote the order. */
  private static final String HELD = "select held::text from orders where merchant = :merchant";

  private final Oms oms = new Oms();

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void placesRoutesAndReservesANewOrder() {
    oms.sells("A-1", 10).told(anOrder("1").line("A-1", 2)).work();

    Order order = oms.order("1");
    assertThat(order.number()).isEqualTo("SO-1001");
    assertThat(order.headline().word()).isEqualTo(Headline.Word.RELEASED);
    assertThat(order.line(1).buckets().allocated()).isEqualTo(2);
    assertThat(order.lifecycle()).isEqualTo(Order.Lifecycle.APPROVED);
    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'A-1'")).isEqualTo(2);
    assertThat(oms.number("select count(*) from fulfilment_order where merchant = :merchant and work = 'OPEN'"))
        .isEqualTo(1);
    assertThat(oms.text("select sentence from routing_decision where merchant = :merchant"))
        .contains("has all 2 units");
    assertThat(oms.text("select state from inbox where merchant = :merchant")).isEqualTo("DONE");
  }

  @Test
  void theSameVersionToldTwiceChangesNothing() {
    oms.sells("A-1", 10).told(anOrder("1").line("A-1", 2)).told(anOrder("1").line("A-1", 2)).work();
    int version = oms.order("1").version();
    oms.told(anOrder("1").line("A-1", 2)).work();
    assertThat(oms.order("1").version()).isEqualTo(version);
    assertThat(oms.number("select count(*) from orders where merchant = :merchant")).isEqualTo(1);
  }

  @Test
  void anOlderVersionNeverOverwritesANewerOne() {
    oms.sells("A-1", 10)
        .told(anOrder("1").line("A-1", 3).at("2026-11-20T11:00:00Z"))
        .work()
        .told(anOrder("1").line("A-1", 1).at("2026-11-20T10:30:00Z"))
        .work();
    assertThat(oms.order("1").line(1).buckets().allocated()).isEqualTo(3);
    assertThat(oms.number("select count(*) from inbox where merchant = :merchant and state = 'IGNORED'")).isEqualTo(1);
  }

  @Test
  void unitsRemovedAtTheChannelAreCancelledAndTheirStockIsFree() {
    oms.sells("A-1", 10)
        .told(anOrder("1").line("A-1", 3))
        .work()
        .told(anOrder("1").line("A-1", 3, 2, 0, IncomingLine.FulfilledBy.MERCHANT).at("2026-11-20T11:00:00Z"))
        .work();
    assertThat(oms.order("1").line(1).buckets().cancelled()).isEqualTo(2);
    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'A-1'")).isEqualTo(1);
    assertThat(oms.number("select units from fulfilment_order_line where merchant = :merchant")).isEqualTo(1);
  }

  @Test
  void aCancelledOrderGivesEverythingBack() {
    oms.sells("A-1", 10)
        .told(anOrder("1").line("A-1", 3))
        .work()
        .told(anOrder("1").line("A-1", 3).cancelled().at("2026-11-20T11:00:00Z"))
        .work();
    assertThat(oms.order("1").lifecycle()).isEqualTo(Order.Lifecycle.CANCELLED);
    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'A-1'")).isZero();
    assertThat(oms.text("select work from fulfilment_order where merchant = :merchant")).isEqualTo("CANCELLED");
  }

  @Test
  void aCancelBeforeTheCreateIsRightInTheEnd() {
    oms.sells("A-1", 10)
        .told(anOrder("1").line("A-1", 3).cancelled().at("2026-11-20T11:00:00Z"))
        .work()
        .told(anOrder("1").line("A-1", 3).at("2026-11-20T10:00:00Z"))
        .work();
    assertThat(oms.order("1").lifecycle()).isEqualTo(Order.Lifecycle.CANCELLED);
    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'A-1'")).isZero();
  }

  @Test
  void aRemovalBeforeTheCreateWaitsForIt() {
    oms.sells("A-1", 10)
        .says(new Decoded.Removed("1", java.time.Instant.parse("2026-11-20T11:00:00Z")))
        .work()
        .told(anOrder("1").line("A-1", 3))
        .work();
    assertThat(oms.order("1").lifecycle()).isEqualTo(Order.Lifecycle.CANCELLED);
  }

  @Test
  void anUnmappedSkuStopsItsLineOnlyAndTheMappingFreesIt() {
    oms.sells("A-1", 10).sells("B-1", 10).told(anOrder("1").line("A-1", 1).line("X-9", 2)).work();
    Order held = oms.order("1");
    assertThat(held.line(1).buckets().allocated()).isEqualTo(1);
    assertThat(held.line(2).buckets().unplaced()).isEqualTo(2);
    assertThat(held.headline().reason()).isEqualTo("SKU not mapped");
    assertThat(oms.text("select type from exception_case where merchant = :merchant and closed_at is null"))
        .isEqualTo("MAPPING_MISSING");
    assertThat(oms.text(HELD)).isEqualTo("true");

    assertThat(oms.map("X-9", "B-1")).isEqualTo(1);
    oms.work();
    assertThat(oms.text(HELD)).isEqualTo("false");
    assertThat(oms.order("1").line(2).buckets().allocated()).isEqualTo(2);
    assertThat(oms.order("1").openHolds()).isEmpty();
    assertThat(oms.number("select count(*) from exception_case where merchant = :merchant and closed_at is null"))
        .isZero();
  }

  @Test
  void aProductThatAppearsFreesLinesThatCarryItsSku() {
    oms.location("NYC", 40.7, -74).told(anOrder("1").line("N-1", 1)).work();
    assertThat(oms.order("1").openHolds()).hasSize(1);
    oms.product("N-1").stock("N-1", "NYC", 5).work();
    assertThat(oms.order("1").line(1).buckets().allocated()).isEqualTo(1);
  }

  @Test
  void anUnpaidOrderKeepsItsStockAndGoesOnWhenPaid() {
    oms.sells("A-1", 10).told(anOrder("1").line("A-1", 2).payment(IncomingOrder.Payment.PENDING)).work();
    assertThat(oms.order("1").line(1).buckets().reserved()).isEqualTo(2);
    assertThat(oms.order("1").headline().reason()).isEqualTo("payment");
    assertThat(oms.number("select count(*) from fulfilment_order where merchant = :merchant")).isZero();

    oms.told(anOrder("1").line("A-1", 2).at("2026-11-20T11:00:00Z")).work();
    assertThat(oms.order("1").line(1).buckets().allocated()).isEqualTo(2);
    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'A-1'")).isEqualTo(2);
  }

  @Test
  void aHoldReleasedByAPersonStaysReleased() {
    oms.sells("A-1", 10).told(anOrder("1").line("A-1", 2).total(99_999)).work();
    Hold hold = oms.order("1").openHolds().getFirst();
    assertThat(hold.reason()).isEqualTo(Hold.Reason.PRICE_OR_TAX_MISMATCH);
    assertThat(hold.sentence())
        .isEqualTo(
            "The channel's total of $999.99 is $979.99 more than lines, charges and taxes less discounts,"
                + " which make $20.00.");
    assertThat(hold.evidence())
        .containsOnly(
            Map.entry("currency", "USD"), Map.entry("total", "999.99"), Map.entry("parts", "20.00"),
            Map.entry("difference", "979.99"));
    oms.execute("1", new OrderCommand.ReleaseHold(hold.id(), "mira", true, "checked"));
    oms.work();
    assertThat(oms.order("1").line(1).buckets().allocated()).isEqualTo(2);
    oms.told(anOrder("1").line("A-1", 2).total(99_999).shipping(0).at("2026-11-20T11:00:00Z")).work();
    assertThat(oms.order("1").openHolds()).isEmpty();
  }

  @Test
  void aShortLineWaitsAndGoesOnWhenStockArrives() {
    oms.sells("A-1", 1).sells("B-1", 5).told(anOrder("1").line("A-1", 3).line("B-1", 1)).work();
    Order order = oms.order("1");
    assertThat(order.line(1).buckets().backordered()).isEqualTo(2);
    assertThat(order.line(1).buckets().reserved()).isEqualTo(1);
    assertThat(order.line(2).buckets().allocated()).isEqualTo(1);
    assertThat(order.headline().word()).isEqualTo(Headline.Word.BACKORDERED);

    oms.stock("A-1", "NYC", 10).work();
    assertThat(oms.order("1").line(1).buckets().allocated()).isEqualTo(3);
    assertThat(oms.order("1").openHolds()).isEmpty();
    assertThat(oms.number("select count(*) from routing_waiting where merchant = :merchant")).isZero();
  }

  @Test
  void whatTheChannelShipsIsImportedAndNeverReserved() {
    oms.sells("A-1", 10)
        .told(anOrder("1").line("A-1", 2, 0, 0, IncomingLine.FulfilledBy.CHANNEL))
        .work();
    assertThat(oms.order("1").headline().word()).isEqualTo(Headline.Word.CHANNEL_SHIPS);
    assertThat(oms.order("1").lifecycle()).isEqualTo(Order.Lifecycle.IN_FULFILMENT);
    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'A-1'")).isZero();
    oms.told(
            anOrder("1").line("A-1", 2, 0, 2, IncomingLine.FulfilledBy.CHANNEL).at("2026-11-20T11:00:00Z"))
        .work();
    assertThat(oms.order("1").lifecycle()).isEqualTo(Order.Lifecycle.COMPLETED);
  }

  @Test
  void anOrderThatBothOfUsShipIsCalledByOurPart() {
    oms.sells("A-1", 10)
        .told(
            anOrder("1").line("A-1", 1).line("A-1", 2, 0, 0, IncomingLine.FulfilledBy.CHANNEL))
        .work();
    assertThat(oms.order("1").headline().word()).isEqualTo(Headline.Word.RELEASED);
    assertThat(oms.order("1").lifecycle()).isEqualTo(Order.Lifecycle.APPROVED);

    oms.told(
            anOrder("1").line("A-1", 1, 0, 1, IncomingLine.FulfilledBy.MERCHANT)
                .line("A-1", 2, 0, 0, IncomingLine.FulfilledBy.CHANNEL).at("2026-11-20T11:00:00Z"))
        .work();
    assertThat(oms.order("1").headline().word()).isEqualTo(Headline.Word.PARTLY_SHIPPED);
  }

  @Test
  void anOrderTheChannelShipsButHasNotReleasedIsNotInFulfilment() {
    oms.told(anOrder("1").line("A-1", 2, 0, 0, IncomingLine.FulfilledBy.CHANNEL).pending()).work();
    assertThat(oms.order("1").lifecycle()).isEqualTo(Order.Lifecycle.VALIDATED);
  }

  @Test
  void unitsShippedAtTheChannelLeaveOurStock() {
    oms.sells("A-1", 10)
        .told(anOrder("1").line("A-1", 2))
        .work()
        .told(anOrder("1").line("A-1", 2, 0, 2, IncomingLine.FulfilledBy.MERCHANT).at("2026-11-20T11:00:00Z"))
        .work();
    assertThat(oms.order("1").lifecycle()).isEqualTo(Order.Lifecycle.COMPLETED);
    assertThat(oms.number("select on_hand from stock_level where merchant = :merchant and sku = 'A-1'")).isEqualTo(8);
    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'A-1'")).isZero();
  }

  @Test
  void aKitIsMadeOfItsComponents() {
    oms.sells("A-1", 10).sells("B-1", 3);
    oms.write(
        tx ->
            oms.house()
                .remapping()
                .putProducts(
                    tx,
                    List.of(
                        ProductInput.kit("KIT", "Kit", List.of(new Component("A-1", 2), new Component("B-1", 1))))));
    oms.told(anOrder("1").line("KIT", 4)).work();
    Order order = oms.order("1");
    assertThat(order.line(1).buckets().reserved()).isEqualTo(3);
    assertThat(order.line(1).buckets().backordered()).isEqualTo(1);
    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'A-1'")).isEqualTo(6);
    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'B-1'")).isEqualTo(3);
  }

  @Test
  void discountsOfTheWholeOrderAreAllocatedToTheCent() {
    oms.sells("A-1", 10).told(anOrder("1").line("A-1", 1).line("A-1", 1).line("A-1", 1).discount(100)).work();
    assertThat(oms.order("1").lines().stream().map(line -> line.told().discount()).toList())
        .containsExactly(34L, 33L, 33L);
    assertThat(oms.order("1").openHolds()).isEmpty();
  }

  @Test
  void twoOrdersOfTheSameBuyerWithTheSameContentAreSuspected() {
    oms.sells("A-1", 10).told(anOrder("1").line("A-1", 2)).work().told(anOrder("2").line("A-1", 2)).work();
    assertThat(oms.order("2").openHolds().getFirst().reason()).isEqualTo(Hold.Reason.DUPLICATE_SUSPECT);
    oms.told(anOrder("3").line("A-1", 2).buyer("other@example.com")).work();
    assertThat(oms.order("3").openHolds()).isEmpty();
  }

  @Test
  void oneMessageThatCrashesHarmsOnlyItself() {
    oms.sells("A-1", 100);
    oms.told(anOrder("1").line("A-1", 1).buyer("one@example.com"));
    oms.message("crash".getBytes(StandardCharsets.UTF_8));
    oms.told(anOrder("2").line("A-1", 1).buyer("two@example.com")).work();
    assertThat(oms.order("1").line(1).buckets().allocated()).isEqualTo(1);
    assertThat(oms.order("2").line(1).buckets().allocated()).isEqualTo(1);
    for (int i = 0; i < 6; i++) {
      oms.time().tick(Duration.ofMinutes(1));
      oms.work();
    }
    assertThat(oms.text("select reason_rule from inbox where merchant = :merchant and state = 'PARKED'"))
        .isEqualTo("processing-failed");
  }

  @Test
  void aMessageNotUnderstoodIsParkedWithPathAndRule() {
    oms.message("nonsense".getBytes(StandardCharsets.UTF_8)).work();
    assertThat(oms.text("select reason_path from inbox where merchant = :merchant")).isEqualTo("/order");
    assertThat(oms.text("select type from exception_case where merchant = :merchant")).isEqualTo("INTAKE_INVALID");
  }

  @Test
  void shippingTheFulfilmentOrderCompletesTheOrder() {
    oms.sells("A-1", 10).told(anOrder("1").line("A-1", 2)).work();
    OrderDecision decision =
        oms.execute(
            "1",
            new OrderCommand.Ship(
                Objects.requireNonNull(oms.order("1").placements().getFirst().fulfilmentOrder())));
    assertThat(decision).isInstanceOf(OrderDecision.Accepted.class);
    assertThat(oms.order("1").lifecycle()).isEqualTo(Order.Lifecycle.COMPLETED);
    assertThat(oms.number("select on_hand from stock_level where merchant = :merchant and sku = 'A-1'")).isEqualTo(8);
    assertThat(oms.text("select work from fulfilment_order where merchant = :merchant")).isEqualTo("SHIPPED");
  }

  @Test
  void oneLocationThatHasEverythingBeatsTwo() {
    oms.sells("A-1", 1).sells("B-1", 0).location("LAX", 34.05, -118.24).stock("A-1", "LAX", 5).stock("B-1", "LAX", 5);
    oms.told(anOrder("1").line("A-1", 1).line("B-1", 1)).work();
    assertThat(oms.order("1").placements()).allMatch(placement -> placement.location().equals("LAX"));
  }

  @Test
  void theNearestWinsAmongThoseThatHaveEverything() {
    oms.sells("A-1", 5).location("LAX", 34.05, -118.24).stock("A-1", "LAX", 5);
    oms.told(anOrder("1").line("A-1", 1)).work();
    assertThat(oms.order("1").placements().getFirst().location()).isEqualTo("NYC");
  }

  @Test
  void hundredOrdersForTheLastTenUnitsPromiseExactlyTen() {
    oms.sells("A-1", 10);
    for (int i = 0; i < 100; i++) {
      oms.told(anOrder("o" + i).line("A-1", 1).buyer("b" + i + "@example.com"));
    }
    oms.work();
    assertThat(oms.number("select sum(allocated) from order_line where merchant = :merchant")).isEqualTo(10);
    assertThat(oms.number("select sum(backordered) from order_line where merchant = :merchant")).isEqualTo(90);
    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'A-1'")).isEqualTo(10);
  }

  @Test
  void anOrderIsFoundByItsBuyersNameAndOnlyBehindTheDoor() {
    oms.sells("A-1", 10).told(anOrder("1").line("A-1", 1)).work();
    assertThat(found("customer:love")).isEqualTo(1);
    assertThat(found("customer:nobody")).isZero();
    assertThat(oms.number("select count(*) from journal where merchant = :merchant and payload::text ilike '%love%'"))
        .isZero();
  }

  private int found(String text) {
    OrderQuery.Parsed parsed = OrderQuery.parse(text, oms.time().instant(), ZoneOffset.UTC);
    assertThat(parsed).isInstanceOf(OrderQuery.Parsed.Understood.class);
    OrderQuery query = ((OrderQuery.Parsed.Understood) parsed).query();
    return oms.write(tx -> oms.house().orderSearch().count(tx, query));
  }
}
