package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Condition;
import dev.crossdock.routing.conditions.ConditionWriter;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.engine.Objective;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.engine.Split;
import dev.crossdock.routing.engine.Strategy;
import dev.crossdock.routing.timing.Timing;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes policies as the JSON that {@link PolicyReader} reads. There is one form of each policy: members in a fixed
 * order, sets sorted, and what is as it usually is left out.
 */
public final class PolicyWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PolicyWriter() {}

  public static ObjectNode write(Policy policy) {
    ObjectNode json = JSON.objectNode().put("name", policy.name());
    ArrayNode rules = json.putArray("rules");
    policy.rules().forEach(rule -> rules.add(rule(rule)));
    return json;
  }

  static ObjectNode rule(Policy.Rule rule) {
    ObjectNode json = JSON.objectNode().put("name", rule.name());
    if (!rule.enabled()) {
      json.put("enabled", false);
    }
    if (!rule.when().equals(Condition.ALWAYS)) {
      json.set("when", ConditionWriter.write(rule.when()));
    }
    timing(json, rule.timing());
    Strategy then = rule.then();
    if (!then.candidates().equals(Strategy.Candidates.ALL)) {
      json.set("from", candidates(then.candidates()));
    }
    if (!then.filters().isEmpty()) {
      ArrayNode filters = json.putArray("filters");
      then.filters().forEach(filter -> filters.add(filter(filter)));
    }
    if (!then.objective().equals(new Objective.InTurn(List.of()))) {
      json.set("prefer", objective(then.objective()));
    }
    if (!then.split().equals(Split.FREELY)) {
      json.set("split", split(then.split()));
    }
    json.set("otherwise", otherwise(then.otherwise()));
    return json;
  }

  private static void timing(ObjectNode json, Timing timing) {
    switch (timing) {
      case Timing.OnArrival() -> {}
      case Timing.At(List<LocalTime> times, ZoneId zone) -> {
        ObjectNode decide = json.putObject("decide");
        ArrayNode list = decide.putArray("at");
        times.forEach(time -> list.add(time.toString()));
        decide.put("zone", zone.getId());
      }
      case Timing.Every(Duration length) -> json.putObject("decide").put("every", length.toString());
    }
  }

  static ObjectNode filter(Filter filter) {
    return Criteria.all().encode(filter);
  }

  private static ObjectNode candidates(Strategy.Candidates candidates) {
    ObjectNode json = JSON.objectNode();
    words(json, "kinds", candidates.kinds());
    words(json, "codes", candidates.codes());
    words(json, "tags", candidates.tags());
    return json;
  }

  private static void words(ObjectNode json, String name, Collection<?> words) {
    if (!words.isEmpty()) {
      ArrayNode list = json.putArray(name);
      words.stream().map(Object::toString).sorted().forEach(list::add);
    }
  }

  static ObjectNode objective(Objective objective) {
    ObjectNode json = JSON.objectNode();
    switch (objective) {
      case Objective.InTurn(List<Objective.Step> steps) -> {
        ArrayNode list = json.putArray("inTurn");
        steps.forEach(step -> number(rated(list, step.rating()), "band", step.band()));
      }
      case Objective.InMoney(List<Objective.Weight> weights) -> {
        ArrayNode list = json.putArray("inMoney");
        weights.forEach(weight -> number(rated(list, weight.rating()), "worth", weight.worth()));
      }
    }
    return json;
  }

  private static ObjectNode rated(ArrayNode list, Rating rating) {
    ObjectNode json = list.addObject();
    json.set("rating", Criteria.all().encode(rating));
    return json;
  }

  private static void number(ObjectNode json, String name, double value) {
    if (value == Math.rint(value)) {
      json.put(name, (long) value);
    } else {
      json.put(name, value);
    }
  }

  static ObjectNode split(Split split) {
    ObjectNode json = JSON.objectNode();
    if (split.parcelsMost() < Split.ANY_NUMBER) {
      json.put("parcelsMost", split.parcelsMost());
    }
    if (split.linesWhole()) {
      json.put("linesWhole", true);
    }
    if (split.worth() != null) {
      json.putObject("worth").put("parcel", split.worth().parcel()).put("daySaved", split.worth().daySaved());
    }
    if (split.consolidate() != null) {
      json.putObject("consolidate")
          .put("transferDays", split.consolidate().transferDays())
          .put("waitDaysMost", split.consolidate().waitDaysMost());
    }
    return json;
  }

  static ObjectNode otherwise(Otherwise otherwise) {
    ObjectNode json = JSON.objectNode();
    return switch (otherwise) {
      case Otherwise.NextRule() -> json.put("do", "next rule");
      case Otherwise.Backorder(boolean shipRest) -> json.put("do", "backorder").put("shipRest", shipRest);
      case Otherwise.Transfer(int days) -> json.put("do", "transfer").put("transferDays", days);
      case Otherwise.Dropship() -> json.put("do", "dropship");
      case Otherwise.Hold(String note) ->
          note.isEmpty() ? json.put("do", "hold") : json.put("do", "hold").put("note", note);
      case Otherwise.CancelBy(int days) -> json.put("do", "cancel by").put("days", days);
    };
  }
}
