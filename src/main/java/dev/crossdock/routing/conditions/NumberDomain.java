package dev.crossdock.routing.conditions;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers in ranges, the smallest first; the ranges neither touch nor overlap. */
record NumberDomain(List<Range> ranges) implements Domain {

  static final NumberDomain ALL = of(Long.MIN_VALUE, Long.MAX_VALUE);

  /** Both ends belong to it. */
  record Range(long from, long to) {}

  NumberDomain {
    ranges = List.copyOf(ranges);
  }

  static NumberDomain of(long from, long to) {
    return new NumberDomain(from > to ? List.of() : List.of(new Range(from, to)));
  }

  NumberDomain not() {
    List<Range> gaps = new ArrayList<>();
    long next = Long.MIN_VALUE;
    for (Range range : ranges) {
      if (range.from() > next) {
        gaps.add(new Range(next, range.from() - 1));
      }
      if (range.to() == Long.MAX_VALUE) {
        return new NumberDomain(gaps);
      }
      next = range.to() + 1;
    }
    gaps.add(new Range(next, Long.MAX_VALUE));
    return new NumberDomain(gaps);
  }

  @Override
  public boolean has(Object value) {
    long number = (Long) value;
    for (Range range : ranges) {
      if (number >= range.from() && number <= range.to()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Domain and(Domain other) {
    if (!(other instanceof NumberDomain numbers)) {
      return WordDomain.NOTHING;
    }
    List<Range> both = new ArrayList<>();
    for (Range one : ranges) {
      for (Range two : numbers.ranges) {
        long from = Math.max(one.from(), two.from());
        long to = Math.min(one.to(), two.to());
        if (from <= to) {
          both.add(new Range(from, to));
        }
      }
    }
    return new NumberDomain(both);
  }

  @Override
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  @Override
  public boolean within(Domain other) {
    return other instanceof NumberDomain numbers
        && ranges.stream()
            .allMatch(
                one ->
                    numbers.ranges.stream().anyMatch(two -> two.from() <= one.from() && one.to() <= two.to()));
  }
}
