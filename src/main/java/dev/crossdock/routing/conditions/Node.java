package dev.crossdock.routing.conditions;

/** A condition made ready to be asked. */
interface Node {

  Truth of(Asked asked);

  /** Why it is not so, as a clause that follows the rule's name; called only where {@link #of} did not say yes. */
  String because(Asked asked);
}
