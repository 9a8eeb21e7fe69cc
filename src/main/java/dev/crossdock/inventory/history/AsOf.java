package dev.crossdock.inventory.history;

import java.time.Instant;

/**
 * A look back by two clocks.
 *
 * @param at what was true then, in the world
 * @param knownAt as far as we knew it then; what was learned later is left out
 */
public record AsOf(Instant at, Instant knownAt) {}
