package dev.crossdock.inventory;

/** What became of a request to promise units: all of it, or none. */
public sealed interface ReserveOutcome permits ReserveOutcome.Reserved, Lacking {

  /** Everything asked for is promised. */
  record Reserved() implements ReserveOutcome {}
}
