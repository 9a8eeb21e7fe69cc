package dev.crossdock.platform.checks;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Runs all checks of a merchant when somebody asks, and keeps what they found. A run that was asked for is run by a
 * job, on whichever node takes it; while one waits or runs, asking again gives that one.
 */
public final class Checks {

  /** Violations kept of a run; after so many the rest says nothing new. */
  public static final int VIOLATIONS_MAX = 1_000;

  /** A run that did not end by then is taken as lost with its process. */
  private static final Duration LONGEST = Duration.ofHours(2);

  private static final Duration KEPT = Duration.ofDays(90);
  private static final int LIST_MAX = 100;

  private final Door door;
  private final Ids ids;
  private final List<Check> checks;
  private final Consumer<String> order;
  private final CheckRunStore store = new CheckRunStore();

  /**
   * Checks in the order in which they are told of.
   *
   * @param order has {@link #run} called with this name, once, by a job
   */
  public Checks(Door door, Ids ids, List<Check> checks, Consumer<String> order) {
    this.door = door;
    this.ids = ids;
    this.checks = List.copyOf(checks);
    this.order = order;
  }

  /** Asks for a run; the one that waits or runs already, if there is one. */
  public CheckRun ask(Tx tx) {
    Optional<CheckRun> open = store.open(tx, tx.now().minus(LONGEST));
    if (open.isPresent()) {
      return open.get();
    }
    UUID id = ids.next();
    Actor actor = tx.cause().actor();
    store.insert(tx, id, actor.kind().name() + " " + actor.id());
    store.forget(tx, tx.now().minus(KEPT));
    String name = tx.merchant().id() + "/" + id;
    tx.afterCommit(() -> order.accept(name));
    return store.find(tx, id).orElseThrow();
  }

  /** The latest first. */
  public List<CheckRun> list(Tx tx, int limit) {
    return store.list(tx, Math.clamp(limit, 1, LIST_MAX));
  }

  public Optional<CheckRun> find(Tx tx, UUID id) {
    return store.find(tx, id);
  }

  /** The latest that came to an end. */
  public Optional<CheckRun> last(Tx tx) {
    return store.last(tx);
  }

  /** What a run found, as far as it is kept. */
  public List<Violation> violations(Tx tx, UUID id, int limit) {
    return store.violations(tx, id, Math.clamp(limit, 1, VIOLATIONS_MAX));
  }

  /** Runs what was asked for under this name; nothing when it was run already. */
  public void run(String name) {
    String[] parts = name.split("/", 2);
    Merchant merchant = new Merchant(Integer.parseInt(parts[0]));
    UUID id = UUID.fromString(parts[1]);
    Cause cause = Cause.of(Actor.system("checks"), "job:checks", id);
    if (!door.write(merchant, cause, tx -> store.begin(tx, id))) {
      return;
    }
    List<Check.Report> reports = new ArrayList<>();
    CheckRun.State state = CheckRun.State.FAILED;
    try {
      for (Check check : checks) {
        reports.add(check.run(merchant));
      }
      state = CheckRun.State.DONE;
    } finally {
      CheckRun.State how = state;
      List<Violation> told =
          reports.stream().flatMap(report -> report.violations().stream()).limit(VIOLATIONS_MAX).toList();
      door.write(
          merchant,
          cause,
          tx -> {
            store.end(tx, id, how, reports, told);
            return how;
          });
    }
  }
}
