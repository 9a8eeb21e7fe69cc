package dev.crossdock.console.routing.policies;

import dev.crossdock.console.routing.policies.RuleView.Criterion;
import dev.crossdock.console.routing.policies.RuleView.Input;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where on the page of an open rule something can be found that a JSON pointer is about. */
final class Spots {

  private static final Set<String> SECTIONS =
      Set.of("when", "decide", "from", "filters", "prefer", "split", "otherwise");

  private final Set<String> ids = new HashSet<>();

  Spots(RuleView rule) {
    group(rule.when());
    rule.from().forEach(this::input);
    rule.filters().forEach(this::criterion);
    rule.ratings().forEach(this::criterion);
    rule.split().forEach(this::input);
    rule.decide().forEach(this::input);
    rule.otherwise().forEach(this::input);
  }

  /** The id of the input at this place of a rule, or of the nearest thing around it; the rule's name for the rule. */
  static String nearest(@Nullable Spots spots, String place) {
    String at = place;
    while (spots != null && at.lastIndexOf('/') > 0) {
      if (spots.ids.contains(Inputs.id(at))) {
        return Inputs.id(at);
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
    String section = place.startsWith("/") ? place.substring(1).split("/", 2)[0] : "";
    return SECTIONS.contains(section) ? section : "at-name";
  }

  private void group(RuleView.Group group) {
    input(group.form());
    for (RuleView.Part part : group.parts()) {
      switch (part) {
        case RuleView.Group inner -> group(inner);
        case RuleView.Test test -> test.inputs().forEach(this::input);
        case RuleView.Expression expression -> input(expression.text());
      }
    }
  }

  private void criterion(Criterion criterion) {
    ids.add(criterion.id());
    criterion.inputs().forEach(this::input);
  }

  private void input(Input input) {
    ids.add(input.id());
  }
}
