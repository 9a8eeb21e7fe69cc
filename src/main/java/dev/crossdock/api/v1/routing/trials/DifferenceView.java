package dev.crossdock.api.v1.routing.trials;

import dev.crossdock.api.web.Amount;
import dev.crossdock.routing.trials.Backtests;
import dev.crossdock.routing.trials.Difference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that went, or would have gone, different ways.
 *
 * @param policies whether the two policies differ; false when only what happened does
 */
record DifferenceView(
    UUID order,
    String number,
    String draft,
    String active,
    String really,
    boolean policies,
    @Nullable Amount draftCost,
    @Nullable Amount activeCost,
    @Nullable Amount reallyCost) {

  static DifferenceView of(Backtests.Numbered numbered) {
    Difference row = numbered.difference();
    return new DifferenceView(
        row.order(),
        row.number(),
        row.draft(),
        row.active(),
        row.really(),
        row.policies(),
        Amount.ofNullable(row.draftCost(), row.currency()),
        Amount.ofNullable(row.activeCost(), row.currency()),
        Amount.ofNullable(row.reallyCost(), row.currency()));
  }
}
