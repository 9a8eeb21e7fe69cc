package dev.crossdock.channels;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.Assembly;
import dev.crossdock.inventory.backorders.AuthorisationInput;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.inventory.groups.AllocationGroup;
import dev.crossdock.inventory.groups.AllocationMove;
import dev.crossdock.orders.Buckets;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one database: what one does, the other knows in its next transaction. */
class TwoNodesTest {

  private static final LocalDate SOON = LocalDate.of(2026, 11, 30);

  private final Oms oms = new Oms();
  private final Assembly other = oms.house("another-node");

  @BeforeEach
  void bothHaveWorked() {
    oms.sells("TEA", 10);
    oms.told(anOrder("1").line("TEA", 1)).work();
    onTheOther("2", 1);
  }

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void whatOneKeepsApartForAGroupItsOrdersFindOnTheOther() {
    oms.write(tx -> oms.house().allocationGroups().put(tx, new AllocationGroup("OURS", FakeChannel.ID, Oms.ACCOUNT)));
    oms.write(
        tx -> oms.house().allocationGroups().move(tx, new AllocationMove(null, "OURS", "TEA", Set.of(), 8L, null)));

    Buckets buckets = onTheOther("3", 5);

    assertThat(buckets.allocated() + buckets.reserved()).isEqualTo(5);
  }

  @Test
  void whatOneAuthorisesTheOtherSellsAhead() {
    oms.write(
        tx ->
            oms.house()
                .backorders()
                .authorise(
                    tx, new AuthorisationInput("TEA", null, null, AuthorisationKind.BACKORDER, 5L, SOON, null, null)));

    assertThat(onTheOther("3", 12).backordered()).isEqualTo(4);
  }

  private Buckets onTheOther(String order, int units) {
    oms.told(anOrder(order).line("TEA", units));
    other.pipeline().drain(Merchant.MAIN);
    return oms.order(order).line(1).buckets();
  }
}
