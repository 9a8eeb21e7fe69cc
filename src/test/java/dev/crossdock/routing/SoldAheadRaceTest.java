package dev.crossdock.routing;

import static dev.crossdock.testing.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.InventoryCheck;
import dev.crossdock.inventory.backorders.Ahead;
import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.inventory.backorders.AuthorisationInput;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.inventory.backorders.AuthorisationUse;
import dev.crossdock.inventory.backorders.Backorders.Used;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Oms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** Many at once who want what may be sold ahead. */
class SoldAheadRaceTest {

  private static final LocalDate SOON = LocalDate.of(2026, 12, 1);

  @Test
  void ofTwoWritersForTheLastUnitOneGetsIt() throws Exception {
    try (Oms oms = new Oms()) {
      oms.sells("TEA", 0);
      for (int round = 0; round < 20; round++) {
        UUID id = authorise(oms, 1);
        AtomicInteger won = new AtomicInteger();
        List<Together.Work> both = List.of(() -> take(oms, id, won), () -> take(oms, id, won));
        Together.run(both);
        assertThat(won).as("round %s", round).hasValue(1);
        assertThat(oms.write(tx -> oms.house().backorders().find(tx, id)).orElseThrow().open()).isEqualTo(1);
      }
      assertThat(new InventoryCheck(oms.house().door()).run(Merchant.MAIN)).isEmpty();
    }
  }

  @Test
  void theConstraintHoldsWithoutTheCode() {
    try (Oms oms = new Oms()) {
      oms.sells("TEA", 0);
      authorise(oms, 1);
      org.assertj.core.api.Assertions.assertThatExceptionOfType(DataIntegrityViolationException.class)
          .isThrownBy(
              () ->
                  oms.write(
                      tx ->
                          tx.sql("update backorder_authorisation set open_units = 2 where merchant = :merchant")
                              .update()));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 14, 159})
  void whateverHappensEveryUseAddsUp(long seed) throws Exception {
    try (Oms oms = new Oms()) {
      oms.sells("TEA", 3).sells("POT", 2);
      authorise(oms, 20);
      authorise(oms, 15);
      List<Together.Work> people = new ArrayList<>();
      for (int n = 0; n < 3; n++) {
        Random random = new Random(seed * 31 + n);
        int person = n;
        people.add(() -> live(oms, random, person));
      }
      people.add(() -> {
        for (int n = 0; n < 15; n++) {
          oms.work();
        }
      });
      Together.run(people);
      oms.work();

      assertThat(oms.violations()).as("seed %s", seed).isEmpty();
    }
  }

  private static void live(Oms oms, Random random, int person) {
    for (int n = 0; n < 25; n++) {
      String id = "o" + person + "-" + random.nextInt(12);
      switch (random.nextInt(6)) {
        case 0, 1, 2 ->
            oms.told(
                anOrder(id).line("TEA", 1 + random.nextInt(3)).line("POT", 1).buyer(id + "@example.com")
                    .at("2026-11-20T1" + random.nextInt(10) + ":00:00Z"));
        case 3 -> tryTo(() -> oms.find(id).ifPresent(o -> oms.execute(id, new OrderCommand.Cancel("no", null))));
        case 4 ->
            tryTo(
                () ->
                    oms.find(id).ifPresent(o -> oms.execute(id, new OrderCommand.CancelLine(1, 1, "one too many"))));
        default -> oms.stock("TEA", "NYC", random.nextInt(30));
      }
    }
  }

  private static void tryTo(Runnable work) {
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        work.run();
        return;
      } catch (StaleOrders stale) {
        Thread.onSpinWait();
      }
    }
  }

  private static void take(Oms oms, UUID id, AtomicInteger won) {
    UUID document = UUID.nameUUIDFromBytes((id + "/" + Thread.currentThread().threadId()).getBytes(
        java.nio.charset.StandardCharsets.UTF_8));
    try {
      oms.write(
          tx -> {
            List<Ahead> seen = oms.house().backorders().of(tx, Set.of("TEA")).offered("TEA", null, null);
            assertThat(seen).isNotNull();
            Used used =
                new Used(new AuthorisationUse(document, 1, id, 0, 0), new AuthorisationUse(document, 1, id, 1, 0));
            if (!oms.house().backorders().use(tx, List.of(used))) {
              throw new IllegalStateException("none left");
            }
            return true;
          });
      won.incrementAndGet();
    } catch (IllegalStateException none) {
      assertThat(none).hasMessage("none left");
    }
  }

  private static UUID authorise(Oms oms, long units) {
    Decided<Authorisation> decided =
        oms.write(
            tx ->
                oms.house()
                    .backorders()
                    .authorise(
                        tx,
                        new AuthorisationInput(
                            "TEA", null, null, AuthorisationKind.BACKORDER, units, SOON, null, null)));
    if (decided instanceof Decided.Accepted<Authorisation>(Authorisation done)) {
      return done.id();
    }
    throw new AssertionError("refused: " + decided);
  }
}
