package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.drills.intake.OpenLoop.Told;
import dev.crossdock.sandbox.drills.kit.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of the orders that were told.
 *
 * @param orders that are there
 * @param parked that wait for a person, each for a reason, and messages that were put aside
 * @param lost that were accepted and are nowhere
 * @param doubled that are there more often than they were told
 * @param unrouted that have neither a place nor a reason to wait
 * @param routed from the moment each was to be told until it had its place
 */
record Account(int orders, int parked, int lost, int doubled, int unrouted, Latencies routed) {

  static Account of(List<Told> told, Map<String, Books.Standing> standing, int messagesParked) {
    Latencies routed = new Latencies();
    int lost = 0;
    int held = 0;
    int unrouted = 0;
    Set<String> expected = new HashSet<>();
    for (Told order : told) {
      String name = order.shop().channel() + "/" + order.orderId();
      expected.add(name);
      Books.Standing found = standing.get(name);
      if (found == null) {
        lost++;
      } else if (found.held()) {
        held++;
      } else if (found.routedAt() != null) {
        routed.add(between(order.due(), found.routedAt()));
      } else {
        unrouted++;
      }
    }
    int there = standing.values().stream().mapToInt(Books.Standing::times).sum();
    int once = expected.size() - lost;
    return new Account(there, held + messagesParked, lost, there - once, unrouted, routed);
  }

  /** Whether everything that was told came out at the other end. */
  boolean isWhole() {
    return lost == 0 && doubled == 0 && unrouted == 0;
  }

  private static long between(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toNanos());
  }
}
