package dev.crossdock.routing;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.RoutingPlan.Assignment;
import dev.crossdock.routing.RoutingPlan.Candidate;
import dev.crossdock.routing.RoutingPlan.Missing;
import dev.crossdock.routing.internal.DecisionRow;
import dev.crossdock.routing.internal.RoutingStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Why orders ship from where they ship: decisions as they were recorded, never computed anew. */
public final class Decisions {

  private final RoutingStore store = new RoutingStore();
  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * A recorded decision.
   *
   * @param policy the policy that decided
   * @param rule the rule of it that chose
   * @param sentence the choice in one sentence
   */
  public record Decision(
      UUID id,
      String policy,
      String rule,
      RoutingPlan.Outcome outcome,
      String sentence,
      List<Candidate> candidates,
      List<Assignment> plan,
      List<Missing> missing,
      Instant decidedAt) {

    public Decision {
      candidates = List.copyOf(candidates);
      plan = List.copyOf(plan);
      missing = List.copyOf(missing);
    }
  }

  private record Detail(String rule, List<Candidate> candidates, List<Assignment> plan, List<Missing> missing) {}

  /** The decisions on an order, the newest first. */
  public List<Decision> ofOrder(Tx tx, OrderId order) {
    return store.decisionsOf(tx, order.value()).stream().map(this::decision).toList();
  }

  private Decision decision(DecisionRow row) {
    Detail detail = json.readValue(row.detail(), Detail.class);
    return new Decision(
        row.id(), row.policy(), detail.rule(), RoutingPlan.Outcome.valueOf(row.outcome()), row.sentence(),
        detail.candidates(), detail.plan(), detail.missing(), row.decidedAt());
  }
}
