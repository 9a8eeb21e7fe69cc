package dev.crossdock.routing.conditions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sets of words.
 *
 * @param all words it has
 * @param any of each of these it has at least one
 * @param none words it lacks
 * @param missing of each of these it lacks at least one
 */
record SetDomain(Set<String> all, List<Set<String>> any, Set<String> none, List<Set<String>> missing)
    implements Domain {

  static final SetDomain ALL = new SetDomain(Set.of(), List.of(), Set.of(), List.of());

  static SetDomain withAll(Set<String> words) {
    return new SetDomain(words, List.of(), Set.of(), List.of());
  }

  static SetDomain withAny(Set<String> words) {
    return new SetDomain(Set.of(), List.of(words), Set.of(), List.of());
  }

  static SetDomain withNone(Set<String> words) {
    return new SetDomain(Set.of(), List.of(), words, List.of());
  }

  static SetDomain missingSome(Set<String> words) {
    return new SetDomain(Set.of(), List.of(), Set.of(), List.of(words));
  }

  @Override
  public boolean has(Object value) {
    Set<?> words = (Set<?>) value;
    return words.containsAll(all)
        && Collections.disjoint(words, none)
        && any.stream().noneMatch(some -> Collections.disjoint(words, some))
        && missing.stream().noneMatch(words::containsAll);
  }

  @Override
  public Domain and(Domain other) {
    if (!(other instanceof SetDomain sets)) {
      return WordDomain.NOTHING;
    }
    return new SetDomain(
        union(all, sets.all), both(any, sets.any), union(none, sets.none), both(missing, sets.missing));
  }

  @Override
  public boolean isEmpty() {
    return !Collections.disjoint(all, none)
        || any.stream().anyMatch(none::containsAll)
        || missing.stream().anyMatch(all::containsAll);
  }

  @Override
  public boolean within(Domain other) {
    return other instanceof SetDomain sets
        && all.containsAll(sets.all)
        && none.containsAll(sets.none)
        && sets.any.stream().allMatch(this::surelyHasOneOf)
        && sets.missing.stream().allMatch(this::surelyLacksOneOf);
  }

  private boolean surelyHasOneOf(Set<String> words) {
    return !Collections.disjoint(all, words) || any.stream().anyMatch(words::containsAll);
  }

  private boolean surelyLacksOneOf(Set<String> words) {
    return !Collections.disjoint(none, words) || missing.stream().anyMatch(words::containsAll);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> words = new HashSet<>(some);
    words.addAll(others);
    return words;
  }

  private static List<Set<String>> both(List<Set<String>> some, List<Set<String>> others) {
    List<Set<String>> sets = new ArrayList<>(some);
    sets.addAll(others);
    return sets;
  }
}
