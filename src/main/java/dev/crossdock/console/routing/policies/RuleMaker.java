package dev.crossdock.console.routing.policies;

import dev.crossdock.console.routing.policies.RuleView.Criterion;
import dev.crossdock.console.routing.policies.RuleView.Input;
import dev.crossdock.console.routing.policies.RuleView.Option;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.conditions.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the form of a rule from its JSON, whatever is wrong with it. */
final class RuleMaker {

  private static final List<String> KINDS = Arrays.stream(LocationKind.values()).map(Enum::name).toList();

  /** How often rules usually decide; a file may say any length. */
  private static final List<Option> EVERY = List.of(
      new Option("PT5M", "every 5 minutes", false),
      new Option("PT15M", "every 15 minutes", false),
      new Option("PT30M", "every 30 minutes", false),
      new Option("PT1H", "every hour", false),
      new Option("PT2H", "every 2 hours", false),
      new Option("PT4H", "every 4 hours", false),
      new Option("PT12H", "every 12 hours", false),
      new Option("PT24H", "once a day, at midnight UTC", false));

  private final ObjectNode rule;
  private final int number;
  private final Faults faults;
  private final Inputs inputs;

  /**
   * @param number from 0
   * @param wrong what is wrong with the policy
   */
  RuleMaker(ObjectNode rule, int number, List<Fault> wrong) {
    this.rule = rule;
    this.number = number;
    this.faults = new Faults(wrong, number);
    this.inputs = new Inputs(rule, faults);
    rule.set("when", WhenShape.group(rule.get("when")));
  }

  /** The form; {@code words} are the rule in words, empty while it can't be read. */
  RuleView view(String words) {
    Input name = inputs.text(FormJson.TEXT, "/name", "Name", "Decisions are told with it.", null);
    RuleView.Group when = new WhenMaker(inputs, faults).group(rule.get("when"), "/when", true);
    List<Criterion> filters = filters();
    Input prefer = prefer();
    List<Criterion> ratings = ratings();
    List<Input> decide = decide();
    List<Input> from = from();
    List<Input> split = split();
    List<Input> otherwise = otherwise();
    return new RuleView(
        number, enabled(), name, words, faults.rest(), when, decide, from, filters, prefer, ratings, split, otherwise,
        CriterionMaker.known(true), CriterionMaker.known(false));
  }

  private boolean enabled() {
    return rule.get("enabled") == null || rule.get("enabled").asBoolean(true);
  }

  private List<Input> decide() {
    String every = Nodes.text(inputs.at("/decide/every"));
    List<Option> lengths = new ArrayList<>();
    lengths.add(new Option("", "no", every.isEmpty()));
    EVERY.forEach(each -> lengths.add(new Option(each.value(), each.words(), each.value().equals(every))));
    if (lengths.stream().noneMatch(Option::chosen)) {
      lengths.add(new Option(every, every, true));
    }
    return List.of(
        inputs.text(FormJson.WORDS, "/decide/at", "Decide at",
            "Times such as 10:00, 14:00. Empty to decide as orders come.", null),
        inputs.text(FormJson.TEXT, "/decide/zone", "Time zone", "Such as Europe/Berlin.", null),
        inputs.select(FormJson.TEXT, "/decide/every", "Or again and again", lengths, false));
  }

  private List<Input> from() {
    List<String> kinds = Nodes.texts(inputs.at("/from/kinds"));
    return List.of(
        inputs.boxes("/from/kinds", "Kinds", "None for every kind but marketplaces' own.",
            Inputs.options(KINDS, kinds)),
        inputs.text(FormJson.WORDS, "/from/codes", "Locations", "By code, with commas between. Empty for all.",
            "locations"),
        inputs.text(FormJson.WORDS, "/from/tags", "Tagged with any of", "With commas between. Empty for all.",
            "location-tags"));
  }

  private List<Criterion> filters() {
    List<Criterion> filters = new ArrayList<>();
    if (rule.get("filters") instanceof ArrayNode list) {
      CriterionMaker maker = new CriterionMaker(inputs, faults);
      for (int i = 0; i < list.size(); i++) {
        filters.add(maker.of(list.get(i), "/filters/" + i, "/filters/" + i, i == 0, List.of()));
      }
    }
    return filters;
  }

  private boolean money() {
    return inputs.at("/prefer/inMoney") != null;
  }

  private Input prefer() {
    List<Option> modes = List.of(
        new Option(RuleShape.IN_TURN, "one after the other", !money()),
        new Option(RuleShape.IN_MONEY, "together, as one sum of money", money()));
    return new Input(
        "select", "prefer", "prefer", "Ratings count", money() ? RuleShape.IN_MONEY : RuleShape.IN_TURN, "", null,
        modes, true, faults.at("/prefer"));
  }

  private List<Criterion> ratings() {
    String list = money() ? "/prefer/inMoney" : "/prefer/inTurn";
    ArrayNode steps = RuleShape.steps(rule);
    List<Criterion> ratings = new ArrayList<>();
    CriterionMaker maker = new CriterionMaker(inputs, faults);
    for (int i = 0; i < steps.size(); i++) {
      String item = list + "/" + i;
      JsonNode rating = steps.get(i).path("rating");
      String type = Nodes.text(rating, "type");
      Input beside = money()
          ? inputs.text(FormJson.NUMBER, item + "/worth", CriterionMaker.worth(type), "", null)
          : inputs.text(FormJson.NUMBER, item + "/band", CriterionMaker.band(type), "0 counts every difference.", null);
      ratings.add(maker.of(rating, item + "/rating", item, i == 0, List.of(beside)));
    }
    return ratings;
  }

  private List<Input> split() {
    boolean whole = Nodes.text(inputs.at("/split/linesWhole")).equals("true");
    return List.of(
        inputs.text(FormJson.NUMBER, "/split/parcelsMost", "Parcels at most", "Empty for any number, 1 for never.",
            null),
        inputs.select(FormJson.FLAG, "/split/linesWhole", "A line", List.of(
            new Option("false", "may be split", !whole), new Option("true", "stays whole", whole)), false),
        inputs.text(FormJson.NUMBER, "/split/worth/parcel", "One parcel more costs, cents", "", null),
        inputs.text(FormJson.NUMBER, "/split/worth/daySaved", "A day sooner is worth, cents", "", null),
        inputs.text(FormJson.NUMBER, "/split/consolidate/transferDays", "Bring together by a transfer of, days",
            "Empty for never.", null),
        inputs.text(FormJson.NUMBER, "/split/consolidate/waitDaysMost", "Wait for that at most, days", "", null));
  }

  private List<Input> otherwise() {
    String what = Nodes.text(inputs.at("/otherwise/do"));
    List<Option> deeds = List.of(
        new Option("next rule", "the next rule that matches is asked", what.equals("next rule")),
        new Option("backorder", "waits for stock", what.equals("backorder")),
        new Option("transfer", "waits for a transfer", what.equals("transfer")),
        new Option("dropship", "goes to suppliers who ship for us", what.equals("dropship")),
        new Option("hold", "waits for a person", what.equals("hold")),
        new Option("cancel by", "waits, and is cancelled after some days", what.equals("cancel by")));
    List<Input> all = new ArrayList<>();
    all.add(inputs.select(FormJson.TEXT, "/otherwise/do", "What finds no place", deeds, true));
    boolean rest = !Nodes.text(inputs.at("/otherwise/shipRest")).equals("false");
    switch (what) {
      case "backorder" -> all.add(inputs.select(
          FormJson.FLAG, "/otherwise/shipRest", "The rest", Inputs.flag(rest, "leaves at once", "waits with it"),
          false));
      case "transfer" ->
          all.add(inputs.text(FormJson.NUMBER, "/otherwise/transferDays", "A transfer takes, days", "", null));
      case "hold" -> all.add(inputs.text(FormJson.TEXT, "/otherwise/note", "Note for that person", "", null));
      case "cancel by" ->
          all.add(inputs.text(FormJson.NUMBER, "/otherwise/days", "Days from the order's arrival", "", null));
      default -> { }
    }
    return all;
  }
}
