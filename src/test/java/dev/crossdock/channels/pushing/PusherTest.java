package dev.crossdock.channels.pushing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.publishing.Publishing;
import dev.crossdock.channels.publishing.RuleInput;
import dev.crossdock.channels.stock.StockPush.Told;
import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.http.Outbound;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is owed reaches the channel, whatever comes in between. */
class PusherTest {

  private final Oms oms = new Oms();
  private final Publishing publishing = oms.house().publishing();
  private final Shop shop = new Shop();

  /** A channel's own counters. */
  private final class Shop implements StockPush {

    private final Map<String, Integer> counters = new TreeMap<>();
    private final List<Integer> batches = new ArrayList<>();
    private Supplier<Told> answer = () -> new Told.Taken(List.of(), Map.of(), oms.time().instant());
    private Runnable meanwhile = () -> {};

    @Override
    public int batchMax() {
      return 3;
    }

    @Override
    public Told tell(List<Level> levels, ChannelSession session) {
      batches.add(levels.size());
      Told said = answer.get();
      if (said instanceof Told.Taken taken) {
        for (int i = 0; i < levels.size(); i++) {
          int index = i;
          boolean refused = taken.refused().stream().anyMatch(each -> each.index() == index);
          if (!refused && !taken.leftOver().contains(index)) {
            counters.put(levels.get(i).place().channelSku(), levels.get(i).units());
          }
        }
      }
      meanwhile.run();
      return said;
    }

    @Override
    public Shown ask(List<Place> places, ChannelSession session) {
      List<Level> levels =
          places.stream()
              .filter(place -> counters.containsKey(place.channelSku()))
              .map(place -> new Level(place, counters.getOrDefault(place.channelSku(), 0)))
              .toList();
      return new Shown.Levels(levels, Map.of(), oms.time().instant());
    }
  }

  @BeforeEach
  void sells() {
    oms.channel().takesStock(shop);
    for (int n = 0; n < 4; n++) {
      oms.sells("S-" + n, 10 + n).map("shop-" + n, "S-" + n);
    }
    RuleInput all = new RuleInput(FakeChannel.ID, Oms.ACCOUNT, "", null, null, null, null, null, Map.of());
    oms.write(tx -> publishing.put(tx, List.of(all)));
    oms.write(publishing::sweep);
  }

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void tellsTheChannelInBatchesAndOnlyOnce() {
    push("one");

    assertThat(shop.counters).isEqualTo(Map.of("shop-0", 10, "shop-1", 11, "shop-2", 12, "shop-3", 13));
    assertThat(shop.batches).containsExactly(3, 1);
    assertThat(pusher("one").workOnce(Merchant.MAIN)).isFalse();
  }

  @Test
  void oneRefusedListingHarmsNoOther() {
    shop.answer =
        () -> new Told.Taken(List.of(new StockPush.Refused(0, "No such product.")), Map.of(), oms.time().instant());
    push("one");

    assertThat(shop.counters).hasSize(2);
    assertThat(openExceptions()).isEqualTo(2);
    assertThat(due()).as("not told again until another value is owed").isZero();
  }

  @Test
  void waitsForTheChannelsRateLimitAndComesBack() {
    shop.answer = () -> new StockPush.TryLater(oms.time().instant().plusSeconds(30), "busy");
    push("one");
    assertThat(shop.batches).hasSize(1);
    oms.time().tick(Duration.ofSeconds(29));
    push("one");
    assertThat(shop.batches).as("too early").hasSize(1);

    shop.answer = () -> new Told.Taken(List.of(), Map.of(), oms.time().instant());
    oms.time().tick(Duration.ofSeconds(2));
    push("one");
    assertThat(shop.counters).hasSize(4);
  }

  @Test
  void whatWasBeingSentWhenTheProcessDiedIsSentAgain() {
    shop.meanwhile =
        () -> {
          throw new AssertionError("killed");
        };
    assertThatThrownBy(() -> pusher("one").workOnce(Merchant.MAIN)).hasMessage("killed");
    assertThat(due()).isEqualTo(4);
    shop.meanwhile = () -> {};
    push("two");
    assertThat(shop.batches).as("the lease of the dead is waited for").hasSize(1);

    oms.time().tick(Pusher.LEASE);
    push("two");
    assertThat(due()).isZero();
    assertThat(shop.counters).hasSize(4);
  }

  @Test
  void aPusherThatLostItsTurnLetsTheLatestValueBeToldOnceMore() {
    shop.meanwhile =
        () -> {
          shop.meanwhile = () -> {};
          oms.time().tick(Pusher.LEASE);
          reckon("S-0", 3);
          push("two");
          shop.counters.put("shop-0", 10); // the slow call arrives last
        };
    push("one");

    assertThat(due()).isZero();
    assertThat(shop.counters).containsEntry("shop-0", 3);
  }

  @Test
  void aNewerValueThatComesDuringTheCallIsToldNext() {
    shop.meanwhile =
        () -> {
          shop.meanwhile = () -> {};
          reckon("S-0", 1);
        };
    push("one");

    assertThat(shop.counters).containsEntry("shop-0", 1);
  }

  @Test
  void anAccountThatKeepsFailingIsTriedWithOneQuantityOnly() {
    shop.answer = () -> new StockPush.TryLater(oms.time().instant(), "no answer");
    for (int n = 0; n < Breaker.FAILURES_MAX; n++) {
      push("one");
      assertThat(account().breaker()).isEqualTo(n < Breaker.FAILURES_MAX - 1 ? Breaker.CLOSED : Breaker.OPEN);
      oms.time().tick(Duration.ofMinutes(5));
    }
    assertThat(shop.batches).as("whole batches so far").containsOnly(3);
    assertThat(account().breaker()).isEqualTo(Breaker.HALF_OPEN);
    assertThat(openExceptions()).isEqualTo(1);

    shop.answer = () -> new Told.Taken(List.of(), Map.of(), oms.time().instant());
    push("one");
    assertThat(shop.batches.subList(Breaker.FAILURES_MAX, shop.batches.size())).containsExactly(1, 3);
    assertThat(account().breaker()).isEqualTo(Breaker.CLOSED);
    assertThat(openExceptions()).as("closed by the channel's answer").isZero();
  }

  @Test
  void anAdapterThatThrowsIsSlowedDownLikeAChannelThatDoesNotAnswer() {
    shop.answer =
        () -> {
          throw new IllegalStateException("broken");
        };
    push("one");

    assertThat(account().failures()).isEqualTo(1);
    assertThat(due()).isEqualTo(4);
  }

  @Test
  void whatTheChannelDidNotKeepIsSeenAndToldAgain() {
    push("one");
    shop.counters.put("shop-1", 99);
    look();
    assertThat(state("S-1").state()).isEqualTo(ListingState.State.DRIFTING);
    assertThat(state("S-1").shown()).isEqualTo(99);
    assertThat(account().driftScore()).isEqualTo(25);

    look();
    assertThat(shop.counters).as("told again after the second look").containsEntry("shop-1", 11);
    look();
    assertThat(state("S-1").state()).isEqualTo(ListingState.State.ACKNOWLEDGED);
    assertThat(account().drifting()).isZero();
  }

  @Test
  void aSaleThatWasOnItsWayIsNoDrift() {
    push("one");
    shop.counters.put("shop-1", 10);
    look();
    reckon("S-1", 10);
    push("one");
    look();
    look();

    assertThat(account().drifting()).isZero();
    assertThat(state("S-1").attempts()).isZero();
  }

  @Test
  void aQuarrelWithAnotherSystemIsEndedAndToldToAPerson() {
    push("one");
    for (int n = 0; n < 20; n++) {
      shop.counters.put("shop-1", 99);
      look();
    }
    assertThat(state("S-1").state()).isEqualTo(ListingState.State.STOPPED);
    assertThat(openExceptions()).isEqualTo(1);
    int calls = shop.batches.size();
    reckon("S-1", 5);
    push("one");
    assertThat(shop.batches).as("nothing more is told").hasSize(calls);

    oms.write(tx -> oms.house().pushing().listings().heal(tx, FakeChannel.ID, Oms.ACCOUNT, "shop-1"));
    push("one");
    assertThat(shop.counters).containsEntry("shop-1", 5);
    assertThat(openExceptions()).isZero();
  }

  @Test
  void measuresHowLongTheChannelTakes() {
    assertThat(account().delayMost()).isNull();
    push("one");
    for (int units = 1; units <= 5; units++) {
      reckon("S-0", units);
      oms.time().tick(Duration.ofSeconds(4));
      push("one");
    }

    assertThat(account().delayHalf()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void countsTheCallAndNotTheWaitOfWhatNoChangeOfStockLedTo() {
    shop.meanwhile = () -> oms.time().tick(Duration.ofMillis(700));
    oms.time().tick(Duration.ofMinutes(4));
    push("one");
    assertThat(account().delayMost()).as("the first filling").isEqualTo(Duration.ofMillis(750));

    for (int n = 0; n < 4; n++) {
      String sku = "shop-" + n;
      oms.write(tx -> oms.house().pushing().listings().heal(tx, FakeChannel.ID, Oms.ACCOUNT, sku));
    }
    oms.time().tick(Duration.ofMinutes(4));
    push("one");
    assertThat(account().delayMost()).as("all of them told again").isEqualTo(Duration.ofMillis(750));
  }

  @Test
  void whatWasLeftOverIsToldNextWithItsLatestValue() {
    shop.answer = () -> new Told.Taken(List.of(), Map.of(), Set.of(0, 2), oms.time().instant().plusSeconds(1));
    push("one");
    assertThat(shop.counters).hasSize(1);
    assertThat(due()).isEqualTo(3);

    reckon("S-0", 3);
    reckon("S-1", 3);
    reckon("S-2", 3);
    shop.answer = () -> new Told.Taken(List.of(), Map.of(), oms.time().instant());
    oms.time().tick(Duration.ofSeconds(2));
    push("one");
    assertThat(shop.counters).isEqualTo(Map.of("shop-0", 3, "shop-1", 3, "shop-2", 3, "shop-3", 13));
    assertThat(openExceptions()).isZero();
  }

  @Test
  void anAdapterThatTellsNothingAtAllIsSlowedDown() {
    shop.answer = () -> new Told.Taken(List.of(), Map.of(), Set.of(0, 1, 2), oms.time().instant());
    push("one");

    assertThat(shop.batches).hasSize(1);
    assertThat(account().failures()).isEqualTo(1);
  }

  @Test
  void aValueThatKeepsChangingIsToldInItsTurn() {
    push("one");
    for (int n = 0; n < 4; n++) {
      reckon("S-" + n, 50);
      oms.time().tick(Duration.ofSeconds(1));
    }
    reckon("S-0", 49);
    assertThat(pusher("one").workOnce(Merchant.MAIN)).isTrue();

    assertThat(shop.counters).as("the first batch of three").containsEntry("shop-0", 49).containsEntry("shop-3", 13);
  }

  /** Lets the time go by after which the channel is looked at again. */
  private void look() {
    oms.time().tick(Duration.ofHours(7));
    push("one");
  }

  private AccountState account() {
    pusher("one").tidy(Merchant.MAIN);
    return oms.write(oms.house().pushing().listings()::accounts).getFirst();
  }

  private ListingState state(String sku) {
    return oms.write(tx -> oms.house().pushing().listings().ofSku(tx, sku)).getFirst();
  }

  private long openExceptions() {
    return oms.number("select count(*) from exception_case where merchant = :merchant and closed_at is null");
  }

  private void reckon(String sku, int onHand) {
    oms.stock(sku, "NYC", onHand);
    oms.write(tx -> publishing.stockChanged(tx, Set.of(sku), tx.now(), List.of()));
  }

  private void push(String node) {
    Pusher pusher = pusher(node);
    while (pusher.workOnce(Merchant.MAIN)) {
      Thread.onSpinWait();
    }
  }

  private Pusher pusher(String node) {
    return new Pusher(
        oms.house().door(), oms.house().channels(), oms.house().accounts(), account -> new Silent(),
        new Answers(new PushExceptions(oms.house().exceptions()), oms.house().pushing().meters()),
        new Pusher.Identity(node, new Ids(oms.time(), new Random(node.hashCode()))));
  }

  /** A session that the channel of these tests has no use for. */
  private final class Silent implements ChannelSession {

    @Override
    public AccountSettings account() {
      return new AccountSettings(FakeChannel.ID, Oms.ACCOUNT, Map.of(), Map.of());
    }

    @Override
    public Outbound http() {
      return request -> {
        throw new IOException("tests call nobody");
      };
    }

    @Override
    public Instant now() {
      return oms.time().instant();
    }

    @Override
    public Optional<String> token(String name) {
      return Optional.empty();
    }

    @Override
    public void keepToken(String name, String value, Instant expiresAt) {
      throw new UnsupportedOperationException("no tokens here");
    }
  }

  private long due() {
    return oms.number(
        "select count(*) from published_quantity where merchant = :merchant"
            + " and owed_version > greatest(acknowledged_version, refused_version)");
  }
}
