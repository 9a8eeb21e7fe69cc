package dev.crossdock.routing.tryout;

import dev.crossdock.orders.Orders;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.Routing;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.trials.CaseTrial;
import dev.crossdock.routing.trials.Parsed;
import dev.crossdock.routing.tryout.Application.State;
import dev.crossdock.routing.tryout.internal.ApplicationStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Applies versions to orders that are not released, a batch in a transaction: what a process that dies has done stays,
 * and whoever comes next goes on behind it.
 */
public final class ApplicationWorker {

  private static final int BATCH = 50;
  private static final int BATCHES_AT_ONCE = 200;
  private static final int ATTEMPTS_MAX = 4;

  private final Door door;
  private final Policies policies;
  private final CaseTrial trial;
  private final Applications applications;
  private final ApplicationBatch batch;
  private final ApplicationStore store = new ApplicationStore();

  public ApplicationWorker(
      Door door, Orders orders, Routing routing, Policies policies, CaseTrial trial, Applications applications) {
    this.door = door;
    this.policies = policies;
    this.trial = trial;
    this.applications = applications;
    this.batch = new ApplicationBatch(orders, routing);
  }

  /** What there is to do of this merchant, for a while; the rest the next time. */
  public void work(Merchant merchant) {
    int batches = 0;
    while (batches < BATCHES_AT_ONCE && workOnce(merchant)) {
      batches++;
    }
  }

  /** One batch of whatever is to be done; false when there is nothing, or others do it. */
  public boolean workOnce(Merchant merchant) {
    Optional<UUID> next = door.read(merchant, store::next);
    if (next.isEmpty()) {
      return false;
    }
    UUID id = next.get();
    Cause cause = Cause.of(Actor.system("routing"), "job:apply-policy", id);
    for (int attempt = 1; ; attempt++) {
      try {
        return door.write(merchant, cause, tx -> step(tx, id));
      } catch (StaleOrders e) {
        if (attempt == ATTEMPTS_MAX) {
          throw e;
        }
      } catch (IllegalStateException e) {
        String trouble = "An order could not be decided, and nothing of its batch was changed.";
        return door.write(merchant, cause, tx -> applications.end(tx, id, State.STOPPED, trouble));
      }
    }
  }

  private boolean step(Tx tx, UUID id) {
    Optional<ApplicationStore.Row> row = store.lock(tx, id);
    if (row.isEmpty()) {
      return false;
    }
    Application application = row.get().application();
    List<UUID> orders = store.page(tx, row.get(), BATCH);
    if (orders.isEmpty()) {
      return applications.end(tx, id, State.DONE, null);
    }
    PolicyVersion active = policies.active(tx);
    if (active.version() == application.version()) {
      if (application.preview()) {
        look(tx, id, orders, null);
      } else {
        store.progress(tx, id, orders.getLast(), batch.route(tx, orders));
      }
      return true;
    }
    if (!application.preview()) {
      return applications.end(tx, id, State.STOPPED, "Version " + active.version() + " decides by now.");
    }
    return preview(tx, application, orders);
  }

  private void look(Tx tx, UUID id, List<UUID> orders, @Nullable PolicyInForce policy) {
    ApplicationBatch.Looked looked = batch.look(tx, orders, policy, skus -> store.taken(tx, id, skus));
    store.take(tx, id, looked.taken());
    store.progress(tx, id, orders.getLast(), looked.items());
  }

  /** Looks at what a version would do that does not decide. */
  private boolean preview(Tx tx, Application application, List<UUID> orders) {
    UUID id = application.id();
    Optional<PolicyVersion> version = policies.find(tx, application.version());
    if (version.isEmpty() || version.get().revision() != application.revision()) {
      return applications.end(tx, id, State.STOPPED, "The draft was changed meanwhile.");
    }
    return switch (trial.policy(tx, null, application.version())) {
      case Parsed.Read<PolicyInForce>(PolicyInForce policy) -> {
        look(tx, id, orders, policy);
        yield true;
      }
      case Parsed.Wrong<PolicyInForce> wrong ->
          applications.end(tx, id, State.STOPPED, "The version can't be read.");
    };
  }
}
