package dev.crossdock.routing.engine;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Rating;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The best plan a strategy finds for an order, and why not another.
 *
 * @param fits whether every unit has a place
 * @param candidates the places that tell most about the choice, the nearest first
 * @param others how many places are not among the candidates, by what kept them out; {@link #LOST} for those that took
 *     part
 * @param transfers what brings a split order together before it leaves; the units are assigned where they lie now
 * @param sentence the choice in one sentence
 */
public record Planned(
    boolean fits,
    List<Assignment> assignments,
    List<Missing> missing,
    List<ParcelScore> parcels,
    List<Candidate> candidates,
    Map<String, Integer> others,
    List<Transfer> transfers,
    Score score,
    Search search,
    String sentence) {

  /** What {@link #others} calls places that took part and lost. */
  public static final String LOST = "lost";

  public Planned {
    assignments = List.copyOf(assignments);
    missing = List.copyOf(missing);
    parcels = List.copyOf(parcels);
    candidates = List.copyOf(candidates);
    others = Map.copyOf(others);
    transfers = List.copyOf(transfers);
  }

  /** With what another plan found for the units that this one is missing. */
  Planned with(Planned rest) {
    if (rest.assignments.isEmpty()) {
      return this;
    }
    return new Planned(
        rest.fits, joined(assignments, rest.assignments), rest.missing, joined(parcels, rest.parcels),
        joined(candidates.stream().filter(c -> c.kind() != LocationKind.DROPSHIP).toList(),
            rest.candidates.stream().filter(c -> c.kind() == LocationKind.DROPSHIP).toList()),
        others, transfers,
        new Score(
            score.units + rest.score.units, score.keys, score.parcels + rest.score.parcels, score.km + rest.score.km),
        new Search(
            search.exact && rest.search.exact, search.steps + rest.search.steps, search.places + rest.search.places),
        assignments.isEmpty() ? rest.sentence : sentence + " Suppliers: " + rest.sentence);
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** Units of a line that leave from a location. */
  public record Assignment(int line, String sku, String location, int units) {}

  /** Units of a line that have no place, and why. */
  public record Missing(int line, String sku, int units, Lack lack) {}

  /** Why units have no place. */
  public enum Lack {
    /** Nowhere is enough of it. */
    NO_STOCK("found no stock"),
    /** It is there, but only where the rule does not let it leave from. */
    KEPT_OUT("is only where the rule takes none"),
    /** It is there, but the place would ship more at once than the rule lets it. */
    LIMIT("is more than may leave in one parcel"),
    /** It is there, but one more parcel would be needed than the rule allows. */
    PARCELS("would need more parcels than the rule allows"),
    /** It is there, but not all of what must leave together at one place. */
    WHOLE("is nowhere together");

    private final String words;

    Lack(String words) {
      this.words = words;
    }

    /** A clause that follows the units. */
    public String words() {
      return words;
    }
  }

  /** What one location sends and how it scores. */
  public record ParcelScore(String location, int units, List<Part> parts) {
    public ParcelScore {
      parts = List.copyOf(parts);
    }
  }

  /**
   * What a rating says.
   *
   * @param type as policies name it
   * @param value in its unit; minor units for money
   */
  public record Part(String type, String title, double value, Rating.Unit unit) {}

  /** What became of a location. */
  public enum Verdict {
    CHOSEN,
    LOST,
    EXCLUDED
  }

  /**
   * A location that was considered.
   *
   * @param covers units of the order it could ship alone, out of {@code of}
   * @param by the filter that kept it out; null when it took part
   * @param parts its scores, had it shipped what it could alone
   * @param wouldWin the smallest change that would have made it win, where one can be told
   */
  public record Candidate(
      String location,
      String name,
      LocationKind kind,
      @Nullable Double distanceKm,
      int covers,
      int of,
      Verdict verdict,
      @Nullable String by,
      String reason,
      List<Part> parts,
      @Nullable String wouldWin) {

    public Candidate {
      parts = List.copyOf(parts);
    }
  }

  /** Units of a stocked SKU that go from one location to another before they leave. */
  public record Transfer(String from, String to, String sku, int units) {}

  /**
   * What plans are compared by, in this order; more units are better, of everything else less.
   *
   * @param keys the objective, already in bands
   */
  public record Score(int units, List<Double> keys, int parcels, double km) {

    public Score {
      keys = List.copyOf(keys);
    }

    /** Below zero when this is the better one. */
    public int compareTo(Score other) {
      int order = Integer.compare(other.units, units);
      for (int i = 0; order == 0 && i < keys.size(); i++) {
        order = Double.compare(keys.get(i), other.keys.get(i));
      }
      order = order != 0 ? order : Integer.compare(parcels, other.parcels);
      return order != 0 ? order : Double.compare(km, other.km);
    }
  }

  /**
   * How it was found.
   *
   * @param exact whether there is no better plan; false when the search was cut short after its steps were used up
   */
  public record Search(boolean exact, int steps, int places) {}
}
