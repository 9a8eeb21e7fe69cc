package dev.crossdock.architecture;

import dev.crossdock.architecture.Budgets.Excess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds today's excess against the baseline: nothing new, nothing grown, and the baseline follows what has shrunk. */
final class Ratchet {

  private Ratchet() {}

  static List<String> complaints(List<Excess> excess, List<String> baseline) {
    Map<String, Integer> allowed = new TreeMap<>();
    for (String line : baseline) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int space = line.lastIndexOf(' ');
        allowed.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
      }
    }
    List<String> complaints = new ArrayList<>();
    largest(excess).forEach((key, one) -> {
      Integer before = allowed.remove(key);
      if (before == null) {
        complaints.add(key + " has " + one.size() + ", and " + one.limit() + " is the limit: split it");
      } else if (one.size() > before) {
        complaints.add(key + " has grown from " + before + " to " + one.size() + ": the baseline may only shrink");
      } else if (one.size() < before) {
        complaints.add(key + " has shrunk from " + before + " to " + one.size() + ": lower the baseline");
      }
    });
    allowed.forEach((key, size) -> complaints.add(key + " is within its limit now: take it off the baseline"));
    return complaints;
  }

  /** Overloads share a name, so the biggest of them counts. */
  private static Map<String, Excess> largest(List<Excess> excess) {
    Map<String, Excess> largest = new TreeMap<>();
    for (Excess one : excess) {
      largest.merge(one.rule() + " " + one.place(), one, (a, b) -> a.size() >= b.size() ? a : b);
    }
    return largest;
  }
}
