package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Condition;
import dev.crossdock.routing.conditions.Phrases;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.engine.Split;
import dev.crossdock.routing.engine.Strategy;
import dev.crossdock.routing.policies.Policy.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is different between two policies, in words, for whoever has to agree to it. */
public final class PolicyDiff {

  private final List<String> words = new ArrayList<>();

  private PolicyDiff() {}

  /** One clause a change; empty when they say the same. */
  public static List<String> words(Policy from, Policy to) {
    PolicyDiff diff = new PolicyDiff();
    diff.policies(from, to);
    return List.copyOf(diff.words);
  }

  private void policies(Policy from, Policy to) {
    if (!from.name().equals(to.name())) {
      words.add("the policy is called '" + to.name() + "' instead of '" + from.name() + "'");
    }
    Map<String, Rule> before = byName(from);
    Map<String, Rule> after = byName(to);
    Map<String, String> called = renamed(before, after);
    for (Rule rule : from.rules()) {
      if (called.containsKey(rule.name())) {
        words.add("rule '" + rule.name() + "' is called '" + called.get(rule.name()) + "' now");
      } else if (!after.containsKey(rule.name())) {
        words.add("rule '" + rule.name() + "' removed");
      }
    }
    for (int i = 0; i < to.rules().size(); i++) {
      Rule rule = to.rules().get(i);
      Rule was = before.get(rule.name());
      if (was != null) {
        rule(was, rule);
      } else if (!called.containsValue(rule.name())) {
        words.add("rule '" + rule.name() + "' added as number " + (i + 1));
      }
    }
    moves(from, to, called);
  }

  /** Rules that are the same but for their names. */
  private static Map<String, String> renamed(Map<String, Rule> before, Map<String, Rule> after) {
    Map<String, String> called = new HashMap<>();
    before.forEach((name, rule) -> {
      if (!after.containsKey(name)) {
        after.values().stream()
            .filter(other -> !before.containsKey(other.name()) && !called.containsValue(other.name()))
            .filter(other -> sameButForItsName(other, rule))
            .findFirst()
            .ifPresent(other -> called.put(name, other.name()));
      }
    });
    return called;
  }

  private static boolean sameButForItsName(Rule one, Rule other) {
    return one.when().equals(other.when()) && one.then().equals(other.then()) && one.timing().equals(other.timing());
  }

  /** As few moves as explain the new order: the longest run of rules that kept theirs stays where it is. */
  private void moves(Policy from, Policy to, Map<String, String> called) {
    List<String> before =
        from.rules().stream().map(rule -> called.getOrDefault(rule.name(), rule.name())).toList();
    List<String> common = to.rules().stream().map(Rule::name).filter(before::contains).toList();
    List<String> still = longestInOrder(common, before);
    for (int i = 0; i < common.size(); i++) {
      if (!still.contains(common.get(i))) {
        String where = i + 1 < common.size() ? "above '" + common.get(i + 1) + "'" : "to the end";
        words.add("rule '" + common.get(i) + "' moved " + where);
      }
    }
  }

  private static List<String> longestInOrder(List<String> names, List<String> before) {
    List<List<String>> best = new ArrayList<>();
    List<String> longest = List.of();
    for (int i = 0; i < names.size(); i++) {
      List<String> run = List.of();
      for (int j = 0; j < i; j++) {
        boolean inOrder = before.indexOf(names.get(j)) < before.indexOf(names.get(i));
        run = inOrder && best.get(j).size() > run.size() ? best.get(j) : run;
      }
      List<String> longer = new ArrayList<>(run);
      longer.add(names.get(i));
      best.add(longer);
      longest = longer.size() > longest.size() ? longer : longest;
    }
    return longest;
  }

  private void rule(Rule was, Rule is) {
    String rule = "rule '" + is.name() + "': ";
    if (was.enabled() != is.enabled()) {
      words.add(rule + (is.enabled() ? "switched on" : "switched off"));
    }
    conditions(rule, was.when(), is.when());
    changed(rule + "decides ", was.timing(), is.timing(), PolicyWords::timing);
    Strategy before = was.then();
    Strategy after = is.then();
    changed(rule + "ships from ", before.candidates(), after.candidates(), PolicyWords::candidates);
    filters(rule, before.filters(), after.filters());
    changed(rule + "prefers ", before.objective(), after.objective(), PolicyWords::objective);
    split(rule, before.split(), after.split());
    changed(rule + "what finds no place ", before.otherwise(), after.otherwise(), PolicyWords::otherwise);
  }

  private void conditions(String rule, Condition was, Condition is) {
    List<Condition> before = parts(was);
    List<Condition> after = parts(is);
    if (before.equals(after)) {
      return;
    }
    int told = words.size();
    before.stream()
        .filter(part -> !after.contains(part))
        .forEach(part -> words.add(rule + "condition " + Phrases.of(part) + " removed"));
    after.stream()
        .filter(part -> !before.contains(part))
        .forEach(part -> words.add(rule + "condition " + Phrases.of(part) + " added"));
    if (words.size() == told) {
      words.add(rule + "conditions in another order");
    }
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.All(List<Condition> parts) ? parts : List.of(condition);
  }

  private void filters(String rule, List<Filter> before, List<Filter> after) {
    before.stream()
        .filter(filter -> !after.contains(filter))
        .forEach(filter -> words.add(rule + "filter " + sentence(filter) + " removed"));
    after.stream()
        .filter(filter -> !before.contains(filter))
        .forEach(filter -> words.add(rule + "filter " + sentence(filter) + " added"));
    List<Filter> kept = before.stream().filter(after::contains).toList();
    if (!kept.equals(after.stream().filter(before::contains).toList())) {
      words.add(rule + "filters in another order");
    }
  }

  private static String sentence(Filter filter) {
    return "'" + Criteria.all().sentence(filter) + "'";
  }

  private void split(String rule, Split was, Split is) {
    if (was.parcelsMost() != is.parcelsMost()) {
      words.add(rule + "most parcels " + most(was) + " → " + most(is));
    }
    if (was.linesWhole() != is.linesWhole()) {
      words.add(rule + (is.linesWhole() ? "lines are kept whole" : "lines may be split"));
    }
    Split others = new Split(was.parcelsMost(), was.linesWhole(), is.worth(), is.consolidate());
    if (!others.equals(was)) {
      words.add(rule + "splitting: " + PolicyWords.split(is) + ", instead of " + PolicyWords.split(was));
    }
  }

  private static String most(Split split) {
    return split.parcelsMost() >= Split.ANY_NUMBER ? "any number" : Integer.toString(split.parcelsMost());
  }

  private <T> void changed(String what, T before, T after, Function<T, String> said) {
    if (!before.equals(after)) {
      words.add(what + said.apply(after) + ", instead of " + said.apply(before));
    }
  }

  private static Map<String, Rule> byName(Policy policy) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    policy.rules().forEach(rule -> rules.put(rule.name(), rule));
    return rules;
  }
}
