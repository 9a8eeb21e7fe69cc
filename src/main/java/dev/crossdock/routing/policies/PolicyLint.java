package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.conditions.Field;
import dev.crossdock.routing.conditions.Names;
import dev.crossdock.routing.conditions.Proofs;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.policies.Policy.Rule;
import dev.crossdock.routing.policies.Surroundings.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Finds what a policy surely does not do although it says so, and what it names that is not there. What it claims of
 * conditions is proved; of expressions it says that it can't tell. Pure.
 */
public final class PolicyLint {

  private PolicyLint() {}

  /** All findings, in the order of the rules. */
  public static List<Finding> of(Policy policy, Known known) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < policy.rules().size(); i++) {
      Rule rule = policy.rules().get(i);
      String pointer = "/rules/" + i;
      if (!rule.enabled()) {
        findings.add(Finding.note("switched-off", pointer, said(rule) + " is switched off."));
        continue;
      }
      reach(policy, i, pointer, findings);
      unknown(rule, pointer, known, findings);
      StrategyLint.of(rule, pointer, known, findings);
    }
    end(policy, findings);
    return findings;
  }

  /** What a policy names that must be there for it to decide. */
  static List<Fault> strangers(Policy policy, Known known) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < policy.rules().size(); i++) {
      for (String code : policy.rules().get(i).then().candidates().codes()) {
        if (!known.hasLocation(code)) {
          String pointer = "/rules/" + i + "/from/codes";
          faults.add(new Fault(pointer, "unknown-location", "There is no location " + code + "."));
        }
      }
      StrategyLint.strangers(policy.rules().get(i), "/rules/" + i, known, faults);
    }
    return faults;
  }

  private static void reach(Policy policy, int index, String pointer, List<Finding> findings) {
    Rule rule = policy.rules().get(index);
    if (Proofs.neverMatches(rule.when())) {
      findings.add(
          Finding.warning(
              "never-matches", pointer + "/when",
              said(rule) + " can never match: its conditions contradict each other."));
      return;
    }
    for (Rule earlier : policy.rules().subList(0, index)) {
      if (earlier.enabled() && !passesOn(earlier) && Proofs.implies(rule.when(), earlier.when())) {
        findings.add(
            Finding.warning(
                "shadowed", pointer,
                said(rule) + " is never asked: '" + earlier.name() + "' decides on every order that it would match."));
        return;
      }
    }
    if (Proofs.hasExpression(rule.when())) {
      findings.add(
          Finding.note(
              "cant-tell", pointer + "/when",
              "Whether an order can ever meet '" + rule.name() + "' can't be told in advance: it has an expression."));
    }
  }

  private static void end(Policy policy, List<Finding> findings) {
    List<Rule> asked = policy.rules().stream().filter(Rule::enabled).toList();
    if (asked.stream().noneMatch(rule -> Proofs.alwaysMatches(rule.when()))) {
      findings.add(
          Finding.warning(
              "no-catch-all", "/rules", "No rule takes every order: those that match none wait until one does."));
    }
    if (!asked.isEmpty() && passesOn(asked.getLast())) {
      findings.add(
          Finding.note(
              "nothing-follows", "/rules/" + policy.rules().indexOf(asked.getLast()) + "/otherwise",
              said(asked.getLast()) + " passes orders on, but no rule follows: they wait for stock."));
    }
  }

  private static void unknown(Rule rule, String pointer, Known known, List<Finding> findings) {
    named(rule, Field.CHANNEL, known.channels(), "unknown-channel", "no account of the channel ", pointer, findings);
    named(rule, Field.ACCOUNT, known.accounts(), "unknown-account", "no channel account ", pointer, findings);
    Set<String> codes = Set.copyOf(known.locations().stream().map(place -> place.code()).toList());
    named(rule, Field.PICKUP_AT, codes, "unknown-location", "no location ", pointer, findings);
    named(rule, Field.LAST_LOCATION, codes, "unknown-location", "no location ", pointer, findings);
    Names.skus(rule.when()).stream()
        .filter(known.unknownSkus()::contains)
        .sorted()
        .forEach(sku -> findings.add(missing("unknown-sku", pointer, rule, "no SKU " + sku)));
  }

  private static void named(
      Rule rule,
      Field field,
      Collection<String> known,
      String code,
      String what,
      String pointer,
      List<Finding> findings) {
    Names.of(rule.when(), field).stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> findings.add(missing(code, pointer, rule, what + name)));
  }

  private static Finding missing(String code, String pointer, Rule rule, String what) {
    return Finding.warning(
        code, pointer + "/when", said(rule) + " asks for something that is not there: " + what + ".");
  }

  private static boolean passesOn(Rule rule) {
    return rule.then().otherwise() instanceof Otherwise.NextRule;
  }

  static String said(Rule rule) {
    return "Rule '" + rule.name() + "'";
  }
}
