package dev.crossdock.console.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The units of a line or an order as a bar. Parts too small to be seen are drawn wider than they are; the printed
 * numbers carry the truth.
 *
 * @param ordered what the parts add up to
 */
public record QuantityBar(int ordered, List<Segment> segments) {

  private static final double NARROWEST_PERCENT = 6;

  /** One part of the bar; x and width are percentages ready for SVG. */
  public record Segment(Bucket bucket, int units, String x, String width) {}

  public QuantityBar {
    segments = List.copyOf(segments);
  }

  /** The bar of these counts. */
  public static QuantityBar of(ToIntFunction<Bucket> count) {
    List<Bucket> present = new ArrayList<>();
    int ordered = 0;
    for (Bucket bucket : Bucket.values()) {
      if (count.applyAsInt(bucket) > 0) {
        present.add(bucket);
        ordered += count.applyAsInt(bucket);
      }
    }
    double total = ordered;
    double[] widths = present.stream()
        .mapToDouble(bucket -> Math.max(NARROWEST_PERCENT, 100 * count.applyAsInt(bucket) / total))
        .toArray();
    return new QuantityBar(ordered, laidOut(present, widths, count));
  }

  private static List<Segment> laidOut(List<Bucket> present, double[] widths, ToIntFunction<Bucket> count) {
    double sum = 0;
    for (double width : widths) {
      sum += width;
    }
    List<Segment> segments = new ArrayList<>();
    double x = 0;
    for (int i = 0; i < widths.length; i++) {
      double width = 100 * widths[i] / sum;
      Bucket bucket = present.get(i);
      segments.add(new Segment(bucket, count.applyAsInt(bucket), percent(x), percent(width)));
      x += width;
    }
    return segments;
  }

  /** The bar in words: {@code 3 shipped, 2 allocated of 6}. */
  public String sentence() {
    return segments.isEmpty() ? "nothing ordered" : parts() + " of " + ordered;
  }

  /** The short print beside a bar in a list: {@code 3 · 2 of 6}, or {@code 6 shipped} when all are in one place. */
  public String print() {
    if (segments.isEmpty()) {
      return "none";
    }
    return segments.size() == 1
        ? segments.getFirst().units() + " " + segments.getFirst().bucket().word()
        : segments.stream().map(segment -> String.valueOf(segment.units())).collect(Collectors.joining(" · "))
            + " of " + ordered;
  }

  private String parts() {
    return segments.stream()
        .map(segment -> segment.units() + " " + segment.bucket().word())
        .collect(Collectors.joining(", "));
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
