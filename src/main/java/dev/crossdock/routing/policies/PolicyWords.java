package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Phrases;
import dev.crossdock.routing.criteria.Criteria;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.engine.Objective;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.engine.Split;
import dev.crossdock.routing.engine.Strategy;
import dev.crossdock.routing.timing.Timing;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rules in words, and their parts. */
public final class PolicyWords {

  private static final double MINOR = 100;

  private PolicyWords() {}

  /** A rule in a few sentences. */
  public static String of(Policy.Rule rule) {
    List<String> sentences = new ArrayList<>();
    sentences.add("If " + Phrases.of(rule.when()) + ": ship from " + candidates(rule.then().candidates()));
    if (!(rule.timing() instanceof Timing.OnArrival)) {
      sentences.add("Decide " + timing(rule.timing()));
    }
    if (!rule.then().filters().isEmpty()) {
      sentences.add("Filters: " + filters(rule.then().filters()));
    }
    sentences.add("Prefer " + objective(rule.then().objective()));
    sentences.add(split(rule.then().split()));
    sentences.add("What finds no place " + otherwise(rule.then().otherwise()));
    String text = String.join(". ", sentences) + ".";
    return rule.enabled() ? text : "Switched off. " + text;
  }

  static String timing(Timing timing) {
    return switch (timing) {
      case Timing.OnArrival() -> "on arrival";
      case Timing.At(List<LocalTime> times, ZoneId zone) ->
          "together at " + times.stream().map(LocalTime::toString).collect(Collectors.joining(" and ")) + " in "
              + zone.getId();
      case Timing.Every(Duration length) -> "together every " + length(length);
    };
  }

  private static String length(Duration length) {
    List<String> parts = new ArrayList<>();
    part(parts, length.toHours(), "hour");
    part(parts, length.toMinutesPart(), "minute");
    part(parts, length.toSecondsPart(), "second");
    return String.join(" and ", parts);
  }

  private static void part(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
  }

  static String candidates(Strategy.Candidates candidates) {
    if (candidates.equals(Strategy.Candidates.ALL)) {
      return "every location";
    }
    List<String> asked = new ArrayList<>();
    asked(asked, "of kind ", candidates.kinds());
    asked(asked, "named ", candidates.codes());
    asked(asked, "tagged ", candidates.tags());
    return "locations " + String.join(" and ", asked);
  }

  private static void asked(List<String> asked, String what, Collection<?> words) {
    if (!words.isEmpty()) {
      asked.add(what + words.stream().map(PolicyWords::word).sorted().collect(Collectors.joining(" or ")));
    }
  }

  private static String word(Object word) {
    return word instanceof Enum<?> kind ? kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') : word.toString();
  }

  static String filters(List<Filter> filters) {
    return filters.stream().map(filter -> lower(Criteria.all().sentence(filter))).collect(Collectors.joining("; "));
  }

  static String objective(Objective objective) {
    List<String> parts =
        switch (objective) {
          case Objective.InTurn(List<Objective.Step> steps) -> steps.stream().map(PolicyWords::step).toList();
          case Objective.InMoney(List<Objective.Weight> weights) ->
              weights.stream()
                  .map(weight -> worth(weight) + lower(Criteria.all().sentence(weight.rating())))
                  .toList();
        };
    if (parts.isEmpty()) {
      return "the fewest parcels, then the shortest way";
    }
    return objective instanceof Objective.InTurn
        ? String.join(", then ", parts)
        : "the smallest sum of " + String.join(" and ", parts);
  }

  /** What one of the rating's unit is worth; money is worth itself. */
  private static String worth(Objective.Weight weight) {
    if (weight.rating().unit() == Rating.Unit.MONEY) {
      return weight.worth() == 1 ? "" : number(weight.worth()) + " × ";
    }
    boolean whole = weight.worth() == Math.rint(weight.worth());
    return (whole ? Words.price((long) weight.worth()) : number(weight.worth() / MINOR)) + " × ";
  }

  private static String step(Objective.Step step) {
    String rating = lower(Criteria.all().sentence(step.rating()));
    return step.band() > 0 ? rating + " in bands of " + number(step.band()) : rating;
  }

  static String split(Split split) {
    List<String> words = new ArrayList<>();
    words.add(parcels(split));
    if (split.linesWhole()) {
      words.add("keep lines whole");
    }
    if (split.worth() != null) {
      words.add(
          "a parcel more costs " + Words.price(split.worth().parcel()) + " and a day saved is worth "
              + Words.price(split.worth().daySaved()) + " in the order's currency");
    }
    if (split.consolidate() != null) {
      words.add(
          "first bring units together by transfers of " + Words.count((long) split.consolidate().transferDays(), "day")
              + ", waiting at most " + Words.count((long) split.consolidate().waitDaysMost(), "day"));
    }
    return String.join("; ", words);
  }

  static String parcels(Split split) {
    if (split.parcelsMost() >= Split.ANY_NUMBER) {
      return "Any number of parcels";
    }
    return split.parcelsMost() == 1 ? "Never split" : "At most " + split.parcelsMost() + " parcels";
  }

  static String otherwise(Otherwise otherwise) {
    return switch (otherwise) {
      case Otherwise.NextRule() -> "goes on to the next rule that matches";
      case Otherwise.Backorder(boolean shipRest) ->
          shipRest ? "waits for stock, and the rest leaves" : "waits for stock, and the rest with it";
      case Otherwise.Transfer(int days) -> "waits for a transfer of " + Words.count((long) days, "day");
      case Otherwise.Dropship() -> "is asked of dropship suppliers";
      case Otherwise.Hold(String note) -> "is held for a person" + (note.isEmpty() ? "" : " (" + note + ")");
      case Otherwise.CancelBy(int days) ->
          "waits, and is cancelled " + Words.count((long) days, "day") + " after the order came";
    };
  }

  private static String lower(String sentence) {
    boolean word = sentence.length() > 1 && Character.isLowerCase(sentence.charAt(1));
    return word ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
