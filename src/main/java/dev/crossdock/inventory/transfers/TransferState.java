package dev.crossdock.inventory.transfers;

/** How far a transfer is; that it arrived in part is told by its lines. */
public enum TransferState {
  /** The units are promised to it and still lie where they were. */
  REQUESTED,
  /** On its way. */
  SHIPPED,
  /** Everything arrived, or what did not is known as lost. */
  COMPLETED,
  /** Nothing left; the units may be promised again. */
  CANCELLED
}
