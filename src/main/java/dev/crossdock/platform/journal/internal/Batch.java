package dev.crossdock.platform.journal.internal;

import dev.crossdock.platform.journal.Hash;
import java.util.List;
import java.util.UUID;

/** The facts of one transaction, as far as sealing needs them, in the order they were written. */
public record Batch(UUID id, List<Leaf> leaves) {

  public record Leaf(String stream, int version, Hash rowHash) {}
}
