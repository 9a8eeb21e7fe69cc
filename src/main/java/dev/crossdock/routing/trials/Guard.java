package dev.crossdock.routing.trials;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import dev.crossdock.routing.trials.internal.GuardStore;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** The guard-rails of a merchant, and when a version must have been held against them. */
public final class Guard {

  private final GuardStore store = new GuardStore();

  /** When a version must have been tried on the past before it decides for everybody. */
  public enum Needed {
    /** Whatever the past is. */
    ALWAYS,
    /** Once there are orders enough to try it on: a hundred in the last thirty days. */
    WITH_A_PAST,
    /** Backtests are for who wants to know. */
    NEVER;

    /**
     * Whether one is asked for.
     *
     * @param past orders of the last thirty days, as far as they were counted
     */
    boolean asks(int past) {
      return switch (this) {
        case ALWAYS -> true;
        case WITH_A_PAST -> past >= BacktestGuard.ORDERS_LEAST;
        case NEVER -> false;
      };
    }
  }

  /** What holds for the merchant. */
  public GuardRails rails(Tx tx) {
    return store.find(tx).map(GuardStore.Row::rails).orElse(GuardRails.USUAL);
  }

  /** When a backtest is asked for. */
  public Needed needed(Tx tx) {
    return store.find(tx).map(GuardStore.Row::needed).orElse(Needed.WITH_A_PAST);
  }

  /** Says what holds from now on; the journal tells it. */
  public void put(Tx tx, GuardRails rails, Needed needed, Journal journal) {
    int version = store.put(tx, new GuardStore.Row(rails, needed));
    String payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("costPercentMost", rails.costPercentMost())
            .put("latePointsMost", rails.latePointsMost())
            .put("unfilledPointsMost", rails.unfilledPointsMost())
            .put("parcelsPercentMost", rails.parcelsPercentMost())
            .put("backtest", needed.name())
            .toString();
    journal.append(
        tx, List.of(new JournalEntry("routing-guard", version, "routing.guard-rails.changed", tx.now(), payload)));
  }
}
