package dev.crossdock.routing.reach;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.history.PastOrders;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.policies.Policy;
import dev.crossdock.routing.trials.History;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last orders, read from a real database. */
class RecentOrdersTest {

  private final Oms oms = new Oms();
  private final History history =
      new History(
          oms.house().locations(), oms.house().network().profiles(), oms.house().network().cards(),
          oms.house().network().items(), oms.house().catalog()::weights, oms.house().personalData());
  private long nanos;
  private final RecentOrders recent =
      new RecentOrders(oms.house().door(), new PastOrders(), history, () -> nanos);

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void readsTheNewestFirst() {
    orders(1, 2);
    oms.time().tick(Duration.ofMinutes(1));
    orders(3, 3);

    RecentOrders.Look look = recent.look(Merchant.MAIN, () -> true);

    assertThat(look.whole()).isTrue();
    assertThat(look.orders()).hasSize(3);
    assertThat(look.orders().getFirst().came()).isAfter(look.orders().getLast().came());
    assertThat(look.orders().getFirst().facts().lines().getFirst().sku()).isEqualTo("A");
  }

  @Test
  void goesOnWhereThePatienceOfTheLastOneEnded() {
    orders(1, PastOrders.PAGE_MAX + 5);

    RecentOrders.Look first = recent.look(Merchant.MAIN, () -> false);
    RecentOrders.Look second = recent.look(Merchant.MAIN, () -> true);

    assertThat(first.whole()).isFalse();
    assertThat(first.orders()).hasSize(PastOrders.PAGE_MAX);
    assertThat(second.whole()).isTrue();
    assertThat(second.orders()).hasSize(PastOrders.PAGE_MAX + 5).doesNotHaveDuplicates();
  }

  @Test
  void readsAnewAfterAWhile() {
    orders(1, 2);
    recent.look(Merchant.MAIN, () -> true);
    orders(3, 3);

    assertThat(recent.look(Merchant.MAIN, () -> true).orders()).hasSize(2);
    nanos += RecentOrders.KEPT.plusSeconds(1).toNanos();
    assertThat(recent.look(Merchant.MAIN, () -> true).orders()).hasSize(3);
  }

  @Test
  void tellsOfTheOrdersItCouldLookAtInTime() {
    orders(1, 150);
    long[] slowly = {0};
    Reaches slow = new Reaches(recent, new Expressions(), () -> slowly[0] += Duration.ofMillis(30).toNanos());

    Reach reach = slow.of(Merchant.MAIN, Policy.BUILT_IN);

    assertThat(reach.whole()).isFalse();
    assertThat(reach.orders()).isBetween(100, 149);
    assertThat(new Reaches(recent, new Expressions(), () -> 0).of(Merchant.MAIN, Policy.BUILT_IN))
        .satisfies(all -> assertThat(all.orders()).isEqualTo(150))
        .satisfies(all -> assertThat(all.whole()).isTrue());
  }

  private void orders(int from, int to) {
    oms.product("A");
    for (int n = from; n <= to; n++) {
      oms.told(anOrder("o" + n).line("A", 1));
    }
    oms.work();
  }
}
