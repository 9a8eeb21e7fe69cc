package dev.crossdock.inventory;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Oms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kits, from orders down to stock. */
class KitsTest {

  private final Oms oms = new Oms();

  @AfterEach
  void closes() {
    oms.close();
  }

  @Test
  void twoKitsThatShareAComponentCannotOversellItTogether() {
    oms.sells("SHARED", 5).sells("LEFT", 9).sells("RIGHT", 9);
    kit("KIT-L", new Component("SHARED", 2), new Component("LEFT", 1));
    kit("KIT-R", new Component("SHARED", 1), new Component("RIGHT", 1));

    oms.told(anOrder("1").line("KIT-L", 2).line("KIT-R", 4))
        .told(anOrder("2").line("KIT-R", 3).line("KIT-L", 1).buyer("second@example.com"))
        .work();

    assertThat(oms.number("select reserved from stock_level where merchant = :merchant and sku = 'SHARED'"))
        .isLessThanOrEqualTo(5);
    assertThat(oms.number("select shortfall from stock_level where merchant = :merchant and sku = 'SHARED'")).isZero();
    long promised =
        oms.number("select coalesce(sum(units), 0) from reservation where merchant = :merchant and sku = 'SHARED'");
    assertThat(promised).isBetween(4L, 5L);
    assertThat(new InventoryCheck(oms.house().door()).run(Merchant.MAIN)).isEmpty();
  }

  @Test
  void aKitCanBePromisedAsOftenAsItsScarcestComponent() {
    oms.sells("SHARED", 5).sells("LEFT", 9);

    StockView view = oms.write(tx -> oms.house().stock().available(tx, Set.of("SHARED", "LEFT", "NONE")));

    assertThat(view.kitsToPromise(Map.of("SHARED", 2, "LEFT", 1))).isEqualTo(2);
    assertThat(view.kitsToPromise(Map.of("LEFT", 3))).isEqualTo(3);
    assertThat(view.kitsToPromise(Map.of("LEFT", 1, "NONE", 1))).isZero();
  }

  private void kit(String sku, Component... parts) {
    oms.write(tx -> oms.house().remapping().putProducts(tx, List.of(ProductInput.kit(sku, sku, List.of(parts)))));
  }
}
