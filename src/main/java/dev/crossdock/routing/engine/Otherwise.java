package dev.crossdock.routing.engine;

/** What is done with units that a rule's strategy finds no place for. */
public sealed interface Otherwise {

  /** The next rule that matches is asked, for the whole order; after the last one units wait for stock. */
  record NextRule() implements Otherwise {}

  /**
   * They wait for stock.
   *
   * @param shipRest whether what there is leaves at once, or the order waits until it is whole
   */
  record Backorder(boolean shipRest) implements Otherwise {}

  /** They wait for a transfer from wherever they lie to the best place. */
  record Transfer(int transferDays) implements Otherwise {}

  /** Suppliers who ship for us are asked, with what is left. */
  record Dropship() implements Otherwise {}

  /** A person decides. */
  record Hold(String note) implements Otherwise {}

  /**
   * They wait, but not longer: what is then still without a place is cancelled.
   *
   * @param days from the order's arrival, 1 to 365
   */
  record CancelBy(int days) implements Otherwise {}
}
