package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.drills.kit.Meters;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the product's own measurements of time, as its metrics tell it: how many took no longer than each of some
 * durations, in seconds.
 */
record Delays(TreeMap<Double, Double> counts) {

  private static final double MILLIS = 1_000;
  private static final Pattern BUCKET =
      Pattern.compile("^(\\w+)_bucket\\{([^}]*)\\ble=\"([^\"]+)\"[^}]*} (\\S+)$", Pattern.MULTILINE);

  static final Delays NONE = new Delays(new TreeMap<>());

  /** The measurements of this name, of one channel or, where that is empty, of all. */
  static Delays of(Meters meters, String name, String channel) {
    TreeMap<Double, Double> counts = new TreeMap<>();
    Matcher bucket = BUCKET.matcher(meters.text());
    while (bucket.find()) {
      boolean asked = channel.isEmpty() || bucket.group(2).contains("channel=\"" + channel + "\"");
      if (bucket.group(1).equals(name) && asked) {
        counts.merge(end(bucket.group(3)), Double.parseDouble(bucket.group(4)), Double::sum);
      }
    }
    return new Delays(counts);
  }

  /** Those that were measured since. */
  Delays since(Delays before) {
    TreeMap<Double, Double> left = new TreeMap<>();
    counts.forEach((end, count) -> left.put(end, count - before.counts.getOrDefault(end, 0.0)));
    return new Delays(left);
  }

  double count() {
    return counts.isEmpty() ? 0 : counts.lastEntry().getValue();
  }

  /** The duration that this share of them did not exceed, in milliseconds, as near as classes tell; 0 for none. */
  double millis(double share) {
    double wanted = count() * share;
    double from = 0;
    double below = 0;
    for (Map.Entry<Double, Double> each : counts.entrySet()) {
      if (each.getValue() >= wanted && each.getValue() > below) {
        double end = Double.isInfinite(each.getKey()) ? from : each.getKey();
        return MILLIS * (from + (end - from) * (wanted - below) / (each.getValue() - below));
      }
      from = each.getKey();
      below = each.getValue();
    }
    return 0;
  }

  private static double end(String text) {
    return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }
}
