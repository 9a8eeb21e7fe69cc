package dev.crossdock.console.routing.policies;

import dev.crossdock.console.routing.policies.RuleView.Input;
import dev.crossdock.console.routing.policies.RuleView.Option;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes inputs of values in a rule; each takes along what is wrong with its value. */
final class Inputs {

  private final ObjectNode rule;
  private final Faults faults;

  Inputs(ObjectNode rule, Faults faults) {
    this.rule = rule;
    this.faults = faults;
  }

  Input text(String kind, String pointer, String label, String hint, @Nullable String list) {
    return input("text", kind, pointer, label, hint, list, List.of(), false);
  }

  Input area(String pointer, String label, String hint) {
    return input("area", FormJson.TEXT, pointer, label, hint, null, List.of(), false);
  }

  Input time(String pointer, String label, String hint) {
    return input("time", FormJson.TEXT, pointer, label, hint, null, List.of(), false);
  }

  /** A list of which one is chosen; a value that is not among them is shown as it is. */
  Input select(String kind, String pointer, String label, List<Option> options, boolean reshapes) {
    return input("select", kind, pointer, label, "", null, options, reshapes);
  }

  Input boxes(String pointer, String label, String hint, List<Option> options) {
    return input("boxes", FormJson.WORDS, pointer, label, hint, null, options, false);
  }

  private Input input(
      String shown, String kind, String pointer, String label, String hint, @Nullable String list,
      List<Option> options, boolean reshapes) {
    List<String> errors = kind.equals(FormJson.WORDS) ? faults.below(pointer) : faults.at(pointer);
    return new Input(
        shown, kind + pointer, id(pointer), label, Nodes.text(at(pointer)), hint, list, options, reshapes, errors);
  }

  /** What stands there; null for nothing. */
  @Nullable JsonNode at(String pointer) {
    JsonNode node = rule.at(pointer);
    return node.isMissingNode() ? null : node;
  }

  static String id(String pointer) {
    return "at" + pointer.replace('/', '-');
  }

  /** Options with these values, the chosen marked. */
  static List<Option> options(List<String> values, List<String> chosen) {
    return values.stream().map(value -> new Option(value, words(value), chosen.contains(value))).toList();
  }

  static List<Option> flag(boolean chosen, String yes, String no) {
    return List.of(new Option("true", yes, chosen), new Option("false", no, !chosen));
  }

  /** A constant or a stable word as people read it. */
  static String words(String word) {
    if (word.equals("THREE_PL")) {
      return "3PL";
    }
    boolean constant = word.equals(word.toUpperCase(Locale.ROOT)) && word.length() > 3;
    return constant ? word.toLowerCase(Locale.ROOT).replace('_', ' ') : word;
  }
}
