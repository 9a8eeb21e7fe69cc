package dev.crossdock.routing.conditions;

import org.jspecify.annotations.Nullable;

/** A condition made ready to be asked. */
interface Node {

  Truth of(Asked asked);

  /** Why it is not so, as a clause that follows the rule's name; called only where {@link #of} did not say yes. */
  String because(Asked asked);

  /** Null when it is so; else why not. Each part is asked once. */
  default @Nullable String objection(Asked asked) {
    return of(asked) == Truth.YES ? null : because(asked);
  }
}
