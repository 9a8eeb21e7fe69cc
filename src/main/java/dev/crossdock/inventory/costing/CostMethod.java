package dev.crossdock.inventory.costing;

/** Which cost a unit takes with it. */
public enum CostMethod {
  /** That of the units that came first. */
  FIFO,
  /** The average of all that are there. */
  MOVING_AVERAGE
}
