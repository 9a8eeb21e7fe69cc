package dev.crossdock.inventory.receiving;

import dev.crossdock.inventory.lots.ArrivedLot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with a purchase order. */
public sealed interface PurchaseOrderCommand {

  /**
   * Goods arrived.
   *
   * @param reference of the delivery note: the same note again changes nothing
   */
  record Receive(String reference, List<Received> lines, Instant happenedAt) implements PurchaseOrderCommand {

    public Receive {
      lines = List.copyOf(lines);
    }
  }

  /** The rest will not come. */
  record Close() implements PurchaseOrderCommand {}

  /** Nothing will come; only while nothing did. */
  record Cancel() implements PurchaseOrderCommand {}

  /**
   * What arrived of one line.
   *
   * @param units all that arrived
   * @param damaged of them, not to be promised
   * @param qualityControl of them, not to be promised before somebody looked
   * @param lots which lots or serial numbers, where the SKU asks for them: all of the units, blocked ones too
   * @param cost of a unit as it arrived, freight and duty included; null for what was ordered
   */
  record Received(
      int line,
      long units,
      long damaged,
      long qualityControl,
      List<ArrivedLot> lots,
      @Nullable UnitCost cost) {

    public Received {
      lots = List.copyOf(lots);
    }

    /** At the cost that was ordered. */
    public Received(int line, long units, long damaged, long qualityControl, List<ArrivedLot> lots) {
      this(line, units, damaged, qualityControl, lots, null);
    }

    /** Of a SKU without lots. */
    public Received(int line, long units, long damaged, long qualityControl) {
      this(line, units, damaged, qualityControl, List.of());
    }

    /** All of it good. */
    public static Received good(int line, long units) {
      return new Received(line, units, 0, 0);
    }
  }
}
