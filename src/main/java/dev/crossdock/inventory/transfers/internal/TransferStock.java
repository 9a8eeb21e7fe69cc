package dev.crossdock.inventory.transfers.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Lacking;
import dev.crossdock.inventory.NotReserved;
import dev.crossdock.inventory.ReleaseOutcome;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.ReserveOutcome;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.costing.CostReason;
import dev.crossdock.inventory.costing.internal.CostLine;
import dev.crossdock.inventory.costing.internal.CostSettler;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.lots.ArrivedLot;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.Pick;
import dev.crossdock.inventory.lots.Picks;
import dev.crossdock.inventory.lots.internal.Arrivals;
import dev.crossdock.inventory.lots.internal.TransitStore;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.Transfer.Line;
import dev.crossdock.inventory.transfers.TransferCommand.Receive;
import dev.crossdock.inventory.transfers.TransferCommand.Ship;
import dev.crossdock.inventory.transfers.TransferCommand.Units;
import dev.crossdock.inventory.transfers.TransferState;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a transfer does to the levels at its two ends. */
public final class TransferStock {

  private final Stock stock;
  private final Ids ids;
  private final Picks picks;
  private final TransitStore transit = new TransitStore();

  public TransferStock(Stock stock, Ids ids) {
    this.stock = stock;
    this.ids = ids;
    this.picks = new Picks(stock);
  }

  /** Promises the requested units to the transfer; what is lacking is told by line, and nothing is promised. */
  public List<ItemError> reserve(Tx tx, Transfer transfer) {
    List<Reservation> wanted =
        transfer.lines().stream().map(line -> at(transfer, line, line.requested())).toList();
    return switch (stock.reserve(tx, wanted)) {
      case ReserveOutcome.Reserved() -> List.of();
      case Lacking lacking -> errors(transfer, lacking);
    };
  }

  /** Notes which lots leave, where they are named; what is wrong with them is told, and nothing is noted. */
  public List<ItemError> pick(Tx tx, Transfer transfer, Ship ship) {
    List<Pick> named =
        ship.lines().stream()
            .filter(units -> !units.lots().isEmpty())
            .map(
                units ->
                    new Pick(
                        transfer.id(), units.line(), sku(transfer, units), transfer.from(),
                        Arrivals.units(units.lots())))
            .toList();
    List<ItemError> errors = new ArrayList<>();
    for (ItemError error : picks.put(tx, named)) {
      int line = named.get(error.index()).line();
      int at = ship.lines().stream().map(Units::line).toList().indexOf(line);
      errors.add(new ItemError(0, "lines[" + at + "]." + error.field(), error.rule(), error.sentence()));
    }
    return errors;
  }

  /** What is on its way never arrives. */
  public void lose(Tx tx, Transfer transfer) {
    stock.lock(
        tx,
        transfer.lines().stream().map(line -> new StockKey(line.sku(), transfer.from())).collect(Collectors.toSet()));
    transit.lost(tx, transfer.id());
    List<CostLine> lost = new ArrayList<>();
    transfer.lines().stream()
        .filter(line -> line.lost() > 0)
        .forEach(line -> lost.add(cost(transfer, line, -line.lost(), tx.now())));
    CostSettler.note(tx, lost);
  }

  /** What was on its way is worth what it was; what never arrived, or was never sent, changes the value. */
  private CostLine cost(Transfer transfer, Line line, int units, Instant happenedAt) {
    CostReason reason = units < 0 ? CostReason.LOST : CostReason.FOUND;
    return new CostLine(ids.next(), line.sku(), reason, units, null, transfer.number(), happenedAt);
  }

  /** What is shipped leaves, the rest of what was promised is given back; the SKUs with more to promise. */
  public Set<String> ship(Tx tx, Transfer transfer, Instant happenedAt) {
    List<Reservation> sent = new ArrayList<>();
    List<Reservation> kept = new ArrayList<>();
    for (Line line : transfer.lines()) {
      if (line.shipped() > 0) {
        sent.add(at(transfer, line, line.shipped()));
      }
      if (line.shipped() < line.requested()) {
        kept.add(at(transfer, line, line.requested() - line.shipped()));
      }
    }
    stock.lock(
        tx,
        transfer.lines().stream().map(line -> new StockKey(line.sku(), transfer.from())).collect(Collectors.toSet()));
    skus(stock.sendAway(tx, sent, happenedAt));
    return skus(stock.release(tx, kept));
  }

  /** Gives back what was promised. */
  public Set<String> release(Tx tx, Transfer transfer) {
    return skus(stock.releaseAll(tx, Set.of(transfer.id())));
  }

  /** Locks the levels at the target; tells what would not fit there, and nothing else. */
  public List<ItemError> room(Tx tx, Transfer transfer, Receive receive) {
    Map<String, Long> came = new HashMap<>();
    Map<String, Long> damaged = new HashMap<>();
    for (Units units : receive.lines()) {
      came.merge(sku(transfer, units), units.units(), Long::sum);
      damaged.merge(sku(transfer, units), units.damaged(), Long::sum);
    }
    StockView view = stock.lockAvailable(tx, came.keySet());
    Rules rules = new Rules();
    came.forEach(
        (sku, units) -> {
          Optional<StockAt> level =
              view.of(sku).stream().filter(at -> at.location().code().equals(transfer.to())).findFirst();
          long onHand = level.map(StockAt::onHand).orElse(0) + units;
          rules.require(
              () -> onHand <= Rules.UNITS_MAX, "lines", "range", "On hand would become more than a level can hold.");
          rules.require(
              () -> damaged.getOrDefault(sku, 0L) <= Math.max(0, onHand - level.map(StockAt::unavailable).orElse(0)),
              "lines",
              "range",
              "More is blocked at this level than lies there: put that right before blocking more.");
        });
    return rules.clean()
        ? stock.judge(tx, adjustments(transfer, receive, lots(tx, transfer, receive))).stream()
            .map(Arrivals::told)
            .toList()
        : rules.errors();
  }

  /** Puts what arrived into the target's stock; the SKUs with more to promise. */
  public Set<String> receive(Tx tx, Transfer transfer, Receive receive) {
    List<List<ArrivedLot>> lots = lots(tx, transfer, receive);
    List<Blocking> blockings = new ArrayList<>();
    List<TransitStore.Lot> arrived = new ArrayList<>();
    for (int i = 0; i < receive.lines().size(); i++) {
      Units units = receive.lines().get(i);
      String sku = sku(transfer, units);
      if (units.damaged() > 0) {
        blockings.add(
            new Blocking(
                sku, transfer.to(), UnavailableReason.DAMAGED, units.damaged(), transfer.number(),
                receive.happenedAt(), Arrivals.blocked(lots.get(i), ArrivedLot::damaged)));
      }
      for (LotUnits lot : Arrivals.units(lots.get(i))) {
        arrived.add(new TransitStore.Lot("", sku, lot.lot(), Math.toIntExact(lot.units())));
      }
    }
    StockChange came = stock.book(tx, adjustments(transfer, receive, lots));
    transit.arrived(tx, transfer.id(), arrived);
    if (transfer.state() == TransferState.COMPLETED) {
      transit.lost(tx, transfer.id());
    }
    CostSettler.note(tx, found(transfer, receive));
    if (!came.errors().isEmpty() || !stock.block(tx, blockings).errors().isEmpty()) {
      throw new IllegalStateException("units that were judged could not be booked");
    }
    return came.rose().stream().map(StockKey::sku).collect(Collectors.toSet());
  }

  private List<CostLine> found(Transfer transfer, Receive receive) {
    List<CostLine> found = new ArrayList<>();
    for (Units units : receive.lines()) {
      Line line = transfer.lines().get(units.line() - 1);
      int more = Math.min(line.found(), Math.toIntExact(units.units()));
      if (more > 0) {
        found.add(cost(transfer, line, more, receive.happenedAt()));
      }
    }
    return found;
  }

  private static List<Adjustment> adjustments(Transfer transfer, Receive receive, List<List<ArrivedLot>> lots) {
    List<Adjustment> adjustments = new ArrayList<>();
    for (int i = 0; i < receive.lines().size(); i++) {
      Units units = receive.lines().get(i);
      adjustments.add(
          new Adjustment(
              sku(transfer, units), transfer.to(), units.units(), StockReason.TRANSFERRED_IN, transfer.number(),
              receive.happenedAt(), Arrivals.units(lots.get(i))));
    }
    return adjustments;
  }

  /** The lots of each line: those that are named, or else those that left, the ones that expire first. */
  private List<List<ArrivedLot>> lots(Tx tx, Transfer transfer, Receive receive) {
    Map<String, List<LotUnits>> sent = transit.of(tx, transfer.id());
    List<List<ArrivedLot>> lots = new ArrayList<>();
    for (Units units : receive.lines()) {
      List<LotUnits> coming = sent.getOrDefault(sku(transfer, units), List.of());
      lots.add(units.lots().isEmpty() ? first(coming, units) : units.lots());
      sent.put(sku(transfer, units), without(coming, Arrivals.units(lots.getLast())));
    }
    return lots;
  }

  /** Which of several lots is damaged nobody knows but who looked; of one lot it is clear. */
  private static List<ArrivedLot> first(List<LotUnits> coming, Units units) {
    List<LotUnits> taken = new ArrayList<>();
    long left = units.units();
    for (LotUnits lot : coming) {
      long some = Math.min(left, lot.units());
      if (some > 0) {
        taken.add(new LotUnits(lot.lot(), null, some));
        left -= some;
      }
    }
    if (taken.size() > 1 && units.damaged() > 0) {
      return List.of();
    }
    return taken.stream().map(lot -> new ArrivedLot(lot, units.damaged(), 0)).toList();
  }

  private static List<LotUnits> without(List<LotUnits> coming, List<LotUnits> taken) {
    List<LotUnits> left = new ArrayList<>();
    for (LotUnits lot : coming) {
      long gone =
          taken.stream().filter(other -> other.lot().equals(lot.lot())).mapToLong(LotUnits::units).sum();
      if (lot.units() > gone) {
        left.add(new LotUnits(lot.lot(), null, lot.units() - gone));
      }
    }
    return left;
  }

  private static Reservation at(Transfer transfer, Line line, int units) {
    return new Reservation(transfer.id(), line.line(), line.sku(), transfer.from(), units);
  }

  private static String sku(Transfer transfer, Units units) {
    return transfer.lines().get(units.line() - 1).sku();
  }

  private static List<ItemError> errors(Transfer transfer, Lacking lacking) {
    Map<String, Integer> available =
        lacking.lacks().stream().collect(Collectors.toMap(lack -> lack.key().sku(), Lacking.Lack::available));
    List<ItemError> errors = new ArrayList<>();
    for (Line line : transfer.lines()) {
      Integer units = available.get(line.sku());
      if (units != null) {
        errors.add(
            new ItemError(
                0, "lines[" + (line.line() - 1) + "].units", "lacking", "Only " + units + " units can be promised."));
      }
    }
    return errors;
  }

  private static Set<String> skus(ReleaseOutcome outcome) {
    return switch (outcome) {
      case ReleaseOutcome.Released released ->
          released.rose().stream().map(StockKey::sku).collect(Collectors.toSet());
      case NotReserved lost ->
          throw new IllegalStateException("the transfer does not hold what it was promised: " + lost.unheld());
    };
  }
}
