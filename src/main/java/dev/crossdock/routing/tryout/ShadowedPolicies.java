package dev.crossdock.routing.tryout;

import dev.crossdock.orders.Order;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.PolicySource;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.tryout.internal.ShadowStore;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The policies in force, with those in the shadow asked beside each decision on the same facts. What came of it is
 * stored with the decision; without shadows nothing is done at all.
 */
public final class ShadowedPolicies implements PolicySource {

  private final PolicySource policies;
  private final Ids ids;
  private final LongSupplier nanos;
  private final ShadowStore store = new ShadowStore();

  /** With a clock of its own that counts nanoseconds of work. */
  ShadowedPolicies(PolicySource policies, Ids ids, LongSupplier nanos) {
    this.policies = policies;
    this.ids = ids;
    this.nanos = nanos;
  }

  public ShadowedPolicies(PolicySource policies, Ids ids) {
    this(policies, ids, ShadowClock::spentByThisThread);
  }

  @Override
  public Choice inForce(Tx tx) {
    Choice choice = policies.inForce(tx);
    if (choice.shadows().isEmpty()) {
      return choice;
    }
    Shadows shadows = new Shadows(choice.shadows(), tx.now(), nanos);
    tx.beforeCommit(() -> store.add(tx, ids, shadows.differing(), shadows.told()));
    return new Watched(choice, shadows);
  }

  /** The choice with its shadows. */
  private record Watched(Choice choice, Shadows asked) implements Choice {

    @Override
    public PolicyInForce of(OrderFacts order) {
      return choice.of(order);
    }

    @Override
    public boolean asksBuyer() {
      return choice.asksBuyer();
    }

    @Override
    public List<PolicyInForce> shadows() {
      return choice.shadows();
    }

    @Override
    public Consumer<UUID> beside(Order order, Facts facts, Decided decided) {
      return asked.beside(order, facts, decided);
    }
  }
}
