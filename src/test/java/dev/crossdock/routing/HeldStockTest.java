package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.orders.Finding;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.Oms;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of promised stock under a hold: kept or given back, as the hold says. */
class HeldStockTest {

  private final Oms oms = new Oms();

  @AfterEach
  void end() {
    assertThat(oms.violations()).isEmpty();
    oms.close();
  }

  @Test
  void aHoldThatKeepsStockLeavesItPromised() {
    oms.sells("TEA", 2);
    oms.told(tea("held", 2).payment(IncomingOrder.Payment.PENDING)).work();
    opened(Finding.stopsRelease("manual", Hold.Reason.CUSTOMER_REQUEST, "Wait.", Map.of()));
    oms.told(tea("next", 1)).work();

    assertThat(line("held").buckets().reserved()).isEqualTo(2);
    assertThat(line("next").waiting()).isEqualTo(1);
  }

  @Test
  void aHoldThatKeepsNoneGivesItBackAndLooksForItAgainWhenReleased() {
    oms.sells("TEA", 2);
    oms.told(tea("held", 2).payment(IncomingOrder.Payment.PENDING)).work();
    oms.told(tea("next", 1)).work();
    assertThat(line("next").waiting()).isEqualTo(1);

    opened(Finding.stopsRouting("manual", Hold.Reason.COMPLIANCE, "Not there.", Map.of()));
    assertThat(line("held").buckets().unplaced()).isEqualTo(2);
    oms.work();
    assertThat(line("next").buckets().allocated()).as("who waited gets it").isEqualTo(1);
    assertThat(line("held").buckets().unplaced()).as("not placed while it is held").isEqualTo(2);

    for (Hold hold : oms.order("held").openHolds()) {
      oms.execute("held", new OrderCommand.ReleaseHold(hold.id(), "mira", true, "cleared"));
    }
    oms.work();
    assertThat(line("held").buckets().unplaced()).isZero();
    assertThat(line("held").waiting()).as("one of two is left").isPositive();
  }

  @Test
  void whatALocationWorksOnStaysThere() {
    oms.sells("TEA", 2);
    oms.told(tea("held", 2)).work();
    opened(Finding.stopsRouting("manual", Hold.Reason.COMPLIANCE, "Not there.", Map.of()));

    assertThat(line("held").buckets().allocated()).isEqualTo(2);
  }

  private void opened(Finding finding) {
    oms.execute("held", new OrderCommand.OpenHold(finding, "mira"));
  }

  private OrderLine line(String id) {
    return oms.order(id).line(1);
  }

  private static AnOrder tea(String id, int units) {
    return anOrder(id).line("TEA", units).buyer(id + "@example.com");
  }
}
