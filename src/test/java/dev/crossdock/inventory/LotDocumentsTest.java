package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.counting.CountInput;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.lots.ArrivedLot;
import dev.crossdock.inventory.lots.LotTrace;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.Pick;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Receive;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Received;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.skus.SkuSetting;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.inventory.transfers.TransferCommand.Units;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.testing.Db;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lots and serial numbers in purchase orders, transfers and counts. */
class LotDocumentsTest {

  private static final LocalDate LATER = LocalDate.parse("2199-05-01");
  private static final LocalDate LAST = LocalDate.parse("2199-06-01");

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;

  @BeforeEach
  void opens() {
    world =
        new World(db.dataSource())
            .locations("NYC", "LAX")
            .tracked("MILK", Tracking.LOT_EXPIRY, 0)
            .tracked("PHONE", Tracking.SERIAL, 0);
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void receivesSeveralLotsOfOneLine() {
    PurchaseOrder order = placed("MILK", 20);

    List<String> errors =
        receive(order, "DN-1", new Received(1, 9, 2, 1, List.of(arrived("A", 6, 2, 0), arrived("B", 3, 0, 1))));

    assertThat(errors).isEmpty();
    assertThat(world.lots("MILK", "NYC")).isEqualTo("A=6(2) B=3(1)");
    assertThat(receive(order, "DN-1", new Received(1, 9, 2, 1, List.of(arrived("A", 6, 2, 0), arrived("B", 3, 0, 1)))))
        .as("the same note again").isEmpty();
    assertThat(world.level("MILK", "NYC")).isEqualTo("9/0");
  }

  @Test
  void refusesAReceiptWithoutItsLotsAndLeavesTheOrderAsItWas() {
    PurchaseOrder order = placed("MILK", 20);

    assertThat(receive(order, "DN-1", Received.good(1, 4))).containsExactly("lines[0].lots required");
    assertThat(receive(order, "DN-1", new Received(1, 4, 1, 0, List.of(arrived("A", 4, 0, 0)))))
        .containsExactly("lines[0].lots sum");
    assertThat(receive(order, "DN-1", new Received(1, 4, 0, 0, List.of(arrived("A", 3, 0, 0)))))
        .containsExactly("lines[0].lots sum");
    assertThat(receive(order, "DN-1", new Received(1, 4, 9, 0, List.of(arrived("A", 4, 9, 0)))))
        .containsExactly("lines[0].damaged range");
    PurchaseOrder found = world.read(tx -> world.purchaseOrders.find(tx, order.id())).orElseThrow();
    assertThat(found).isEqualTo(order);
    assertThat(receive(order, "DN-1", new Received(1, 4, 0, 0, List.of(arrived("A", 4, 0, 0))))).isEmpty();
  }

  @Test
  void receivesEachSerialNumberOnce() {
    PurchaseOrder order = placed("PHONE", 20);

    assertThat(receive(order, "DN-1", phones(0, "S1", "S2", "S3"))).isEmpty();

    assertThat(world.lots("PHONE", "NYC")).isEqualTo("S1=1 S2=1 S3=1");
    assertThat(receive(order, "DN-2", phones(0, "S4", "S2"))).containsExactly("lines[0].lots[1].lot in-stock");
    assertThat(receive(order, "DN-2", phones(0, "S4", "S4"))).containsExactly("lines[0].lots[1].lot duplicate");
    assertThat(receive(order, "DN-2", phones(1, "S4"))).containsExactly("lines[0].lots sum");
    assertThat(receive(order, "DN-2", new Received(1, 2, 0, 0, List.of(arrived("S4", 2, 0, 0)))))
        .containsExactly("lines[0].lots[0].units range");
    assertThat(world.level("PHONE", "NYC")).isEqualTo("3/0");
  }

  @Test
  void shipsTheSerialNumberThatWasPickedAndTakesItBack() {
    receive(placed("PHONE", 20), "DN-1", phones(0, "S1", "S2", "S3"));
    Reservation line = new Reservation(World.document(1), 1, "PHONE", "NYC", 2);
    world.reserve(line);
    Pick pick = new Pick(line.document(), 1, "PHONE", "NYC", LotUnits.serials(List.of("S3")));

    List<ItemError> picked = world.write(tx -> world.picks.put(tx, List.of(pick)));
    assertThat(picked).isEmpty();
    ship(line);

    assertThat(world.lots("PHONE", "NYC")).isEqualTo("S2=1");
    assertThat(trace("PHONE", "S3").shipped())
        .containsExactly(new LotTrace.Taken(World.document(1).toString(), 1));
    assertThat(trace("PHONE", "S3").places()).isEmpty();
    assertThat(adjust("PHONE", "LAX", 1, StockReason.RETURNED, "S3")).isEmpty();
    assertThat(trace("PHONE", "S3").places()).extracting("location").containsExactly("LAX");
    assertThat(adjust("PHONE", "NYC", 1, StockReason.RETURNED, "S3")).containsExactly("lots[0].lot in-stock");
  }

  @Test
  void movesLotsWithATransfer() {
    receive(
        placed("MILK", 20), "DN-1",
        new Received(1, 9, 0, 0, List.of(arrived("A", 6, 0, 0), late("B", 3))));
    Transfer transfer = requested("MILK", 8);

    assertThat(run(transfer, new TransferCommand.Ship(List.of(), World.THEN))).isEmpty();
    assertThat(world.lots("MILK", "NYC")).isEqualTo("B=1");
    assertThat(trace("MILK", "A").transit()).containsExactly(new LotTrace.Taken(transfer.id().toString(), 6));
    assertThat(run(transfer, arrive("DN-1", new Units(1, 4, 1)))).isEmpty();
    assertThat(world.lots("MILK", "LAX")).isEqualTo("A=4(1)");
    assertThat(run(transfer, arrive("DN-2", new Units(1, 3, 1)))).containsExactly("lines[0].lots required");
    assertThat(run(transfer, arrive("DN-2", new Units(1, 1, 0, List.of(late("B", 1)))))).isEmpty();
    assertThat(run(transfer, arrive("DN-3", new Units(1, 5, 0)))).containsExactly("lines[0].lots sum");
    assertThat(run(transfer, arrive("DN-3", new Units(1, 3, 0)))).isEmpty();

    assertThat(world.lots("MILK", "LAX")).isEqualTo("A=6(1) B=2");
    assertThat(trace("MILK", "A").transit()).isEmpty();
  }

  @Test
  void sendsTheLotsThatAreNamedAndLosesThem() {
    receive(placed("PHONE", 20), "DN-1", phones(0, "S1", "S2", "S3"));
    Transfer transfer = requested("PHONE", 2);
    Units named = new Units(1, 2, 0, serials("S2", "S3"));
    Units missing = new Units(1, 2, 0, serials("S2", "S9"));

    assertThat(run(transfer, new TransferCommand.Ship(List.of(missing), World.THEN)))
        .containsExactly("lines[0].lots[1].lot unknown");
    assertThat(run(transfer, new TransferCommand.Ship(List.of(named), World.THEN))).isEmpty();
    assertThat(world.lots("PHONE", "NYC")).isEqualTo("S1=1");
    assertThat(put(new SkuSetting("PHONE", Tracking.NONE, 0, List.of()))).containsExactly("tracking in-transit");
    assertThat(run(transfer, new TransferCommand.Complete())).isEmpty();

    assertThat(trace("PHONE", "S2").transit()).isEmpty();
    assertThat(trace("PHONE", "S2").moves()).extracting(LotTrace.LotMoved::reason)
        .containsExactly(StockReason.TRANSFERRED_OUT, StockReason.RECEIVED);
  }

  @Test
  void doesNotChangeTrackingWhileSomebodyCounts() {
    world.count("PLAIN", "NYC", 3);
    CountInput input = new CountInput(null, "NYC", 0, List.of(new CountInput.Line("PLAIN", null)));
    world.write(tx -> world.counts.begin(tx, input));
    SkuSetting.Assigned all = new SkuSetting.Assigned("NYC", new LotUnits("L", null, 3));

    assertThat(put(new SkuSetting("PLAIN", Tracking.LOT, 0, List.of(all)))).containsExactly("tracking in-count");
  }

  private PurchaseOrder placed(String sku, int units) {
    PurchaseOrderInput.Line line = new PurchaseOrderInput.Line(sku, units, null);
    PurchaseOrderInput input = new PurchaseOrderInput(null, "ACME", "NYC", 0, null, List.of(line));
    return ((Decided.Accepted<PurchaseOrder>) world.write(tx -> world.purchaseOrders.place(tx, input))).document();
  }

  private List<String> receive(PurchaseOrder order, String reference, Received... lines) {
    Receive command = new Receive(reference, List.of(lines), World.THEN);
    return refused(world.write(tx -> world.purchaseOrders.execute(tx, order.id(), command)));
  }

  private Transfer requested(String sku, int units) {
    TransferInput input = new TransferInput(null, "NYC", "LAX", null, List.of(new TransferInput.Line(sku, units)));
    return ((Decided.Accepted<Transfer>) world.write(tx -> world.transfers.request(tx, input))).document();
  }

  private List<String> run(Transfer transfer, TransferCommand command) {
    return refused(world.write(tx -> world.transfers.execute(tx, transfer.id(), command)));
  }

  private List<String> adjust(String sku, String location, long delta, StockReason reason, String... serials) {
    List<LotUnits> lots = LotUnits.serials(List.of(serials));
    Adjustment adjustment = new Adjustment(sku, location, delta, reason, null, World.THEN, lots);
    return told(world.write(tx -> world.stock.adjust(tx, List.of(adjustment))).errors());
  }

  private List<String> put(SkuSetting setting) {
    return told(world.write(tx -> world.settings.put(tx, List.of(setting))).errors());
  }

  private void ship(Reservation line) {
    ReleaseOutcome outcome = world.write(tx -> world.stock.ship(tx, List.of(line), tx.now()));
    assertThat(outcome).isInstanceOf(ReleaseOutcome.Released.class);
  }

  private LotTrace trace(String sku, String lot) {
    return world.read(tx -> world.lots.trace(tx, sku, lot, null, 10)).orElseThrow();
  }

  private static TransferCommand arrive(String reference, Units... units) {
    return new TransferCommand.Receive(reference, List.of(units), World.THEN);
  }

  private static Received phones(int more, String... serials) {
    return new Received(1, serials.length + more, 0, 0, serials(serials));
  }

  private static List<ArrivedLot> serials(String... serials) {
    return IntStream.range(0, serials.length)
        .mapToObj(i -> ArrivedLot.good(new LotUnits(serials[i], null, 1)))
        .toList();
  }

  private static ArrivedLot arrived(String lot, long units, long damaged, long qualityControl) {
    return new ArrivedLot(new LotUnits(lot, LATER, units), damaged, qualityControl);
  }

  private static ArrivedLot late(String lot, long units) {
    return ArrivedLot.good(new LotUnits(lot, LAST, units));
  }

  private static List<String> refused(Decided<?> decided) {
    return decided instanceof Decided.Refused<?> refused ? told(refused.errors()) : List.of();
  }

  private static List<String> told(List<ItemError> errors) {
    return errors.stream().map(error -> error.field() + " " + error.rule()).toList();
  }
}
