package dev.crossdock.routing.engine;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.facts.LineFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is placed as one: a unit of a line, or lines that leave together or not at all.
 *
 * @param lines of which one piece takes {@code units} each
 * @param most how many pieces there are
 * @param units of lines in one piece
 * @param skus what one piece is made of, as indexes of SKUs
 * @param needs units of each of these
 */
record Item(List<LineFacts> lines, int most, int units, int[] skus, long[] needs) {

  /** Whether several units leave together or not at all. */
  boolean whole() {
    return units > 1;
  }

  /** Units of a line in so many pieces. */
  int unitsOf(LineFacts line, int pieces) {
    return whole() ? pieces * line.units() : pieces;
  }

  /** In the order of the lines' numbers; {@code index} learns the SKUs. */
  static List<Item> of(List<LineFacts> lines, Split split, Map<String, Integer> index) {
    Map<String, List<LineFacts>> wholes = new LinkedHashMap<>();
    for (LineFacts line : lines) {
      String together = line.item().together();
      String key = together != null ? "t" + together : split.linesWhole() ? "w" + line.line() : "l" + line.line();
      wholes.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
    }
    List<Item> items = new ArrayList<>();
    wholes.forEach(
        (key, group) -> items.add(key.startsWith("l") ? single(group.getFirst(), index) : whole(group, index)));
    return items;
  }

  private static Item single(LineFacts line, Map<String, Integer> index) {
    Map<Integer, Integer> needs = new LinkedHashMap<>();
    line.components().forEach(part -> need(needs, index, part, part.units()));
    return item(List.of(line), line.units(), 1, needs);
  }

  private static Item whole(List<LineFacts> lines, Map<String, Integer> index) {
    Map<Integer, Integer> needs = new LinkedHashMap<>();
    int units = 0;
    for (LineFacts line : lines) {
      line.components().forEach(part -> need(needs, index, part, part.units() * line.units()));
      units += line.units();
    }
    return item(List.copyOf(lines), 1, units, needs);
  }

  private static void need(Map<Integer, Integer> needs, Map<String, Integer> index, Component part, int units) {
    Integer sku = index.computeIfAbsent(part.sku(), s -> index.size());
    needs.merge(sku, units, Integer::sum);
  }

  private static Item item(List<LineFacts> lines, int most, int units, Map<Integer, Integer> needs) {
    int[] skus = needs.keySet().stream().mapToInt(Integer::intValue).toArray();
    long[] each = needs.values().stream().mapToLong(Integer::longValue).toArray();
    return new Item(lines, most, units, skus, each);
  }

  /** The same, of which a piece takes so much of another SKU as well. */
  Item needing(int sku, long much) {
    if (much == 0) {
      return this;
    }
    int[] also = Arrays.copyOf(skus, skus.length + 1);
    long[] each = Arrays.copyOf(needs, needs.length + 1);
    also[skus.length] = sku;
    each[needs.length] = much;
    return new Item(lines, most, units, also, each);
  }

  /** Whether no two of them want the same SKU. */
  static boolean apart(List<Item> items) {
    Map<Integer, Integer> users = new HashMap<>();
    for (Item item : items) {
      for (int sku : item.skus()) {
        if (users.merge(sku, 1, Integer::sum) > 1) {
          return false;
        }
      }
    }
    return true;
  }
}
