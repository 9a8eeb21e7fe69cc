package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.fulfilment.FulfilmentCheck;
import dev.crossdock.orders.OrderCheck;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.Orders.SoldUnits;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.testing.Oms;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What orders are made of: only kits keep their parts, and no part is without its order. */
class OrderPartsTest {

  private final Oms oms = new Oms().sells("TEA", 100).sells("CUP", 100);

  @AfterEach
  void end() {
    oms.close();
  }

  @Test
  void aLineIsItsSkuUnlessItIsAKit() {
    kit("SET", new Component("TEA", 2), new Component("CUP", 1));
    kit("ONE-CUP", new Component("CUP", 1));
    oms.told(anOrder("1").line("TEA", 3).line("SET", 2).line("ONE-CUP", 1)).work();

    UUID order = oms.order("1").id().value();

    assertThat(oms.<Set<String>>write(tx -> oms.house().orders().skusOf(tx, Set.of(order))))
        .containsExactlyInAnyOrder("TEA", "CUP");
    assertThat(oms.<List<SoldUnits>>write(tx -> oms.house().orders().sold(tx, Set.of(order))))
        .extracting(SoldUnits::channelSku, SoldUnits::sku, SoldUnits::units)
        .containsExactlyInAnyOrder(
            tuple("TEA", "TEA", 3L),
            tuple("SET", "TEA", 4L),
            tuple("SET", "CUP", 2L),
            tuple("ONE-CUP", "CUP", 1L));
    assertThat(oms.number("select count(*) from order_line_component where merchant = :merchant")).isEqualTo(3);
  }

  @Test
  void theCheckFindsPartsWithoutTheirOrder() {
    oms.told(anOrder("1").line("TEA", 1)).work();
    assertThat(strays()).isEmpty();

    UUID order = oms.order("1").id().value();
    oms.write(tx -> tx.sql("delete from orders where merchant = :merchant").update());

    assertThat(strays())
        .contains(new Violation("order.parts", order.toString(), "a line has no order"));
  }

  @Test
  void theCheckFindsLinesWithoutTheirFulfilmentOrder() {
    oms.told(anOrder("1").line("TEA", 1)).work();
    FulfilmentCheck check = new FulfilmentCheck(oms.house().door());
    assertThat(check.run(Merchant.MAIN)).isEqualTo(new FulfilmentCheck.Report(1, List.of()));

    oms.write(tx -> tx.sql("delete from fulfilment_order where merchant = :merchant").update());

    assertThat(check.run(Merchant.MAIN).violations())
        .extracting(Violation::invariant)
        .containsExactly("fulfilment-order.parts");
  }

  private List<Violation> strays() {
    return new OrderCheck(oms.house().door(), oms.house().stock(), new OrderCodec())
        .run(Merchant.MAIN).violations();
  }

  private void kit(String sku, Component... parts) {
    oms.write(tx -> oms.house().remapping().putProducts(tx, List.of(ProductInput.kit(sku, sku, List.of(parts)))));
  }
}
