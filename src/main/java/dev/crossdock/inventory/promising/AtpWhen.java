package dev.crossdock.inventory.promising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When so many units could be promised, from what may be promised now and what is on its way. Pure. What nobody has
 * dated is not counted on; what is overdue is expected today at the soonest.
 *
 * @param on the first day with enough; null when no day has
 * @param steps day by day, today first
 */
public record AtpWhen(String sku, long units, @Nullable LocalDate on, List<Step> steps, long undated) {

  public AtpWhen {
    steps = List.copyOf(steps);
  }

  /** What may be promised from this day on, all told. */
  public record Step(LocalDate on, long units) {}

  /** Units expected; no day when nobody said. */
  public record Arrival(@Nullable LocalDate on, long units) {}

  /**
   * A SKU, or one part of a kit.
   *
   * @param units of it in one unit of what is sold
   * @param sum what may be promised now; below zero when arrivals have promises to fill first
   * @param keptBackFirst units of what arrives that are kept back, because less lies there than shall be
   */
  public record Supply(int units, long sum, long keptBackFirst, List<Arrival> arrivals) {}

  /** The answer for a SKU made of these, of which every unit needs all. */
  public static AtpWhen of(String sku, long wanted, LocalDate today, List<Supply> supplies) {
    TreeMap<LocalDate, Long> days = new TreeMap<>(Map.of(today, 0L));
    for (Supply supply : supplies) {
      supply.arrivals().stream()
          .map(Arrival::on)
          .filter(day -> day != null && day.isAfter(today))
          .forEach(day -> days.put(day, 0L));
    }
    List<Step> steps = new ArrayList<>();
    LocalDate first = null;
    for (LocalDate day : days.keySet()) {
      long units = supplies.stream().mapToLong(supply -> Math.max(0, by(day, supply)) / supply.units()).min().orElse(0);
      if (steps.isEmpty() || units != steps.getLast().units()) {
        steps.add(new Step(day, units));
      }
      if (first == null && units >= wanted) {
        first = day;
      }
    }
    return new AtpWhen(sku, wanted, first, steps, undated(supplies));
  }

  private static long by(LocalDate day, Supply supply) {
    long arrived = 0;
    for (Arrival arrival : supply.arrivals()) {
      if (arrival.on() != null && !arrival.on().isAfter(day)) {
        arrived += arrival.units();
      }
    }
    return supply.sum() + Math.max(0, arrived - supply.keptBackFirst());
  }

  /** Units that would come on top if they came; of a kit as many as all its parts have. */
  private static long undated(List<Supply> supplies) {
    return supplies.stream()
        .mapToLong(
            supply ->
                supply.arrivals().stream().filter(a -> a.on() == null).mapToLong(Arrival::units).sum()
                    / supply.units())
        .min()
        .orElse(0);
  }
}
