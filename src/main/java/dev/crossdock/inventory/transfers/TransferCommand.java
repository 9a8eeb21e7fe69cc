package dev.crossdock.inventory.transfers;

import dev.crossdock.inventory.lots.ArrivedLot;
import java.time.Instant;
import java.util.List;

/** What can be done with a transfer. */
public sealed interface TransferCommand {

  /**
   * The units left.
   *
   * @param lines what left of each line, the others stay; empty when everything that was requested left
   */
  record Ship(List<Units> lines, Instant happenedAt) implements TransferCommand {

    public Ship {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Units arrived.
   *
   * @param reference of the delivery note: the same note again changes nothing
   */
  record Receive(String reference, List<Units> lines, Instant happenedAt) implements TransferCommand {

    public Receive {
      lines = List.copyOf(lines);
    }
  }

  /** What is still on its way is lost. */
  record Complete() implements TransferCommand {}

  /** It is not needed any more; only before it left. */
  record Cancel() implements TransferCommand {}

  /**
   * Units of one line.
   *
   * @param damaged of them, not to be promised; only when they arrive
   * @param lots which lots or serial numbers, where the SKU asks for them; when none are named those leave that expire
   *     first, and those arrive that left
   */
  record Units(int line, long units, long damaged, List<ArrivedLot> lots) {

    public Units {
      lots = List.copyOf(lots);
    }

    /** Of no lots in particular. */
    public Units(int line, long units, long damaged) {
      this(line, units, damaged, List.of());
    }
  }
}
