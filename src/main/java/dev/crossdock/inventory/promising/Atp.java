package dev.crossdock.inventory.promising;

import dev.crossdock.inventory.backorders.Ahead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be promised of a SKU, spelled out: the terms add up to it.
 *
 * @param terms in the order in which they are added; a location that has nothing is left out
 */
public record Atp(String sku, List<Term> terms) {

  public Atp {
    terms = List.copyOf(terms);
  }

  /**
   * One line of the sum.
   *
   * @param location null for a term that belongs to no location
   * @param units below zero for what is taken off
   * @param why what decided about it, where that can be told
   */
  public record Term(Kind kind, @Nullable String location, long units, @Nullable String why) {}

  /** What a line of the sum is about. */
  public enum Kind {
    ON_HAND,
    RESERVED,
    UNAVAILABLE,
    /** Kept apart for groups that who asks does not belong to. */
    RING_FENCED,
    /** Kept back at one location, or over all of them. */
    SAFETY_STOCK,
    /** Whole kits that the parts of one location make. */
    KITS,
    /** A part that is kept back over all locations makes fewer kits than the locations do one by one. */
    KIT_PART,
    /** May be sold ahead of what comes again. */
    BACKORDER,
    /** May be sold ahead of its release date. */
    PREORDER
  }

  /** The same with units that may be sold ahead. */
  Atp plus(List<Ahead> ahead) {
    if (ahead.isEmpty()) {
      return this;
    }
    List<Term> all = new ArrayList<>(terms);
    for (Ahead units : ahead) {
      Kind kind =
          switch (units.kind()) {
            case BACKORDER -> Kind.BACKORDER;
            case PREORDER -> Kind.PREORDER;
          };
      all.add(new Term(kind, null, units.units(), "sold ahead, promised for " + units.promisedOn()));
    }
    return new Atp(sku, all);
  }

  /** Units that may be promised; never below zero. */
  public long available() {
    return Math.max(0, sum());
  }

  /** What the terms add up to; below zero when more is promised than lies there. */
  public long sum() {
    return terms.stream().mapToLong(Term::units).sum();
  }

  /** What they add up to at one location. */
  public long sumAt(String location) {
    return terms.stream().filter(term -> location.equals(term.location())).mapToLong(Term::units).sum();
  }
}
