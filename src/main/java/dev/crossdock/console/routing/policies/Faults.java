package dev.crossdock.console.routing.policies;

import dev.crossdock.routing.conditions.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a rule, each told once, beside the input that is nearest to it. */
final class Faults {

  private final Map<String, List<String>> left = new LinkedHashMap<>();

  /**
   * @param faults of the whole policy
   * @param rule the number of the rule, from 0
   */
  Faults(List<Fault> faults, int rule) {
    String at = "/rules/" + rule;
    for (Fault fault : faults) {
      if (fault.pointer().equals(at) || fault.pointer().startsWith(at + "/")) {
        left.computeIfAbsent(fault.pointer().substring(at.length()), pointer -> new ArrayList<>())
            .add(fault.sentence());
      }
    }
  }

  /** What is wrong just there. */
  List<String> at(String pointer) {
    List<String> found = left.remove(pointer);
    return found == null ? List.of() : found;
  }

  /** What is wrong there or anywhere below. */
  List<String> below(String pointer) {
    List<String> found = new ArrayList<>();
    left.entrySet().removeIf(entry -> {
      boolean meant = entry.getKey().equals(pointer) || entry.getKey().startsWith(pointer + "/");
      if (meant) {
        found.addAll(entry.getValue());
      }
      return meant;
    });
    return found.stream().distinct().toList();
  }

  /** Everything that was told nowhere yet. */
  List<String> rest() {
    return below("");
  }
}
