package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Condition;
import dev.crossdock.routing.conditions.ConditionReader;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.engine.Strategy;
import dev.crossdock.routing.timing.Timing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads policies from JSON, and complains of everything at once. Used by many threads at once. */
public final class PolicyReader {

  /** Rules that a draft must keep to as well; whatever else is wrong with it may be put right later. */
  static final Set<String> EVEN_IN_DRAFTS = Set.of("too-long", "too-many", "too-deep", "too-large");

  static final int TEXT_MAX = 1_000_000;

  private static final Set<String> POLICY = Set.of("name", "rules");
  private static final Set<String> RULE =
      Set.of("name", "enabled", "when", "decide", "from", "filters", "prefer", "split", "otherwise");

  private final Expressions expressions;

  public PolicyReader(Expressions expressions) {
    this.expressions = expressions;
  }

  /** What came of reading. */
  public sealed interface Decoded {

    /** It is valid. */
    record Read(Policy policy) implements Decoded {}

    /** It is not; at least one fault. */
    record Wrong(List<Fault> faults) implements Decoded {
      public Wrong {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads a policy, whatever it is given; never throws. */
  public Decoded read(JsonNode json) {
    List<Fault> faults = new ArrayList<>();
    if (json.toString().length() > TEXT_MAX && longest(json) <= Expressions.LENGTH_MAX) {
      return new Decoded.Wrong(
          List.of(new Fault("", "too-large", "A policy has at most " + TEXT_MAX + " characters of JSON.")));
    }
    JsonFields policy = JsonFields.of(json, "", POLICY, faults);
    String name = policy.name("name");
    List<Policy.Rule> rules = rules(policy.list("rules", Policy.RULES_MAX), faults);
    if (faults.isEmpty() && rules.isEmpty()) {
      faults.add(new Fault("/rules", "required", "A policy has at least one rule."));
    }
    return faults.isEmpty() ? new Decoded.Read(new Policy(name, rules)) : new Decoded.Wrong(faults);
  }

  /** The longest text in it: an expression of a million characters is told as that, and not as a large policy. */
  private static long longest(JsonNode json) {
    if (json.isString()) {
      return json.stringValue().length();
    }
    long longest = 0;
    for (JsonNode part : json) {
      longest = Math.max(longest, longest(part));
    }
    return longest;
  }

  private List<Policy.Rule> rules(List<JsonNode> nodes, List<Fault> faults) {
    List<Policy.Rule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      String pointer = "/rules/" + i;
      JsonFields fields = JsonFields.of(nodes.get(i), pointer, RULE, faults);
      String name = fields.name("name");
      if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
        faults.add(new Fault(pointer + "/name", "duplicate", "Another rule has this name; decisions are told by it."));
      }
      Policy.Rule rule = rule(name, fields, pointer, faults);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private Policy.@Nullable Rule rule(String name, JsonFields fields, String pointer, List<Fault> faults) {
    boolean enabled = fields.flag("enabled", true);
    Condition when = new ConditionReader(expressions).read(fields.get("when"), pointer + "/when", faults);
    Timing timing = TimingReader.read(fields.get("decide"), pointer + "/decide", faults);
    Strategy then = new StrategyReader(fields, pointer, faults).read();
    return when == null || timing == null || then == null ? null : new Policy.Rule(name, enabled, when, then, timing);
  }
}
