package dev.crossdock.routing.criteria;

import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What every criterion has to be. Each complaint is a sentence; none is what is wanted. */
final class CriterionContract {

  private static final int ROUNDS = 300;
  private static final int CANDIDATES = 10_000;

  /** Questions about stock and tariffs for one candidate and each line of the order, kits included. */
  private static final int QUESTIONS_A_LINE = 40;

  private final Class<? extends Criterion> type;
  private final long seed;
  private final TreeSet<String> complaints = new TreeSet<>();

  private CriterionContract(Class<? extends Criterion> type, long seed) {
    this.type = type;
    this.seed = seed;
  }

  /** All that is wrong with a criterion. */
  static List<String> complaints(Class<? extends Criterion> type, long seed) {
    CriterionContract contract = new CriterionContract(type, seed);
    Criteria criteria = contract.described();
    if (criteria != null) {
      contract.behaves(criteria, criteria.describe().getFirst());
    }
    return List.copyOf(contract.complaints);
  }

  /** A criterion has a folder of its own, and its twin among the tests. */
  static List<String> strays(Class<? extends Criterion> type, Path project) {
    List<String> found = new ArrayList<>();
    String own = Criteria.class.getPackageName() + "." + type.getSimpleName().toLowerCase(Locale.ROOT);
    if (!type.getPackageName().equals(own)) {
      found.add(type.getName() + " belongs into the package " + own);
    }
    Path test = project.resolve("src/test/java").resolve(type.getName().replace('.', '/') + "Test.java");
    if (!Files.exists(test)) {
      found.add(type.getSimpleName() + " has no table of cases in " + project.relativize(test));
    }
    return found;
  }

  private @Nullable Criteria described() {
    try {
      Criteria criteria = new Criteria(List.of(type));
      Description told = criteria.describe().getFirst();
      if (!told.type().matches("[a-z]+(-[a-z]+)*")) {
        complain("its type is not words in small letters with hyphens between them");
      }
      said("title", told.title());
      if (!told.help().endsWith(".") || told.help().length() < 10) {
        complain("its help is no sentence");
      }
      told.parameters().forEach(field -> said("title of " + field.name(), field.title()));
      return criteria;
    } catch (IllegalArgumentException e) {
      complain("it can't be described: " + e.getMessage());
      return null;
    }
  }

  private void behaves(Criteria criteria, Description told) {
    RandomCriteria chance = new RandomCriteria(seed);
    Map<String, Criterion> sentences = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      ObjectNode json = chance.json(told);
      if (criteria.decode(json, "") instanceof Decoded.Read(Criterion criterion)) {
        if (!criteria.encode(criterion).toString().equals(json.toString())) {
          complain("it reads " + json + " and writes " + criteria.encode(criterion));
        }
        said("sentence", criterion.sentence());
        Criterion twin = sentences.putIfAbsent(criterion.sentence(), criterion);
        if (twin != null && !twin.equals(criterion)) {
          complain("its sentence does not tell apart what its parameters do");
        }
        answers(criterion, seed + round);
      }
    }
    if (sentences.isEmpty()) {
      complain("none is made by chance within the limits of its parameters");
    } else {
      asksLittle(sentences.values().iterator().next());
    }
  }

  /** The same facts, made twice, have the same answer. */
  private void answers(Criterion criterion, long chance) {
    try {
      Object first = answer(criterion, new RandomFacts(chance));
      Object again = answer(criterion, new RandomFacts(chance));
      if (!first.equals(again)) {
        complain("it says " + first + " and then " + again + " of the same facts");
      }
    } catch (RuntimeException e) {
      complain("it throws " + e + " with seed " + chance);
    }
  }

  private Object answer(Criterion criterion, RandomFacts chance) {
    Facts facts = chance.facts();
    Place place = chance.place();
    return switch (criterion) {
      case Filter filter -> fenced(filter, told(filter, place, facts), place);
      case Rating rating -> rated(rating, chance.parcel(place, facts), facts);
    };
  }

  private Ruling fenced(Filter filter, Ruling ruling, Place place) {
    if (ruling instanceof Ruling.Stays && !filter.fence().lets(place.location(), place.profile())) {
      complain("its fence keeps out what it lets in");
    }
    return ruling;
  }

  private Ruling told(Filter filter, Place place, Facts facts) {
    Ruling ruling = told(filter.judge(place, facts));
    Filter.Change change = ruling instanceof Ruling.Out ? filter.change(place, facts) : null;
    Ruling then =
        switch (change) {
          case Filter.Change.There(Place as) -> filter.judge(as, facts);
          case Filter.Change.Rule(Filter other) -> other.judge(place, facts);
          case null -> Ruling.STAYS;
        };
    if (then instanceof Ruling.Out && then.equals(ruling)) {
      complain("what it says would let a place in does not: " + then);
    }
    return ruling;
  }

  private Ruling told(Ruling ruling) {
    switch (ruling) {
      case Ruling.Stays(String unsure) -> saidIfAny("what it does not know", unsure);
      case Ruling.Out(String because, String unless) -> {
        said("reason", because);
        saidIfAny("smallest change", unless);
      }
    }
    return ruling;
  }

  private String rated(Rating rating, Parcel parcel, Facts facts) {
    double score = rating.rate(parcel, facts);
    if (!Double.isFinite(score) || score < 0) {
      complain("it scores " + score);
    }
    said("reason", rating.because(parcel, facts));
    return score + " " + rating.because(parcel, facts);
  }

  /** Bounded work, counted instead of timed. */
  private void asksLittle(Criterion criterion) {
    RandomFacts chance = new RandomFacts(seed);
    Facts facts = chance.facts();
    for (int i = 0; i < CANDIDATES && complaints.isEmpty(); i++) {
      long before = chance.questions();
      Place place = chance.place();
      switch (criterion) {
        case Filter filter -> filter.judge(place, facts);
        case Rating rating -> rating.rate(chance.parcel(place, facts), facts);
      }
      if (chance.questions() - before > (long) QUESTIONS_A_LINE * (facts.order().lines().size() + 1)) {
        complain("it asks " + (chance.questions() - before) + " questions about one candidate");
      }
    }
  }

  private void saidIfAny(String what, @Nullable String text) {
    if (text != null) {
      said(what, text);
    }
  }

  private void said(String what, String text) {
    if (text.isBlank()) {
      complain("its " + what + " is empty");
    }
    if (text.endsWith(".")) {
      complain("its " + what + " ends with a full stop");
    }
    if (text.matches("(?s).*\\b(null|NaN|Infinity)\\b.*")) {
      complain("its " + what + " says " + text);
    }
  }

  private void complain(String what) {
    complaints.add(type.getSimpleName() + ": " + what);
  }
}
