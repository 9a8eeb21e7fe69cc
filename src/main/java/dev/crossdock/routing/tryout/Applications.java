package dev.crossdock.routing.tryout;

import dev.crossdock.orders.history.OpenOrders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.PolicyState;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.tryout.Application.Cost;
import dev.crossdock.routing.tryout.Application.Item;
import dev.crossdock.routing.tryout.Application.State;
import dev.crossdock.routing.tryout.internal.ApplicationStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Versions applied to orders that are not released yet. What is asked for is stored, and done in batches. */
public final class Applications {

  /** So many orders are looked at, the oldest first. */
  public static final int ORDERS_MAX = 200_000;

  private static final Duration KEPT = Duration.ofDays(90);
  private static final UUID LAST = new UUID(-1, -1);

  private final Policies policies;
  private final Journal journal;
  private final Ids ids;
  private final OpenOrders open = new OpenOrders();
  private final ApplicationStore store = new ApplicationStore();

  public Applications(Policies policies, Journal journal, Ids ids) {
    this.policies = policies;
    this.journal = journal;
    this.ids = ids;
  }

  /** What became of the wish. */
  public sealed interface Answer {

    /** It is to be done. */
    record Begun(Application application) implements Answer {}

    /** There is no such version. */
    record Missing() implements Answer {}

    /** It can't be. */
    record Refused(String sentence) implements Answer {}
  }

  /** Asks to apply the version, which must be the one that decides. */
  public Answer begin(Tx tx, int version) {
    return asked(tx, version, false);
  }

  /** Asks what it would change to apply the version, which need not decide yet. */
  public Answer preview(Tx tx, int version) {
    return asked(tx, version, true);
  }

  private Answer asked(Tx tx, int version, boolean preview) {
    Optional<PolicyVersion> found = policies.find(tx, version);
    if (found.isEmpty()) {
      return new Answer.Missing();
    }
    if (!preview && found.get().state() != PolicyState.ACTIVE) {
      return new Answer.Refused("Only the version that decides can be applied, and version " + version + " does not.");
    }
    if (policies.read(found.get().content()) instanceof PolicyReader.Decoded.Wrong) {
      return new Answer.Refused("Version " + version + " is not finished: it can't decide yet.");
    }
    List<UUID> orders = open.ids(tx, ORDERS_MAX);
    Application application =
        new Application(
            ids.next(), preview, State.WAITING, version, found.get().revision(), tx.cause().actor().id(),
            orders.size(), 0, 0, 0, null, tx.now(), null);
    if (!store.insert(tx, application, orders)) {
      return new Answer.Refused(
          preview
              ? "Another preview is under way. Wait until it is done, or cancel it."
              : "A version is being applied already. Wait until it is done, or cancel it.");
    }
    tell(tx, application, 1, "begun");
    return new Answer.Begun(application);
  }

  /** How many orders are not released, up to a limit. */
  public int orders(Tx tx, int limit) {
    return open.count(tx, limit);
  }

  public Optional<Application> find(Tx tx, UUID id) {
    return store.find(tx, id);
  }

  /**
   * The latest first.
   *
   * @param before older ones than this; null for the newest of all
   */
  public List<Application> list(Tx tx, @Nullable UUID before, int limit) {
    return store.list(tx, before == null ? LAST : before, limit);
  }

  /** Orders that it changes or passed by, in the order in which they came. */
  public List<Item> items(Tx tx, UUID id, @Nullable UUID after, int limit) {
    return store.items(tx, id, after, limit);
  }

  /** What the orders that it changes cost before and after, where both are known. */
  public List<Cost> costs(Tx tx, UUID id) {
    return store.costs(tx, id);
  }

  /** Stops it after the batch that is being done; what was done stays. False when it has ended already. */
  public boolean cancel(Tx tx, UUID id) {
    return end(tx, id, State.CANCELLED, null);
  }

  /** Forgets what ended long ago. */
  public void tidy(Tx tx) {
    store.forget(tx, tx.now().minus(KEPT));
  }

  boolean end(Tx tx, UUID id, State state, @Nullable String trouble) {
    boolean ended = store.end(tx, id, state, trouble);
    if (ended) {
      store.find(tx, id).ifPresent(now -> tell(tx, now, 2, "ended"));
    }
    return ended;
  }

  /** Of a preview the journal tells nothing: it changes nothing. */
  private void tell(Tx tx, Application application, int number, String what) {
    if (application.preview()) {
      return;
    }
    String payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", application.version())
            .put("state", application.state().name())
            .put("total", application.total())
            .put("changed", application.changed())
            .put("same", application.same())
            .put("skipped", application.skipped())
            .toString();
    journal.append(
        tx,
        List.of(
            new JournalEntry(
                "routing-application:" + application.id(), number, "routing-application." + what, tx.now(), payload)));
  }
}
