package dev.crossdock.channels.known;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A poll is a net under what was pushed: what it brings that is known already costs next to nothing. */
class KnownSnapshotsTest {

  private static final Duration NEXT_POLL = Duration.ofMinutes(6);

  private final Oms oms = new Oms();

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void whatWasPushedIsNotStoredAgainWhenAPollBringsIt() {
    pushed(order(2)).work();

    poll();

    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void whatNobodyPushedIsStored() {
    oms.sells("TEA", 10);
    oms.channel().holds(order(2).build());

    poll();

    assertThat(stored()).isEqualTo(1);
    assertThat(oms.work().order("1").line(1).buckets().ordered()).isEqualTo(2);
  }

  @Test
  void soIsWhatDiffersThoughItsVersionIsTheSame() {
    pushed(order(2)).work();
    oms.channel().holds(order(3).build());

    poll();

    assertThat(stored()).isEqualTo(2);
    assertThat(oms.work().order("1").line(1).buckets().ordered()).isEqualTo(3);
  }

  @Test
  void soIsWhatWasStoredAndNotWorkedOnYet() {
    pushed(order(2));

    poll();

    assertThat(stored()).isEqualTo(2);
    assertThat(oms.work().order("1").line(1).buckets().ordered()).isEqualTo(2);
  }

  @Test
  void soIsWhatAnotherNodeHasWritten() {
    pushed(order(2)).work();
    oms.time().tick(NEXT_POLL);

    oms.house("another-node").pipeline().pollOnce(Merchant.MAIN);

    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void whatFailsToBeReadIsLeftToABatch() {
    RawMessage torn = new RawMessage("polled", Map.of(), "crash".getBytes(StandardCharsets.UTF_8));

    assertThat(newsAmong(new KnownSnapshots(), List.of(torn))).containsExactly(torn);
  }

  @Test
  void theOldestIsForgottenForTheLatest() {
    KnownSnapshots known = new KnownSnapshots();
    List<RawMessage> documents = List.of(document("0"), document("1"), document(Integer.toString(KnownSnapshots.MOST)));

    for (int n = 0; n <= KnownSnapshots.MOST; n++) {
      String id = Integer.toString(n);
      known.add(Merchant.MAIN, new ChannelRef(FakeChannel.ID, Oms.ACCOUNT, id), anOrder(id).line("TEA", 1).build());
    }

    assertThat(newsAmong(known, documents)).containsExactly(documents.getFirst());
    assertThat(known.newsAmong(documents, new Merchant(2), oms.channel(), settings())).isEqualTo(documents);
  }

  /** The channel has it, and has told it. */
  private Oms pushed(AnOrder order) {
    oms.sells("TEA", 10);
    oms.channel().holds(order.build());
    return oms.told(order);
  }

  private static AnOrder order(int units) {
    return anOrder("1").line("TEA", units);
  }

  private RawMessage document(String id) {
    byte[] body = oms.channel().says(new Decoded.Snapshot(anOrder(id).line("TEA", 1).build()));
    return new RawMessage("polled", Map.of(), body);
  }

  private List<RawMessage> newsAmong(KnownSnapshots known, List<RawMessage> documents) {
    return known.newsAmong(documents, Merchant.MAIN, oms.channel(), settings());
  }

  private AccountSettings settings() {
    return oms.house().accounts().find(FakeChannel.ID, Oms.ACCOUNT).orElseThrow().settings();
  }

  private void poll() {
    oms.time().tick(NEXT_POLL);
    assertThat(oms.house().pipeline().pollOnce(Merchant.MAIN)).isEqualTo(1);
  }

  private long stored() {
    return oms.number("select count(*) from inbox where merchant = :merchant");
  }
}
