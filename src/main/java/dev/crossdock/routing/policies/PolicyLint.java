package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Condition;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.conditions.Names;
import dev.crossdock.routing.conditions.Proofs;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.policies.Policy.Rule;
import dev.crossdock.routing.policies.Surroundings.Known;
import dev.crossdock.routing.timing.Timing;
import java.util.ArrayList;
import java.util.List;

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
      later(rule, pointer, findings);
      new WordLint(rule, pointer, known, findings).find();
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
    String shadow = shadow(rule, policy.rules().subList(0, index));
    if (!shadow.isEmpty()) {
      findings.add(Finding.warning("shadowed", pointer, said(rule) + " is never asked: " + shadow));
      return;
    }
    if (Proofs.hasExpression(rule.when())) {
      findings.add(
          Finding.note(
              "cant-tell", pointer + "/when",
              "Whether an order can ever meet '" + rule.name() + "' can't be told in advance: it has an expression."));
    }
  }

  private static void later(Rule rule, String pointer, List<Finding> findings) {
    if (!(rule.timing() instanceof Timing.OnArrival) && Names.asksTheTime(rule.when())) {
      findings.add(
          Finding.note(
              "asked-again", pointer + "/when",
              said(rule) + " asks what time it is, and decides later: it is asked again then, and may not match."));
    }
  }

  /** Who decides before it on every order that a rule would match; empty when nobody surely does. */
  private static String shadow(Rule rule, List<Rule> before) {
    List<Rule> deciding = before.stream().filter(each -> each.enabled() && !passesOn(each)).toList();
    for (Rule earlier : deciding) {
      if (Proofs.implies(rule.when(), earlier.when())) {
        return "'" + earlier.name() + "' decides on every order that it would match.";
      }
    }
    return deciding.size() > 1 && Proofs.covered(rule.when(), deciding.stream().map(Rule::when).toList())
        ? "the rules before it decide together on every order that it would match."
        : "";
  }

  private static void end(Policy policy, List<Finding> findings) {
    List<Rule> asked = policy.rules().stream().filter(Rule::enabled).toList();
    if (!Proofs.covered(Condition.ALWAYS, asked.stream().map(Rule::when).toList())) {
      findings.add(
          Finding.warning(
              "no-catch-all", "/rules", "There may be orders that no rule takes: they wait until one does."));
    }
    if (!asked.isEmpty() && passesOn(asked.getLast())) {
      findings.add(
          Finding.note(
              "nothing-follows", "/rules/" + policy.rules().indexOf(asked.getLast()) + "/otherwise",
              said(asked.getLast()) + " passes orders on, but no rule follows: they wait for stock."));
    }
  }

  private static boolean passesOn(Rule rule) {
    return rule.then().otherwise() instanceof Otherwise.NextRule;
  }

  static String said(Rule rule) {
    return "Rule '" + rule.name() + "'";
  }
}
