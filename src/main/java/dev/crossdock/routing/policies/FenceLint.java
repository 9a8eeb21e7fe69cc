package dev.crossdock.routing.policies;

import static dev.crossdock.routing.policies.PolicyLint.said;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Fence;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.engine.Strategy;
import dev.crossdock.routing.policies.Policy.Rule;
import dev.crossdock.routing.policies.Surroundings.Known;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whom a rule asks, and filters that keep all of them out, contradict each other, or say nothing more. */
final class FenceLint {

  private static final String LEAST = "shipment-value-least";
  private static final String MOST = "shipment-value-most";

  private final Rule rule;
  private final String pointer;
  private final Known known;
  private final List<Finding> findings;

  FenceLint(Rule rule, String pointer, Known known, List<Finding> findings) {
    this.rule = rule;
    this.pointer = pointer;
    this.known = known;
    this.findings = findings;
  }

  void find() {
    List<Location> asked = known.locations().stream().filter(this::asked).toList();
    if (!known.locations().isEmpty() && asked.isEmpty()) {
      warn("no-candidates", "/from", " asks no location that is there and active.");
    }
    Fence before = fence(rule.then().candidates());
    boolean closed = false;
    List<Filter> filters = rule.then().filters();
    for (int i = 0; i < filters.size() && !closed; i++) {
      Fence both = before.and(filters.get(i).fence());
      closed = closed(i, before, both, asked);
      before = both;
    }
    for (int i = 0; i < filters.size(); i++) {
      if (filters.subList(0, i).contains(filters.get(i))) {
        warn("says-nothing", "/filters/" + i, " says '" + sentence(i) + "' twice.");
      }
      worth(i);
    }
  }

  private boolean closed(int filter, Fence before, Fence both, List<Location> asked) {
    if (both.isClosed()) {
      warn("contradicts", "/filters/" + filter, " asks nobody: '" + sentence(filter) + "' contradicts "
          + contradicted(filter) + ".");
      return true;
    }
    boolean somebody = asked.stream().anyMatch(place -> before.lets(place, known.profile(place)));
    if (somebody && asked.stream().noneMatch(place -> both.lets(place, known.profile(place)))) {
      warn("nobody-left", "/filters/" + filter, " asks nobody: '" + sentence(filter)
          + "' keeps out every location that is there" + (filter == 0 ? "." : " and passes the filters before it."));
      return true;
    }
    return false;
  }

  /** What a filter alone can't go with, or else all that stands before it. */
  private String contradicted(int filter) {
    Fence own = rule.then().filters().get(filter).fence();
    if (own.and(fence(rule.then().candidates())).isClosed()) {
      return "whom the rule asks: " + PolicyWords.candidates(rule.then().candidates());
    }
    for (int i = 0; i < filter; i++) {
      if (own.and(rule.then().filters().get(i).fence()).isClosed()) {
        return "'" + sentence(i) + "'";
      }
    }
    return own.isClosed() ? "itself" : "what stands before it";
  }

  /** Of candidates only what is surely so: without any, marketplaces' own locations are not asked. */
  private static Fence fence(Strategy.Candidates from) {
    Set<LocationKind> kinds =
        from.kinds().isEmpty() ? EnumSet.complementOf(EnumSet.of(LocationKind.MARKETPLACE)) : from.kinds();
    return new Fence(kinds, null, from.tags().isEmpty() ? List.of() : List.of(from.tags()), Set.of());
  }

  private boolean asked(Location place) {
    Strategy.Candidates from = rule.then().candidates();
    boolean kind =
        from.kinds().isEmpty() ? place.kind() != LocationKind.MARKETPLACE : from.kinds().contains(place.kind());
    return place.active()
        && kind
        && (from.codes().isEmpty() || from.codes().contains(place.code()))
        && (from.tags().isEmpty() || !Collections.disjoint(from.tags(), known.profile(place).tags()));
  }

  /** Limits of a parcel's worth between which nothing lies. */
  private void worth(int filter) {
    JsonNode most = Criteria.all().encode(rule.then().filters().get(filter));
    if (!most.get("type").stringValue().equals(MOST)) {
      return;
    }
    for (Filter other : rule.then().filters()) {
      JsonNode least = Criteria.all().encode(other);
      if (least.get("type").stringValue().equals(LEAST) && least.get("currency").equals(most.get("currency"))
          && least.get("amountLeast").longValue() > most.get("amountMost").longValue()) {
        warn("contradicts", "/filters/" + filter, " ships nothing whose worth is known: '" + sentence(filter)
            + "' contradicts '" + Criteria.all().sentence(other) + "'.");
      }
    }
  }

  private String sentence(int filter) {
    return Criteria.all().sentence(rule.then().filters().get(filter));
  }

  private void warn(String code, String place, String sentence) {
    findings.add(Finding.warning(code, pointer + place, said(rule) + sentence));
  }
}
