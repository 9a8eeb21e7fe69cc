package dev.crossdock.console.orders.decision;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.orders.decision.DecisionView.Candidate;
import dev.crossdock.console.orders.decision.DecisionView.Choice;
import dev.crossdock.console.orders.decision.DecisionView.Parcel;
import dev.crossdock.customers.GeoPoint;
import dev.crossdock.customers.Geography;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.inventory.Location;
import dev.crossdock.routing.Decisions.Decision;
import dev.crossdock.routing.RoutingPlan;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Description;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what a page shows of decisions. */
public final class DecisionMaker {

  private final Watch watch;
  private final Map<String, Location> locations;
  private final @Nullable PostalAddress to;

  /**
   * @param locations by their codes
   * @param to where the order goes; null where that is not known or forgotten
   */
  public DecisionMaker(Watch watch, Map<String, Location> locations, @Nullable PostalAddress to) {
    this.watch = watch;
    this.locations = locations;
    this.to = to;
  }

  /**
   * The view.
   *
   * @param decisions the newest first
   */
  public DecisionView view(List<Decision> decisions, String undecided) {
    MapView map = decisions.isEmpty() ? null : map(decisions.getFirst());
    return new DecisionView(decisions.stream().map(this::choice).toList(), undecided, map);
  }

  private Choice choice(Decision decision) {
    Map<String, String> items = new LinkedHashMap<>();
    decision.plan().forEach(part ->
        items.merge(part.location(), part.units() + " × " + part.sku(), (one, more) -> one + ", " + more));
    return new Choice(
        watch.told(decision.sentence()),
        "Rule “" + decision.rule() + "” of the policy " + decision.policy(),
        decision.passed().stream().map(passed -> "“" + passed.rule() + "” " + passed.because()).toList(),
        watch.when(decision.decidedAt()),
        items.entrySet().stream().map(entry -> new Parcel(name(entry.getKey()), entry.getValue())).toList(),
        decision.missing().stream().map(DecisionMaker::missing).toList(),
        decision.candidates().stream().map(DecisionMaker::candidate).toList(),
        others(decision.others()));
  }

  private static String missing(RoutingPlan.Missing missing) {
    String why = switch (missing.why() == null ? "NO_STOCK" : missing.why()) {
      case "KEPT_OUT" -> "is only where the rule takes none";
      case "LIMIT" -> "is more than may leave in one parcel";
      case "PARCELS" -> "would need more parcels than the rule allows";
      case "WHOLE" -> "is nowhere together";
      case "ON_ITS_WAY" -> "is on its way to where it leaves from";
      default -> "found no stock";
    };
    return missing.units() + " × " + missing.sku() + " " + why;
  }

  private static String others(Map<String, Integer> others) {
    return others.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue() + (entry.getKey().equals("lost") ? " more lost" : " more kept out by “"
            + Criteria.all().describe(entry.getKey()).map(Description::title).orElse(entry.getKey()) + "”"))
        .collect(Collectors.joining(", "));
  }

  /** In the unit of the rating; money without its currency, which is the order's. */
  private static String score(RoutingPlan.Part part) {
    String value = part.unit().equals("MONEY")
        ? String.format(Locale.ROOT, "%,.2f", part.value() / 100)
        : String.format(Locale.ROOT, "%,.1f", part.value()).replaceAll("\\.0$", "")
            + (part.unit().equals("POINTS") ? "" : " " + part.unit().toLowerCase(Locale.ROOT));
    return part.title() + ": " + value;
  }

  private static Candidate candidate(RoutingPlan.Candidate candidate) {
    Badge verdict = switch (candidate.verdict()) {
      case CHOSEN -> Badge.of(Role.SUCCESS, Icon.CHECK, "Chosen");
      case LOST -> Badge.of(Role.NEUTRAL, Icon.PIP_EMPTY, "Lost");
      case EXCLUDED -> Badge.of(Role.NEUTRAL, Icon.CROSS, "Excluded");
    };
    return new Candidate(
        candidate.name(),
        verdict,
        candidate.distanceKm() == null ? "" : String.format(Locale.ROOT, "%,.0f km", candidate.distanceKm()),
        candidate.covers() + " of " + candidate.of(),
        candidate.parts() == null || candidate.verdict() == RoutingPlan.Verdict.EXCLUDED
            ? List.of()
            : candidate.parts().stream().map(DecisionMaker::score).toList(),
        candidate.reason(),
        candidate.wouldWin() == null ? "" : candidate.wouldWin());
  }

  private String name(String code) {
    Location known = locations.get(code);
    return known == null ? code : known.name();
  }

  private @Nullable MapView map(Decision decision) {
    PostalAddress address = to;
    GeoPoint point = address == null ? null : Geography.locate(address).orElse(null);
    List<MapMaker.Spot> spots = decision.candidates().stream()
        .map(candidate -> new MapMaker.Spot(kind(candidate.verdict()), candidate.name(), point(candidate.location())))
        .toList();
    return new MapMaker(point, words(address)).draw(spots).orElse(null);
  }

  private static MapView.Kind kind(RoutingPlan.Verdict verdict) {
    return switch (verdict) {
      case CHOSEN -> MapView.Kind.CHOSEN;
      case LOST -> MapView.Kind.LOST;
      case EXCLUDED -> MapView.Kind.EXCLUDED;
    };
  }

  private @Nullable GeoPoint point(String code) {
    Location known = locations.get(code);
    return known == null ? null : Geography.locate(PostalAddress.ofPlace(
        known.country(), known.region(), known.city(), known.postalCode(), known.lat(), known.lon())).orElse(null);
  }

  private static String words(@Nullable PostalAddress address) {
    String known = address == null ? "" : Stream.of(address.postalCode(), address.city())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
    return known.isEmpty() ? "a place that is not known" : known;
  }
}
