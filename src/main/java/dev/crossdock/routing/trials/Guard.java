package dev.crossdock.routing.trials;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import dev.crossdock.routing.trials.internal.GuardStore;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** The guard-rails of a merchant. */
public final class Guard {

  private final GuardStore store = new GuardStore();

  /** What holds for the merchant. */
  public GuardRails rails(Tx tx) {
    return store.find(tx).orElse(GuardRails.USUAL);
  }

  /** Says what holds from now on; the journal tells it. */
  public void put(Tx tx, GuardRails rails, Journal journal) {
    int version = store.put(tx, rails);
    String payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("costPercentMost", rails.costPercentMost())
            .put("latePointsMost", rails.latePointsMost())
            .put("unfilledPointsMost", rails.unfilledPointsMost())
            .put("parcelsPercentMost", rails.parcelsPercentMost())
            .toString();
    journal.append(
        tx, List.of(new JournalEntry("routing-guard", version, "routing.guard-rails.changed", tx.now(), payload)));
  }
}
