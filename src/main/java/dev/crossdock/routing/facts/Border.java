package dev.crossdock.routing.facts;

import org.jspecify.annotations.Nullable;

/** Which border counts. */
public enum Border {
  /** Goods are declared. */
  CUSTOMS,
  /** A sale is an export and an import. */
  VAT;

  /** Whether the way from the place to the buyer crosses it; null where the order's country is not known. */
  public @Nullable Boolean crossed(Place from, Facts facts) {
    Territory to = Territory.of(facts.order().destination());
    if (to == null) {
      return null;
    }
    Territory here = Territory.of(from.location());
    return switch (this) {
      case CUSTOMS -> here.crossesCustoms(to);
      case VAT -> here.crossesVat(to);
    };
  }

  /** {@code a customs border}. */
  public String words() {
    return "a " + word() + " border";
  }

  /** {@code customs}. */
  public String word() {
    return switch (this) {
      case CUSTOMS -> "customs";
      case VAT -> "VAT";
    };
  }
}
