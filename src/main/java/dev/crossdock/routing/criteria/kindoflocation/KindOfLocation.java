package dev.crossdock.routing.criteria.kindoflocation;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Fence;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import java.util.Set;

/** Asks only locations of some kinds. */
@Kind(type = "location-kind", title = "Kind of location", help = "Asks only locations of these kinds.")
record KindOfLocation(@Parameter(title = "Kinds", min = 1) Set<LocationKind> kinds) implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    LocationKind kind = place.location().kind();
    return kinds.contains(kind)
        ? Ruling.STAYS
        : new Ruling.Out(
            "is a " + Words.of(kind) + ", and only a " + Words.anyOf(kinds) + " is asked",
            "if a " + Words.of(kind) + " were asked");
  }

  @Override
  public Fence fence() {
    return Fence.ofKinds(kinds);
  }

  @Override
  public String sentence() {
    return "Only a " + Words.anyOf(kinds);
  }
}
