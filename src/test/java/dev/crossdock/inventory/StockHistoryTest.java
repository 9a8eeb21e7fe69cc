package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.inventory.history.Position;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.testing.Db;
import dev.crossdock.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stock as it was, by two clocks. */
class StockHistoryTest {

  private static final long SEED = 20261121;
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final StockKey A_NYC = new StockKey("A", "NYC");

  @RegisterExtension
  final Db db = Db.fresh();

  private final SettableTime time = new SettableTime(START);
  private World world;
  private Door door;
  private Stock stock;

  @BeforeEach
  void opens() {
    world = new World(db.dataSource()).locations("NYC", "LAX");
    world.skus.addAll(List.of("A", "B"));
    door = new Door(db.dataSource(), time);
    Ids ids = new Ids(time, new Random(SEED));
    stock = new Stock(world, new Journal(ids), ids);
  }

  @Test
  void tellsWhatWasTrueThenAndWhatWasKnownThen() {
    until(hour(10));
    write(tx -> stock.adjust(tx, List.of(Adjustment.received("A", "NYC", 10, "PO-1", hour(10)))));
    until(hour(20));
    write(tx -> stock.adjust(tx, List.of(new Adjustment("A", "NYC", -3, StockReason.LOST, null, hour(12)))));

    assertThat(onHand(hour(9), hour(30))).isZero();
    assertThat(onHand(hour(15), hour(15))).as("the loss was not known yet").isEqualTo(10);
    assertThat(onHand(hour(15), hour(20))).as("the loss had happened").isEqualTo(7);
    assertThat(onHand(hour(11), hour(20))).as("the loss had not happened").isEqualTo(10);
  }

  @Test
  void tellsWhatWasUnavailableByReason() {
    until(hour(1));
    write(tx -> stock.setOnHand(tx, List.of(new StockSet("A", "NYC", 10))));
    write(tx -> stock.block(tx, List.of(blocking(UnavailableReason.DAMAGED, 2, 1))));
    until(hour(2));
    write(tx -> stock.block(tx, List.of(blocking(UnavailableReason.DAMAGED, -2, 2))));
    write(tx -> stock.block(tx, List.of(blocking(UnavailableReason.QUALITY_CONTROL, 5, 2))));

    assertThat(then("A", hour(1), hour(1)))
        .containsExactly(new Position(A_NYC, 10, 0, Map.of(UnavailableReason.DAMAGED, 2L)));
    assertThat(then("A", hour(2), hour(2)))
        .containsExactly(new Position(A_NYC, 10, 0, Map.of(UnavailableReason.QUALITY_CONTROL, 5L)));
  }

  @Test
  void pagesThroughAllLevelsInTheirOrder() {
    write(
        tx ->
            stock.setOnHand(
                tx,
                List.of(
                    new StockSet("A", "LAX", 1),
                    new StockSet("A", "NYC", 2),
                    new StockSet("B", "LAX", 3),
                    new StockSet("B", "NYC", 4))));

    List<Position> first = list(new PositionQuery(null, null, null, null, 3));
    List<Position> rest = list(new PositionQuery(null, null, null, first.getLast().key(), 3));

    assertThat(first).extracting(Position::onHand).containsExactly(1L, 2L, 3L);
    assertThat(rest).extracting(Position::onHand).containsExactly(4L);
    List<Position> there = list(new PositionQuery(null, null, "LAX", null, 9));
    assertThat(there).extracting(Position::onHand).containsExactly(1L, 3L);
    List<Position> alike = list(new PositionQuery(null, "B", null, null, 9));
    assertThat(alike).extracting(Position::onHand).containsExactly(3L, 4L);
    assertThat(list(new PositionQuery(null, "B%", null, null, 9))).isEmpty();
  }

  /** Adjustments at random, often told late: each pair of clocks must find exactly what a list in memory finds. */
  @Test
  void agreesWithAListInMemory() {
    record Told(int delta, Instant happened, Instant recorded) {}
    Random random = new Random(SEED);
    List<Told> all = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      time.tick(Duration.ofMinutes(random.nextInt(90)));
      Instant now = time.instant();
      Instant happened = random.nextBoolean() ? now : now.minus(Duration.ofMinutes(random.nextInt(3_000)));
      int delta = 1 + random.nextInt(9);
      all.add(new Told(delta, happened, now));
      write(tx -> stock.adjust(tx, List.of(Adjustment.received("A", "NYC", delta, null, happened))));
    }
    for (int i = 0; i < 60; i++) {
      Instant at = all.get(random.nextInt(all.size())).happened();
      Instant knownAt = all.get(random.nextInt(all.size())).recorded();
      long expected =
          all.stream()
              .filter(told -> !told.happened().isAfter(at) && !told.recorded().isAfter(knownAt))
              .mapToLong(Told::delta)
              .sum();
      assertThat(onHand(at, knownAt)).as("seed " + SEED + ", " + at + " known at " + knownAt).isEqualTo(expected);
    }
  }

  private List<Position> list(PositionQuery query) {
    List<Position> now = door.read(World.MERCHANT, tx -> world.history.now(tx, query));
    AsOf today = new AsOf(time.instant(), time.instant());
    List<Position> then = door.read(World.MERCHANT, tx -> world.history.then(tx, query, today));
    assertThat(then).isEqualTo(now);
    return now;
  }

  private long onHand(Instant at, Instant knownAt) {
    Map<StockKey, Long> units = new HashMap<>();
    then("A", at, knownAt).forEach(position -> units.put(position.key(), position.onHand()));
    return units.getOrDefault(A_NYC, -1L);
  }

  private List<Position> then(String sku, Instant at, Instant knownAt) {
    return door.read(
        World.MERCHANT, tx -> world.history.then(tx, PositionQuery.of(sku), new AsOf(at, knownAt)));
  }

  private StockChange write(Function<Tx, StockChange> work) {
    StockChange change =
        door.write(World.MERCHANT, Cause.of(Actor.system("test"), "test", new UUID(0, 1)), work);
    assertThat(change.errors()).isEmpty();
    return change;
  }

  private static Blocking blocking(UnavailableReason reason, int units, int hour) {
    return new Blocking("A", "NYC", reason, units, null, hour(hour));
  }

  private void until(Instant instant) {
    time.tick(Duration.between(time.instant(), instant));
  }

  private static Instant hour(int hour) {
    return START.plus(Duration.ofHours(hour));
  }
}
