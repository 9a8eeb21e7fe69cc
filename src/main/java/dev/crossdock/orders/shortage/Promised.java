package dev.crossdock.orders.shortage;

import dev.crossdock.inventory.backorders.AuthorisationKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Arithmetic on what was promised to a line. Pure. */
public final class Promised {

  private static final Comparator<SoldAhead> SOONEST =
      Comparator.comparing(SoldAhead::promisedOn).thenComparing(SoldAhead::authorisation);

  private Promised() {}

  /** Units of this kind that are waited for. */
  public static int units(List<SoldAhead> ahead, AuthorisationKind kind) {
    return ahead.stream().filter(a -> a.kind() == kind).mapToInt(SoldAhead::units).sum();
  }

  /** All units that are waited for under a promise. */
  public static int units(List<SoldAhead> ahead) {
    return ahead.stream().mapToInt(SoldAhead::units).sum();
  }

  /** The day the first of them is promised for. */
  public static Optional<LocalDate> soonest(List<SoldAhead> ahead) {
    return ahead.stream().filter(a -> a.units() > 0).map(SoldAhead::promisedOn).min(Comparator.naturalOrder());
  }

  /** With more of them. */
  public static List<SoldAhead> plus(List<SoldAhead> ahead, List<SoldAhead> more) {
    List<SoldAhead> all = new ArrayList<>(ahead);
    for (SoldAhead one : more) {
      int known = -1;
      for (int i = 0; i < all.size(); i++) {
        known = all.get(i).sameAs(one) ? i : known;
      }
      if (known < 0) {
        all.add(one);
      } else {
        all.set(known, all.get(known).more(one.units()));
      }
    }
    return List.copyOf(all);
  }

  /** So many of a kind got their stock: those promised soonest. */
  public static List<SoldAhead> filled(List<SoldAhead> ahead, AuthorisationKind kind, int units) {
    return each(ahead, SOONEST, kind, units, SoldAhead::fill);
  }

  /** So many of a kind are not wanted any more: those promised latest. */
  public static List<SoldAhead> givenBack(List<SoldAhead> ahead, AuthorisationKind kind, int units) {
    return each(ahead, SOONEST.reversed(), kind, units, SoldAhead::giveBack);
  }

  private interface Taking {
    SoldAhead take(SoldAhead ahead, int units);
  }

  private static List<SoldAhead> each(
      List<SoldAhead> ahead, Comparator<SoldAhead> order, AuthorisationKind kind, int units, Taking taking) {
    List<SoldAhead> next = new ArrayList<>(ahead);
    int open = units;
    for (SoldAhead one : ahead.stream().sorted(order).toList()) {
      int part = one.kind() == kind ? Math.min(open, one.units()) : 0;
      if (part > 0) {
        next.set(next.indexOf(one), taking.take(one, part));
        open -= part;
      }
    }
    next.removeIf(one -> one.units() == 0 && one.filled() == 0);
    return List.copyOf(next);
  }
}
