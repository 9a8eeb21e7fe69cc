package dev.crossdock.console.routing.policies;

import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.RoutingPlan;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.trials.Parsed;
import dev.crossdock.routing.tryout.Tryout;
import dev.crossdock.routing.tryout.Tryouts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Tries what a version says on one order, and tells in words what would be decided. */
@Component
final class TryMaker {

  private static final int NUMBER_MAX = 100;

  private final Tryouts tryouts;
  private final OrderSearch orders;

  TryMaker(Tryouts tryouts, OrderSearch orders) {
    this.tryouts = tryouts;
    this.orders = orders;
  }

  /** What the policy would decide on the order of this number, as things are now. */
  TriedView of(Tx tx, String number, ObjectNode policy) {
    String asked = number.replace("\0", "").strip();
    if (asked.isEmpty()) {
      return TriedView.NOTHING;
    }
    Optional<OrderId> id = asked.length() > NUMBER_MAX ? Optional.empty() : orders.byNumber(tx, asked);
    if (id.isEmpty()) {
      return TriedView.wrong(asked, "There is no order " + asked + ", or more than one.");
    }
    return tryouts.stored(tx, id.get(), new Tryouts.By(policy, null), null)
        .map(tried -> switch (tried) {
          case Parsed.Read<Tryout>(Tryout tryout) -> view(asked, tryout);
          case Parsed.Wrong<Tryout> wrong ->
              TriedView.wrong(asked, "Put right first what keeps this version from deciding.");
        })
        .orElseGet(() -> TriedView.wrong(asked, "There is no order " + asked + "."));
  }

  private static TriedView view(String asked, Tryout tried) {
    RoutingPlan plan = tried.plan();
    Decided decided = plan.decided();
    Map<String, String> units = new LinkedHashMap<>();
    plan.assignments().forEach(part ->
        units.merge(part.location(), part.units() + " × " + part.sku(), (one, more) -> one + ", " + more));
    List<String> places = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (RoutingPlan.Candidate candidate : plan.candidates()) {
      String what = units.remove(candidate.location());
      if (what != null) {
        places.add(candidate.name() + ": " + what);
      } else {
        others.add(candidate.name() + " " + candidate.reason()
            + (candidate.wouldWin() == null ? "" : "; it would win " + candidate.wouldWin()));
      }
    }
    units.forEach((location, what) -> places.add(location + ": " + what));
    String now = tried.decided() == null ? ""
        : tried.moves().isEmpty() ? "That is where its units are now." : "Its units are somewhere else now.";
    return new TriedView(
        asked, null, "/console/orders/" + tried.order().id().value(), tried.whole(),
        plan.sentence().isEmpty() ? "Nothing of it is left to be placed." : plan.sentence(),
        decided == null || decided.rule() == null ? "" : decided.rule(),
        decided == null ? List.of()
            : decided.passed().stream().map(passed -> "“" + passed.rule() + "” " + passed.because()).toList(),
        places, others, now);
  }
}
