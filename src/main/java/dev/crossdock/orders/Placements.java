package dev.crossdock.orders;

import dev.crossdock.orders.Buckets.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Arithmetic on placements. */
final class Placements {

  private Placements() {}

  /** The bucket that a placement's units count in while they have not left. */
  static Bucket bucket(Placement placement) {
    return placement.fulfilmentOrder() == null ? Bucket.RESERVED : Bucket.ALLOCATED;
  }

  static List<Placement> open(Order order, int line) {
    return order.placements().stream().filter(p -> p.line() == line && !p.shipped()).toList();
  }

  /** Takes units off a line's open placements, the last made first, the merely reserved before the allocated. */
  static List<Placement> take(Order order, int line, Bucket bucket, int units) {
    List<Placement> taken = new ArrayList<>();
    int left = units;
    for (Placement placement : open(order, line).reversed()) {
      if (left > 0 && bucket(placement) == bucket) {
        int part = Math.min(left, placement.units());
        taken.add(placement.withUnits(part));
        left -= part;
      }
    }
    return taken;
  }

  /** The open placements without the units that are gone; an empty placement disappears. */
  static List<Placement> minus(List<Placement> placements, List<Placement> gone) {
    List<Placement> rest = new ArrayList<>(placements);
    for (Placement part : gone) {
      int i = indexOf(rest, part);
      int left = rest.get(i).units() - part.units();
      if (left == 0) {
        rest.remove(i);
      } else {
        rest.set(i, rest.get(i).withUnits(left));
      }
    }
    return List.copyOf(rest);
  }

  private static int indexOf(List<Placement> placements, Placement part) {
    for (int i = 0; i < placements.size(); i++) {
      Placement p = placements.get(i);
      if (!p.shipped()
          && p.line() == part.line()
          && p.location().equals(part.location())
          && Objects.equals(p.fulfilmentOrder(), part.fulfilmentOrder())
          && p.units() >= part.units()) {
        return i;
      }
    }
    throw new IllegalStateException("no open placement holds " + part);
  }
}
