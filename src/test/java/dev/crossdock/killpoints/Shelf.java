package dev.crossdock.killpoints;

import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.stock.StockPush;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What a channel shows, in a file, because a channel does not die with those who call it. */
final class Shelf implements StockPush {

  private final Path file;
  private final Runnable before;
  private final Runnable after;

  /**
   * Of a channel.
   *
   * @param before happens when it is called and has not heard yet
   * @param after happens when it has heard and has not answered yet
   */
  Shelf(Path file, Runnable before, Runnable after) {
    this.file = file;
    this.before = before;
    this.after = after;
  }

  /** The number it shows of a thing, if it was told one. */
  OptionalInt shown(String sku) {
    return lines().stream()
        .map(line -> line.split("="))
        .filter(line -> line[0].equals(sku))
        .mapToInt(line -> Integer.parseInt(line[1]))
        .reduce((earlier, later) -> later);
  }

  @Override
  public int batchMax() {
    return 100;
  }

  @Override
  public Told tell(List<Level> levels, ChannelSession session) {
    before.run();
    List<String> lines = levels.stream().map(level -> level.place().channelSku() + "=" + level.units()).toList();
    try {
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    after.run();
    return new Told.Taken(List.of(), Map.of(), session.now());
  }

  @Override
  public Shown ask(List<Place> places, ChannelSession session) {
    List<Level> levels = new ArrayList<>();
    for (Place place : places) {
      shown(place.channelSku()).ifPresent(units -> levels.add(new Level(place, units)));
    }
    return new Shown.Levels(levels, Map.of(), session.now());
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
