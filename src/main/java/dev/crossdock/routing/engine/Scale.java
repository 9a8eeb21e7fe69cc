package dev.crossdock.routing.engine;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.Tariffs.Quote;
import dev.crossdock.routing.facts.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An objective as numbers: what ratings say of a parcel, of all parcels of a plan, and the keys by which plans are
 * compared. Keys never get smaller when a parcel is added or a total grows.
 */
final class Scale {

  static final double[] NOTHING = new double[0];

  /** A rating that can't tell is as bad as it gets, and still adds up. */
  private static final double WORST = 1e15;

  private final List<Rating> ratings;
  private final double[] bands;
  private final double[] worths;
  private final boolean inMoney;
  private final Split.@Nullable Worth worth;
  private final int days;

  /** Ratings of the objective itself; one more is there when only the trade of parcels against days needs it. */
  private final int own;

  private Scale(Objective objective, Split.@Nullable Worth worth, List<Rating> ratings, int days) {
    this.ratings = ratings;
    this.own = ratings(objective).size();
    this.worth = worth;
    this.days = days;
    this.inMoney = objective instanceof Objective.InMoney;
    this.bands = new double[ratings.size()];
    this.worths = new double[ratings.size()];
    switch (objective) {
      case Objective.InTurn(List<Objective.Step> steps) -> {
        for (int i = 0; i < steps.size(); i++) {
          bands[i] = steps.get(i).band();
        }
      }
      case Objective.InMoney(List<Objective.Weight> weights) -> {
        for (int i = 0; i < weights.size(); i++) {
          worths[i] = weights.get(i).worth();
        }
      }
    }
  }

  /** Days are those of the objective's own rating in days, where it has one. */
  static Scale of(Strategy strategy, Facts facts) {
    List<Rating> ratings = new ArrayList<>(ratings(strategy.objective()));
    Split.Worth worth = strategy.split().worth();
    int days = -1;
    for (int i = 0; worth != null && days < 0 && i < ratings.size(); i++) {
      days = ratings.get(i).unit() == Rating.Unit.DAYS ? i : -1;
    }
    if (worth != null && days < 0) {
      days = ratings.size();
      ratings.add(new DaysUnderWay());
    }
    return new Scale(strategy.objective(), worth, List.copyOf(ratings), days);
  }

  private static List<Rating> ratings(Objective objective) {
    return switch (objective) {
      case Objective.InTurn(List<Objective.Step> steps) -> steps.stream().map(Objective.Step::rating).toList();
      case Objective.InMoney(List<Objective.Weight> weights) ->
          weights.stream().map(Objective.Weight::rating).toList();
    };
  }

  boolean isEmpty() {
    return ratings.isEmpty();
  }

  boolean inMoney() {
    return inMoney;
  }

  List<Rating> ratings() {
    return ratings;
  }

  double band(int rating) {
    return bands[rating];
  }

  /** Money for one of what it measures; 0 for one that is not in the sum. */
  double worth(int rating) {
    return worths[rating];
  }

  double[] rate(Parcel parcel, Facts facts) {
    double[] scores = new double[ratings.size()];
    for (int i = 0; i < scores.length; i++) {
      double score = ratings.get(i).rate(parcel, facts);
      scores[i] = score >= 0 && score < WORST ? score : score < 0 ? 0 : WORST;
    }
    return scores;
  }

  /** Scores with their names. */
  List<Planned.Part> parts(double[] scores) {
    List<Planned.Part> parts = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      Rating rating = ratings.get(i);
      parts.add(new Planned.Part(Admission.type(rating), Words.title(rating), scores[i], rating.unit()));
    }
    return parts;
  }

  double[] none() {
    return new double[ratings.size()];
  }

  /** The totals of a plan with one parcel more. */
  double[] plus(double[] totals, double[] parcel) {
    double[] sum = new double[totals.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] =
          switch (ratings.get(i).over()) {
            case SUM -> totals[i] + parcel[i];
            case WORST -> Math.max(totals[i], parcel[i]);
          };
    }
    return sum;
  }

  /** What is compared, the first that differs decides. */
  double[] keys(double[] totals, int parcels) {
    double traded = worth == null ? 0 : (double) worth.parcel() * parcels + worth.daySaved() * totals[days];
    if (inMoney) {
      double sum = traded;
      for (int i = 0; i < totals.length; i++) {
        sum += worths[i] * totals[i];
      }
      return new double[] {sum};
    }
    int first = worth == null ? 0 : 1;
    double[] keys = new double[first + own];
    if (first == 1) {
      keys[0] = traded;
    }
    for (int i = 0; i < own; i++) {
      keys[first + i] = bands[i] > 0 ? Math.floor(totals[i] / bands[i]) : totals[i];
    }
    return keys;
  }

  /** Which rating a key stems from; -1 for the trade of parcels against days, and for a sum. */
  int ratingOf(int key) {
    return inMoney ? -1 : key - (worth == null ? 0 : 1);
  }

  static int compare(double[] one, double[] other) {
    for (int i = 0; i < one.length; i++) {
      int order = Double.compare(one[i], other[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * Days until a parcel is there: it leaves when its place's calendar says, and arrives with the fastest service of the
   * rate cards; where no card tells, it is there when it leaves.
   */
  @Kind(type = "days-under-way", title = "Days under way", help = "Days until the parcel is there.")
  record DaysUnderWay() implements Rating {

    private static final double A_DAY = Duration.ofDays(1).toSeconds();

    @Override
    public double rate(Parcel parcel, Facts facts) {
      return days(facts.now(), arrives(parcel, facts, leaves(parcel.place(), facts.now())));
    }

    @Override
    public String because(Parcel parcel, Facts facts) {
      return "takes " + Words.amount(rate(parcel, facts), Unit.DAYS, "");
    }

    @Override
    public Unit unit() {
      return Unit.DAYS;
    }

    @Override
    public Over over() {
      return Over.WORST;
    }

    /** A place that never works never sends anything off. */
    static Instant leaves(Place from, Instant now) {
      WorkingCalendar calendar = from.profile().calendar();
      return calendar == null ? now : calendar.leaves(now).orElse(now.plus(Duration.ofDays(400)));
    }

    static Instant arrives(Parcel parcel, Facts facts, Instant leaves) {
      Instant soonest = null;
      for (Quote quote :
          facts.tariffs().quotes(parcel.place(), facts.order().destination(), parcel.load(), leaves)) {
        Instant arrives = quote.arrives();
        if (arrives != null && (soonest == null || arrives.isBefore(soonest))) {
          soonest = arrives;
        }
      }
      return soonest == null ? leaves : soonest;
    }

    private static double days(Instant from, Instant to) {
      return Math.max(0, Duration.between(from, to).toSeconds() / A_DAY);
    }
  }
}
