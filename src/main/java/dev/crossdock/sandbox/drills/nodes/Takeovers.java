package dev.crossdock.sandbox.drills.nodes;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Latencies;
import dev.crossdock.sandbox.drills.kit.Patience;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What becomes of a killed node's work. What it had in its hands is looked for by name, until others have it and its
 * messages are done; the orders taken last are looked for wherever they are, until each has its place.
 */
final class Takeovers {

  private static final double SECONDS_MAX = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  /** Nodes that keep up need no longer for the latest orders. */
  private static final Duration KEEPING_UP = Duration.ofSeconds(1);

  private final Fleet fleet;
  private final Holdings holdings;
  private final Sender sender;
  private final Latencies takenOver = new Latencies();
  private final Latencies routed = new Latencies();
  private final Map<String, Integer> kinds = new HashMap<>();
  private int held;

  Takeovers(Fleet fleet, Sender sender) {
    this.fleet = fleet;
    this.holdings = new Holdings(fleet.database());
    this.sender = sender;
  }

  /** Returns once the nodes keep up: nodes that just started are behind, and no death of one is to blame for it. */
  void awaitKeepingUp() throws InterruptedException {
    long begin = System.nanoTime();
    boolean keepingUp = false;
    while (!keepingUp && System.nanoTime() - begin < PATIENCE.toNanos()) {
      Latencies took = new Latencies();
      List<Message> latest = sender.latest();
      look(List.of(new Watch(unrouted(latest), () -> unrouted(latest), System.nanoTime(), took)));
      keepingUp = took.millis(1) <= KEEPING_UP.toMillis();
    }
  }

  /** Kills a node, and looks until nothing is left of it. */
  void kill(int node) throws InterruptedException {
    String name = fleet.name(node);
    List<Message> latest = sender.latest();
    long killed = System.nanoTime();
    fleet.kill(node);
    Set<String> inHands = holdings.of(name, Set.of());
    held += inHands.size();
    inHands.forEach(each -> kinds.merge(each.split(" ", 2)[0], 1, Integer::sum));
    look(
        List.of(
            new Watch(inHands, () -> holdings.of(name, inHands), killed, takenOver),
            new Watch(unrouted(latest), () -> unrouted(latest), killed, routed)));
  }

  private Set<String> unrouted(List<Message> messages) {
    Set<String> there = holdings.routed(messages);
    return messages.stream().map(Holdings::name).filter(name -> !there.contains(name)).collect(Collectors.toSet());
  }

  private static void look(List<Watch> watches) throws InterruptedException {
    Patience.until(
        () -> watches.stream().filter(watch -> !watch.isOver()).count(), left -> left == 0, PATIENCE, LOOK_EVERY);
    watches.forEach(Watch::giveUp);
  }

  /** Notes of each of these when it is looked for and no longer there. */
  private static final class Watch {

    private final Set<String> left;
    private final Supplier<Set<String>> look;
    private final long since;
    private final Latencies latencies;

    Watch(Set<String> left, Supplier<Set<String>> look, long since, Latencies latencies) {
      this.left = new HashSet<>(left);
      this.look = look;
      this.since = since;
      this.latencies = latencies;
    }

    boolean isOver() {
      if (left.isEmpty()) {
        return true;
      }
      Set<String> there = look.get();
      int before = left.size();
      left.retainAll(there);
      long took = System.nanoTime() - since;
      for (int n = left.size(); n < before; n++) {
        latencies.add(took);
      }
      return left.isEmpty();
    }

    void giveUp() {
      left.forEach(_ -> latencies.add(PATIENCE.toNanos()));
    }
  }

  void tell(DrillResult.Builder result) {
    result
        .figure("held_at_kills", held)
        .atMost("takeover_p99_s", takenOver.millis(0.99) / 1_000, SECONDS_MAX)
        .figure("takeover_max_s", takenOver.millis(1) / 1_000)
        .atMost("routed_p99_s", routed.millis(0.99) / 1_000, SECONDS_MAX)
        .note("takeover is until nothing that a killed node had in its hands is in them any more: " + kinds)
        .note("routed is until the orders taken before a kill have their place, whoever had them")
        .figure("unanswered_at_kills", sender.refused());
    if (held == 0) {
      result.missed("no node had anything in its hands when it was killed");
    }
  }
}
