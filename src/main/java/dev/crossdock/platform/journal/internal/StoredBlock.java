package dev.crossdock.platform.journal.internal;

/** A block as it was read, with the hash that stands beside it. */
public record StoredBlock(Block block, byte[] hash) {}
