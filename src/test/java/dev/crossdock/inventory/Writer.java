package dev.crossdock.inventory;

import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * One of many that change the same few levels at the same time, each remembering what it should hold. Its documents
 * are its own, so its memory is exact whatever the others do.
 */
final class Writer {

  static final List<String> SKUS = List.of("HOT", "WARM", "COUNTED");
  static final List<String> LOCATIONS = List.of("EAST", "WEST");

  /** The way to reserve that is put to the test. */
  interface Reserving extends BiFunction<Tx, List<Reservation>, ReserveOutcome> {}

  private record Held(UUID document, int line, StockKey key) {}

  private final World world;
  private final Reserving reserving;
  private final int number;
  private final Random random;
  private final Map<Held, Integer> held = new HashMap<>();
  private final Map<StockKey, Long> onHandDeltas = new HashMap<>();
  private int documents;

  Writer(World world, Reserving reserving, int number, long seed) {
    this.world = world;
    this.reserving = reserving;
    this.number = number;
    this.random = new Random(seed + number);
  }

  /** Makes so many random steps, each a transaction of its own. */
  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(11)) {
        case 0, 1, 2, 3 -> reserve();
        case 4 -> release();
        case 5 -> ship();
        case 6 -> move();
        case 7 -> count();
        case 8 -> adjust();
        case 9 -> block();
        default -> everythingAtOnce();
      }
    }
  }

  /** What this writer should still hold of each level. */
  Map<StockKey, Integer> held() {
    Map<StockKey, Integer> sums = new HashMap<>();
    held.forEach((row, units) -> sums.merge(row.key(), units, Integer::sum));
    return sums;
  }

  /** By how much this writer changed what lies there, counts apart. */
  Map<StockKey, Long> onHandDeltas() {
    return onHandDeltas;
  }

  private void reserve() {
    List<Reservation> wanted = wanted();
    ReserveOutcome outcome = world.write(tx -> reserving.apply(tx, wanted));
    if (outcome instanceof ReserveOutcome.Reserved) {
      wanted.forEach(this::remember);
    }
  }

  private void release() {
    List<Reservation> some = some();
    forget(some, world.write(tx -> world.stock.release(tx, some)));
  }

  private void ship() {
    List<Reservation> some = some();
    ReleaseOutcome outcome = world.write(tx -> world.stock.ship(tx, some, Instant.EPOCH));
    forget(some, outcome);
    some.forEach(gone -> onHandDeltas.merge(gone.key(), (long) -gone.units(), Long::sum));
  }

  private void move() {
    List<Reservation> some = some();
    List<Move> moves = some.stream().map(Writer::elsewhere).toList();
    if (world.write(tx -> world.stock.move(tx, moves)) instanceof MoveOutcome.Moved) {
      some.forEach(gone -> remember(gone, -gone.units()));
      moves.forEach(to -> remember(new Reservation(to.document(), to.line(), to.sku(), to.to(), to.units())));
    }
  }

  /** Sometimes more and sometimes less than is promised. */
  private void count() {
    StockSet set = new StockSet("COUNTED", location(), random.nextInt(60));
    world.write(tx -> world.stock.setOnHand(tx, List.of(set)));
  }

  private void adjust() {
    StockReason reason = random.nextBoolean() ? StockReason.FOUND : StockReason.LOST;
    int delta = (1 + random.nextInt(5)) * (reason == StockReason.FOUND ? 1 : -1);
    Adjustment adjustment = new Adjustment(sku(), location(), delta, reason, null, Instant.EPOCH);
    if (world.write(tx -> world.stock.adjust(tx, List.of(adjustment))).changed() == 1) {
      onHandDeltas.merge(adjustment.key(), (long) delta, Long::sum);
    }
  }

  private void block() {
    UnavailableReason reason =
        random.nextBoolean() ? UnavailableReason.DAMAGED : UnavailableReason.QUALITY_CONTROL;
    int units = (1 + random.nextInt(4)) * (random.nextInt(3) == 0 ? 1 : -1);
    Blocking blocking = new Blocking(sku(), location(), reason, units, null, Instant.EPOCH);
    world.write(tx -> world.stock.block(tx, List.of(blocking)));
  }

  /** Ships, gives back and reserves in one transaction, as a batch of orders does. */
  private void everythingAtOnce() {
    List<Reservation> some = some();
    List<Reservation> shipped = some.subList(0, some.size() / 2);
    List<Reservation> released = some.subList(some.size() / 2, some.size());
    List<Reservation> wanted = wanted();
    Set<StockKey> keys = new HashSet<>();
    some.forEach(reservation -> keys.add(reservation.key()));
    wanted.forEach(reservation -> keys.add(reservation.key()));
    ReserveOutcome outcome =
        world.write(
            tx -> {
              world.stock.lock(tx, keys);
              require(world.stock.ship(tx, shipped, Instant.EPOCH));
              require(world.stock.release(tx, released));
              return reserving.apply(tx, wanted);
            });
    some.forEach(gone -> remember(gone, -gone.units()));
    shipped.forEach(gone -> onHandDeltas.merge(gone.key(), (long) -gone.units(), Long::sum));
    if (outcome instanceof ReserveOutcome.Reserved) {
      wanted.forEach(this::remember);
    }
  }

  private List<Reservation> wanted() {
    UUID document = new UUID(number, documents++);
    List<Reservation> wanted = new ArrayList<>();
    for (int line = 1; line <= 1 + random.nextInt(4); line++) {
      wanted.add(new Reservation(document, line, sku(), location(), 1 + random.nextInt(3)));
    }
    return wanted;
  }

  /** A part of what is held. */
  private List<Reservation> some() {
    List<Reservation> some = new ArrayList<>();
    held.forEach(
        (row, units) -> {
          if (random.nextInt(4) == 0) {
            int part = 1 + random.nextInt(units);
            some.add(new Reservation(row.document(), row.line(), row.key().sku(), row.key().location(), part));
          }
        });
    return some;
  }

  private void forget(List<Reservation> some, ReleaseOutcome outcome) {
    require(outcome);
    some.forEach(gone -> remember(gone, -gone.units()));
  }

  private static void require(ReleaseOutcome outcome) {
    if (!(outcome instanceof ReleaseOutcome.Released)) {
      throw new AssertionError("held by this writer alone, and yet " + outcome);
    }
  }

  private void remember(Reservation reservation) {
    remember(reservation, reservation.units());
  }

  private void remember(Reservation reservation, int units) {
    Held key = new Held(reservation.document(), reservation.line(), reservation.key());
    held.merge(key, units, Integer::sum);
    held.remove(key, 0);
  }

  private static Move elsewhere(Reservation from) {
    String to = from.location().equals("EAST") ? "WEST" : "EAST";
    return new Move(from.document(), from.line(), from.sku(), from.location(), to, from.units());
  }

  private String sku() {
    return SKUS.get(random.nextInt(SKUS.size()));
  }

  private String location() {
    return LOCATIONS.get(random.nextInt(LOCATIONS.size()));
  }
}
