package dev.crossdock.routing.policies;

import static dev.crossdock.routing.policies.PolicyLint.said;

import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Criterion;
import dev.crossdock.routing.criteria.Description;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.engine.Objective;
import dev.crossdock.routing.policies.Policy.Rule;
import dev.crossdock.routing.policies.Surroundings.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What of a rule's strategy does nothing, or names what is not there. */
final class StrategyLint {

  private StrategyLint() {}

  static void of(Rule rule, String pointer, Known known, List<Finding> findings) {
    tags(rule, pointer, known, findings);
    new FenceLint(rule, pointer, known, findings).find();
    if (rule.then().objective() instanceof Objective.InTurn(List<Objective.Step> steps)) {
      steps(rule, steps, pointer + "/prefer/inTurn/", findings);
    }
  }

  /** Locations that criteria name and that are not there. */
  static void strangers(Rule rule, String pointer, Known known, List<Fault> faults) {
    for (String code : named(rule, Names.LOCATION)) {
      if (!known.hasLocation(code)) {
        String sentence = "A criterion names the location " + code + ", which is not there.";
        faults.add(new Fault(pointer, "unknown-location", sentence));
      }
    }
  }

  private static void tags(Rule rule, String pointer, Known known, List<Finding> findings) {
    for (String tag : new TreeSet<>(rule.then().candidates().tags())) {
      if (!known.locationTags().contains(tag)) {
        String sentence = said(rule) + " asks locations tagged " + tag + ", and none is.";
        findings.add(Finding.warning("unknown-tag", pointer + "/from/tags", sentence));
      }
    }
  }

  /** Steps behind one that never leaves anything to decide. */
  private static void steps(Rule rule, List<Objective.Step> steps, String pointer, List<Finding> findings) {
    for (int i = 0; i < steps.size(); i++) {
      Objective.Step step = steps.get(i);
      boolean said = steps.subList(0, i).stream().anyMatch(before -> settles(before, step));
      if (said) {
        findings.add(
            Finding.warning(
                "never-counts", pointer + i, said(rule) + " rates the same twice; the second time never counts."));
      }
      if (step.band() == 0 && i + 1 < steps.size() && fine(step.rating().unit())) {
        findings.add(
            Finding.note(
                "exact-before-the-end", pointer + i,
                said(rule) + " compares exactly here, so what follows counts only where two plans are equal to the last"
                    + " digit; a band would leave it something to decide."));
      }
    }
  }

  private static boolean settles(Objective.Step before, Objective.Step step) {
    return before.rating().equals(step.rating()) && (before.band() == 0 || before.band() == step.band());
  }

  private static boolean fine(Rating.Unit unit) {
    return unit == Rating.Unit.MONEY || unit == Rating.Unit.KILOMETRES;
  }

  /** What a rule's filters and ratings call by names of a kind. */
  private static Set<String> named(Rule rule, Names kind) {
    List<Criterion> criteria = new ArrayList<>(rule.then().filters());
    switch (rule.then().objective()) {
      case Objective.InTurn(List<Objective.Step> steps) -> steps.forEach(step -> criteria.add(step.rating()));
      case Objective.InMoney(List<Objective.Weight> weights) -> weights.forEach(each -> criteria.add(each.rating()));
    }
    Set<String> words = new TreeSet<>();
    for (Criterion criterion : criteria) {
      JsonNode json = Criteria.all().encode(criterion);
      for (Description description : Criteria.all().describe(json.get("type").stringValue()).stream().toList()) {
        description.parameters().stream()
            .filter(field -> field.names() == kind)
            .forEach(field -> texts(json.get(field.name()), words));
      }
    }
    return words;
  }

  private static void texts(JsonNode json, Set<String> words) {
    if (json.isString()) {
      words.add(json.stringValue());
    }
    json.forEach(part -> texts(part, words));
  }
}
