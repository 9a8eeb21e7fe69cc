package dev.crossdock.routing.tryout;

import dev.crossdock.orders.Order;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.PolicySource;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.tryout.internal.CanaryStore;
import dev.crossdock.routing.tryout.internal.ShadowStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The policies in force, with those in the shadow asked beside each decision on the same facts, and with who decided
 * noted while a canary is out. What came of it is stored with the decision; without either nothing is done at all.
 */
public final class ShadowedPolicies implements PolicySource {

  private final PolicySource policies;
  private final Ids ids;
  private final LongSupplier nanos;
  private final ShadowStore shadowStore = new ShadowStore();
  private final CanaryStore canaryStore = new CanaryStore();

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
    Integer canary = choice.canaryVersion();
    if (choice.shadows().isEmpty() && canary == null) {
      return choice;
    }
    Shadows shadows = new Shadows(choice.shadows(), tx.now(), nanos);
    Map<UUID, CanaryStore.Row> decided = new LinkedHashMap<>();
    tx.beforeCommit(
        () -> {
          shadowStore.add(tx, ids, shadows.differing(), shadows.told());
          canaryStore.add(tx, decided.values());
        });
    return new Watched(choice, canary, shadows, decided);
  }

  /** The choice with its shadows, and with what is noted of decisions while a canary is out. */
  private record Watched(
      Choice choice, @Nullable Integer canary, Shadows asked, Map<UUID, CanaryStore.Row> decided)
      implements Choice {

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
    public Consumer<UUID> beside(Order order, Facts facts, Decided decision) {
      Consumer<UUID> told = asked.beside(order, facts, decision);
      Integer version = canary;
      if (version == null) {
        return told;
      }
      boolean mine = choice.of(facts.order()).version() == version;
      boolean unplaced = !decision.plan().fits();
      return id -> {
        told.accept(id);
        decided.put(order.id().value(), new CanaryStore.Row(version, order.id().value(), mine, unplaced));
      };
    }

    @Override
    public @Nullable Integer canaryVersion() {
      return canary;
    }
  }
}
