package dev.crossdock.inventory.receiving;

/** How far a purchase order is; that it came in part is told by its lines. */
public enum PurchaseOrderState {
  OPEN,
  /** Nothing is outstanding. */
  RECEIVED,
  /** The rest will not come. */
  CLOSED,
  /** Nothing came and nothing will. */
  CANCELLED
}
