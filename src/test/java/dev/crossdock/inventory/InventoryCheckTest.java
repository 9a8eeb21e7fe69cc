package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.counting.BinSet;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
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
