package dev.crossdock.routing;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.RoutingPlan.Assignment;
import dev.crossdock.routing.RoutingPlan.Candidate;
import dev.crossdock.routing.RoutingPlan.Missing;
import dev.crossdock.routing.internal.DecisionRow;
import dev.crossdock.routing.internal.LookStore;
import dev.crossdock.routing.internal.RoutingStore;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Why orders ship from where they ship: decisions as they were recorded, never computed anew. */
public final class Decisions {

  private static final String SEPARATOR = "~";

  private final RoutingStore store = new RoutingStore();
  private final LookStore look = new LookStore();
  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * A recorded decision.
   *
   * @param policy the policy that decided
   * @param rule the rule of it that chose
   * @param passed the rules before it, and why they did not decide
   * @param sentence the choice in one sentence
   * @param others how many places are not among the candidates, by what kept them out; {@code lost} for those that took
   *     part
   */
  public record Decision(
      UUID id,
      String policy,
      String rule,
      List<Passed> passed,
      RoutingPlan.Outcome outcome,
      String sentence,
      List<Candidate> candidates,
      List<Assignment> plan,
      List<Missing> missing,
      Map<String, Integer> others,
      Instant decidedAt) {

    public Decision {
      passed = List.copyOf(passed);
      others = Map.copyOf(others);
      candidates = List.copyOf(candidates);
      plan = List.copyOf(plan);
      missing = List.copyOf(missing);
    }
  }

  /**
   * A rule that did not decide.
   *
   * @param because a clause that follows its name
   */
  public record Passed(String rule, String because) {}

  /** Older decisions know neither the rules passed by nor places that were only counted. */
  private record Detail(
      String rule,
      List<Candidate> candidates,
      List<Assignment> plan,
      List<Missing> missing,
      @Nullable List<Passed> passed,
      @Nullable Map<String, Integer> others) {}

  /** The decisions on an order, the newest first. */
  public List<Decision> ofOrder(Tx tx, OrderId order) {
    return store.decisionsOf(tx, order.value()).stream().map(this::decision).toList();
  }

  /**
   * Which decisions are looked for; null asks for nothing.
   *
   * @param location that ships
   * @param lost a location that a criterion kept out
   * @param because the criterion, as policies name it
   * @param from when they were made, at the earliest
   * @param until when they were made, before that
   */
  public record Wanted(
      @Nullable String location, @Nullable String lost, @Nullable String because, Instant from, Instant until) {}

  /** A decision without its candidates. */
  public record Brief(
      OrderId order, UUID id, String policy, @Nullable String rule, RoutingPlan.Outcome outcome, String sentence,
      List<String> chosen, Instant decidedAt) {
    public Brief {
      chosen = List.copyOf(chosen);
    }

    /** Where it stands in the search; the page after it begins behind. */
    public Place place() {
      return new Place(decidedAt, id);
    }
  }

  /** A place in the search. */
  public record Place(Instant decidedAt, UUID id) {

    /** As it goes into an address. */
    public String words() {
      return decidedAt + SEPARATOR + id;
    }

    /** Empty when no decision can have such a place. */
    public static Optional<Place> read(String words) {
      String[] parts = words.split(SEPARATOR, 2);
      try {
        return Optional.of(new Place(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1])));
      } catch (DateTimeParseException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * The latest first.
   *
   * @param after the place of the last decision of the page before; null for the first page
   */
  public List<Brief> search(Tx tx, Wanted wanted, @Nullable Place after, int limit) {
    LookStore.Wanted rows =
        new LookStore.Wanted(wanted.location(), wanted.lost(), wanted.because(), wanted.from(), wanted.until());
    LookStore.Place behind = after == null ? null : new LookStore.Place(after.decidedAt(), after.id());
    return look.decisions(tx, rows, behind, limit).stream()
        .map(
            row ->
                new Brief(
                    row.order(), row.id(), row.policy(), row.rule(), RoutingPlan.Outcome.valueOf(row.outcome()),
                    row.sentence(), row.chosen(), row.decidedAt()))
        .toList();
  }

  private Decision decision(DecisionRow row) {
    Detail detail = json.readValue(row.detail(), Detail.class);
    return new Decision(
        row.id(), row.policy(), detail.rule(), Objects.requireNonNullElse(detail.passed(), List.of()),
        RoutingPlan.Outcome.valueOf(row.outcome()), row.sentence(), detail.candidates(), detail.plan(),
        detail.missing(), Objects.requireNonNullElse(detail.others(), Map.of()), row.decidedAt());
  }
}
