package dev.crossdock.api.v1.policies;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.routing.policies.Finding;
import dev.crossdock.routing.policies.Policy;
import dev.crossdock.routing.policies.PolicyWords;
import dev.crossdock.routing.reach.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looking at a policy should know.
 *
 * @param findings what it says and does not do, or names and is not there
 * @param faults what keeps it from deciding
 * @param words each rule in words
 * @param reach how many of the last orders each rule meets; absent for a policy that can't be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LintView(
    List<FindingView> findings, List<FieldError> faults, List<String> words, @Nullable ReachView reach) {

  /** One finding; severity is warning or note. */
  record FindingView(String rule, String severity, String pointer, String sentence) {

    static FindingView of(Finding finding) {
      return new FindingView(
          finding.rule(), finding.severity().name().toLowerCase(Locale.ROOT), finding.pointer(), finding.sentence());
    }
  }

  /**
   * Counts over the last orders, the newest first; at most 10,000, and as many as could be looked at in two seconds.
   *
   * @param orders how many were looked at
   * @param whole whether these are all that there were to look at
   * @param unmet orders that no rule meets
   */
  record ReachView(int orders, boolean whole, int unmet, List<RuleReachView> rules) {

    static ReachView of(Reach reach, Policy policy) {
      List<RuleReachView> rules = new ArrayList<>();
      for (int i = 0; i < policy.rules().size(); i++) {
        Reach.OfRule rule = reach.rules().get(i);
        rules.add(
            new RuleReachView(
                policy.rules().get(i).name(), Objects.requireNonNull(rule.matches()),
                Objects.requireNonNull(rule.touches())));
      }
      return new ReachView(reach.orders(), reach.whole(), Objects.requireNonNull(reach.unmet()), rules);
    }
  }

  /**
   * Counts of one rule.
   *
   * @param matches orders that meet its conditions
   * @param touches those of them on which no rule before it has decided; an order that a rule passes on may be touched
   *     by more than one
   */
  record RuleReachView(String rule, int matches, int touches) {}

  static LintView wrong(List<FieldError> faults) {
    return new LintView(List.of(), faults, List.of(), null);
  }

  static LintView of(Policy policy, List<Finding> findings, List<FieldError> faults) {
    return new LintView(
        findings.stream().map(FindingView::of).toList(), faults,
        policy.rules().stream().map(PolicyWords::of).toList(), null);
  }

  LintView with(Reach reached, Policy policy) {
    return new LintView(findings, faults, words, ReachView.of(reached, policy));
  }
}
