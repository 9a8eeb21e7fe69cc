package dev.crossdock.routing;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.internal.DecisionRow;
import dev.crossdock.routing.internal.RoutingStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the decisions of a batch. Places that tell little about a choice are only counted, so that a decision over five
 * thousand of them stays a few kilobytes.
 */
final class Recording {

  /** What keeps a place out and is no criterion of a rule; of no interest to anybody who searches. */
  private static final Set<String> OF_NO_INTEREST = Set.of("closed", "marketplace", "not-asked");

  /** What decides where everything was held at checkout: nobody is asked. */
  private static final String NO_POLICY = "default";

  private final JsonMapper json = JsonMapper.builder().build();
  private final Ids ids;

  Recording(Ids ids) {
    this.ids = ids;
  }

  /** Decisions that are to be stored together. */
  static final class Batch {
    private final List<DecisionRow> decisions = new ArrayList<>();
    private final List<DecisionRow.KeptOut> keptOut = new ArrayList<>();

    void store(Tx tx, RoutingStore store) {
      store.insertDecisions(tx, decisions);
      store.insertKeptOut(tx, keptOut);
    }
  }

  /** The id of the decision. */
  UUID add(Tx tx, Batch batch, Order order, RoutingPlan plan) {
    UUID id = ids.next();
    Decided decided = plan.decided();
    String policy = decided == null ? NO_POLICY : decided.policy();
    batch.decisions.add(
        new DecisionRow(
            order.id(), id, policy, plan.rule(), plan.outcome().name(), plan.sentence(),
            List.copyOf(
                plan.assignments().stream()
                    .map(RoutingPlan.Assignment::location)
                    .collect(Collectors.toCollection(TreeSet::new))),
            json.writeValueAsString(detail(order, plan, policy)), tx.now()));
    keptOut(tx, batch, order.id(), id, plan);
    return id;
  }

  private static void keptOut(Tx tx, Batch batch, OrderId order, UUID id, RoutingPlan plan) {
    for (RoutingPlan.Candidate candidate : plan.candidates()) {
      String by = candidate.by();
      if (by != null && !OF_NO_INTEREST.contains(by)) {
        batch.keptOut.add(new DecisionRow.KeptOut(order, id, candidate.location(), by, tx.now()));
      }
    }
  }

  private static Map<String, Object> detail(Order order, RoutingPlan plan, String policy) {
    Map<String, Object> detail = new HashMap<>();
    detail.put("policy", policy);
    detail.put("rule", plan.rule());
    detail.put(
        "demand",
        Demand.of(order).lines().stream()
            .map(line -> Map.of("line", line.line(), "sku", line.sku(), "units", line.units()))
            .toList());
    detail.put("candidates", plan.candidates());
    detail.put("plan", plan.assignments());
    detail.put("missing", plan.missing());
    Decided decided = plan.decided();
    if (decided != null) {
      detail.put("passed", decided.passed());
      detail.put("others", decided.plan().others());
      detail.put("parcels", decided.plan().parcels());
      detail.put("score", decided.plan().score());
      detail.put("search", decided.plan().search());
      detail.put("transfers", decided.plan().transfers());
    }
    return detail;
  }
}
