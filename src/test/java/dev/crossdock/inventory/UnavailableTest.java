package dev.crossdock.inventory;

import static dev.crossdock.inventory.World.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.inventory.Lacking.Lack;
import dev.crossdock.inventory.history.Position;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.testing.Db;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;

/** Units that lie there and may not be promised. */
class UnavailableTest {

  private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final StockKey A_NYC = new StockKey("A", "NYC");

  @RegisterExtension
  final Db db = Db.fresh();

  private World world;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource()).locations("NYC").count("A", "NYC", 10);
  }

  @AfterEach
  void addsUp() {
    assertThat(world.violations()).isEmpty();
  }

  @Test
  void areOnHandAndCannotBePromised() {
    StockChange change = block(UnavailableReason.DAMAGED, 4);

    assertThat(change).isEqualTo(new StockChange(1, 0, Set.of(), Set.of(), List.of()));
    assertThat(world.reserve(reservation(1, 7))).isEqualTo(new Lacking(List.of(new Lack(A_NYC, 7, 6))));
    assertThat(world.reserve(reservation(1, 6))).isEqualTo(new ReserveOutcome.Reserved());
    assertThat(world.reserve(reservation(2, 1))).isEqualTo(new Lacking(List.of(new Lack(A_NYC, 1, 0))));
    StockView view = world.read(tx -> world.stock.available(tx, Set.of("A")));
    assertThat(view.availableToPromise("A")).isZero();
    assertThat(world.journal()).endsWith("stock:A@NYC 2 stock.blocked");
  }

  @Test
  void mayBePromisedAgainWhenFreed() {
    block(UnavailableReason.DAMAGED, 4);
    block(UnavailableReason.QUALITY_CONTROL, 3);

    StockChange change = block(UnavailableReason.DAMAGED, -4);

    assertThat(change.rose()).containsExactly(A_NYC);
    assertThat(positions())
        .containsExactly(new Position(A_NYC, 10, 0, Map.of(UnavailableReason.QUALITY_CONTROL, 3L)));
  }

  @Test
  void shortenPromisesWhenMoreIsBlockedThanIsFree() {
    world.reserve(reservation(1, 8));

    StockChange change = block(UnavailableReason.DAMAGED, 5);

    assertThat(change.shortfalls()).containsExactly(A_NYC);
    StockAt level = world.read(tx -> world.stock.available(tx, Set.of("A"))).of("A").getFirst();
    assertThat(level.shortfall()).isEqualTo(3);
    assertThat(level.available()).isZero();
  }

  @Test
  void areRefusedByNameWhenTheyCannotBe() {
    block(UnavailableReason.DAMAGED, 4);

    StockChange change =
        world.write(
            tx ->
                world.stock.block(
                    tx,
                    List.of(
                        blocking("A", UnavailableReason.DAMAGED, 7),
                        blocking("A", UnavailableReason.DAMAGED, -5),
                        blocking("A", UnavailableReason.QUALITY_CONTROL, -1),
                        blocking("A", UnavailableReason.DAMAGED, 0),
                        blocking("A", UnavailableReason.DAMAGED, 1_000_000_000_000L),
                        blocking("A", UnavailableReason.DAMAGED, Long.MIN_VALUE),
                        blocking("Z", UnavailableReason.DAMAGED, 1),
                        new Blocking("A", "NYC", UnavailableReason.DAMAGED, 1, "two words", THEN),
                        new Blocking(
                            "A", "NYC", UnavailableReason.DAMAGED, 1, null, Instant.parse("2999-01-01T00:00:00Z")))));

    assertThat(change.changed()).isZero();
    assertThat(change.errors())
        .extracting(error -> error.index() + " " + error.field() + " " + error.rule())
        .containsExactlyInAnyOrder(
            "0 units range", "1 units range", "2 units range", "3 units range", "4 units range", "5 units range",
            "6 sku unknown", "7 document format", "8 happenedAt range");
  }

  @Test
  void areGuardedByTheDatabaseToo() {
    block(UnavailableReason.DAMAGED, 4);

    assertThatThrownBy(() -> world.sql.sql("update stock_level set reserved = 7").update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("no_oversell");
    assertThatThrownBy(() -> world.sql.sql("update stock_level set reserved = 7, shortfall = 2").update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("shortfall_exact");
  }

  private List<Position> positions() {
    return world.read(tx -> world.history.now(tx, PositionQuery.of("A")));
  }

  private StockChange block(UnavailableReason reason, long units) {
    StockChange change = world.write(tx -> world.stock.block(tx, List.of(blocking("A", reason, units))));
    assertThat(change.errors()).isEmpty();
    return change;
  }

  private static Blocking blocking(String sku, UnavailableReason reason, long units) {
    return new Blocking(sku, "NYC", reason, units, "QC-1", THEN);
  }

  private static Reservation reservation(int document, int units) {
    return new Reservation(document(document), 1, "A", "NYC", units);
  }
}
