package dev.crossdock.routing.criteria.prioritymost;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;

/** Asks only locations with an early enough number in the merchant's own order of preference. */
@Kind(
    type = "priority-most",
    title = "Priority at most",
    help = "Asks only locations whose priority is no greater than this; the smaller, the sooner they are chosen.")
record PriorityMost(@Parameter(title = "At most", min = -1_000_000, begin = "10") int priorityMost) implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    int priority = place.location().priority();
    return priority <= priorityMost
        ? Ruling.STAYS
        : new Ruling.Out(
            "has priority " + priority + ", and " + priorityMost + " is the limit",
            "if its priority were " + priorityMost);
  }

  @Override
  public Change change(Place place, Facts facts) {
    return new Change.There(place.withPriority(priorityMost));
  }

  @Override
  public String sentence() {
    return "Priority at most " + priorityMost;
  }
}
