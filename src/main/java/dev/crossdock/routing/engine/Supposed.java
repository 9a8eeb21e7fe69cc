package dev.crossdock.routing.engine;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.StockFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Facts and a strategy as they would be if something about one place were otherwise.
 *
 * @param order the order as it would be
 * @param place as it would be
 * @param more units of stock that would be there besides, by SKU
 * @param words what would be otherwise, as clauses
 * @param everywhere whether the change concerns other places too
 */
record Supposed(
    Strategy strategy, Facts facts, OrderFacts order, Place place, Map<String, Integer> more, List<String> words,
    boolean everywhere) {

  /** Nothing is otherwise yet. */
  static Supposed of(Strategy strategy, Facts facts, Place place) {
    return new Supposed(strategy, facts, facts.order(), place, Map.of(), List.of(), false);
  }

  Supposed with(Strategy other, boolean forAll, String clause) {
    return new Supposed(other, facts, order, place, more, and(clause), everywhere || forAll);
  }

  Supposed with(Place other, String clause) {
    return new Supposed(strategy, facts, order, other, more, and(clause), everywhere);
  }

  Supposed with(OrderFacts other, boolean forAll, String clause) {
    return new Supposed(strategy, facts, other, place, more, and(clause), everywhere || forAll);
  }

  Supposed with(Map<String, Integer> units) {
    int sum = units.values().stream().mapToInt(Integer::intValue).sum();
    return new Supposed(
        strategy, facts, order, place, units, and("with " + sum + " more unit" + (sum == 1 ? "" : "s")), everywhere);
  }

  /** With another filter in the place of one. */
  Supposed with(Filter filter, Filter other, boolean forAll, String clause) {
    List<Filter> filters = new ArrayList<>(strategy.filters());
    filters.replaceAll(each -> each.equals(filter) ? other : each);
    Strategy changed =
        new Strategy(
            strategy.candidates(), filters, strategy.objective(), strategy.split(), strategy.otherwise());
    return with(changed, forAll, clause);
  }

  /** With a rating that says so much less of what the place sends. */
  Supposed less(int number, double amount, String clause) {
    UnaryOperator<Rating> lower = rating -> new Less(rating, place.code(), amount);
    Objective objective =
        switch (strategy.objective()) {
          case Objective.InTurn(List<Objective.Step> steps) -> {
            List<Objective.Step> other = new ArrayList<>(steps);
            other.set(number, new Objective.Step(lower.apply(steps.get(number).rating()), steps.get(number).band()));
            yield new Objective.InTurn(other);
          }
          case Objective.InMoney(List<Objective.Weight> weights) -> {
            List<Objective.Weight> other = new ArrayList<>(weights);
            other.set(
                number, new Objective.Weight(lower.apply(weights.get(number).rating()), weights.get(number).worth()));
            yield new Objective.InMoney(other);
          }
        };
    Strategy changed =
        new Strategy(strategy.candidates(), strategy.filters(), objective, strategy.split(), strategy.otherwise());
    return with(changed, false, clause);
  }

  private List<String> and(String clause) {
    List<String> all = new ArrayList<>(words);
    all.add(clause);
    return List.copyOf(all);
  }

  /** With all places, or only these and this one. */
  Facts facts(@Nullable List<Place> others) {
    List<Place> places = new ArrayList<>(others == null ? facts.places() : others);
    if (others == null) {
      places.replaceAll(each -> each.code().equals(place.code()) ? place : each);
    } else {
      places.removeIf(each -> each.code().equals(place.code()));
      places.add(place);
    }
    StockFacts stock = more.isEmpty() ? facts.stock() : new Added(facts.stock(), place.code(), more);
    return new Facts(order, places, stock, facts.tariffs(), facts.now());
  }

  private record Added(StockFacts stock, String place, Map<String, Integer> more) implements StockFacts {
    @Override
    public int available(String sku, String location) {
      return stock.available(sku, location) + (location.equals(place) ? more.getOrDefault(sku, 0) : 0);
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

  /** A rating as it would be of one place. */
  private record Less(Rating rating, String place, double amount) implements Rating {
    @Override
    public double rate(Parcel parcel, Facts facts) {
      double score = rating.rate(parcel, facts);
      return parcel.place().code().equals(place) ? Math.max(0, score - amount) : score;
    }

    @Override
    public String because(Parcel parcel, Facts facts) {
      return rating.because(parcel, facts);
    }

    @Override
    public Unit unit() {
      return rating.unit();
    }

    @Override
    public Over over() {
      return rating.over();
    }
  }

  /** A fence that does not concern the place any more. */
  Supposed past(Filter filter, String clause) {
    Filter past =
        switch (filter) {
          case LineFilter lines -> new PastLines(lines, place.code());
          case Filter.Limiting parcels -> new PastParcels(parcels, place.code());
          case Filter other -> new Past(other, place.code());
        };
    return with(filter, past, false, clause);
  }

  private record Past(Filter filter, String place) implements Filter {
    @Override
    public Ruling judge(Place other, Facts facts) {
      return other.code().equals(place) ? Ruling.STAYS : filter.judge(other, facts);
    }
  }

  private record PastParcels(Filter.Limiting filter, String place) implements Filter.Limiting {
    @Override
    public Ruling judge(Place other, Facts facts) {
      return other.code().equals(place) ? Ruling.STAYS : filter.judge(other, facts);
    }

    @Override
    public @Nullable Long most(Place other, Facts facts) {
      return other.code().equals(place) ? null : filter.most(other, facts);
    }

    @Override
    public long adds(LineFacts line) {
      return filter.adds(line);
    }

    @Override
    public String atMost(Place other, Facts facts) {
      return filter.atMost(other, facts);
    }
  }

  private record PastLines(LineFilter filter, String place) implements LineFilter {
    @Override
    public Ruling judge(LineFacts line, Place other, Facts facts) {
      return other.code().equals(place) ? Ruling.STAYS : filter.judge(line, other, facts);
    }
  }
}
