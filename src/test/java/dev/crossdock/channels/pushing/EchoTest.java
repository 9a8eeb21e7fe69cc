package dev.crossdock.channels.pushing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.publishing.RuleInput;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.JournalReader;
import dev.crossdock.platform.journal.SealedEvent;
import dev.crossdock.platform.journal.Sealer;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.FakeCounters;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something that copies what a channel shows into our stock is stopped; what only looks like it is not. */
class EchoTest {

  private final Oms oms = new Oms();
  private final FakeCounters counters = new FakeCounters();

  @BeforeEach
  void showsTwoLess() {
    oms.channel().takesStock(counters);
    oms.sells("MUG", 20).map("shop-mug", "MUG");
    oms.sells("CUP", 30).map("shop-cup", "CUP");
    RuleInput rule = new RuleInput(FakeChannel.ID, Oms.ACCOUNT, "", 100, 2, null, null, null, Map.of());
    oms.write(tx -> oms.house().publishing().put(tx, List.of(rule)));
    settle();
    assertThat(counters.units()).containsEntry("shop-mug", 18).containsEntry("shop-cup", 28);
  }

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void aNumberThatIsCopiedBackIsStoppedAfterThreeRounds() {
    copyBack("sheet", "MUG");
    copyBack("sheet", "MUG");
    assertThat(state("MUG")).isEqualTo(ListingState.State.ACKNOWLEDGED);
    copyBack("sheet", "MUG");

    assertThat(state("MUG")).isEqualTo(ListingState.State.STOPPED);
    assertThat(counters.units()).as("18, 16, 14, and no further").containsEntry("shop-mug", 14);
    String words =
        oms.text("select sentence from exception_case where merchant = :merchant and closed_at is null");
    assertThat(words).contains("MUG", "fake/" + Oms.ACCOUNT, "api key sheet (api)", "14", "12");
    assertThat(state("CUP")).isEqualTo(ListingState.State.ACKNOWLEDGED);
  }

  @Test
  void aPersonHasItToldAgainAndOneMoreRoundIsNoQuarrelYet() {
    for (int round = 0; round < 3; round++) {
      copyBack("sheet", "MUG");
    }
    set("person", "MUG", 40);
    assertThat(counters.units()).as("still stopped").containsEntry("shop-mug", 14);

    oms.write(tx -> oms.house().pushing().listings().heal(tx, FakeChannel.ID, Oms.ACCOUNT, "shop-mug"));
    settle();
    assertThat(counters.units()).containsEntry("shop-mug", 38);
    assertThat(oms.number("select count(*) from exception_case where merchant = :merchant and closed_at is null"))
        .isZero();
    copyBack("sheet", "MUG");
    copyBack("sheet", "MUG");
    assertThat(counters.units()).containsEntry("shop-mug", 34);
  }

  @Test
  void aCountThatHappensToBeTheShownNumberTwiceIsNone() {
    for (int n = 0; n < 4; n++) {
      copyBack("scanner", "MUG");
      copyBack("scanner", "MUG");
      set("scanner", "MUG", 25 - n);
    }
    assertThat(state("MUG")).isEqualTo(ListingState.State.ACKNOWLEDGED);
  }

  @Test
  void roundsOfTwoListingsOrOfTwoSourcesDoNotAddUp() {
    copyBack("sheet", "MUG");
    copyBack("sheet", "MUG");
    copyBack("sheet", "CUP");
    copyBack("sheet", "CUP");
    copyBack("other", "MUG");
    copyBack("other", "CUP");

    assertThat(state("MUG")).isEqualTo(ListingState.State.ACKNOWLEDGED);
    assertThat(state("CUP")).isEqualTo(ListingState.State.ACKNOWLEDGED);
  }

  @Test
  void aNumberThatIsCopiedBackAndIsRightIsNone() {
    RuleInput all = new RuleInput(FakeChannel.ID, Oms.ACCOUNT, "", 100, 0, null, null, null, Map.of());
    oms.write(tx -> oms.house().publishing().put(tx, List.of(all)));
    settle();
    for (int n = 0; n < 5; n++) {
      oms.stock("MUG", "NYC", 15 - n);
      copyBack("sheet", "MUG");
    }
    assertThat(state("MUG")).isEqualTo(ListingState.State.ACKNOWLEDGED);
  }

  private void copyBack(String key, String sku) {
    set(key, sku, counters.units().getOrDefault("shop-" + sku.toLowerCase(Locale.ROOT), 0));
  }

  private void set(String key, String sku, int onHand) {
    Cause cause = Cause.of(new Actor(Actor.Kind.API_KEY, key), "api", new UUID(0, 7));
    oms.house()
        .door()
        .run(Merchant.MAIN, cause, tx -> oms.house().stock().setOnHand(tx, List.of(new StockSet(sku, "NYC", onHand))));
    settle();
  }

  private ListingState.State state(String sku) {
    return oms.write(tx -> oms.house().pushing().listings().ofSku(tx, sku)).getFirst().state();
  }

  /** Everything that follows from what was said has happened. */
  private void settle() {
    new Sealer(oms.house().door(), oms.time(), "sealer", Sealer.Limits.USUAL).sealOnce(Merchant.MAIN);
    JournalReader reader =
        new JournalReader(
            oms.house().door(), oms.time(), Merchant.MAIN, "stock-publishing", "node", Duration.ofSeconds(10));
    for (List<SealedEvent> events = reader.poll(100); !events.isEmpty(); events = reader.poll(100)) {
      List<SealedEvent> read = events;
      oms.write(tx -> applied(tx, reader, read));
    }
    while (oms.house().pushing().pusher().workOnce(Merchant.MAIN)) {
      Thread.onSpinWait();
    }
  }

  private boolean applied(Tx tx, JournalReader reader, List<SealedEvent> events) {
    oms.house().stockNews().apply(tx, events);
    reader.commit(tx, events.getLast().position());
    return true;
  }
}
