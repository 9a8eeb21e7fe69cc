package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crossdock.inventory.InventoryCheck;
import dev.crossdock.inventory.checkout.CheckoutHold;
import dev.crossdock.inventory.checkout.CheckoutInput;
import dev.crossdock.inventory.checkout.CheckoutState;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.orders.Buckets;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders that take over what was held for them at checkout. */
class CheckoutClaimTest {

  private final Oms oms = new Oms();

  @AfterEach
  void close() {
    assertThat(new InventoryCheck(oms.house().door()).run(Merchant.MAIN)).isEmpty();
    oms.close();
  }

  @Test
  void anOrderThatNamesItsHoldGetsTheLastUnits() {
    oms.sells("TEA", 2);
    CheckoutHold hold = hold(null, "TEA", 2);

    oms.told(anOrder("other").line("TEA", 1)).told(anOrder("mine").line("TEA", 2).tagged(tag(hold))).work();

    assertThat(placed("mine")).isEqualTo(2);
    assertThat(oms.order("other").line(1).buckets().backordered()).isEqualTo(1);
    assertThat(now(hold).state()).isEqualTo(CheckoutState.CLAIMED);
    assertThat(now(hold).order()).isEqualTo(oms.order("mine").id().value());
    assertThat(oms.text("select sentence from routing_decision order by id desc limit 1"))
        .isEqualTo("2 units held at checkout are taken over at NYC.");
  }

  @Test
  void whatTheOrderLeavesIsThereForOthersInTheSameBatch() {
    oms.sells("TEA", 3);
    CheckoutHold hold = hold(null, "TEA", 3);

    oms.told(anOrder("mine").line("TEA", 1).tagged(tag(hold))).told(anOrder("other").line("TEA", 2)).work();

    assertThat(placed("mine")).isEqualTo(1);
    assertThat(placed("other")).isEqualTo(2);
  }

  @Test
  void theRestIsLookedForElsewhere() {
    oms.sells("TEA", 2).location("LAX", 34.0, -118.2).stock("TEA", "LAX", 5);
    CheckoutHold hold = hold("NYC", "TEA", 2);

    oms.told(anOrder("mine").line("TEA", 4).tagged(tag(hold))).work();

    assertThat(oms.order("mine").placements()).extracting("location", "units")
        .containsExactlyInAnyOrder(
            tuple("NYC", 2), tuple("LAX", 2));
  }

  @Test
  void anExpiredOrForeignHoldIsPassedBy() {
    oms.sells("TEA", 4);
    CheckoutHold expired = hold(null, "TEA", 1);
    CheckoutHold foreign = hold("NYC", "TEA", 1, "elsewhere");
    oms.time().tick(Duration.ofMinutes(10));
    CheckoutHold claimed = hold(null, "TEA", 1);
    oms.told(anOrder("first").line("TEA", 1).tagged(tag(claimed))).work();

    oms.told(anOrder("a").line("TEA", 1).tagged(tag(expired)))
        .told(anOrder("b").line("TEA", 1).tagged(tag(foreign)))
        .told(anOrder("c").line("TEA", 1).tagged(tag(claimed)))
        .told(anOrder("d").line("TEA", 1).tagged("reservation:nonsense"))
        .work();

    assertThat(placed("first")).isEqualTo(1);
    assertThat(placed("a") + placed("b") + placed("c") + placed("d"))
        .as("one unit is free, two are still held by what none of them may claim")
        .isEqualTo(1);
    assertThat(now(foreign).state()).isEqualTo(CheckoutState.HELD);
    assertThat(now(expired).state()).isEqualTo(CheckoutState.HELD);
  }

  @Test
  void aCommandGivesTheHoldToAnOrderThatWaits() {
    oms.sells("TEA", 2);
    CheckoutHold hold = hold(null, "TEA", 2);
    oms.told(anOrder("mine").line("TEA", 2)).work();
    assertThat(placed("mine")).isZero();

    assertThat(claim("mine", hold)).isTrue();

    assertThat(placed("mine")).isEqualTo(2);
    assertThat(oms.order("mine").openHolds()).isEmpty();
    assertThat(claim("mine", hold)).as("again").isFalse();
  }

  @Test
  void anOrderThatNeedsNoneOfItLeavesTheHoldAlone() {
    oms.sells("TEA", 2).sells("POT", 2);
    CheckoutHold hold = hold(null, "TEA", 2);
    oms.told(anOrder("mine").line("POT", 2)).work();

    assertThat(claim("mine", hold)).isFalse();

    assertThat(now(hold).state()).isEqualTo(CheckoutState.HELD);
  }

  private boolean claim(String order, CheckoutHold hold) {
    Order found = oms.order(order);
    return oms.write(
        tx -> {
          OrderBatch batch = oms.house().orders().batch(tx);
          batch.loadById(List.of(found.id()));
          boolean claimed = oms.house().routing().claim(tx, batch, found.id(), hold.id());
          batch.store();
          return claimed;
        });
  }

  private int placed(String order) {
    Buckets buckets = oms.order(order).line(1).buckets();
    return buckets.allocated() + buckets.reserved();
  }

  private CheckoutHold now(CheckoutHold hold) {
    return oms.write(tx -> oms.house().checkoutHolds().find(tx, hold.id())).orElseThrow();
  }

  private static String tag(CheckoutHold hold) {
    return "reservation:" + hold.id();
  }

  private CheckoutHold hold(@Nullable String location, String sku, int units) {
    return hold(location, sku, units, Oms.ACCOUNT);
  }

  private CheckoutHold hold(@Nullable String location, String sku, int units, String account) {
    long ttl = account.equals(Oms.ACCOUNT) ? 600 : 6_000;
    CheckoutInput input =
        new CheckoutInput(FakeChannel.ID, account, List.of(new CheckoutInput.Line(sku, units, location)), ttl);
    return switch (oms.write(tx -> oms.house().checkoutHolds().hold(tx, input))) {
      case Decided.Accepted<CheckoutHold>(CheckoutHold hold) -> hold;
      case Decided.Refused<CheckoutHold> refused -> throw new AssertionError(refused);
    };
  }
}
