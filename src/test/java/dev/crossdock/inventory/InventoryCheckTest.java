package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.counting.BinSet;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.testing.Db;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check finds whatever is tampered with. */
class InventoryCheckTest {

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;

  @BeforeEach
  void fills() {
    world = new World(db.dataSource()).locations("NYC", "LAX").count("A", "NYC", 10).count("A", "LAX", 3);
    world.reserve(new Reservation(World.document(1), 1, "A", "NYC", 4));
    Blocking damaged = new Blocking("A", "NYC", UnavailableReason.DAMAGED, 2, null, Instant.EPOCH);
    world.write(tx -> world.stock.block(tx, List.of(damaged)));
    PurchaseOrderInput.Line line = new PurchaseOrderInput.Line("A", 7, null);
    PurchaseOrderInput order = new PurchaseOrderInput(null, "ACME", "NYC", 0, null, List.of(line));
    world.write(tx -> world.purchaseOrders.place(tx, order));
    world.write(tx -> world.bins.put(tx, List.of(new BinSet("A", "NYC", "R1", 3))));
    for (String constraint :
        new String[] {"no_oversell", "shortfall_exact", "stock_not_negative", "binned_lies_there"}) {
      world.sql.sql("alter table stock_level drop constraint " + constraint).update();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "update stock_level set on_hand = on_hand + 1 where location = 'NYC'  | stock.ledger-on-hand",
    "update stock_level set reserved = 5 where location = 'NYC'           | stock.reservations",
    "update stock_level set reserved = 5 where location = 'NYC'           | stock.ledger-reserved",
    "update stock_level set reserved = 9 where location = 'NYC'           | stock.oversold",
    "update stock_level set unavailable = 3 where location = 'NYC'        | stock.ledger-unavailable",
    "update stock_level set unavailable = 3 where location = 'NYC'        | stock.unavailable",
    "update stock_unavailable set units = 1                               | stock.unavailable",
    "update stock_unavailable set reason = 'EXPIRED'                      | stock.unavailable",
    "delete from stock_ledger where reason = 'BLOCKED'                    | stock.ledger-unavailable",
    "update incoming set units = 3                                        | stock.incoming",
    "delete from incoming                                                 | stock.incoming",
    "update purchase_order set state = 'CLOSED'                           | stock.incoming",
    "update stock_bin set units = 2                                       | stock.bins",
    "delete from stock_bin                                                | stock.bins",
    "update stock_level set reserved = 11 where location = 'NYC'          | stock.oversold",
    "update stock_level set on_hand = -1 where location = 'NYC'           | stock.negative",
    "update stock_level set shortfall = 1 where location = 'NYC'          | stock.shortfall",
    "delete from stock_level where location = 'NYC'                       | stock.ledger-on-hand",
    "delete from reservation                                              | stock.reservations",
    "update reservation set units = 5                                     | stock.reservations",
    "update reservation set location = 'LAX'                              | stock.reservations",
    "delete from stock_ledger where reason = 'RESERVED'                   | stock.ledger-reserved",
    "update stock_ledger set on_hand_delta = 9 where on_hand_delta = 10   | stock.ledger-on-hand",
    "update stock_ledger set location = 'LAX' where location = 'NYC'      | stock.ledger-on-hand"
  })
  void findsTampering(String tampering, String invariant) {
    assertThat(world.violations()).isEmpty();

    world.sql.sql(tampering).update();

    assertThat(world.violations()).extracting(Violation::invariant).contains(invariant);
    assertThat(world.violations()).extracting(Violation::where).allMatch(where -> where.startsWith("stock:A@"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "update stock_lot_level set on_hand = on_hand + 1 where lot = 'L1'           | stock.lots",
    "update stock_lot_level set lot = 'L9' where lot = 'L1'                      | stock.lot-ledger",
    "update stock_lot_level set damaged = 0, quality_control = 1 where lot = 'L1'| stock.lots",
    "delete from stock_lot_level where lot = 'L1'                                | stock.lots",
    "delete from stock_ledger_lot where on_hand_delta > 0                        | stock.lot-ledger",
    "update stock_ledger_lot set ledger = '00000000-0000-0000-0000-000000000001' "
        + "where on_hand_delta > 0                                                    | stock.lot-rows",
    "update stock_level set tracking = 'NONE' where sku = 'T'                    | stock.lots",
    "update stock_level set tracking = 'LOT' where sku = 'A' and location = 'NYC'| stock.lots",
    "update stock_level set shelf_days = 3 where sku = 'T'                       | stock.lots",
    "update sku_setting set tracking = 'SERIAL'                                  | stock.tracking",
    "update stock_lot_level set single = true where lot = 'L1'                   | stock.serials"
  })
  void findsTamperingWithLots(String tampering, String invariant) {
    world.tracked("T", Tracking.LOT, 0);
    LotUnits three = new LotUnits("L1", null, 3);
    LotUnits one = new LotUnits("L1", null, 1);
    Adjustment came =
        new Adjustment("T", "NYC", 3, StockReason.RECEIVED, null, Instant.EPOCH, List.of(three));
    Blocking damaged =
        new Blocking("T", "NYC", UnavailableReason.DAMAGED, 1, null, Instant.EPOCH, List.of(one));
    world.write(tx -> world.stock.adjust(tx, List.of(came)));
    world.write(tx -> world.stock.block(tx, List.of(damaged)));
    world.sql.sql("alter table stock_lot_level drop constraint one_unit_a_serial").update();
    assertThat(world.violations()).isEmpty();

    world.sql.sql(tampering).update();

    assertThat(world.violations()).extracting(Violation::invariant).contains(invariant);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "update sku_cost set units = units + 1             | stock.cost-units",
    "update sku_cost set value = value + 1             | stock.cost-entries",
    "update sku_cost set value = value + 1             | stock.cost-layers",
    "delete from cost_entry                            | stock.cost-entries",
    "update cost_layer set value = value + 1           | stock.cost-layers",
    "delete from cost_layer                            | stock.cost-layers",
    "update sku_cost set method = 'MOVING_AVERAGE'     | stock.cost-layers",
    "update stock_level set cost_currency = 'EUR'      | stock.cost-levels",
    "delete from sku_cost                              | stock.cost-levels"
  })
  void findsTamperingWithCost(String tampering, String invariant) {
    world.costed("A", CostMethod.FIFO);
    assertThat(world.violations()).isEmpty();

    world.sql.sql(tampering).update();

    assertThat(world.violations()).extracting(Violation::invariant).contains(invariant);
  }

  @Test
  void looksAtOneMerchantOnly() {
    world.sql.sql("update stock_level set on_hand = 99").update();

    assertThat(world.check.run(new Merchant(2))).isEmpty();
  }

  @Test
  void stopsCountingViolationsSomewhere() {
    Random random = new Random(7);
    world
        .sql
        .sql(
            """
            insert into stock_level (merchant, sku, location, on_hand, reserved, shortfall, version)
            select 1, 'X' || n, 'NYC', :onHand, 0, 0, 1 from generate_series(1, 1500) n
            """)
        .param("onHand", 1 + random.nextInt(9))
        .update();

    assertThat(world.violations()).hasSize(InventoryCheck.VIOLATIONS_MAX);
  }
}
