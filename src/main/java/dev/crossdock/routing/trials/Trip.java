package dev.crossdock.routing.trials;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan comes to.
 *
 * @param stops the parcels
 * @param days until the last one is there; null where nothing leaves
 * @param late whether a promised date is not kept
 */
public record Trip(List<Stop> stops, @Nullable Double days, boolean late) {

  public Trip {
    stops = List.copyOf(stops);
  }

  /**
   * A parcel.
   *
   * @param cost postage and work in minor units of the order's currency; null where it is not known
   * @param days until it is there; null where it is not known
   * @param late whether it does not keep a promised date
   */
  public record Stop(String location, int units, @Nullable Long cost, @Nullable Double days, boolean late) {}
}
