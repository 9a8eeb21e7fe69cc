package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.shortage.Remedy;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.LineTransfers.Wish;
import dev.crossdock.testing.AnOrder;
import dev.crossdock.testing.FakeChannel;
import dev.crossdock.testing.Oms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bringing what a line lacks from a place that orders are not shipped from. */
class LineTransfersTest {

  private static final LocalDate SOON = LocalDate.of(2026, 12, 1);

  private final Oms oms = new Oms();

  @AfterEach
  void end() {
    everythingAddsUp();
    oms.close();
  }

  @Test
  void aTransferBringsWhatIsMissingAndTheOrderWaitsForIt() {
    oms.sells("TEA", 0);
    oms.write(tx -> oms.house().locations().put(tx, List.of(location("FBA", "MARKETPLACE"))));
    oms.stock("TEA", "FBA", 7);
    oms.told(tea("1", 2)).work();

    Brought brought = brought("1", "FBA", "NYC", null);

    assertThat(brought.transfer().lines().getFirst().requested()).isEqualTo(2);
    assertThat(open()).isEmpty();
    assertThat(line("1").unpromised()).isZero();
    assertThat(line("1").ahead().getFirst().promisedOn()).isEqualTo(SOON);
    assertThat(awaited("1")).extracting(Transfer::number).containsExactly(brought.transfer().number());
    everythingAddsUp();

    oms.told(tea("later", 1)).work();
    assertThat(remedies()).extracting(Remedy::kind).contains(Remedy.Kind.TRANSFER);
    travel(brought.transfer().id());
    oms.work();

    assertThat(line("1").buckets().allocated()).as("what was brought is theirs").isEqualTo(2);
    assertThat(line("later").waiting()).isEqualTo(1);
    assertThat(awaited("1")).isEmpty();
  }

  @Test
  void aTransferThatCannotBeIsRefusedByNameAndNothingIsRequested() {
    oms.sells("TEA", 0);
    oms.location("LAX", 34.05, -118.24);
    oms.write(tx -> oms.house().locations().put(tx, List.of(location("FBA", "MARKETPLACE"))));
    oms.stock("TEA", "FBA", 1);
    oms.told(tea("1", 2)).work();

    assertThat(refusal("1", 1, "FBA", "NYC", null, SOON)).isEqualTo("units lacking");
    assertThat(refusal("1", 1, "FBA", "NYC", 3, SOON)).isEqualTo("units range");
    assertThat(refusal("1", 1, "FBA", "NYC", 0, SOON)).isEqualTo("units range");
    assertThat(refusal("1", 1, "FBA", "FBA", 1, SOON)).isEqualTo("to unknown");
    assertThat(refusal("1", 1, "NYC", "NYC", 1, SOON)).isEqualTo("to same");
    assertThat(refusal("1", 1, "MOON", "NYC", 1, SOON)).isEqualTo("from unknown");
    assertThat(refusal("1", 1, "FBA", "NYC", 1, LocalDate.of(2026, 1, 1))).isEqualTo("expectedOn range");
    assertThat(refusal("1", 1, "FBA", "NYC", 1, null)).isEqualTo("expectedOn required");
    assertThat(refusal("1", 2, "FBA", "NYC", 1, SOON)).isEqualTo("NoSuchLine");
    DocumentQuery all = new DocumentQuery(null, null, null, 10);
    List<Transfer> made = oms.write(tx -> oms.house().documents().transfers().list(tx, all));
    assertThat(made).isEmpty();
    assertThat(open()).hasSize(1);

    brought("1", "FBA", "NYC", 1);
    assertThat(line("1").unpromised()).as("the rest is still to be settled").isEqualTo(1);
    assertThat(open()).hasSize(1);
    oms.execute("1", new OrderCommand.Cancel("gone", null));
    assertThat(refusal("1", 1, "FBA", "NYC", 1, SOON)).isEqualTo("AlreadyEnded");
  }

  private record Brought(Order order, Transfer transfer) {}

  private Brought brought(String id, String from, String to, @Nullable Integer units) {
    LineTransfers.Outcome outcome =
        oms.write(tx -> transfers().request(tx, new Wish(ids(tx, id), 1, from, to, units, SOON)));
    assertThat(outcome).isInstanceOf(LineTransfers.Outcome.Requested.class);
    LineTransfers.Outcome.Requested requested = (LineTransfers.Outcome.Requested) outcome;
    return new Brought(requested.order(), requested.transfer());
  }

  private String refusal(
      String id, int line, String from, String to, @Nullable Integer units, @Nullable LocalDate day) {
    return oms.write(
        tx ->
            switch (transfers().request(tx, new Wish(ids(tx, id), line, from, to, units, day))) {
              case LineTransfers.Outcome.Requested requested -> "requested";
              case LineTransfers.Outcome.Refused(OrderRefusal refusal) -> refusal.getClass().getSimpleName();
              case LineTransfers.Outcome.Invalid(List<ItemError> errors) ->
                  errors.getFirst().field() + " " + errors.getFirst().rule();
            });
  }

  private void travel(UUID transfer) {
    oms.write(
        tx -> oms.house().documents().transfers().execute(tx, transfer, new TransferCommand.Ship(List.of(), tx.now())));
    oms.write(
        tx ->
            oms.house()
                .documents()
                .transfers()
                .execute(
                    tx, transfer,
                    new TransferCommand.Receive("DN-1", List.of(new TransferCommand.Units(1, 2, 0)), tx.now())));
  }

  private List<Transfer> awaited(String id) {
    return oms.write(tx -> transfers().awaited(tx, ids(tx, id)));
  }

  private LineTransfers transfers() {
    return new LineTransfers(
        oms.house().orders(), oms.house().locations(), oms.house().backorders(),
        new Transferring() {
          @Override
          public Decided<Transfer> request(Tx tx, TransferInput input) {
            return oms.house().documents().transfers().request(tx, input);
          }

          @Override
          public Optional<Transfer> find(Tx tx, UUID id) {
            return oms.house().documents().transfers().find(tx, id);
          }
        });
  }

  private OrderId ids(Tx tx, String externalId) {
    return oms.house().orderSearch().byChannel(tx, FakeChannel.ID, externalId).getFirst();
  }

  private void everythingAddsUp() {
    assertThat(oms.violations()).isEmpty();
  }

  private static LocationInput location(String code, String kind) {
    return new LocationInput(code, code, kind, "US", null, null, null, null, null, null, null, null);
  }

  private List<ExceptionSearch.Case> open() {
    return oms.write(tx -> new ExceptionSearch().open(tx, null, 100)).stream()
        .filter(c -> c.type() == ExceptionType.OVERSOLD)
        .toList();
  }

  private List<Remedy> remedies() {
    return oms.write(tx -> oms.house().remedies().of(tx, new ExceptionSearch().open(tx, null, 100)))
        .values().iterator().next();
  }

  private OrderLine line(String id) {
    return oms.order(id).line(1);
  }

  private static AnOrder tea(String id, int units) {
    return anOrder(id).line("TEA", units).buyer(id + "@example.com");
  }
}
