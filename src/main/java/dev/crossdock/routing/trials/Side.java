package dev.crossdock.routing.trials;

import java.util.Map;

/** One way to route in figures: altogether, by location and by channel. */
public record Side(Figures all, Map<String, Figures> byLocation, Map<String, Figures> byChannel) {

  public Side {
    byLocation = Map.copyOf(byLocation);
    byChannel = Map.copyOf(byChannel);
  }
}
