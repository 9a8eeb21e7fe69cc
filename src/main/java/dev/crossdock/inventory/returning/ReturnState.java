package dev.crossdock.inventory.returning;

/** How far an announced return is; that some of it arrived is told by its units. */
public enum ReturnState {
  /** On its way, or a part of it. */
  ANNOUNCED,
  /** Everything arrived, or the rest will not. */
  CLOSED,
  /** Nothing will come. */
  CANCELLED
}
