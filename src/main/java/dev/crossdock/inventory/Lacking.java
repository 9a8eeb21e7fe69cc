package dev.crossdock.inventory;

import java.util.List;

/** Not enough at some levels: nothing was changed at any of them, the caller plans again. */
public record Lacking(List<Lack> lacks) implements ReserveOutcome, MoveOutcome {}
