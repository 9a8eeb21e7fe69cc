package dev.crossdock.platform.journal.internal;

import dev.crossdock.platform.journal.Hash;

/** A block as it was read, with the hash that stands beside it. */
public record StoredBlock(Block block, Hash hash) {}
