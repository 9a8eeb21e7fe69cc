package dev.crossdock.sandbox.drills.intake;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.sandbox.drills.intake.Databases.Database;
import dev.crossdock.testing.Oms;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The baseline is only worth what it stores: each row of each order, and the stock they took. */
class SameRowsTest {

  private static final int ORDERS = 24;

  private final Oms oms = new Oms().sells("A-1", 1_000).sells("B-2", 1_000);

  @AfterEach
  void close() {
    oms.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "inbox", "inbox_body", "personal_data", "orders", "order_line", "order_charge", "order_tax", "routing_decision",
      "fulfilment_order", "fulfilment_order_line", "reservation",
  })
  void storesEachRowAgain(String table) throws InterruptedException {
    stored();
    assertThat(oms.number("select count(*) from same_rows." + table))
        .isEqualTo(oms.number("select count(*) from " + table));
  }

  @Test
  void storesTheHistoriesOfOrdersAndTakesTheirStockOnceMore() throws InterruptedException {
    stored();
    assertThat(oms.number("select count(*) from same_rows.orders")).isEqualTo(ORDERS);
    assertThat(oms.number("select count(*) from same_rows.journal"))
        .isEqualTo(oms.number("select count(*) from journal where stream like 'order:%'"));
    assertThat(oms.number("select count(*) from same_rows.stock_ledger"))
        .isEqualTo(oms.number("select count(*) from stock_ledger where reserved_delta > 0"));
    assertThat(oms.number("select sum(reserved) from same_rows.stock_level"))
        .isEqualTo(2 * oms.number("select sum(reserved) from stock_level"));
  }

  @Test
  void needsOrders() {
    assertThatThrownBy(() -> rows().perSecond()).isInstanceOf(IllegalStateException.class);
  }

  private void stored() throws InterruptedException {
    IntStream.rangeClosed(1, ORDERS)
        .mapToObj(n -> anOrder("E" + n).line("A-1", 1 + n % 3).line("B-2", 1).shipping(500).buyer(n + "@example.com"))
        .forEach(oms::told);
    oms.work();
    assertThat(rows().perSecond()).isPositive();
  }

  private SameRows rows() {
    return new SameRows(new Database(oms.db().jdbcUrl(), oms.db().user(), oms.db().password()));
  }
}
