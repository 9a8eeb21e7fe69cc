package dev.crossdock.routing.policies;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Criterion;
import dev.crossdock.routing.criteria.Decoded;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.engine.Objective;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.engine.Split;
import dev.crossdock.routing.engine.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what a rule does: {@code from}, {@code filters}, {@code prefer}, {@code split} and {@code otherwise}. */
final class StrategyReader {

  static final int CRITERIA_MAX = 30;
  static final long MONEY_MAX = 1_000_000_000L;
  private static final double BAND_MAX = 1_000_000_000;
  private static final int DAYS_MAX = 365;
  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final JsonFields rule;
  private final String pointer;
  private final List<Fault> faults;

  StrategyReader(JsonFields rule, String pointer, List<Fault> faults) {
    this.rule = rule;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** Null when something is wrong with it. */
  @Nullable Strategy read() {
    int before = faults.size();
    Strategy.Candidates candidates = candidates();
    List<Filter> filters = filters();
    Objective objective = objective();
    Split split = split();
    Otherwise otherwise = otherwise();
    return faults.size() > before || otherwise == null
        ? null
        : new Strategy(candidates, filters, objective, split, otherwise);
  }

  private Strategy.Candidates candidates() {
    JsonFields from = part("from", Set.of("kinds", "codes", "tags"));
    return new Strategy.Candidates(
        from.choices("kinds", LocationKind.values()), from.words("codes"), from.words("tags"));
  }

  private List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    List<JsonNode> nodes = rule.list("filters", CRITERIA_MAX);
    for (int i = 0; i < nodes.size(); i++) {
      String at = pointer + "/filters/" + i;
      switch (criterion(nodes.get(i), at)) {
        case Filter filter -> filters.add(filter);
        case Rating _ -> faults.add(new Fault(at + "/type", "kind", "It rates places and keeps none out; see prefer."));
        case null -> {}
      }
    }
    return filters;
  }

  private Objective objective() {
    JsonFields prefer = part("prefer", Set.of("inTurn", "inMoney"));
    if (prefer.get("inTurn") != null && prefer.get("inMoney") != null) {
      prefer.wrong("", "form", "Ratings count either in turn or in money.");
    }
    List<JsonNode> weights = prefer.list("inMoney", CRITERIA_MAX);
    if (prefer.get("inMoney") != null) {
      return new Objective.InMoney(rated(weights, "inMoney", "worth", (rating, worth) -> {
        double usual = rating.unit() == Rating.Unit.MONEY ? 1 : -1;
        double each = worth.decimal("worth", BAND_MAX, usual);
        if (each < 0) {
          worth.wrong("worth", "required", "How much money one of what the rating measures is worth, in minor units.");
        }
        return new Objective.Weight(rating, each);
      }));
    }
    return new Objective.InTurn(
        rated(
            prefer.list("inTurn", CRITERIA_MAX), "inTurn", "band",
            (rating, step) -> new Objective.Step(rating, step.decimal("band", BAND_MAX, 0))));
  }

  private interface Rated<T> {
    T of(Rating rating, JsonFields fields);
  }

  private <T> List<T> rated(List<JsonNode> nodes, String list, String number, Rated<T> rated) {
    List<T> read = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      String at = pointer + "/prefer/" + list + "/" + i;
      JsonFields fields = JsonFields.of(nodes.get(i), at, Set.of("rating", number), faults);
      JsonNode rating = fields.get("rating");
      switch (rating == null ? null : criterion(rating, at + "/rating")) {
        case Rating found -> read.add(rated.of(found, fields));
        case Filter _ ->
            faults.add(new Fault(at + "/rating/type", "kind", "It keeps places out and rates none; see filters."));
        case null -> missing(rating, fields);
      }
    }
    return read;
  }

  private static void missing(@Nullable JsonNode rating, JsonFields fields) {
    if (rating == null) {
      fields.wrong("rating", "required", "It must be given.");
    }
  }

  private @Nullable Criterion criterion(JsonNode node, String at) {
    return switch (Criteria.all().decode(node, at)) {
      case Decoded.Read(Criterion criterion) -> criterion;
      case Decoded.Wrong(List<dev.crossdock.routing.criteria.Fault> wrong) -> {
        wrong.forEach(fault -> faults.add(new Fault(fault.path(), "criterion", sentence(fault.rule()))));
        yield null;
      }
    };
  }

  /** A rule is a clause without a subject, or one that has its own. */
  private static String sentence(String rule) {
    return rule.startsWith("there ") ? "There " + rule.substring("there ".length()) + "." : "It " + rule + ".";
  }

  private Split split() {
    JsonFields split = part("split", Set.of("parcelsMost", "linesWhole", "worth", "consolidate"));
    JsonNode worth = split.get("worth");
    JsonNode consolidate = split.get("consolidate");
    return new Split(
        (int) split.number("parcelsMost", 1, Split.ANY_NUMBER, Split.ANY_NUMBER),
        split.flag("linesWhole", false),
        worth == null ? null : worth(worth),
        consolidate == null ? null : consolidate(consolidate));
  }

  private Split.Worth worth(JsonNode json) {
    JsonFields worth = JsonFields.of(json, pointer + "/split/worth", Set.of("parcel", "daySaved"), faults);
    return new Split.Worth(worth.needed("parcel", 0, MONEY_MAX), worth.needed("daySaved", 0, MONEY_MAX));
  }

  private Split.Consolidate consolidate(JsonNode json) {
    JsonFields days =
        JsonFields.of(json, pointer + "/split/consolidate", Set.of("transferDays", "waitDaysMost"), faults);
    return new Split.Consolidate(
        (int) days.needed("transferDays", 0, DAYS_MAX), (int) days.needed("waitDaysMost", 0, DAYS_MAX));
  }

  private @Nullable Otherwise otherwise() {
    if (rule.get("otherwise") == null) {
      rule.wrong("otherwise", "required", "What becomes of units that find no place must be said.");
      return null;
    }
    JsonFields otherwise = part("otherwise", Set.of("do", "shipRest", "transferDays", "note", "days", "rule"));
    String what = otherwise.text("do", Policy.NAME_MAX);
    Otherwise read =
        switch (what) {
          case "next rule" -> new Otherwise.NextRule();
          case "backorder" -> new Otherwise.Backorder(otherwise.flag("shipRest", true));
          case "transfer" -> new Otherwise.Transfer((int) otherwise.needed("transferDays", 0, DAYS_MAX));
          case "dropship" -> new Otherwise.Dropship();
          case "hold" -> new Otherwise.Hold(otherwise.text("note", Policy.NAME_MAX));
          case "cancel by" -> new Otherwise.CancelBy((int) otherwise.needed("days", 1, DAYS_MAX));
          default -> null;
        };
    strangers(otherwise, what);
    if (read == null && otherwise.get("rule") == null) {
      otherwise.wrong("do", "unknown", "One of next rule, backorder, transfer, dropship, hold and cancel by.");
    }
    return read;
  }

  /** Members that belong to something else that could be done. */
  private static void strangers(JsonFields otherwise, String what) {
    if (otherwise.get("rule") != null) {
      otherwise.wrong(
          "rule", "cycle", "An order goes on to the next rule that matches, and never to a named one: rules that name"
              + " each other would pass it round in circles.");
    }
    stranger(otherwise, what, "backorder", "shipRest");
    stranger(otherwise, what, "transfer", "transferDays");
    stranger(otherwise, what, "hold", "note");
    stranger(otherwise, what, "cancel by", "days");
  }

  private static void stranger(JsonFields otherwise, String what, String owner, String member) {
    if (!what.equals(owner) && otherwise.get(member) != null) {
      otherwise.wrong(member, "unknown-property", "It belongs to " + owner + ".");
    }
  }

  private JsonFields part(String name, Set<String> names) {
    JsonNode json = rule.get(name);
    return JsonFields.of(json == null ? NOTHING : json, pointer + "/" + name, names, faults);
  }
}
