package dev.crossdock.inventory.backorders;

/** What is sold ahead. */
public enum AuthorisationKind {
  /** Something that is sold out and comes again. */
  BACKORDER,
  /** Something that may be sold before its release date and not leave before it. */
  PREORDER
}
