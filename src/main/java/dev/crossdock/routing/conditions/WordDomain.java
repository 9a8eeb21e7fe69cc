package dev.crossdock.routing.conditions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words.
 *
 * @param in the only ones; null for all
 * @param prefixes they begin with one of these; null for anything
 */
record WordDomain(
    @Nullable Set<String> in, Set<String> notIn, @Nullable List<String> prefixes, List<String> notPrefixes)
    implements Domain {

  static final WordDomain ALL = new WordDomain(null, Set.of(), null, List.of());
  static final WordDomain NOTHING = in(Set.of());

  static WordDomain in(Collection<String> words) {
    return new WordDomain(Set.copyOf(words), Set.of(), null, List.of());
  }

  static WordDomain notIn(Collection<String> words) {
    return new WordDomain(null, Set.copyOf(words), null, List.of());
  }

  static WordDomain startingWith(Collection<String> prefixes) {
    return new WordDomain(null, Set.of(), List.copyOf(prefixes), List.of());
  }

  static WordDomain notStartingWith(Collection<String> prefixes) {
    return new WordDomain(null, Set.of(), null, List.copyOf(prefixes));
  }

  @Override
  public boolean has(Object value) {
    String word = (String) value;
    return (in == null || in.contains(word))
        && !notIn.contains(word)
        && (prefixes == null || begins(word, prefixes))
        && !begins(word, notPrefixes);
  }

  @Override
  public Domain and(Domain other) {
    if (!(other instanceof WordDomain words)) {
      return NOTHING;
    }
    WordDomain both =
        new WordDomain(
            in == null ? words.in : in,
            union(notIn, words.notIn),
            bothPrefixes(prefixes, words.prefixes),
            new ArrayList<>(union(Set.copyOf(notPrefixes), Set.copyOf(words.notPrefixes))));
    if (both.in == null) {
      return both;
    }
    return in(both.in.stream().filter(word -> has(word) && words.has(word)).collect(Collectors.toSet()));
  }

  @Override
  public boolean isEmpty() {
    if (in != null) {
      return in.stream().noneMatch(this::has);
    }
    return prefixes != null && prefixes.stream().allMatch(prefix -> begins(prefix, notPrefixes));
  }

  @Override
  public boolean within(Domain other) {
    if (!(other instanceof WordDomain words)) {
      return false;
    }
    if (in != null) {
      return in.stream().filter(this::has).allMatch(words::has);
    }
    return words.in == null
        && words.notIn.stream().noneMatch(this::has)
        && beginsOnlyWith(words.prefixes)
        && words.notPrefixes.stream().allMatch(this::hasNoneBeginningWith);
  }

  private boolean beginsOnlyWith(@Nullable List<String> starts) {
    return starts == null
        || (prefixes != null && prefixes.stream().allMatch(prefix -> begins(prefix, starts)));
  }

  private boolean hasNoneBeginningWith(String start) {
    return begins(start, notPrefixes)
        || (prefixes != null
            && prefixes.stream().noneMatch(prefix -> prefix.startsWith(start) || start.startsWith(prefix)));
  }

  private static @Nullable List<String> bothPrefixes(@Nullable List<String> some, @Nullable List<String> others) {
    if (some == null || others == null) {
      return some == null ? others : some;
    }
    Set<String> both = new HashSet<>();
    some.stream().filter(prefix -> begins(prefix, others)).forEach(both::add);
    others.stream().filter(prefix -> begins(prefix, some)).forEach(both::add);
    return List.copyOf(both);
  }

  private static boolean begins(String word, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (word.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
