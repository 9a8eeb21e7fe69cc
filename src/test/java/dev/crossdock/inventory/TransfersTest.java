package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.documents.IncomingKind;
import dev.crossdock.inventory.documents.IncomingUnits;
import dev.crossdock.inventory.history.Position;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.inventory.transfers.TransferCommand.Units;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.TransferState;
import dev.crossdock.testing.Db;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Transfers on a real database. */
class TransfersTest {

  private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource()).locations("NYC", "LAX").count("A", "NYC", 10).count("B", "NYC", 5);
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void promisesWhatIsRequestedToItself() {
    Transfer transfer = requested(line("A", 6), line("A", 2), line("B", 5));

    assertThat(transfer.number()).isEqualTo("TR-000001");
    assertThat(world.level("A", "NYC")).isEqualTo("10/8");
    assertThat(world.reserve(new Reservation(World.document(1), 1, "A", "NYC", 3))).isInstanceOf(Lacking.class);
    assertThat(incoming("A")).isEmpty();
    Transfer found = world.read(tx -> world.transfers.find(tx, transfer.id()).orElseThrow());
    assertThat(found).isEqualTo(transfer);
  }

  @Test
  void isIncomingWhereItGoesUntilItArrives() {
    Transfer transfer = requested(line("A", 6), line("B", 5));

    accepted(transfer, new TransferCommand.Ship(List.of(), THEN));

    assertThat(world.level("A", "NYC")).isEqualTo("4/0");
    assertThat(incoming("A"))
        .containsExactly(
            new IncomingUnits(new StockKey("A", "LAX"), IncomingKind.TRANSFER, transfer.id(), 1, 6, null));

    Transfer part = accepted(transfer, receive("DN-1", new Units(1, 4, 1)));
    assertThat(part.state()).isEqualTo(TransferState.SHIPPED);
    assertThat(incoming("A")).extracting(IncomingUnits::units).containsExactly(2);
    Transfer whole = accepted(transfer, receive("DN-2", new Units(1, 2, 0), new Units(2, 5, 0)));
    assertThat(whole.state()).isEqualTo(TransferState.COMPLETED);
    assertThat(incoming("A")).isEmpty();
    List<Position> positions =
        world.read(tx -> world.history.now(tx, new PositionQuery("A", null, "LAX", null, 9)));
    assertThat(positions)
        .containsExactly(new Position(new StockKey("A", "LAX"), 6, 0, Map.of(UnavailableReason.DAMAGED, 1L)));
    assertThat(world.rose).containsExactly("A", "B");
  }

  @Test
  void leavesInPartAndGivesTheRestBack() {
    Transfer transfer = requested(line("A", 6), line("B", 5));

    Transfer shipped = accepted(transfer, new TransferCommand.Ship(List.of(new Units(1, 4, 0)), THEN));

    assertThat(shipped.lines()).extracting(Transfer.Line::shipped).containsExactly(4, 0);
    assertThat(world.level("A", "NYC")).isEqualTo("6/0");
    assertThat(world.level("B", "NYC")).isEqualTo("5/0");
    assertThat(world.rose).containsExactly("A", "B");
  }

  @Test
  void losesWhatNeverArrivesAndFindsWhatWasNeverShipped() {
    Transfer transfer = requested(line("A", 6), line("B", 5));
    accepted(transfer, new TransferCommand.Ship(List.of(), THEN));
    accepted(transfer, receive("DN-1", new Units(1, 5, 0), new Units(2, 7, 0)));

    Transfer completed = accepted(transfer, new TransferCommand.Complete());

    assertThat(completed.lines()).extracting(Transfer.Line::lost).containsExactly(1, 0);
    assertThat(completed.lines()).extracting(Transfer.Line::found).containsExactly(0, 2);
    assertThat(world.level("B", "LAX")).isEqualTo("7/0");
    assertThat(incoming("A")).isEmpty();
    assertThat(world.journal()).last().asString().endsWith("transfer.completed");
  }

  @Test
  void receivesTheSameDeliveryNoteOnce() {
    Transfer transfer = requested(line("A", 6));
    accepted(transfer, new TransferCommand.Ship(List.of(), THEN));

    Transfer once = accepted(transfer, receive("DN-1", new Units(1, 4, 0)));

    assertThat(accepted(transfer, receive("DN-1", new Units(1, 4, 0)))).isEqualTo(once);
    assertThat(world.level("A", "LAX")).isEqualTo("4/0");
    assertThat(refusal(transfer, receive("DN-1", new Units(1, 5, 0)))).isEqualTo("reference duplicate");
  }

  @Test
  void givesEverythingBackWhenCancelled() {
    Transfer transfer = requested(line("A", 6));

    assertThat(accepted(transfer, new TransferCommand.Cancel()).state()).isEqualTo(TransferState.CANCELLED);

    assertThat(world.level("A", "NYC")).isEqualTo("10/0");
    assertThat(refusal(transfer, new TransferCommand.Ship(List.of(), THEN))).isEqualTo("state state");
  }

  @Test
  void isRefusedByNameWhenItCannotBe() {
    assertThat(refused(new TransferInput(null, "NYC", "NYC", null, List.of(line("A", 1))))).containsExactly("to same");
    assertThat(
            refused(
                new TransferInput(
                    null, "SEA", "\0", null, List.of(line("Z", 1), line("A", -1), line("A", 1_000_000_000_000L)))))
        .containsExactly(
            "from unknown", "to unknown", "lines[0].sku unknown", "lines[1].units range", "lines[2].units range");
    assertThat(refused(new TransferInput(null, "NYC", "LAX", null, List.of(line("B", 1), line("A", 11)))))
        .containsExactly("lines[1].units lacking");
    assertThat(world.level("A", "NYC")).isEqualTo("10/0");
    assertThat(world.level("B", "NYC")).isEqualTo("5/0");

    Transfer transfer = requested(line("A", 6));
    assertThat(refusal(transfer, receive("DN", new Units(1, 1, 0)))).isEqualTo("state state");
    assertThat(refusal(transfer, new TransferCommand.Ship(List.of(new Units(1, 7, 0)), THEN)))
        .isEqualTo("lines[0].units range");
    assertThat(refusal(transfer, new TransferCommand.Ship(List.of(new Units(1, 0, 0)), THEN)))
        .isEqualTo("lines range");
    assertThat(refusal(transfer, new TransferCommand.Complete())).isEqualTo("state state");
  }

  @Test
  void isFoundByStateNumberAndSku() {
    Transfer first = requested(line("A", 1));
    Transfer second = requested(line("B", 1));
    accepted(first, new TransferCommand.Cancel());

    assertThat(list(new DocumentQuery("REQUESTED", null, null, 10))).containsExactly(second.number());
    assertThat(list(new DocumentQuery(null, "A", null, 10))).containsExactly(first.number());
    assertThat(list(new DocumentQuery(null, null, second.id(), 10))).containsExactly(first.number());
  }

  private List<String> list(DocumentQuery query) {
    return world.read(tx -> world.transfers.list(tx, query)).stream().map(Transfer::number).toList();
  }

  private Transfer requested(TransferInput.Line... lines) {
    TransferInput input = new TransferInput(null, "NYC", "LAX", null, List.of(lines));
    return world.write(tx -> accepted(world.transfers.request(tx, input)));
  }

  private List<String> refused(TransferInput input) {
    return world.write(tx -> errors(world.transfers.request(tx, input)));
  }

  private Transfer accepted(Transfer transfer, TransferCommand command) {
    return world.write(tx -> accepted(world.transfers.execute(tx, transfer.id(), command)));
  }

  private String refusal(Transfer transfer, TransferCommand command) {
    return world.write(tx -> errors(world.transfers.execute(tx, transfer.id(), command))).getFirst();
  }

  private List<IncomingUnits> incoming(String sku) {
    return world.read(tx -> world.incoming.of(tx, Set.of(sku)));
  }

  private static Transfer accepted(Decided<Transfer> decided) {
    if (decided instanceof Decided.Accepted<Transfer>(Transfer transfer)) {
      return transfer;
    }
    throw new AssertionError(decided);
  }

  private static List<String> errors(Decided<Transfer> decided) {
    if (decided instanceof Decided.Refused<Transfer>(List<ItemError> errors)) {
      return errors.stream().map(error -> error.field() + " " + error.rule()).toList();
    }
    throw new AssertionError(decided);
  }

  private static TransferCommand receive(String reference, Units... lines) {
    return new TransferCommand.Receive(reference, List.of(lines), THEN);
  }

  private static TransferInput.Line line(String sku, long units) {
    return new TransferInput.Line(sku, units);
  }
}
