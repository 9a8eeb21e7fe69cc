package dev.crossdock.console.orders.decision;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decisions on an order.
 *
 * @param choices the newest first
 * @param undecided why there is none, for when there is none
 * @param map of the newest; null where nothing of it can be drawn
 */
public record DecisionView(List<Choice> choices, String undecided, @Nullable MapView map) {

  public DecisionView {
    choices = List.copyOf(choices);
  }

  /**
   * A decision.
   *
   * @param rule which rule of which policy chose
   * @param passed why the rules before it did not
   * @param parcels what each place sends
   * @param missing what found no place, and why
   * @param others who else was asked, counted; empty for nobody
   */
  public record Choice(
      String sentence, String rule, List<String> passed, When at, List<Parcel> parcels, List<String> missing,
      List<Candidate> candidates, String others) {

    public Choice {
      passed = List.copyOf(passed);
      parcels = List.copyOf(parcels);
      missing = List.copyOf(missing);
      candidates = List.copyOf(candidates);
    }
  }

  /** What one place sends. */
  public record Parcel(String location, String items) {}

  /**
   * A place that was considered.
   *
   * @param scores what each rating says of it, where it took part
   */
  public record Candidate(
      String name, Badge verdict, String distance, String covers, List<String> scores, String reason,
      String wouldWin) {

    public Candidate {
      scores = List.copyOf(scores);
    }
  }
}
