package dev.crossdock.inventory;

/** Whose hands the stock of a location is in. */
public enum LocationKind {
  WAREHOUSE,
  STORE,
  THREE_PL,
  DROPSHIP,
  MARKETPLACE
}
