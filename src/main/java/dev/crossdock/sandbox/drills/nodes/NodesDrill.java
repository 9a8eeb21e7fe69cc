package dev.crossdock.sandbox.drills.nodes;

import dev.crossdock.sandbox.DemoMerchant;
import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.SimulatedChannels;
import dev.crossdock.sandbox.drills.intake.Databases;
import dev.crossdock.sandbox.drills.kit.Audit;
import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Patience;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Three nodes on one PostgreSQL behind a simple proxy, under load: each is killed, and later each is restarted in turn.
 * What was taken is there once, what a dead node had begun goes on elsewhere within seconds, nobody is refused by a
 * restart, and timers run once.
 */
public final class NodesDrill implements Drill {

  private static final int NODES = 3;
  /** What three nodes and all else on two cores keep up with while one of them starts. */
  private static final int RATE_USUAL = 15;
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(3);
  private static final Duration DRAIN_MAX = Duration.ofMinutes(2);
  private static final String TIMER = "checkout-holds-expire";
  private static final long TIMER_SECONDS = 10;

  private final Databases databases;

  public NodesDrill(Databases databases) {
    this.databases = databases;
  }

  @Override
  public String name() {
    return "nodes";
  }

  @Override
  public String purpose() {
    return "three nodes on one database: kill each, restart each behind a proxy; nothing lost, refused or done twice";
  }

  @Override
  public DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException {
    if (arguments.url() != null) {
      return DrillResult.of(name()).missed("this drill kills nodes, so it takes no installation by --url").build();
    }
    try (SimulatedChannels channels = SimulatedChannels.open(arguments.seed());
        Balancer balancer = new Balancer();
        Product product = new Product(balancer.address(), Fleet.KEY);
        Fleet fleet = new Fleet(databases, balancer, channels.target())) {
      out.println("  starting PostgreSQL and " + NODES + " nodes");
      for (int n = 0; n < NODES; n++) {
        fleet.start(n);
      }
      new DemoMerchant(product, channels).setUpWithPlenty();
      DrillResult.Builder result = DrillResult.of(name()).figure("nodes", NODES);
      try (Sender sender = new Sender(product, channels, arguments.seed(), time)) {
        sender.begin(arguments.load().rate().orElse(RATE_USUAL));
        int faults = arguments.breaking().faults().orElse(NODES);
        kills(faults, fleet, sender, out, result);
        restarts(faults, fleet, sender, out, result);
        sender.end();
        account(fleet, sender, product, out, result);
      }
      return result.build();
    }
  }

  private static void kills(
      int kills, Fleet fleet, Sender sender, PrintStream out, DrillResult.Builder result) throws InterruptedException {
    Takeovers takeovers = new Takeovers(fleet, sender);
    for (int n = 0; n < kills; n++) {
      int node = n % NODES;
      Thread.sleep(BETWEEN_KILLS);
      takeovers.awaitKeepingUp();
      out.println("  killing node " + (node + 1) + " with " + sender.taken().size() + " messages taken");
      takeovers.kill(node);
      fleet.start(node);
    }
    result.figure("kills", kills);
    takeovers.tell(result);
  }

  private static void restarts(
      int restarts, Fleet fleet, Sender sender, PrintStream out, DrillResult.Builder result)
      throws InterruptedException {
    Holdings holdings = new Holdings(fleet.database());
    int before = sender.refused();
    int taken = sender.taken().size();
    int left = 0;
    for (int n = 0; n < restarts; n++) {
      int node = n % NODES;
      out.println("  restarting node " + (node + 1) + " in order");
      fleet.stop(node);
      left += holdings.of(fleet.name(node), Set.of()).size();
      fleet.start(node);
    }
    Map<Integer, Double> runs = fleet.runs(TIMER);
    long begin = System.nanoTime();
    Thread.sleep(Duration.ofSeconds(2 * TIMER_SECONDS));
    double ran = sum(fleet.runs(TIMER)) - sum(runs);
    long allowed = Duration.ofNanos(System.nanoTime() - begin).toSeconds() / TIMER_SECONDS + 1;
    result
        .figure("restarts", restarts)
        .figure("taken_while_restarting", sender.taken().size() - taken)
        .exactly("refused", sender.refused() - before, 0)
        .exactly("left_to_time_out", left, 0)
        .figure("timer_runs", ran)
        .exactly("timers_doubled", Math.max(0, (long) ran - allowed), 0);
    if (ran == 0) {
      result.missed("no timer ran");
    }
  }

  private static double sum(Map<Integer, Double> runs) {
    return runs.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static void account(
      Fleet fleet, Sender sender, Product product, PrintStream out, DrillResult.Builder result)
      throws InterruptedException {
    List<Message> taken = sender.taken();
    Audit audit = Patience.until(() -> Audit.of(product, taken), Audit::complete, DRAIN_MAX, Duration.ofSeconds(1));
    out.println("  stopping all, and checking");
    Fleet.Checked checked = fleet.stopAndCheck();
    result
        .figure("accepted", taken.size())
        .exactly("orders", audit.found(), taken.size())
        .exactly("lost", audit.lost(), 0)
        .exactly("doubled", audit.doubled(), 0)
        .exactly("unrouted", audit.unrouted(), 0)
        .exactly("check_exit", checked.exit(), 0);
    if (checked.exit() != 0) {
      result.missed("check was not clean: " + checked.words());
    }
  }
}
