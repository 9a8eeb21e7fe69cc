package dev.crossdock.inventory.costing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.CostReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cost is neither lost nor made. Pure. */
class CostBookTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final int HISTORIES = 300;
  private static final int STEPS = 60;

  @Test
  void takesTheFirstThatCameUnderFifo() {
    CostBook book = book(CostMethod.FIFO);

    book.take(line(1, 3, 300L));
    book.take(line(2, 3, 600L));
    book.take(line(3, -4, null));

    assertThat(last(book)).extracting(CostEntry::value, CostEntry::sales).containsExactly(-500L, 500L);
    assertThat(pool(book)).extracting(CostPool::units, CostPool::value).containsExactly(2L, 400L);
  }

  @Test
  void takesTheAverageAndWithTheLastUnitAllThatIsLeft() {
    CostBook book = book(CostMethod.MOVING_AVERAGE);

    book.take(line(1, 3, 100L));
    book.take(line(2, -1, null));
    assertThat(last(book).sales()).isEqualTo(33);
    book.take(line(3, -1, null));
    assertThat(last(book).sales()).isEqualTo(34);
    book.take(line(4, -1, null));

    assertThat(last(book).sales()).isEqualTo(33);
    assertThat(pool(book)).extracting(CostPool::units, CostPool::value).containsExactly(0L, 0L);
  }

  @Test
  void givesUnitsOfUnknownCostTheAverageForTheTimeBeing() {
    CostBook book = book(CostMethod.MOVING_AVERAGE);

    book.take(line(1, 2, 100L));
    book.take(line(2, 4, null));

    assertThat(last(book)).extracting(CostEntry::value, CostEntry::known).containsExactly(200L, false);
  }

  @ParameterizedTest
  @EnumSource(CostMethod.class)
  void sharesACostThatIsToldLaterBetweenWhatIsThereAndWhatWasSold(CostMethod method) {
    CostBook book = book(method);
    book.take(line(1, 4, null));
    CostEntry arrival = last(book);
    book.take(line(2, -1, null));

    book.tell(new UUID(0, 9), arrival, 1_000, NOW);

    assertThat(last(book)).extracting(CostEntry::value, CostEntry::sales).containsExactly(750L, 250L);
    assertThat(pool(book).value()).isEqualTo(750);
  }

  @ParameterizedTest
  @EnumSource(CostMethod.class)
  void bringsBackWhatABuyerReturnsAtWhatUnitsCostNow(CostMethod method) {
    CostBook book = book(method);
    book.take(line(1, 4, 400L));
    book.take(line(2, -2, null));

    book.take(new CostLine(new UUID(0, 3), "A", CostReason.RETURNED, 1, null, null, NOW));

    assertThat(last(book)).extracting(CostEntry::value, CostEntry::sales).containsExactly(100L, -100L);
  }

  @ParameterizedTest
  @EnumSource(CostMethod.class)
  void neverLosesACent(CostMethod method) {
    for (int seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      CostBook book = book(method);
      List<CostEntry> untold = new ArrayList<>();
      for (int i = 1; i <= STEPS; i++) {
        long units = pool(book).units();
        switch (random.nextInt(4)) {
          case 0, 1 -> {
            boolean knows = random.nextInt(4) > 0;
            book.take(line(i, 1 + random.nextInt(9), knows ? (long) random.nextInt(100_000) : null));
            if (!last(book).known()) {
              untold.add(last(book));
            }
          }
          case 2 -> {
            if (units > 0) {
              book.take(line(i, -1 - random.nextInt((int) Math.min(units, 12)), null));
            }
          }
          default -> {
            if (!untold.isEmpty()) {
              book.tell(new UUID(1, i), untold.removeFirst(), random.nextInt(100_000), NOW);
            }
          }
        }
      }
      CostPool pool = pool(book);
      long brought = sum(book, true);
      assertThat(pool.value() + sum(book, false)).as("seed %d", seed).isEqualTo(brought);
      assertThat(book.entries().stream().mapToLong(CostEntry::value).sum()).as("seed %d", seed).isEqualTo(pool.value());
      assertThat(pool.units()).isNotNegative();
      assertThat(pool.value()).as("seed %d", seed).isNotNegative();
    }
  }

  /** What came in, costs told later included; or what sales took. */
  private static long sum(CostBook book, boolean in) {
    return book.entries().stream()
        .mapToLong(
            entry ->
                in
                    ? entry.units() >= 0 ? entry.value() + entry.sales() : 0
                    : entry.units() == 0 ? entry.sales() : entry.units() < 0 ? -entry.value() : 0)
        .sum();
  }

  private static CostBook book(CostMethod method) {
    return new CostBook(List.of(new CostPool("A", method, "USD", 0, 0, 1)), List.of());
  }

  private static CostPool pool(CostBook book) {
    return book.pools().iterator().next();
  }

  private static CostEntry last(CostBook book) {
    return book.entries().getLast();
  }

  private static CostLine line(int id, long units, @Nullable Long cost) {
    CostReason reason = units > 0 ? CostReason.RECEIVED : CostReason.SHIPPED;
    return new CostLine(new UUID(0, id), "A", reason, units, cost, null, NOW.plusSeconds(id));
  }
}
