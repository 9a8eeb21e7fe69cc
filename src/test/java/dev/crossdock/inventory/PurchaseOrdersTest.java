package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.documents.IncomingKind;
import dev.crossdock.inventory.documents.IncomingUnits;
import dev.crossdock.inventory.history.LedgerEntry;
import dev.crossdock.inventory.history.Position;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Received;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.receiving.PurchaseOrderState;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.testing.Db;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Purchase orders on a real database. */
class PurchaseOrdersTest {

  private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final LocalDate SPRING = LocalDate.parse("2026-04-01");
  private static final StockKey A_NYC = new StockKey("A", "NYC");

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource()).locations("NYC");
    world.skus.addAll(Set.of("A", "B"));
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void countsWhatIsOrderedAsIncoming() {
    PurchaseOrder order = placed(0, line("A", 10), line("B", 4));

    assertThat(order.number()).isEqualTo("PO-000001");
    assertThat(placed(0, line("A", 1)).number()).isEqualTo("PO-000002");
    assertThat(incoming("A"))
        .contains(new IncomingUnits(A_NYC, IncomingKind.PURCHASE_ORDER, order.id(), 1, 10, SPRING));
    assertThat(find(order)).isEqualTo(order);
    assertThat(world.level("A", "NYC")).isEqualTo("none");
  }

  @Test
  void receivesInPartsUntilNothingIsOutstanding() {
    PurchaseOrder order = placed(0, line("A", 10), line("B", 4));

    PurchaseOrder first = received(order, "DN-1", Received.good(1, 6));
    PurchaseOrder last = received(order, "DN-2", Received.good(1, 4), Received.good(2, 4));

    assertThat(first.state()).isEqualTo(PurchaseOrderState.OPEN);
    assertThat(first.outstanding()).isEqualTo(8);
    assertThat(last.state()).isEqualTo(PurchaseOrderState.RECEIVED);
    assertThat(incoming("A")).isEmpty();
    assertThat(world.level("A", "NYC")).isEqualTo("10/0");
    assertThat(world.rose).containsExactly("A", "B");
    LedgerEntry entry = world.read(tx -> world.history.ledger(tx, A_NYC, null, 1)).getFirst();
    assertThat(entry.reason()).isEqualTo(StockReason.RECEIVED);
    assertThat(entry.document()).isEqualTo("PO-000001");
    assertThat(entry.happenedAt()).isEqualTo(THEN);
    assertThat(world.journal()).filteredOn(fact -> fact.startsWith("po:")).hasSize(3);
  }

  @Test
  void blocksWhatArrivedDamagedOrMustBeLookedAt() {
    PurchaseOrder order = placed(0, line("A", 10));

    received(order, "DN-1", new Received(1, 10, 2, 3));

    List<Position> positions = world.read(tx -> world.history.now(tx, PositionQuery.of("A")));
    assertThat(positions)
        .containsExactly(
            new Position(
                A_NYC, 10, 0, Map.of(UnavailableReason.DAMAGED, 2L, UnavailableReason.QUALITY_CONTROL, 3L)));
  }

  @Test
  void receivesTheSameDeliveryNoteOnce() {
    PurchaseOrder order = placed(null, line("A", 10));

    PurchaseOrder once = received(order, "DN-1", Received.good(1, 6));
    PurchaseOrder again = received(order, "DN-1", Received.good(1, 6));

    assertThat(again).isEqualTo(once);
    assertThat(world.level("A", "NYC")).isEqualTo("6/0");
    assertThat(refusal(order, receive("DN-1", Received.good(1, 7)))).isEqualTo("reference duplicate");
  }

  @Test
  void takesMoreThanOrderedAsFarAsItsRuleAllows() {
    PurchaseOrder strict = placed(0, line("A", 10));
    PurchaseOrder tolerant = placed(10, line("A", 10));
    PurchaseOrder open = placed(null, line("A", 10));

    assertThat(refusal(strict, receive("DN", Received.good(1, 11)))).isEqualTo("lines[0].units over-receipt");
    assertThat(refusal(tolerant, receive("DN", Received.good(1, 12)))).isEqualTo("lines[0].units over-receipt");
    assertThat(received(tolerant, "DN", Received.good(1, 11)).state()).isEqualTo(PurchaseOrderState.RECEIVED);
    assertThat(received(open, "DN", Received.good(1, 500)).lines().getFirst().received()).isEqualTo(500);
    assertThat(world.level("A", "NYC")).isEqualTo("511/0");
  }

  @Test
  void closesShort() {
    PurchaseOrder order = placed(0, line("A", 10));
    received(order, "DN-1", Received.good(1, 6));

    PurchaseOrder closed = accepted(order, new PurchaseOrderCommand.Close());

    assertThat(closed.state()).isEqualTo(PurchaseOrderState.CLOSED);
    assertThat(closed.lines().getFirst().closed()).isEqualTo(4);
    assertThat(incoming("A")).isEmpty();
    assertThat(refusal(order, receive("DN-2", Received.good(1, 1)))).isEqualTo("state state");
    assertThat(refusal(order, new PurchaseOrderCommand.Cancel())).isEqualTo("state state");
  }

  @Test
  void isCancelledOnlyWhileNothingCame() {
    PurchaseOrder untouched = placed(0, line("A", 10));
    PurchaseOrder begun = placed(0, line("A", 10));
    received(begun, "DN-1", Received.good(1, 1));

    assertThat(accepted(untouched, new PurchaseOrderCommand.Cancel()).state())
        .isEqualTo(PurchaseOrderState.CANCELLED);
    assertThat(refusal(begun, new PurchaseOrderCommand.Cancel())).isEqualTo("state state");
    assertThat(incoming("A")).extracting(IncomingUnits::units).containsExactly(9);
  }

  @Test
  void namesEverythingThatIsWrongAndChangesNothing() {
    PurchaseOrderInput wrong =
        new PurchaseOrderInput(
            "two words", "no such form\0", "SEA", -1, null,
            List.of(
                line("Z", 1), line("A", 0), line("A", 1_000_000_000_000L),
                new PurchaseOrderInput.Line("A", 1, new UnitCost(-1, "EUR"))));
    PurchaseOrder order = placed(0, line("A", 10));

    assertThat(errors(world.write(tx -> world.purchaseOrders.place(tx, wrong))))
        .containsExactly(
            "number format", "supplier format", "location unknown", "overPerCent range", "lines[0].sku unknown",
            "lines[1].units range", "lines[2].units range", "lines[3].cost range");
    assertThat(
            errors(
                execute(
                    order.id(),
                    receive("DN", Received.good(2, 1), new Received(1, 5, 4, 2), Received.good(1, 1)))))
        .containsExactly("lines[0].line unknown", "lines[1].damaged range", "lines[2].line duplicate");
    assertThat(refusal(order, receive("DN", Received.good(1, 1_000_000_000_000L)))).isEqualTo("lines[0].units range");
    assertThat(errors(execute(new UUID(1, 1), new PurchaseOrderCommand.Close()))).containsExactly("id missing");
    assertThat(find(order)).isEqualTo(order);
    assertThat(world.level("A", "NYC")).isEqualTo("none");
  }

  @Test
  void refusesANumberThatExists() {
    PurchaseOrderInput input =
        new PurchaseOrderInput("PO-000001", "ACME", "NYC", 0, null, List.of(line("A", 1)));
    world.write(tx -> world.purchaseOrders.place(tx, input));

    assertThat(errors(world.write(tx -> world.purchaseOrders.place(tx, input)))).containsExactly("number duplicate");
    assertThat(placed(0, line("A", 1)).number()).isEqualTo("PO-000002");
  }

  @Test
  void listsTheLatestFirst() {
    PurchaseOrder first = placed(0, line("A", 10));
    PurchaseOrder second = placed(0, line("B", 10));
    accepted(second, new PurchaseOrderCommand.Cancel());

    assertThat(list(null, null, null)).containsExactly(second.id(), first.id());
    assertThat(list("OPEN", null, null)).containsExactly(first.id());
    assertThat(list(null, "B", null)).containsExactly(second.id());
    assertThat(list(null, "000001", null)).containsExactly(first.id());
    assertThat(list(null, null, second.id())).containsExactly(first.id());
  }

  private PurchaseOrder find(PurchaseOrder order) {
    return world.read(tx -> world.purchaseOrders.find(tx, order.id()).orElseThrow());
  }

  private List<UUID> list(@Nullable String state, @Nullable String text, @Nullable UUID after) {
    return world.read(tx -> world.purchaseOrders.list(tx, new DocumentQuery(state, text, after, 10))).stream()
        .map(PurchaseOrder::id)
        .toList();
  }

  private PurchaseOrder placed(@Nullable Integer over, PurchaseOrderInput.Line... lines) {
    PurchaseOrderInput input = new PurchaseOrderInput(null, "ACME", "NYC", over, SPRING, List.of(lines));
    return world.write(tx -> accepted(world.purchaseOrders.place(tx, input)));
  }

  private PurchaseOrder received(PurchaseOrder order, String reference, Received... lines) {
    return accepted(order, receive(reference, lines));
  }

  private PurchaseOrder accepted(PurchaseOrder order, PurchaseOrderCommand command) {
    return accepted(execute(order.id(), command));
  }

  private String refusal(PurchaseOrder order, PurchaseOrderCommand command) {
    return errors(execute(order.id(), command)).getFirst();
  }

  private Decided<PurchaseOrder> execute(UUID id, PurchaseOrderCommand command) {
    return world.write(tx -> world.purchaseOrders.execute(tx, id, command));
  }

  private List<IncomingUnits> incoming(String sku) {
    return world.read(tx -> world.incoming.of(tx, Set.of(sku)));
  }

  private static PurchaseOrder accepted(Decided<PurchaseOrder> decided) {
    if (decided instanceof Decided.Accepted<PurchaseOrder>(PurchaseOrder order)) {
      return order;
    }
    throw new AssertionError(decided);
  }

  private static List<String> errors(Decided<PurchaseOrder> decided) {
    if (decided instanceof Decided.Refused<PurchaseOrder>(List<ItemError> errors)) {
      return errors.stream().map(error -> error.field() + " " + error.rule()).toList();
    }
    throw new AssertionError(decided);
  }

  private static PurchaseOrderCommand receive(String reference, Received... lines) {
    return new PurchaseOrderCommand.Receive(reference, List.of(lines), THEN);
  }

  private static PurchaseOrderInput.Line line(String sku, long units) {
    return new PurchaseOrderInput.Line(sku, units, null);
  }
}
