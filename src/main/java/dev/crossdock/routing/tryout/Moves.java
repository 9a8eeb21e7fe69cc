package dev.crossdock.routing.tryout;

import dev.crossdock.routing.Demand;
import dev.crossdock.routing.RoutingPlan.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What differs between two ways of sending the same units. Pure. */
public final class Moves {

  /** Stands for no place at all; no location has such a code. */
  private static final String NOWHERE = "";

  private Moves() {}

  /** The fewest units whose way differs, line by line; empty where the ways are the same. */
  public static List<Move> between(Demand demand, List<Assignment> before, List<Assignment> after) {
    List<Move> moves = new ArrayList<>();
    for (Demand.Line line : demand.lines()) {
      Map<String, Integer> more = new TreeMap<>();
      count(line, after, 1, more);
      count(line, before, -1, more);
      pair(line, more, moves);
    }
    return moves;
  }

  private static void count(Demand.Line line, List<Assignment> ways, int sign, Map<String, Integer> more) {
    int placed = 0;
    for (Assignment way : ways) {
      if (way.line() == line.line()) {
        more.merge(way.location(), sign * way.units(), Integer::sum);
        placed += way.units();
      }
    }
    more.merge(NOWHERE, sign * (line.units() - placed), Integer::sum);
  }

  private static void pair(Demand.Line line, Map<String, Integer> more, List<Move> moves) {
    for (Map.Entry<String, Integer> to : more.entrySet()) {
      for (Map.Entry<String, Integer> from : more.entrySet()) {
        int units = Math.min(to.getValue(), -from.getValue());
        if (units > 0) {
          moves.add(new Move(line.line(), line.sku(), units, place(from.getKey()), place(to.getKey())));
          to.setValue(to.getValue() - units);
          from.setValue(from.getValue() + units);
        }
      }
    }
  }

  private static @Nullable String place(String code) {
    return code.isEmpty() ? null : code;
  }
}
