package dev.crossdock.inventory.documents;

/** What promises units that are on their way. */
public enum IncomingKind {
  PURCHASE_ORDER,
  TRANSFER,
  RETURN
}
