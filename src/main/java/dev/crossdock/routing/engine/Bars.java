package dev.crossdock.routing.engine;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.StockFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines that may not leave from a place, by the fences that concern goods. Only lines that it has are looked at. */
final class Bars {

  static final Bars NONE = new Bars();

  /** More of them are counted and not told. */
  private static final int TOLD_MAX = 3;

  private final Map<Integer, Bar> byLine = new LinkedHashMap<>();
  private final List<String> unsure = new ArrayList<>();
  private int lastFilter = -1;
  private boolean all;

  /** What keeps a line from leaving. */
  record Bar(String by, String because, @Nullable String unless) {}

  private Bars() {}

  static Bars of(List<Filter> filters, Place place, Facts facts) {
    Bars bars = NONE;
    for (int n = 0; n < filters.size(); n++) {
      if (filters.get(n) instanceof LineFilter filter) {
        for (LineFacts line : facts.order().lines()) {
          Ruling ruling = filter.judge(line, place, facts);
          if (!ruling.equals(Ruling.STAYS) && Goods.has(line, place, facts)) {
            bars = bars == NONE ? new Bars() : bars;
            bars.note(n, filter, line, ruling);
          }
        }
      }
    }
    bars.all = !bars.byLine.isEmpty() && bars.coverAll(place, facts);
    return bars;
  }

  private void note(int number, Filter filter, LineFacts line, Ruling ruling) {
    switch (ruling) {
      case Ruling.Out(String because, String unless) -> {
        if (byLine.putIfAbsent(line.line(), new Bar(Admission.type(filter), because, unless)) == null) {
          lastFilter = number;
        }
      }
      case Ruling.Stays(String what) -> {
        if (what != null && unsure.size() < TOLD_MAX && !unsure.contains(what)) {
          unsure.add(what);
        }
      }
    }
  }

  private boolean coverAll(Place place, Facts facts) {
    for (LineFacts line : facts.order().lines()) {
      if (!byLine.containsKey(line.line()) && Goods.has(line, place, facts)) {
        return false;
      }
    }
    return true;
  }

  boolean isEmpty() {
    return byLine.isEmpty();
  }

  /** Whether it may ship none of what it has, and this filter was the last to say so of a line. */
  boolean completedBy(int filter) {
    return all && filter == lastFilter;
  }

  /** The first that is told. */
  Bar first() {
    return byLine.values().iterator().next();
  }

  boolean bars(int line) {
    return byLine.containsKey(line);
  }

  /** Line numbers. */
  Set<Integer> lines() {
    return Collections.unmodifiableSet(byLine.keySet());
  }

  /** What may not leave and what is not known, as clauses that follow the place's name. */
  List<String> clauses() {
    List<String> clauses = new ArrayList<>(unsure);
    byLine.values().stream().map(Bar::because).distinct().limit(TOLD_MAX).forEach(clauses::add);
    int more = byLine.size() - TOLD_MAX;
    if (more > 0) {
      clauses.add("may not ship " + more + " more line" + (more == 1 ? "" : "s"));
    }
    return clauses;
  }

  /** As if what may not leave from the place were not there; what another line wants as well is left. */
  Facts without(Place place, Facts facts) {
    Set<String> hidden = new HashSet<>();
    Set<String> wanted = new HashSet<>();
    for (LineFacts line : facts.order().lines()) {
      for (Component part : line.components()) {
        (bars(line.line()) ? hidden : wanted).add(part.sku());
      }
    }
    hidden.removeAll(wanted);
    return new Facts(
        facts.order(), facts.places(), new Hidden(facts.stock(), place.code(), hidden), facts.tariffs(), facts.now());
  }

  private record Hidden(StockFacts stock, String place, Set<String> skus) implements StockFacts {
    @Override
    public int available(String sku, String location) {
      return location.equals(place) && skus.contains(sku) ? 0 : stock.available(sku, location);
    }

    @Override
    public @Nullable Cost cost(String sku) {
      return stock.cost(sku);
    }

    @Override
    public @Nullable Double soldPerDay(String sku, String location) {
      return stock.soldPerDay(sku, location);
    }

    @Override
    public @Nullable Integer ageDays(String sku, String location) {
      return stock.ageDays(sku, location);
    }
  }
}
