package dev.crossdock.inventory;

import dev.crossdock.inventory.counting.BinSet;
import dev.crossdock.inventory.counting.CountCommand;
import dev.crossdock.inventory.counting.CountInput;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.Line;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Received;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.inventory.transfers.TransferCommand.Units;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.TransferState;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of many that work with every document at the same time on the same few levels. It remembers by how much it
 * changed each level, from the answers it was given and nothing else.
 */
final class DocumentWriter {

  static final List<String> SKUS = List.of("HOT", "WARM");
  static final List<String> LOCATIONS = List.of("EAST", "WEST");

  private final World world;
  private final int number;
  private final Random random;
  private final List<Reservation> held = new ArrayList<>();
  private final List<PurchaseOrder> orders = new ArrayList<>();
  private final List<Transfer> transfers = new ArrayList<>();
  private final List<StockCount> counts = new ArrayList<>();
  private final Map<StockKey, Integer> onHand = new HashMap<>();
  private final Map<StockKey, Integer> reserved = new HashMap<>();
  private final Map<StockKey, Integer> unavailable = new HashMap<>();
  private int documents;

  DocumentWriter(World world, int number, long seed) {
    this.world = world;
    this.number = number;
    this.random = new Random(seed + number);
  }

  /** Makes so many random steps, each a transaction of its own. */
  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> reserve();
        case 3, 4 -> giveBackOrShip();
        case 5, 6 -> purchaseOrder();
        case 7, 8 -> transfer();
        case 9 -> count();
        case 10 -> block();
        default -> bins();
      }
    }
  }

  int onHand(StockKey key) {
    return onHand.getOrDefault(key, 0);
  }

  int reserved(StockKey key) {
    return reserved.getOrDefault(key, 0);
  }

  int unavailable(StockKey key) {
    return unavailable.getOrDefault(key, 0);
  }

  private void reserve() {
    UUID document = new UUID(number, documents++);
    Reservation wanted = new Reservation(document, 1, sku(), location(), 1 + random.nextInt(3));
    if (world.write(tx -> world.stock.reserve(tx, List.of(wanted))) instanceof ReserveOutcome.Reserved) {
      held.add(wanted);
      add(reserved, wanted.key(), wanted.units());
    }
  }

  private void giveBackOrShip() {
    if (held.isEmpty()) {
      return;
    }
    Reservation gone = held.remove(random.nextInt(held.size()));
    boolean ships = random.nextBoolean();
    ReleaseOutcome outcome =
        world.write(
            tx ->
                ships
                    ? world.stock.ship(tx, List.of(gone), tx.now())
                    : world.stock.release(tx, List.of(gone)));
    if (!(outcome instanceof ReleaseOutcome.Released)) {
      throw new AssertionError("held by this writer alone, and yet " + outcome);
    }
    add(reserved, gone.key(), -gone.units());
    if (ships) {
      add(onHand, gone.key(), -gone.units());
    }
  }

  private void purchaseOrder() {
    if (orders.isEmpty() || random.nextInt(3) == 0) {
      PurchaseOrderInput.Line line = new PurchaseOrderInput.Line(sku(), 1 + random.nextInt(9), cost());
      PurchaseOrderInput input = new PurchaseOrderInput(null, "ACME", location(), 0, null, List.of(line));
      decided(tx -> world.purchaseOrders.place(tx, input)).ifPresent(orders::add);
      return;
    }
    PurchaseOrder order = orders.remove(random.nextInt(orders.size()));
    PurchaseOrder.Line line = order.lines().getFirst();
    int units = 1 + random.nextInt(Math.max(1, line.outstanding()));
    int damaged = random.nextInt(units + 1);
    String note = "DN-" + order.version();
    Optional<PurchaseOrder> after =
        decided(
            tx ->
                world.purchaseOrders.execute(
                    tx,
                    order.id(),
                    random.nextInt(5) == 0
                        ? new PurchaseOrderCommand.Close()
                        : new PurchaseOrderCommand.Receive(
                            note, List.of(new Received(1, units, damaged, 0)), tx.now())));
    if (after.isPresent()) {
      PurchaseOrder.Line now = after.get().lines().getFirst();
      StockKey key = new StockKey(line.sku(), order.location());
      add(onHand, key, now.received() - line.received());
      add(unavailable, key, now.received() > line.received() ? damaged : 0);
      if (now.outstanding() > 0) {
        orders.add(after.get());
      }
    }
  }

  private @Nullable UnitCost cost() {
    return random.nextInt(4) == 0 ? null : new UnitCost(random.nextInt(1_000), "USD");
  }

  private void transfer() {
    if (transfers.isEmpty() || random.nextInt(3) == 0) {
      String from = location();
      String to = from.equals("EAST") ? "WEST" : "EAST";
      TransferInput.Line line = new TransferInput.Line(sku(), 1 + random.nextInt(5));
      decided(tx -> world.transfers.request(tx, new TransferInput(null, from, to, null, List.of(line))))
          .ifPresent(
              transfer -> {
                transfers.add(transfer);
                add(reserved, new StockKey(line.sku(), from), Math.toIntExact(line.units()));
              });
      return;
    }
    Transfer before = transfers.remove(random.nextInt(transfers.size()));
    Transfer.Line line = before.lines().getFirst();
    int units = 1 + random.nextInt(line.requested());
    Transfer after =
        decided(tx -> world.transfers.execute(tx, before.id(), next(before, units, tx))).orElseThrow();
    Transfer.Line now = after.lines().getFirst();
    StockKey from = new StockKey(line.sku(), before.from());
    if (before.state() == TransferState.REQUESTED) {
      add(reserved, from, -line.requested());
      add(onHand, from, -now.shipped());
    }
    add(onHand, new StockKey(line.sku(), before.to()), now.received() - line.received());
    if (after.state() == TransferState.SHIPPED) {
      transfers.add(after);
    }
  }

  private TransferCommand next(Transfer transfer, int units, Tx tx) {
    List<Units> lines = List.of(new Units(1, units, 0));
    return switch (transfer.state()) {
      case REQUESTED ->
          random.nextInt(4) == 0 ? new TransferCommand.Cancel() : new TransferCommand.Ship(lines, tx.now());
      case SHIPPED ->
          random.nextInt(4) == 0
              ? new TransferCommand.Complete()
              : new TransferCommand.Receive("DN-" + transfer.version(), lines, tx.now());
      case COMPLETED, CANCELLED -> throw new AssertionError("not remembered any more");
    };
  }

  private void count() {
    if (counts.isEmpty() || random.nextInt(3) == 0) {
      CountInput.Line line = new CountInput.Line(sku(), random.nextBoolean() ? "R" + random.nextInt(3) : null);
      decided(tx -> world.counts.begin(tx, new CountInput(null, location(), 1, List.of(line))))
          .ifPresent(
              count -> {
                counts.add(count);
                add(unavailable, key(count), count.lines().getFirst().frozen());
              });
      return;
    }
    StockCount before = counts.remove(random.nextInt(counts.size()));
    Line line = before.lines().getFirst();
    CountCommand.Counted counted =
        new CountCommand.Counted(1, Math.max(0, line.expected() + random.nextInt(7) - 3));
    Optional<StockCount> after =
        decided(
            tx ->
                world.counts.execute(
                    tx,
                    before.id(),
                    random.nextInt(5) == 0
                        ? new CountCommand.Cancel()
                        : line.state() == LineState.TO_APPROVE
                            ? new CountCommand.Approve(List.of(1))
                            : new CountCommand.Submit(List.of(counted), tx.now())));
    StockCount known = after.orElse(before);
    Line now = known.lines().getFirst();
    if (known.state() == StockCount.State.OPEN) {
      counts.add(known);
      return;
    }
    add(unavailable, key(before), -line.frozen());
    if (now.state() == LineState.BOOKED && now.variance() != null) {
      add(onHand, key(before), now.variance());
    }
  }

  private void block() {
    int units = (1 + random.nextInt(4)) * (random.nextInt(3) == 0 ? 1 : -1);
    StockKey key = new StockKey(sku(), location());
    StockChange change =
        world.write(
            tx ->
                world.stock.block(
                    tx,
                    List.of(
                        new Blocking(
                            key.sku(), key.location(), UnavailableReason.QUALITY_CONTROL, units, null, tx.now()))));
    if (change.changed() == 1) {
      add(unavailable, key, units);
    }
  }

  private void bins() {
    BinSet set = new BinSet(sku(), location(), "R" + random.nextInt(3), random.nextInt(8));
    world.write(tx -> world.bins.put(tx, List.of(set)));
  }

  private <D> Optional<D> decided(Function<Tx, Decided<D>> work) {
    return switch (world.write(work)) {
      case Decided.Accepted<D>(D document) -> Optional.of(document);
      case Decided.Refused<D> refused -> Optional.empty();
    };
  }

  private static StockKey key(StockCount count) {
    return new StockKey(count.lines().getFirst().sku(), count.location());
  }

  private static void add(Map<StockKey, Integer> sums, StockKey key, int units) {
    sums.merge(key, units, Integer::sum);
  }

  private String sku() {
    return SKUS.get(random.nextInt(SKUS.size()));
  }

  private String location() {
    return LOCATIONS.get(random.nextInt(LOCATIONS.size()));
  }
}
