package dev.crossdock.channels;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.Assembly;
import dev.crossdock.orders.Buckets;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.Oms;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An order is told four times: as it is placed, as it is paid, as a unit of it is cancelled, and that once more by a
 * poll. In whichever order these come, and whichever nodes work on them, it is there once and as the channel has it.
 */
class ArrivalOrdersTest {

  private static final int UNITS = 3;
  private static final int CANCELLED = 1;
  private static final int LEFT = UNITS - CANCELLED;
  private static final String SKU = "TEA";

  private static final Oms oms = new Oms();
  private static final Assembly other = oms.house("another-node");

  @BeforeAll
  static void sells() {
    oms.sells(SKU, 1_000);
  }

  @AfterAll
  static void close() {
    other.inbox().close();
    oms.close();
  }

  /** What is told of it. */
  private enum Telling {
    PLACED,
    PAID,
    CANCELLED_ONE,
    POLLED;

    AnOrder of(String id) {
      AnOrder order = anOrder(id).buyer(id + "@example.com");
      return switch (this) {
        case PLACED ->
            order.line(SKU, UNITS).payment(IncomingOrder.Payment.PENDING).at("2026-11-20T10:00:00Z");
        case PAID -> order.line(SKU, UNITS).at("2026-11-20T10:00:01Z");
        case CANCELLED_ONE, POLLED ->
            order.line(SKU, UNITS, CANCELLED, 0, IncomingLine.FulfilledBy.MERCHANT).at("2026-11-20T10:00:02Z");
      };
    }
  }

  /** Who works on what was told, and when. */
  private enum Work {
    AT_THE_END,
    AFTER_EACH,
    BY_BOTH_IN_TURN,
    BY_BOTH_AT_ONCE
  }

  static Stream<List<Telling>> arrivals() {
    return permutations(List.of(Telling.values())).stream();
  }

  @ParameterizedTest
  @MethodSource("arrivals")
  void areAllTheSame(List<Telling> arrival) throws Exception {
    for (Work work : Work.values()) {
      String id = arrival + " " + work;

      tell(id, arrival, work);

      Buckets buckets = oms.order(id).line(1).buckets();
      assertThat(buckets.allocated() + buckets.reserved()).as(id).isEqualTo(LEFT);
      assertThat(buckets.cancelled()).as(id).isEqualTo(CANCELLED);
      assertThat(oms.order(id).openHolds()).as(id).isEmpty();
      assertThat(oms.number("select count(*) from orders where merchant = :merchant and external_id = '" + id + "'"))
          .as(id)
          .isEqualTo(1);
    }
    assertEverythingAddsUp();
  }

  private static void tell(String id, List<Telling> arrival, Work work) throws Exception {
    int told = 0;
    for (Telling telling : arrival) {
      oms.told(telling.of(id));
      told++;
      if (work == Work.AFTER_EACH || work == Work.BY_BOTH_IN_TURN && told % 2 == 0) {
        oms.work();
      } else if (work == Work.BY_BOTH_IN_TURN) {
        other.pipeline().drain(Merchant.MAIN);
      }
    }
    if (work == Work.BY_BOTH_AT_ONCE) {
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        Future<Integer> ours = threads.submit(() -> oms.house().pipeline().drain(Merchant.MAIN));
        Future<Integer> theirs = threads.submit(() -> other.pipeline().drain(Merchant.MAIN));
        ours.get();
        theirs.get();
      }
    }
    oms.work();
  }

  private static void assertEverythingAddsUp() {
    // what came too late is left alone
    String open = "select count(*) from inbox where merchant = :merchant and state not in ('DONE', 'IGNORED')";
    assertThat(oms.number(open)).isZero();
    assertThat(oms.violations()).isEmpty();
  }

  private static <T> List<List<T>> permutations(List<T> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> permutations = new ArrayList<>();
    for (T first : all) {
      List<T> rest = new ArrayList<>(all);
      rest.remove(first);
      for (List<T> next : permutations(rest)) {
        permutations.add(Stream.concat(Stream.of(first), next.stream()).toList());
      }
    }
    return permutations;
  }
}
