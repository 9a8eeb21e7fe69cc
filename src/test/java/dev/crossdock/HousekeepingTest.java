package dev.crossdock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.inbox.EndedDay;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

  private static final String NOTED = "select count(*) from journal where type = 'raw-messages.deleted'";
  private static final Duration KEPT = Duration.ofDays(30);

  private final Oms oms = new Oms();
  private final Housekeeping housekeeping = new Housekeeping(oms.house(), () -> List.of(Merchant.MAIN));

  @BeforeEach
  void takeADaysOrders() {
    oms.sells("A-1", 10);
    housekeeping.dropRawMessages();
    oms.told(AnOrder.anOrder("1").line("A-1", 1)).told(AnOrder.anOrder("2").line("A-1", 1)).work();
  }

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void rawMessagesOfADayGoWithItsTableAndTheJournalTellsHowMany() {
    oms.time().tick(KEPT.minusSeconds(1));
    housekeeping.dropRawMessages();
    assertThat(oms.number("select count(*) from inbox_body")).isEqualTo(2);

    oms.time().tick(Duration.ofSeconds(1));
    housekeeping.dropRawMessages();
    housekeeping.dropRawMessages();

    assertThat(oms.number("select count(*) from inbox_body")).isZero();
    assertThat(oms.number("select count(*) from pg_class where relname = 'inbox_body_20261120'")).isZero();
    assertThat(oms.number(NOTED)).isEqualTo(1);
    assertThat(oms.text("select payload from journal where type = 'raw-messages.deleted'"))
        .isEqualTo("{\"reason\":\"retention\",\"messages\":2}");
  }

  @Test
  void aDayIsNotedOnceAlsoByOneWhoDiedBeforeDroppingIt() {
    oms.time().tick(KEPT);
    EndedDay day = oms.house().inbox().rawDays().end().getFirst();
    assertThat(day.messages()).containsEntry(Merchant.MAIN, 2);
    oms.write(tx -> {
      oms.house().erasure().rawMessagesDeleted(tx, day.table(), 2);
      return true;
    });

    housekeeping.dropRawMessages();

    assertThat(oms.number(NOTED)).isEqualTo(1);
    assertThat(oms.number("select count(*) from pg_class where relname = 'inbox_body_20261120'")).isZero();
  }
}
