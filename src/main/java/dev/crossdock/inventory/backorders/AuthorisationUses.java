package dev.crossdock.inventory.backorders;

import dev.crossdock.inventory.backorders.internal.BackorderStore;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who uses what may be sold ahead, for whoever compares it. */
public final class AuthorisationUses {

  private final BackorderStore store = new BackorderStore();

  /** What the lines of these documents use. */
  public List<AuthorisationUse> of(Tx tx, Set<UUID> documents) {
    return documents.isEmpty() ? List.of() : store.uses(tx, documents);
  }
}
