package dev.crossdock.routing.network.internal;

import dev.crossdock.platform.db.Tx;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The revisions as a transaction has read them; read again after it has changed something itself. */
public final class ReadOnce {

  private @Nullable Map<Kind, UUID> revisions;

  private ReadOnce() {}

  public static ReadOnce of(Tx tx) {
    return tx.attachment(ReadOnce.class, ReadOnce::new);
  }

  public Map<Kind, UUID> revisions(Supplier<Map<Kind, UUID>> read) {
    if (revisions == null) {
      revisions = read.get();
    }
    return revisions;
  }

  void forget() {
    revisions = null;
  }
}
