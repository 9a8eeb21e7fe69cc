package dev.crossdock.inventory.returning;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.InventoryCheck;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.Incoming;
import dev.crossdock.inventory.documents.IncomingUnits;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Oms;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Returns on their way. */
class IncomingReturnsTest {

  private static final LocalDate SOON = LocalDate.of(2026, 12, 1);

  private final Oms oms = new Oms();

  @AfterEach
  void end() {
    assertThat(new InventoryCheck(oms.house().door()).run(Merchant.MAIN)).isEmpty();
    oms.close();
  }

  @Test
  void whatIsAnnouncedIsIncomingUntilItArrived() {
    oms.sells("TEA", 0);
    IncomingReturn coming = announced(3);
    assertThat(coming.number()).isEqualTo("RT-000001");
    assertThat(incoming()).isEqualTo(3);

    accepted(receive(coming.id(), "P-1", 2, Disposition.RESTOCK));
    assertThat(incoming()).isEqualTo(1);
    assertThat(level().available()).isEqualTo(2);

    IncomingReturn last = accepted(receive(coming.id(), "P-2", 1, Disposition.DAMAGED));
    assertThat(last.state()).isEqualTo(ReturnState.CLOSED);
    assertThat(incoming()).isZero();
    assertThat(level().onHand()).isEqualTo(3);
    assertThat(level().available()).isEqualTo(2);
  }

  @Test
  void theSameDeliveryIsReceivedOnce() {
    oms.sells("TEA", 0);
    IncomingReturn coming = announced(3);
    accepted(receive(coming.id(), "P-1", 1, Disposition.RESTOCK));
    accepted(receive(coming.id(), "P-1", 1, Disposition.RESTOCK));

    assertThat(level().onHand()).isEqualTo(1);
    assertThat(errors(receive(coming.id(), "P-1", 1, Disposition.DAMAGED))).containsExactly("reference duplicate");
  }

  @Test
  void whatComesBackGoesToThoseWhoWait() {
    oms.sells("TEA", 0);
    oms.told(anOrder("1").line("TEA", 1)).work();
    IncomingReturn coming = announced(2);

    accepted(receive(coming.id(), "P-1", 1, Disposition.QUALITY_CONTROL));
    oms.work();
    assertThat(oms.order("1").line(1).waiting()).isEqualTo(1);

    accepted(receive(coming.id(), "P-2", 1, Disposition.RESTOCK));
    oms.work();
    assertThat(oms.order("1").line(1).buckets().allocated()).isEqualTo(1);
  }

  @Test
  void namesWhatIsWrong() {
    oms.sells("TEA", 0);
    assertThat(errors(announce("NONE", "NYC", 1, null))).containsExactly("sku unknown");
    assertThat(errors(announce("TEA\0", "MOON", 0, null)))
        .containsExactly("sku unknown", "location unknown", "units range");
    assertThat(errors(announce("TEA", "NYC", 1_000_000_000_000L, null))).containsExactly("units range");
    IncomingReturn coming = announced(2);
    assertThat(errors(receive(coming.id(), "P-1", 3, Disposition.RESTOCK))).containsExactly("units range");
    assertThat(errors(receive(coming.id(), "P-1", -1, Disposition.RESTOCK))).containsExactly("units range");
    assertThat(errors(receive(new UUID(1, 1), "P-1", 1, Disposition.RESTOCK))).containsExactly("id missing");
  }

  @Test
  void cancelsOnlyWhatHasNotBegun() {
    oms.sells("TEA", 0);
    IncomingReturn begun = announced(2);
    accepted(receive(begun.id(), "P-1", 1, Disposition.RESTOCK));
    assertThat(errors(execute(begun.id(), new ReturnCommand.Cancel()))).containsExactly("state state");
    assertThat(accepted(execute(begun.id(), new ReturnCommand.Close())).state()).isEqualTo(ReturnState.CLOSED);
    assertThat(errors(receive(begun.id(), "P-2", 1, Disposition.RESTOCK))).containsExactly("state state");

    IncomingReturn fresh = announced(2);
    assertThat(accepted(execute(fresh.id(), new ReturnCommand.Cancel())).state()).isEqualTo(ReturnState.CANCELLED);
    assertThat(incoming()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 29})
  void inAnyHistoryWhatArrivedLiesThereAndTheRestIsIncoming(long seed) {
    oms.sells("TEA", 0);
    Random random = new Random(seed);
    IncomingReturn coming = announced(20);
    int arrived = 0;
    int blocked = 0;
    for (int n = 0; n < 15; n++) {
      Disposition what = List.of(Disposition.values()).get(random.nextInt(3));
      int units = random.nextInt(6);
      if (receive(coming.id(), "P-" + n, units, what) instanceof Decided.Accepted) {
        arrived += units;
        blocked += what == Disposition.RESTOCK ? 0 : units;
      }
    }
    assertThat(level().onHand()).as("seed %s", seed).isEqualTo(arrived);
    assertThat(level().unavailable()).as("seed %s", seed).isEqualTo(blocked);
    assertThat(incoming()).as("seed %s", seed).isEqualTo(20 - arrived);
  }

  private IncomingReturn announced(long units) {
    return accepted(announce("TEA", "NYC", units, SOON));
  }

  private Decided<IncomingReturn> announce(String sku, String location, long units, @Nullable LocalDate expected) {
    ReturnInput input = new ReturnInput(null, "RMA-1", sku, location, units, expected);
    return oms.write(tx -> oms.house().documents().incomingReturns().announce(tx, input));
  }

  private Decided<IncomingReturn> receive(UUID id, String reference, long units, Disposition what) {
    return oms.write(
        tx ->
            oms.house()
                .documents()
                .incomingReturns()
                .execute(tx, id, new ReturnCommand.Receive(reference, units, what, tx.now(), List.of())));
  }

  private Decided<IncomingReturn> execute(UUID id, ReturnCommand command) {
    return oms.write(tx -> oms.house().documents().incomingReturns().execute(tx, id, command));
  }

  private int incoming() {
    return oms.write(tx -> new Incoming().of(tx, Set.of("TEA"))).stream().mapToInt(IncomingUnits::units).sum();
  }

  private StockAt level() {
    return oms.write(tx -> oms.house().stock().available(tx, Set.of("TEA"))).of("TEA").getFirst();
  }

  private static List<String> errors(Decided<IncomingReturn> decided) {
    return decided instanceof Decided.Refused<IncomingReturn>(List<ItemError> errors)
        ? errors.stream().map(e -> e.field() + " " + e.rule()).toList()
        : List.of("none");
  }

  private static IncomingReturn accepted(Decided<IncomingReturn> decided) {
    if (decided instanceof Decided.Accepted<IncomingReturn>(IncomingReturn done)) {
      return done;
    }
    throw new AssertionError("refused: " + decided);
  }
}
