package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.CostSetting;
import dev.crossdock.inventory.costing.CostTold;
import dev.crossdock.inventory.costing.Costing;
import dev.crossdock.inventory.costing.SkuSales;
import dev.crossdock.inventory.costing.SkuValue;
import dev.crossdock.inventory.costing.UntoldCost;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Receive;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Received;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.inventory.skus.SkuSetting;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.testing.Db;
import dev.crossdock.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stock is worth and what sales cost, on a real database. */
class CostingTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @RegisterExtension
  final Db db = Db.fresh();

  private final SettableTime time = new SettableTime(START);
  private World world;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource(), time).locations("NYC", "LAX").costed("F", CostMethod.FIFO);
    world.costed("M", CostMethod.MOVING_AVERAGE);
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void valuesWhatComesAndWhatGoes() {
    assertThat(receive("F", 10, 100)).isEmpty();
    assertThat(receive("F", 10, 200)).isEmpty();
    assertThat(receive("M", 10, 100)).isEmpty();
    assertThat(receive("M", 10, 200)).isEmpty();
    time.tick(Duration.ofDays(1));

    ship("F", 12);
    ship("M", 12);

    assertThat(values(null)).containsExactly(
        new SkuValue("F", CostMethod.FIFO, "USD", 8, 1_600),
        new SkuValue("M", CostMethod.MOVING_AVERAGE, "USD", 8, 1_200));
    Instant end = START.plus(Duration.ofDays(2));
    List<SkuSales> sales = world.read(tx -> world.costing.sales(tx, START.plusSeconds(1), end, null, 10));
    assertThat(sales).containsExactly(
        new SkuSales("F", "USD", 12, 1_400, 3_000, 1_600), new SkuSales("M", "USD", 12, 1_800, 3_000, 1_200));
    assertThat(sales.getFirst().turns()).isEqualTo(2.0 * 1_400 / 4_600);
    assertThat(world.read(tx -> world.costing.total(tx, null)).get("USD")).isEqualTo(2_800);
  }

  @Test
  void knowsWhatStockWasWorthByBothClocks() {
    receive("F", 10, 100);
    time.tick(Duration.ofDays(2));
    Adjustment late =
        new Adjustment(
            "F", "NYC", 1, StockReason.RECEIVED, null, START.plusSeconds(60), List.of(), new UnitCost(900, "USD"));
    world.write(tx -> world.stock.adjust(tx, List.of(late)));

    Instant day = START.plus(Duration.ofDays(1));
    assertThat(values(new AsOf(day, day)).getFirst().value()).isEqualTo(1_000);
    assertThat(values(new AsOf(day, time.instant())).getFirst().value()).isEqualTo(1_900);
    assertThat(values(new AsOf(START.minusSeconds(1), time.instant())).getFirst().units()).isZero();
  }

  @Test
  void takesTheCostFromThePurchaseOrderOrFromTheReceipt() {
    PurchaseOrder order = placed("F", 20, new UnitCost(150, "USD"));

    assertThat(received(order, "DN-1", new Received(1, 2, 1, 0, List.of()))).isEmpty();
    assertThat(received(order, "DN-2", new Received(1, 2, 0, 0, List.of(), new UnitCost(170, "USD")))).isEmpty();
    assertThat(received(order, "DN-3", new Received(1, 2, 0, 0, List.of(), new UnitCost(170, "EUR"))))
        .containsExactly("lines[0].unitCost currency");

    assertThat(values(null).getFirst().value()).isEqualTo(640);
  }

  @Test
  void movesUnitsAtNoCostAndWritesOffWhatNeverArrives() {
    receive("F", 5, 100);
    receive("F", 5, 200);
    Transfer transfer = requested("F", 6);

    run(transfer, new TransferCommand.Ship(List.of(), START));
    assertThat(values(null).getFirst()).isEqualTo(new SkuValue("F", CostMethod.FIFO, "USD", 10, 1_500));
    run(transfer, arrive("DN-1", 4));
    assertThat(world.violations()).isEmpty();
    run(transfer, new TransferCommand.Complete());

    assertThat(values(null).getFirst()).isEqualTo(new SkuValue("F", CostMethod.FIFO, "USD", 8, 1_300));
    Transfer more = requested("F", 2);
    run(more, new TransferCommand.Ship(List.of(), START));
    run(more, arrive("DN-1", 3));
    assertThat(values(null).getFirst().units()).isEqualTo(9);
  }

  @Test
  void letsACostBeToldLater() {
    assertThat(receive("M", 4, -1)).isEmpty();
    ship("M", 1);
    UntoldCost untold = world.read(tx -> world.costing.untold(tx, "M", 10)).getFirst();

    assertThat(tell(untold.entry(), 250, "EUR")).containsExactly("unitCost currency");
    assertThat(tell(untold.entry(), -1, "USD")).containsExactly("unitCost range");
    assertThat(tell(new UUID(1, 1), 250, "USD")).containsExactly("entry unknown");
    assertThat(tell(untold.entry(), 250, "USD")).isEmpty();

    assertThat(tell(untold.entry(), 250, "USD")).containsExactly("entry unknown");
    List<UntoldCost> left = world.read(tx -> world.costing.untold(tx, null, 10));
    assertThat(left).isEmpty();
    assertThat(values(null).getLast().value()).isEqualTo(750);
    SkuSales sales =
        world.read(tx -> world.costing.sales(tx, Instant.EPOCH, START.plusSeconds(60), null, 10)).getLast();
    assertThat(sales.cost()).isEqualTo(250);
    assertThat(world.journal()).contains("sku-cost:M 2 cost.told");
  }

  @Test
  void beginsWithWhatLiesThereAndChangesItsMethod() {
    world.count("OLD", "NYC", 7).count("OLD", "LAX", 3);

    assertThat(put(new CostSetting("OLD", CostMethod.FIFO, "USD", new UnitCost(50, "USD")))).isEmpty();
    assertThat(values(null).getLast()).isEqualTo(new SkuValue("OLD", CostMethod.FIFO, "USD", 10, 500));
    receive("OLD", 10, 100);
    assertThat(put(new CostSetting("OLD", CostMethod.MOVING_AVERAGE, "USD", null))).isEmpty();
    ship("OLD", 10);
    assertThat(values(null).getLast().value()).isEqualTo(750);
    assertThat(put(new CostSetting("OLD", CostMethod.FIFO, "USD", null))).isEmpty();
    assertThat(put(new CostSetting("OLD", CostMethod.FIFO, "EUR", null))).containsExactly("currency settled");
    assertThat(put(new CostSetting("OLD", CostMethod.FIFO, "USD", new UnitCost(1, "USD"))))
        .containsExactly("openingUnitCost settled");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "GHOST | USD | 5             | USD | sku unknown",
      "OLD   | XYZ | 5             | XYZ | currency unknown",
      "OLD   | USD | 5             | EUR | openingUnitCost currency",
      "OLD   | USD | -5            | USD | openingUnitCost range",
      "OLD   | USD | 1000000000000 | USD | ok",
      "OLD   | USD | 1000000000001 | USD | openingUnitCost range",
  })
  void refusesSettingsThatCannotBe(String sku, String currency, long opening, String openingCurrency, String error) {
    world.count("OLD", "NYC", 1_000);

    List<String> errors = put(new CostSetting(sku, CostMethod.FIFO, currency, new UnitCost(opening, openingCurrency)));

    assertThat(errors).isEqualTo(error.equals("ok") ? List.of() : List.of(error));
  }

  @Test
  void refusesACostWhereNothingIsValuedOrNothingComes() {
    world.count("PLAIN", "NYC", 5);
    receive("F", 5, 100);
    UnitCost cost = new UnitCost(5, "USD");

    assertThat(adjust("PLAIN", 1, StockReason.FOUND, cost)).containsExactly("cost not-costed");
    assertThat(adjust("F", -1, StockReason.LOST, cost)).containsExactly("cost not-costed");
    assertThat(adjust("F", 1, StockReason.FOUND, new UnitCost(5, "EUR"))).containsExactly("cost currency");
    assertThat(adjust("F", 1, StockReason.FOUND, new UnitCost(-5, "USD"))).containsExactly("cost range");
    assertThat(adjust("F", 1_000, StockReason.FOUND, new UnitCost(1_000_000_000_000_000L, "USD")))
        .containsExactly("cost range");
    assertThat(adjust("F", 1, StockReason.FOUND, cost)).isEmpty();
    assertThat(values(null).getFirst().value()).isEqualTo(505);
  }

  @Test
  void isWorthTheSameUnderOtherLots() {
    receive("F", 4, 125);
    SkuSetting.Assigned all = new SkuSetting.Assigned("NYC", new LotUnits("L", null, 4));

    world.write(tx -> world.settings.put(tx, List.of(new SkuSetting("F", Tracking.LOT, 0, List.of(all)))));

    assertThat(world.lots("F", "NYC")).isEqualTo("L=4");
    assertThat(values(null).getFirst()).isEqualTo(new SkuValue("F", CostMethod.FIFO, "USD", 4, 500));
  }

  private List<String> receive(String sku, long units, long minor) {
    return adjust(sku, units, StockReason.RECEIVED, minor < 0 ? null : new UnitCost(minor, "USD"));
  }

  private List<String> adjust(String sku, long units, StockReason reason, @Nullable UnitCost cost) {
    Adjustment adjustment = new Adjustment(sku, "NYC", units, reason, null, time.instant(), List.of(), cost);
    return told(world.write(tx -> world.stock.adjust(tx, List.of(adjustment))).errors());
  }

  private void ship(String sku, int units) {
    Reservation line = new Reservation(World.document(1), 1, sku, "NYC", units);
    world.reserve(line);
    ReleaseOutcome outcome = world.write(tx -> world.stock.ship(tx, List.of(line), tx.now()));
    assertThat(outcome).isInstanceOf(ReleaseOutcome.Released.class);
  }

  private List<SkuValue> values(@Nullable AsOf asOf) {
    return world.read(tx -> world.costing.values(tx, asOf, null, 10));
  }

  private List<String> put(CostSetting setting) {
    Costing.Stored stored = world.write(tx -> world.costing.put(tx, List.of(setting)));
    return told(stored.errors());
  }

  private List<String> tell(UUID entry, long minor, String currency) {
    CostTold told = new CostTold("M", entry, new UnitCost(minor, currency));
    return told(world.write(tx -> world.costing.tell(tx, List.of(told))));
  }

  private PurchaseOrder placed(String sku, int units, UnitCost cost) {
    PurchaseOrderInput.Line line = new PurchaseOrderInput.Line(sku, units, cost);
    PurchaseOrderInput input = new PurchaseOrderInput(null, "ACME", "NYC", 0, null, List.of(line));
    return ((Decided.Accepted<PurchaseOrder>) world.write(tx -> world.purchaseOrders.place(tx, input))).document();
  }

  private List<String> received(PurchaseOrder order, String reference, Received line) {
    Receive receive = new Receive(reference, List.of(line), START);
    Decided<PurchaseOrder> decided = world.write(tx -> world.purchaseOrders.execute(tx, order.id(), receive));
    return decided instanceof Decided.Refused<PurchaseOrder> refused ? told(refused.errors()) : List.of();
  }

  private Transfer requested(String sku, int units) {
    TransferInput input = new TransferInput(null, "NYC", "LAX", null, List.of(new TransferInput.Line(sku, units)));
    Decided<Transfer> decided = world.write(tx -> world.transfers.request(tx, input));
    if (decided instanceof Decided.Accepted<Transfer>(Transfer transfer)) {
      return transfer;
    }
    throw new AssertionError(decided);
  }

  private void run(Transfer transfer, TransferCommand command) {
    Decided<Transfer> decided = world.write(tx -> world.transfers.execute(tx, transfer.id(), command));
    assertThat(decided).isInstanceOf(Decided.Accepted.class);
  }

  private static TransferCommand arrive(String reference, int units) {
    return new TransferCommand.Receive(reference, List.of(new TransferCommand.Units(1, units, 0)), START);
  }

  private static List<String> told(List<ItemError> errors) {
    return errors.stream().map(error -> error.field() + " " + error.rule()).toList();
  }
}
