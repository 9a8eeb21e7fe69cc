package dev.crossdock.testing;

import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.stock.StockPush;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counters of a channel that takes every number, at once. */
public final class FakeCounters implements StockPush {

  private final Map<String, Integer> units = new TreeMap<>();

  /** What it shows, by its SKU. */
  public synchronized Map<String, Integer> units() {
    return Map.copyOf(units);
  }

  /** Somebody else sets a number. */
  public synchronized void set(String channelSku, int number) {
    units.put(channelSku, number);
  }

  @Override
  public int batchMax() {
    return 100;
  }

  @Override
  public synchronized Told tell(List<Level> levels, ChannelSession session) {
    levels.forEach(level -> units.put(level.place().channelSku(), level.units()));
    return new Told.Taken(List.of(), Map.of(), session.now());
  }

  @Override
  public synchronized Shown ask(List<Place> places, ChannelSession session) {
    List<Level> levels = new ArrayList<>();
    for (Place place : places) {
      Integer number = units.get(place.channelSku());
      if (number != null) {
        levels.add(new Level(place, number));
      }
    }
    return new Shown.Levels(levels, Map.of(), session.now());
  }
}
