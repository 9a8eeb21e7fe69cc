package dev.crossdock.channels;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.inbox.NewMessage;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels that send nonsense, or the same again and again: others do not feel it, and nothing is lost. */
class BadInputTest {

  private static final int BATCHES = 8;
  private static final int IN_A_BATCH = 30;
  private static final int TRIES = 6;
  private static final int TIMES = 5_000;

  private final Oms oms = new Oms();

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void poisonInEveryBatchIsPutAsideAndNothingElse() {
    oms.sells("TEA", 10_000);
    int order = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      List<byte[]> bodies = new ArrayList<>();
      for (int n = 0; n < IN_A_BATCH; n++) {
        bodies.add(
            oms.channel().says(new Decoded.Snapshot(Oms.built(anOrder("o" + order++).line("TEA", 1)))));
      }
      bodies.add(IN_A_BATCH / 2, "crash".getBytes(StandardCharsets.UTF_8));
      sent("batch" + batch, bodies);
    }

    oms.work();

    assertThat(oms.number("select count(*) from orders where merchant = :merchant")).isEqualTo(order);
    assertThat(oms.number("select count(*) from inbox where merchant = :merchant and state = 'RECEIVED'"))
        .as("tried again later").isEqualTo(BATCHES);
    for (int n = 0; n < TRIES; n++) {
      oms.time().tick(Duration.ofMinutes(1));
      oms.work();
    }
    assertThat(oms.number("select count(*) from inbox where merchant = :merchant and state = 'PARKED'"))
        .isEqualTo(BATCHES);
    assertThat(oms.number("select count(*) from inbox where merchant = :merchant and state = 'RECEIVED'")).isZero();
  }

  @Test
  void anOrderToldFiveThousandTimesIsOneOrderAndLittleElse() {
    oms.sells("TEA", 100);
    byte[] body = oms.channel().says(new Decoded.Snapshot(Oms.built(anOrder("1").line("TEA", 3))));
    List<byte[]> again = new ArrayList<>();
    for (int n = 0; n < TIMES; n++) {
      again.add(body);
    }
    sent("again", again);
    oms.told(anOrder("2").line("TEA", 1));

    oms.work();

    assertThat(oms.number("select count(*) from orders where merchant = :merchant")).isEqualTo(2);
    assertThat(oms.number("select count(*) from inbox where merchant = :merchant and state = 'DONE'"))
        .isEqualTo(TIMES + 1L);
    assertThat(oms.number("select coalesce(sum(reserved), 0) from stock_level where merchant = :merchant"))
        .isEqualTo(4);
    assertThat(oms.number("select count(*) from journal where merchant = :merchant and stream like 'order:%'"))
        .as("what changed nothing is not told").isLessThan(20);
  }

  /** Each as a message of its own, in one transaction. */
  private void sent(String name, List<byte[]> bodies) {
    List<NewMessage> messages = new ArrayList<>();
    for (int n = 0; n < bodies.size(); n++) {
      messages.add(
          new NewMessage(
              Merchant.MAIN, FakeChannel.ID, Oms.ACCOUNT, "order", name + "-" + n, Map.of(), bodies.get(n), false));
    }
    oms.write(tx -> oms.house().inbox().receiveAll(tx, messages));
  }
}
