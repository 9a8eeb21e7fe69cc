package dev.crossdock.inventory;

import dev.crossdock.inventory.counting.CountCommand;
import dev.crossdock.inventory.counting.CountCommand.Counted;
import dev.crossdock.inventory.counting.CountInput;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.lots.LotAt;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.Pick;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.inventory.transfers.TransferCommand.Units;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.TransferState;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of many that work with the same lots; it remembers by how much it changed each level. */
final class LotWriter {

  static final List<String> SKUS = List.of("MILK", "NUTS", "PHONE");
  static final List<String> LOCATIONS = List.of("EAST", "WEST");

  private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");
  private static final LocalDate FAR_AWAY = LocalDate.parse("2199-01-01");

  private final World world;
  private final int number;
  private final Random random;
  private final List<Reservation> held = new ArrayList<>();
  private final List<Transfer> transfers = new ArrayList<>();
  private final List<StockCount> counts = new ArrayList<>();
  private final Map<StockKey, Integer> onHand = new HashMap<>();
  private int documents;

  LotWriter(World world, int number, long seed) {
    this.world = world;
    this.number = number;
    this.random = new Random(seed + number);
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> receive();
        case 3, 4 -> reserve();
        case 5, 6 -> ship();
        case 7 -> {
          if (random.nextBoolean()) {
            count();
          } else {
            cycleCount();
          }
        }
        case 8 -> block();
        case 9, 10 -> transfer();
        default -> world.write(tx -> world.lots.expire(tx, 50));
      }
    }
  }

  int onHand(StockKey key) {
    return onHand.getOrDefault(key, 0);
  }

  private void receive() {
    StockKey key = key();
    List<LotUnits> lots = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      lots.add(lot(key.sku(), 1 + random.nextInt(4)));
    }
    int units = Math.toIntExact(LotUnits.sum(lots));
    adjust(key, units, StockReason.RECEIVED, lots);
  }

  private void adjust(StockKey key, int delta, StockReason reason, List<LotUnits> lots) {
    StockChange change =
        world.write(
            tx ->
                world.stock.adjust(
                    tx,
                    List.of(
                        new Adjustment(
                            key.sku(), key.location(), delta, reason, null, tx.now(), lots, cost(key.sku())))));
    if (change.changed() == 1) {
      onHand.merge(key, delta, Integer::sum);
    }
  }

  private @Nullable UnitCost cost(String sku) {
    return sku.equals("NUTS") || random.nextInt(5) == 0 ? null : new UnitCost(random.nextInt(1_000), "USD");
  }

  private void reserve() {
    StockKey key = key();
    Reservation wanted =
        new Reservation(new UUID(number, documents++), 1, key.sku(), key.location(), 1 + random.nextInt(4));
    if (world.write(tx -> world.stock.reserve(tx, List.of(wanted))) instanceof ReserveOutcome.Reserved) {
      held.add(wanted);
    }
  }

  private void ship() {
    if (held.isEmpty()) {
      return;
    }
    Reservation line = held.remove(random.nextInt(held.size()));
    if (random.nextInt(4) == 0) {
      world.write(tx -> world.stock.release(tx, List.of(line)));
      return;
    }
    LotUnits picked = some(line.key());
    if (picked != null) {
      LotUnits one = new LotUnits(picked.lot(), null, 1);
      Pick pick = new Pick(line.document(), 1, line.sku(), line.location(), List.of(one));
      world.write(tx -> world.picks.put(tx, List.of(pick)));
    }
    long before = found(line);
    ReleaseOutcome outcome = world.write(tx -> world.stock.ship(tx, List.of(line), tx.now()));
    if (!(outcome instanceof ReleaseOutcome.Released)) {
      throw new AssertionError("held by this writer alone, and yet " + outcome);
    }
    onHand.merge(line.key(), Math.toIntExact(found(line) - before) - line.units(), Integer::sum);
  }

  /** Units that this line's document was found to have shipped beyond what was known. */
  private long found(Reservation line) {
    return world
        .sql
        .sql(
            """
            select coalesce(sum(on_hand_delta), 0) from stock_ledger
            where merchant = 1 and document = :document and reason = 'FOUND_BY_SHIPPING'
            """)
        .param("document", line.document().toString())
        .query(Long.class)
        .single();
  }

  private void count() {
    StockKey key = key();
    LotUnits lot = some(key);
    if (lot == null) {
      return;
    }
    int units = key.sku().equals("PHONE") ? random.nextInt(2) : random.nextInt(6);
    StockSet set = new StockSet(key.sku(), key.location(), units, lot.lot(), null);
    int changed =
        world.write(
            tx -> {
              world.stock.lock(tx, Set.of(key));
              int was = there(tx, key, lot.lot());
              return world.stock.setOnHand(tx, List.of(set)).changed() == 1 ? units - was : 0;
            });
    onHand.merge(key, changed, Integer::sum);
  }

  private void cycleCount() {
    if (counts.isEmpty() || random.nextInt(3) == 0) {
      StockKey key = key();
      CountInput input =
          new CountInput(null, key.location(), 2, List.of(new CountInput.Line(key.sku(), null)));
      if (world.write(tx -> world.counts.begin(tx, input)) instanceof Decided.Accepted<StockCount>(StockCount begun)) {
        counts.add(begun);
      }
      return;
    }
    StockCount before = counts.remove(random.nextInt(counts.size()));
    StockKey key = new StockKey(before.lines().getFirst().sku(), before.location());
    CountCommand command =
        random.nextInt(6) == 0
            ? new CountCommand.Cancel()
            : before.lines().getFirst().state() == LineState.COUNTING
                ? seen(key)
                : random.nextBoolean()
                    ? new CountCommand.Approve(List.of(1))
                    : new CountCommand.Recount(List.of(1));
    Decided<StockCount> decided = world.write(tx -> world.counts.execute(tx, before.id(), command));
    StockCount after = decided instanceof Decided.Accepted<StockCount>(StockCount changed) ? changed : before;
    StockCount.Line line = after.lines().getFirst();
    if (after.state() == StockCount.State.OPEN) {
      counts.add(after);
    } else if (line.state() == LineState.BOOKED) {
      onHand.merge(key, Objects.requireNonNull(line.variance()), Integer::sum);
    }
  }

  /** What somebody counts who overlooks some lots, miscounts others, and finds one. */
  private CountCommand seen(StockKey key) {
    Map<String, LotUnits> seen = new HashMap<>();
    for (LotAt lot : world.read(tx -> world.lots.of(tx, key.sku()))) {
      if (lot.location().equals(key.location()) && !lot.lot().isEmpty() && random.nextInt(8) > 0) {
        int wrong = !key.sku().equals("PHONE") && random.nextInt(4) == 0 ? random.nextInt(3) : 0;
        seen.put(lot.lot(), new LotUnits(lot.lot(), null, lot.onHand() + wrong));
      }
    }
    if (random.nextInt(3) == 0) {
      LotUnits found = lot(key.sku(), 1);
      seen.putIfAbsent(found.lot(), found);
    }
    List<LotUnits> lots = List.copyOf(seen.values());
    Instant at = world.write(tx -> tx.now());
    return new CountCommand.Submit(List.of(new Counted(1, LotUnits.sum(lots), lots)), at);
  }

  private int there(Tx tx, StockKey key, String lot) {
    return world.lots.of(tx, key.sku()).stream()
        .filter(at -> at.location().equals(key.location()) && at.lot().equals(lot))
        .mapToInt(LotAt::onHand)
        .sum();
  }

  private void block() {
    StockKey key = key();
    LotUnits lot = some(key);
    if (lot != null) {
      int units = random.nextInt(3) == 0 ? -1 : 1;
      Blocking blocking =
          new Blocking(
              key.sku(), key.location(), UnavailableReason.DAMAGED, units, null, World.THEN,
              List.of(new LotUnits(lot.lot(), null, 1)));
      world.write(tx -> world.stock.block(tx, List.of(blocking)));
    }
  }

  private void transfer() {
    if (transfers.isEmpty() || random.nextInt(3) == 0) {
      StockKey from = key();
      String to = from.location().equals("EAST") ? "WEST" : "EAST";
      TransferInput.Line line = new TransferInput.Line(from.sku(), 1 + random.nextInt(4));
      accept(
          world.write(
              tx ->
                  world.transfers.request(
                      tx, new TransferInput(null, from.location(), to, null, List.of(line)))));
      return;
    }
    Transfer transfer = transfers.remove(random.nextInt(transfers.size()));
    Transfer.Line line = transfer.lines().getFirst();
    boolean leaves = transfer.state() == TransferState.REQUESTED;
    TransferCommand command =
        leaves
            ? new TransferCommand.Ship(List.of(), World.THEN)
            : random.nextInt(4) == 0
                ? new TransferCommand.Complete()
                : new TransferCommand.Receive(
                    "DN-" + transfer.version(), List.of(new Units(1, line.inTransit(), 0)), World.THEN);
    Transfer after = accept(world.write(tx -> world.transfers.execute(tx, transfer.id(), command)));
    if (after == null) {
      return;
    }
    if (leaves) {
      long found = found(new Reservation(transfer.id(), 1, line.sku(), transfer.from(), 1));
      onHand.merge(
          new StockKey(line.sku(), transfer.from()), Math.toIntExact(found) - line.requested(), Integer::sum);
    } else {
      int came = after.lines().getFirst().received() - line.received();
      onHand.merge(new StockKey(line.sku(), transfer.to()), came, Integer::sum);
    }
  }

  private @Nullable Transfer accept(Decided<Transfer> decided) {
    return switch (decided) {
      case Decided.Accepted<Transfer>(Transfer transfer) -> {
        if (transfer.state() == TransferState.REQUESTED || transfer.state() == TransferState.SHIPPED) {
          transfers.add(transfer);
        }
        yield transfer;
      }
      case Decided.Refused<Transfer> refused -> null;
    };
  }

  /** A lot that lay there a moment ago. */
  private @Nullable LotUnits some(StockKey key) {
    List<LotAt> lots =
        world.read(tx -> world.lots.of(tx, key.sku())).stream()
            .filter(lot -> lot.location().equals(key.location()) && !lot.lot().isEmpty())
            .toList();
    return lots.isEmpty() ? null : new LotUnits(lots.get(random.nextInt(lots.size())).lot(), null, 1);
  }

  /** Few names, so that writers meet: a lot's expiry follows from its name. */
  private LotUnits lot(String sku, int units) {
    int n = random.nextInt(sku.equals("PHONE") ? 60 : 8);
    LocalDate day = n < 3 ? LONG_AGO : FAR_AWAY;
    return new LotUnits("L" + n, sku.equals("MILK") ? day.plusDays(n) : null, sku.equals("PHONE") ? 1 : units);
  }

  private StockKey key() {
    return new StockKey(SKUS.get(random.nextInt(SKUS.size())), LOCATIONS.get(random.nextInt(LOCATIONS.size())));
  }
}
