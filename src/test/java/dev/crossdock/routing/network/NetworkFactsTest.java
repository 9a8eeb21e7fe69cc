package dev.crossdock.routing.network;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.catalog.ProductInput;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.CostSetting;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.FactsSource;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.StockFacts;
import dev.crossdock.testing.Oms;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What routing is told of the network for a batch, and what locations are counted for. */
class NetworkFactsTest {

  private final Oms oms = new Oms();

  @AfterEach
  void closes() {
    oms.close();
  }

  @Test
  void isPlainWhereNobodySaidAnything() {
    oms.sells("MUG", 5);

    FactsSource.Network network = network("MUG");

    assertThat(network.profile("NYC")).isEqualTo(PlaceProfile.PLAIN);
    assertThat(network.item("MUG")).isEqualTo(ItemFacts.PLAIN);
    assertThat(network.load("NYC")).isEqualTo(PlaceLoad.NONE);
    assertThat(network.tariffs().getClass()).isEqualTo(RateCards.class);
  }

  @Test
  void knowsAChangeInTheNextBatchAndNeverOneThatWasTakenBack() {
    oms.sells("MUG", 5);
    tell("NYC", 3, "one");
    assertThat(network("MUG").profile("NYC").tags()).containsExactly("one");

    assertThatThrownBy(
            () ->
                oms.write(
                    tx -> {
                      put(tx, "NYC", 3, "undone");
                      assertThat(oms.house().network().facts().of(tx, Set.of("MUG")).profile("NYC").tags())
                          .containsExactly("undone");
                      throw new IllegalStateException("taken back");
                    }))
        .hasMessage("taken back");

    assertThat(network("MUG").profile("NYC").tags()).containsExactly("one");
    tell("NYC", 3, "two");
    assertThat(network("MUG").profile("NYC").tags()).containsExactly("two");
    oms.location("NYC", 40.7, -74.1);
    assertThat(network("MUG").profile("NYC").tags()).containsExactly("two");
  }

  @Test
  void knowsWhatTheNextUnitCostAsStockIsValued() {
    oms.sells("MUG", 4).sells("POT", 4).sells("CUP", 4).sells("JAR", 4);
    oms.write(
        tx ->
            oms.house().costing().put(
                tx,
                List.of(
                    new CostSetting("MUG", CostMethod.FIFO, "EUR", new UnitCost(350, "EUR")),
                    new CostSetting("POT", CostMethod.MOVING_AVERAGE, "USD", new UnitCost(120, "USD")),
                    new CostSetting("CUP", CostMethod.FIFO, "EUR", null))));

    assertThat(cost("MUG")).isEqualTo(new StockFacts.Cost(350, "EUR"));
    assertThat(cost("POT")).isEqualTo(new StockFacts.Cost(120, "USD"));
    assertThat(cost("CUP")).as("nobody told what it cost").isNull();
    assertThat(cost("JAR")).as("it is not valued").isNull();
  }

  private StockFacts.@Nullable Cost cost(String sku) {
    return oms.write(
            tx -> Optional.ofNullable(oms.house().network().facts().of(tx, Set.of(sku)).cost(sku)))
        .orElse(null);
  }

  @Test
  void knowsWeightsFromTheCatalogueAndTheRestFromItems() {
    oms.sells("MUG", 5);
    oms.write(
        tx ->
            oms.house().remapping().putProducts(
                tx, List.of(new ProductInput("POT", "Pot", null, 900, null, null, null, null))));
    assertThat(network("POT").item("POT").weightGrams()).isEqualTo(900);

    oms.write(
        tx ->
            oms.house().network().items().put(
                tx, List.of(new ItemInput("POT", null, 300, "9", null, true, null, null))));

    assertThat(network("POT", "MUG").item("POT"))
        .isEqualTo(new ItemFacts(900, 300, "9", ItemFacts.Temperature.AMBIENT, true, null, Set.of()));
    assertThat(network("POT", "MUG").item("MUG")).isEqualTo(ItemFacts.PLAIN);
  }

  @Test
  void countsWhatAPlaceIsGivenByItsOwnDayAndHour() {
    oms.sells("MUG", 50);
    tell("NYC", 10, "x");
    oms.told(anOrder("1").line("MUG", 1)).told(anOrder("2").line("MUG", 2)).work();
    assertThat(network("MUG").load("NYC")).isEqualTo(new PlaceLoad(2, 2));

    oms.time().tick(Duration.ofHours(1));
    oms.told(anOrder("3").line("MUG", 3)).work();
    assertThat(network("MUG").load("NYC")).isEqualTo(new PlaceLoad(3, 1));

    oms.execute("1", new OrderCommand.Cancel("not wanted", null));
    assertThat(network("MUG").load("NYC")).isEqualTo(new PlaceLoad(2, 1));
    oms.execute("3", new OrderCommand.Cancel("not wanted", null));
    assertThat(network("MUG").load("NYC")).isEqualTo(new PlaceLoad(1, 0));

    oms.time().tick(Duration.ofHours(11));
    assertThat(network("MUG").load("NYC")).isEqualTo(PlaceLoad.NONE);
  }

  @Test
  void failsAPlanThatSawRoomWhichOthersHaveTaken() {
    oms.sells("MUG", 50);
    tell("NYC", 1, "x");
    oms.told(anOrder("1").line("MUG", 1)).work();
    // What a rule gives beyond the limit on purpose is counted.
    oms.told(anOrder("2").line("MUG", 2)).work();
    assertThat(network("MUG").load("NYC")).isEqualTo(new PlaceLoad(2, 2));
    oms.execute("1", new OrderCommand.Cancel("not wanted", null));
    oms.execute("2", new OrderCommand.Cancel("not wanted", null));
    assertThat(network("MUG").load("NYC")).isEqualTo(PlaceLoad.NONE);

    oms.stock("MUG", "NYC", 0).told(anOrder("3").line("MUG", 3)).work();
    oms.stock("MUG", "NYC", 50);
    assertThatThrownBy(() -> oms.write(tx -> place(tx, "3"))).isInstanceOf(StaleOrders.class);
    assertThat(network("MUG").load("NYC")).isEqualTo(new PlaceLoad(1, 1));
    assertThat(oms.order("3").placements()).isEmpty();
  }

  /** Between the plan and its commit, somebody else is given the one order that there was room for. */
  private int place(Tx tx, String order) {
    OrderBatch batch = oms.house().orders().batch(tx);
    batch.loadByChannel(Set.of(Oms.ref(order)));
    oms.house().routing().route(tx, batch, true, true);
    Thread other =
        new Thread(
            () ->
                oms.write(
                    own ->
                        own.sql("update network_load set orders = 1, hour_orders = 1 where merchant = :merchant")
                            .update()));
    other.start();
    join(other);
    return batch.store().size();
  }

  @Test
  void reckonsPacesFromTheLedger() {
    oms.sells("MUG", 56);
    oms.time().tick(Duration.ofDays(10));
    oms.stock("MUG", "NYC", 60);
    oms.told(anOrder("1").line("MUG", 28)).work();
    ship("1");
    refresh();
    assertThat(network("MUG").soldPerDay("MUG", "NYC")).isEqualTo(1.0);
    assertThat(network("MUG").ageDays("MUG", "NYC")).isEqualTo(10);
    assertThat(network("MUG").soldPerDay("MUG", "LAX")).isNull();

    oms.stock("MUG", "NYC", 4);
    refresh();
    assertThat(network("MUG").ageDays("MUG", "NYC")).isZero();
    oms.stock("MUG", "NYC", 0);
    oms.time().tick(Duration.ofDays(29));
    refresh();
    assertThat(network("MUG").soldPerDay("MUG", "NYC")).isZero();
    assertThat(network("MUG").ageDays("MUG", "NYC")).isNull();
  }

  private void ship(String order) {
    oms.order(order)
        .placements()
        .forEach(
            placement ->
                oms.execute(
                    order, new OrderCommand.Ship(Objects.requireNonNull(placement.fulfilmentOrder()))));
  }

  private void refresh() {
    Optional<StockKey> last = Optional.of(new StockKey("", ""));
    while (last.isPresent()) {
      StockKey after = last.get();
      last = oms.write(tx -> oms.house().network().paces().refresh(tx, after));
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private FactsSource.Network network(String... skus) {
    return oms.write(tx -> oms.house().network().facts().of(tx, Set.of(skus)));
  }

  private void tell(String location, @Nullable Integer perDay, String tag) {
    assertThat(oms.write(tx -> put(tx, location, perDay, tag)).errors()).isEmpty();
  }

  private Told<Profile> put(Tx tx, String location, @Nullable Integer perDay, String tag) {
    return oms.house().network().profiles().put(
        tx,
        List.of(
            new ProfileInput(
                location, null, List.of(tag), null, null, null, null, null, null, null, null,
                new ProfileInput.Capacity(perDay, null), null)));
  }
}
