package dev.crossdock.channels.publishing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.channels.pushing.ListingState;
import dev.crossdock.inventory.backorders.AuthorisationInput;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.inventory.checkout.CheckoutHold;
import dev.crossdock.inventory.checkout.CheckoutInput;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.groups.AllocationGroup;
import dev.crossdock.inventory.groups.AllocationGroups;
import dev.crossdock.inventory.groups.AllocationMove;
import dev.crossdock.inventory.promising.SafetyStock;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.JournalReader;
import dev.crossdock.platform.journal.SealedEvent;
import dev.crossdock.platform.journal.Sealer;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What listings owe follows stock, rules and listings. */
class PublishingTest {

  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(0, 1));

  private final Oms oms = new Oms().sells("A-1", 10);
  private final Publishing publishing = oms.house().publishing();

  @AfterEach
  void close() {
    oms.close();
  }

  @Test
  void anAccountWithoutARuleOwesNothing() {
    oms.map("shop-A", "A-1");
    follow();

    assertThat(owed("A-1")).isEmpty();
  }

  @Test
  void anAccountsRuleReachesTheListingsThereAreAndThoseThatCome() {
    oms.map("shop-A", "A-1");
    rule(account(50, 1));
    sweep();
    assertThat(owed("A-1")).containsExactly("shop-A@:4");

    oms.sells("B-1", 20).map("shop-B", "B-1");
    follow();
    assertThat(owed("B-1")).containsExactly("shop-B@:9");
  }

  @Test
  void ordersCancellationsCountsAndCheckoutsChangeWhatIsOwed() {
    oms.map("shop-A", "A-1");
    rule(account(100, 0));
    sweep();
    oms.told(anOrder("1").line("A-1", 3)).work();
    follow();
    assertThat(owed("A-1")).as("an order").containsExactly("shop-A@:7");

    oms.execute("1", new OrderCommand.Cancel("buyer", null));
    follow();
    assertThat(owed("A-1")).as("cancelled").containsExactly("shop-A@:10");

    oms.stock("A-1", "NYC", 6);
    follow();
    assertThat(owed("A-1")).as("counted").containsExactly("shop-A@:6");

    UUID hold = hold("A-1", 2);
    follow();
    assertThat(owed("A-1")).as("at a checkout").containsExactly("shop-A@:4");
    oms.write(tx -> oms.house().checkoutHolds().release(tx, hold));
    follow();
    assertThat(owed("A-1")).as("left the checkout").containsExactly("shop-A@:6");
  }

  @Test
  void whatMayBeSoldAheadIsShownUntilItIsSold() {
    oms.map("shop-A", "A-1");
    rule(account(100, 0));
    sweep();
    AuthorisationInput five =
        new AuthorisationInput(
            "A-1", null, null, AuthorisationKind.BACKORDER, 5, LocalDate.of(2026, 12, 24), null, null);
    oms.write(tx -> oms.house().backorders().authorise(tx, five));
    follow();
    assertThat(owed("A-1")).as("allowed").containsExactly("shop-A@:15");

    oms.told(anOrder("1").line("A-1", 12)).work();
    follow();
    assertThat(owed("A-1")).as("two of it sold ahead").containsExactly("shop-A@:3");

    oms.time().tick(Duration.ofDays(60));
    oms.write(tx -> oms.house().backorders().expire(tx, 10));
    follow();
    assertThat(owed("A-1")).as("its day is over").containsExactly("shop-A@:0");
  }

  @Test
  void aBufferFollowsWhatIsSoldAndGivesBackWhenSalesAreSlowAgain() {
    oms.map("shop-A", "A-1");
    oms.sells("B-1", 200).map("shop-B", "B-1");
    rule(following(null));
    sweep();
    assertThat(owed("B-1")).as("nothing sold yet").containsExactly("shop-B@:200");

    for (int n = 0; n < 10; n++) {
      oms.told(anOrder("o" + n).line("shop-B", 1));
      oms.work();
    }
    follow();
    int shown = Integer.parseInt(owed("B-1").getFirst().replace("shop-B@:", ""));
    assertThat(shown).as("10 sold at once, and a channel that takes long").isBetween(100, 170);

    oms.time().tick(Duration.ofHours(12));
    oms.write(tx -> publishing.settle(tx, ""));
    assertThat(Integer.parseInt(owed("B-1").getFirst().replace("shop-B@:", ""))).isBetween(185, 190);
    assertThat(owed("A-1")).as("another SKU").containsExactly("shop-A@:10");
  }

  @Test
  void whatIsExpectedToBeGoneAtOnceIsSharedOutAndCountedDownByItsChannels() {
    oms.map("shop-1", "A-1");
    oms.map("shop-2", "A-1");
    oms.map("shop-3", "A-1");
    rule(following(100_000));
    sweep();
    assertThat(owed("A-1")).as("no two have the same").containsExactlyInAnyOrder("shop-1@:4", "shop-2@:3", "shop-3@:3");

    oms.told(anOrder("1").line("shop-2", 2));
    oms.work();
    follow();
    assertThat(owed("A-1")).containsExactlyInAnyOrder("shop-1@:4", "shop-2@:1", "shop-3@:3");
    ListingState sold =
        oms.write(tx -> oms.house().pushing().listings().ofSku(tx, "A-1")).stream()
            .filter(state -> state.quantity().listing().sku().equals("shop-2"))
            .findFirst()
            .orElseThrow();
    assertThat(sold.quantity().version()).as("the channel counted down by itself").isEqualTo(1);
    assertThat(sold.quantity().allotted()).isTrue();
  }

  private static RuleInput following(@Nullable Integer expectedPerHour) {
    LagBuffer buffer = new LagBuffer(true, null, expectedPerHour);
    return new RuleInput(FakeChannel.ID, Oms.ACCOUNT, "", null, null, null, null, null, Map.of(), buffer);
  }

  @Test
  void safetyStockIsNotShown() {
    oms.map("shop-A", "A-1");
    rule(account(100, 0));
    sweep();
    oms.write(tx -> oms.house().safetyStocks().put(tx, List.of(new SafetyStock("A-1", null, null, null, 3L))));
    follow();
    assertThat(owed("A-1")).containsExactly("shop-A@:7");

    oms.write(tx -> oms.house().safetyStocks().put(tx, List.of(new SafetyStock(null, null, FakeChannel.ID, null, 2L))));
    oms.write(tx -> oms.house().safetyStocks().put(tx, List.of(new SafetyStock("A-1", null, null, null, null))));
    follow();
    sweep();
    assertThat(owed("A-1")).containsExactly("shop-A@:8");

    oms.write(tx -> oms.house().safetyStocks().put(tx, List.of(new SafetyStock("A-*", null, null, null, 6L))));
    follow();
    sweep();
    assertThat(owed("A-1")).as("a rule").containsExactly("shop-A@:4");
  }

  @Test
  void unitsKeptApartForOthersAreNotShown() {
    oms.map("shop-A", "A-1");
    rule(account(100, 0));
    sweep();
    AllocationGroups groups = oms.house().allocationGroups();
    oms.write(tx -> groups.put(tx, new AllocationGroup("trade", "wholesale", null)));
    oms.write(tx -> groups.move(tx, new AllocationMove(null, "trade", "A-1", Set.of(), 4L, null)));
    follow();
    assertThat(owed("A-1")).containsExactly("shop-A@:6");

    oms.write(tx -> groups.put(tx, new AllocationGroup("trade", FakeChannel.ID, null)));
    follow();
    sweep();
    assertThat(owed("A-1")).as("the group is this channel's now").containsExactly("shop-A@:10");
  }

  @Test
  void aKitFollowsItsParts() {
    oms.sells("PART", 9);
    List<Component> parts = List.of(new Component("A-1", 1), new Component("PART", 2));
    oms.write(tx -> oms.house().remapping().putProducts(tx, List.of(ProductInput.kit("KIT", "Kit", parts))));
    oms.map("shop-K", "KIT");
    rule(account(100, 0));
    sweep();
    assertThat(owed("KIT")).containsExactly("shop-K@:4");

    oms.stock("PART", "NYC", 3);
    follow();
    assertThat(owed("KIT")).containsExactly("shop-K@:1");
  }

  @Test
  void eachOfTheChannelsLocationsShowsItsOwn() {
    oms.location("LAX", 34.0, -118.0).location("SEA", 47.6, -122.3).stock("A-1", "LAX", 4).stock("A-1", "SEA", 2);
    oms.map("shop-A", "A-1");
    rule(located(Map.of("east", List.of("NYC"), "west", List.of("LAX", "SEA"))));
    sweep();
    assertThat(owed("A-1")).containsExactly("shop-A@east:10", "shop-A@west:6");

    rule(located(Map.of("east", List.of("NYC"))));
    sweep();
    assertThat(owed("A-1")).as("no longer ours to tell").containsExactly("shop-A@east:10");
  }

  @Test
  void aListingsOwnRuleAndAListingThatMovesToAnotherSku() {
    oms.sells("B-1", 30).map("shop-A", "A-1");
    rule(account(100, 0));
    sweep();
    rule(new RuleInput(FakeChannel.ID, Oms.ACCOUNT, "shop-A", null, 2, null, 5, null, Map.of()));
    assertThat(owed("A-1")).containsExactly("shop-A@:5");

    oms.map("shop-A", "B-1");
    follow();
    assertThat(owed("A-1")).isEmpty();
    assertThat(owed("B-1")).containsExactly("shop-A@:5");
  }

  @Test
  void aValueThatDoesNotChangeIsNotOwedAnew() {
    oms.map("shop-A", "A-1");
    rule(new RuleInput(FakeChannel.ID, Oms.ACCOUNT, "", null, null, null, 5, null, Map.of()));
    sweep();
    oms.stock("A-1", "NYC", 8).stock("A-1", "NYC", 7);
    follow();

    ListingState state = oms.write(tx -> oms.house().pushing().listings().ofSku(tx, "A-1")).getFirst();
    assertThat(state.quantity().version()).isEqualTo(1);
  }

  @Test
  void refusesRulesByNameAndStoresNone() {
    RuleInput stranger = new RuleInput(FakeChannel.ID, "nobody", "", 100, null, null, null, null, Map.of());
    RuleInput twice = located(Map.of("east", List.of("NYC"), "west", List.of("NYC")));
    RuleInput percent = new RuleInput(FakeChannel.ID, Oms.ACCOUNT, "X", 101, -1, null, null, null, Map.of());

    RulesStored stored = oms.write(tx -> publishing.put(tx, List.of(stranger, twice, percent)));

    assertThat(((RulesStored.Refused) stored).faults())
        .extracting(fault -> fault.index() + " " + fault.field() + " " + fault.code())
        .containsExactly("0 account unknown", "1 locations duplicate", "2 sharePercent range", "2 buffer range");
    assertThat(rules()).isEmpty();
  }

  /** Readers die before their commit and others take over; in the end what is owed is what the stock says. */
  @Test
  void whateverHappensInWhateverOrderTheLastWordIsTheStocks() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int n = 0; n < 5; n++) {
      oms.sells("S-" + n, 5).map("shop-" + n, "S-" + n);
    }
    rule(account(70, 1));
    for (int step = 0; step < 60; step++) {
      String sku = "S-" + random.nextInt(5);
      switch (random.nextInt(6)) {
        case 0 -> oms.stock(sku, "NYC", random.nextInt(30));
        case 1 -> oms.told(anOrder("r" + step).line(sku, 1 + random.nextInt(3))).work();
        case 2 -> cancelSome(random, step);
        case 3 -> rule(account(random.nextInt(101), random.nextInt(4)));
        case 4 -> oms.write(publishing::sweep);
        default -> read(1 + random.nextInt(5), random.nextBoolean());
      }
    }
    sweep();
    follow();

    PublishRule rule = PublishRule.ALL.with(rules().getFirst());
    for (int n = 0; n < 5; n++) {
      String sku = "S-" + n;
      long atp = oms.write(tx -> oms.house().stock().available(tx, Set.of(sku)).availableToPromise(sku));
      assertThat(owed(sku)).as("seed " + seed).containsExactly("shop-" + n + "@:" + rule.owed(atp));
    }
  }

  private List<RuleInput> rules() {
    return oms.house().door().read(Merchant.MAIN, tx -> publishing.rules(tx, FakeChannel.ID, Oms.ACCOUNT, null, 1));
  }

  private void cancelSome(Random random, int before) {
    String external = "r" + random.nextInt(before + 1);
    if (oms.find(external).isPresent()) {
      oms.execute(external, new OrderCommand.Cancel("buyer", null));
    }
  }

  private UUID hold(String sku, int units) {
    CheckoutInput input = new CheckoutInput(null, null, List.of(new CheckoutInput.Line(sku, units, null)), 600);
    return switch (oms.write(tx -> oms.house().checkoutHolds().hold(tx, input))) {
      case Decided.Accepted<CheckoutHold>(CheckoutHold held) -> held.id();
      case Decided.Refused<CheckoutHold> refused -> throw new AssertionError(refused);
    };
  }

  private static RuleInput account(int share, int buffer) {
    return new RuleInput(FakeChannel.ID, Oms.ACCOUNT, "", share, buffer, null, null, null, Map.of());
  }

  private static RuleInput located(Map<String, List<String>> locations) {
    return new RuleInput(FakeChannel.ID, Oms.ACCOUNT, "", null, null, null, null, null, locations);
  }

  private void rule(RuleInput rule) {
    RulesStored stored = oms.write(tx -> publishing.put(tx, List.of(rule)));
    assertThat(stored).isInstanceOf(RulesStored.Stored.class);
  }

  private List<String> owed(String sku) {
    return oms.write(tx -> oms.house().pushing().listings().ofSku(tx, sku)).stream()
        .map(ListingState::quantity)
        .map(row -> row.listing().sku() + "@" + row.location() + ":" + row.owed())
        .toList();
  }

  private void sweep() {
    while (oms.write(publishing::sweep) > 0) {
      Thread.onSpinWait();
    }
  }

  /** Reads everything the journal has. */
  private void follow() {
    while (read(100, false)) {
      Thread.onSpinWait();
    }
  }

  /** A process that begins anew reads a few events; when it dies, all it did is rolled back. */
  private boolean read(int limit, boolean dies) {
    new Sealer(oms.house().door(), oms.time(), "sealer", Sealer.Limits.USUAL).sealOnce(Merchant.MAIN);
    JournalReader reader =
        new JournalReader(
            oms.house().door(), oms.time(), Merchant.MAIN, "stock-publishing", "node", Duration.ofSeconds(10));
    List<SealedEvent> events = reader.poll(limit);
    if (events.isEmpty()) {
      return false;
    }
    Function<Tx, Boolean> effect =
        tx -> {
          oms.house().stockNews().apply(tx, events);
          reader.commit(tx, events.getLast().position());
          return true;
        };
    if (dies) {
      oms.house().door().dryRun(Merchant.MAIN, CAUSE, effect);
    } else {
      oms.house().door().write(Merchant.MAIN, CAUSE, effect);
    }
    return true;
  }
}
