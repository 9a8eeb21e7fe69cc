package dev.crossdock.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Lacking.Lack;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.lots.internal.LotBook;
import dev.crossdock.inventory.NotReserved.Unheld;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What requests do to levels, worked out without a database. */
class StockBookTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final UUID DOCUMENT = new UUID(0, 1);
  private static final StockKey HERE = new StockKey("A", "NYC");

  @Test
  void shipsWhatACountHadMissedAndSaysSo() {
    StockBook book = book(new LevelRow(HERE, 3, 5, 0, 0, 7), 5);

    book.ship(reservation(5), StockReason.SHIPPED, NOW, List.of());

    assertThat(book.level(HERE)).isEqualTo(new LevelRow(HERE, 0, 0, 0, 0, 7));
    assertThat(book.ledger())
        .containsExactly(
            new LedgerLine(HERE, 2, 0, StockReason.FOUND_BY_SHIPPING, DOCUMENT.toString(), NOW),
            new LedgerLine(HERE, -5, -5, StockReason.SHIPPED, DOCUMENT.toString(), NOW));
  }

  @Test
  void keepsTheCountedTruthBelowThePromised() {
    StockBook book = book(new LevelRow(HERE, 10, 5, 0, 0, 7), 5);

    book.count(HERE, 3, List.of(), NOW);

    assertThat(book.level(HERE)).isEqualTo(new LevelRow(HERE, 3, 5, 0, 0, 8));
    assertThat(book.level(HERE).shortfall()).isEqualTo(2);
    assertThat(book.level(HERE).available()).isZero();
    assertThat(book.shortfalls()).containsExactly(HERE);
    assertThat(book.rose()).isEmpty();
  }

  @Test
  void doesNotCallItARiseWhenAShortfallOnlyShrinks() {
    StockBook book = book(new LevelRow(HERE, 3, 5, 0, 0, 7), 5);

    book.count(HERE, 5, List.of(), NOW);
    assertThat(book.rose()).isEmpty();

    book.count(HERE, 6, List.of(), NOW);
    assertThat(book.rose()).containsExactly(HERE);
  }

  @Test
  void refusesWhatALineDoesNotHoldEvenInParts() {
    StockBook book = book(new LevelRow(HERE, 10, 5, 0, 0, 7), 5);

    book.release(reservation(3), StockReason.RELEASED, NOW);
    book.release(reservation(3), StockReason.RELEASED, NOW);

    assertThat(book.refused()).isTrue();
    assertThat(book.unheld()).containsExactly(new Unheld(reservation(3), 2));
  }

  @Test
  void addsUpWhatALevelLacks() {
    StockBook book = book(new LevelRow(HERE, 10, 9, 0, 0, 7), 0);

    book.reserve(reservation(2), StockReason.MOVED, NOW);
    book.reserve(reservation(3), StockReason.MOVED, NOW);

    assertThat(book.lacks()).containsExactly(new Lack(HERE, 5, 1));
    assertThat(book.ledger()).isEmpty();
  }

  @Test
  void numbersEachChangeOfALevelOnItsOwn() {
    StockBook book = new StockBook(Map.of(), Map.of(), LotBook.none(NOW));

    book.adjust(Adjustment.received("A", "NYC", 4, "PO-1", NOW));
    book.adjust(new Adjustment("A", "NYC", -1, StockReason.DAMAGED, null, NOW));

    assertThat(book.inserted()).containsExactly(new LevelRow(HERE, 3, 0, 0, 0, 2));
    assertThat(book.updated()).isEmpty();
  }

  private static StockBook book(LevelRow level, int held) {
    return new StockBook(Map.of(HERE, level), Map.of(HeldKey.of(reservation(1)), held), LotBook.none(NOW));
  }

  private static Reservation reservation(int units) {
    return new Reservation(DOCUMENT, 1, "A", "NYC", units);
  }
}
