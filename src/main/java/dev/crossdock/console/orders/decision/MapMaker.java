package dev.crossdock.console.orders.decision;

import dev.crossdock.console.orders.decision.MapView.Kind;
import dev.crossdock.console.orders.decision.MapView.Label;
import dev.crossdock.console.orders.decision.MapView.Line;
import dev.crossdock.console.orders.decision.MapView.Mark;
import dev.crossdock.console.orders.decision.MapView.Scale;
import dev.crossdock.console.orders.decision.MapView.Sheet;
import dev.crossdock.customers.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the map of a decision: what matters fills a sheet, and what lies far off gets one of its own. */
final class MapMaker {

  /** Other places stay on the sheet up to this many times as far as the farthest that ships. */
  private static final double FAR = 3;
  private static final double FAR_KM_LEAST = 600;
  private static final int PLACES_MAX = 60;
  private static final int LISTED_MAX = 12;
  private static final int LINES_MOST = 9;
  private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 45};
  private static final int[] LENGTHS_KM = {5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000};
  private static final double SCALE_LEAST = 60;
  private static final double EDGE = 44;

  private final @Nullable GeoPoint to;
  private final String toWords;

  /**
   * A place to be drawn.
   *
   * @param point null where nobody has told it
   */
  record Spot(Kind kind, String name, @Nullable GeoPoint point) {}

  /**
   * @param to null where the destination can't be told
   * @param toWords what the destination is called
   */
  MapMaker(@Nullable GeoPoint to, String toWords) {
    this.to = to;
    this.toWords = toWords;
  }

  /** The map; nothing where not even two points are known. */
  Optional<MapView> draw(List<Spot> spots) {
    List<Spot> known = spots.stream()
        .filter(spot -> spot.point() != null)
        .sorted(Comparator.comparing(Spot::kind).thenComparing(this::km))
        .toList();
    double reach = reach(known);
    List<Spot> near = known.stream().filter(spot -> km(spot) <= reach).limit(PLACES_MAX).toList();
    if (near.isEmpty() || (to == null && near.size() < 2)) {
      return Optional.empty();
    }
    List<Spot> far = known.stream().filter(spot -> km(spot) > reach).limit(PLACES_MAX).toList();
    return Optional.of(new MapView(
        sheet(near, near, true), far.isEmpty() ? null : sheet(far, near, false),
        listed(far.stream().map(this::far).toList()),
        listed(
            known.stream().filter(spot -> !near.contains(spot) && !far.contains(spot)).map(this::far).toList()),
        listed(spots.stream().filter(spot -> spot.point() == null).map(Spot::name).toList())));
  }

  /** Of what is far off the names come first; the near lie on a heap there. */
  private Sheet sheet(List<Spot> named, List<Spot> near, boolean close) {
    List<Spot> drawn = new ArrayList<>();
    if (to != null) {
      drawn.add(new Spot(Kind.DESTINATION, toWords, to));
    }
    drawn.addAll(named);
    if (!close) {
      drawn.addAll(near);
    }
    Projection sheet = new Projection(drawn.stream().map(MapMaker::point).toList());
    return new Sheet(
        close ? name(near) : farName(named), grid(sheet), legs(sheet, near), marks(sheet, drawn),
        close ? scale(sheet) : null);
  }

  private static GeoPoint point(Spot spot) {
    return Objects.requireNonNull(spot.point());
  }

  private double km(Spot spot) {
    return to == null ? 0 : to.kilometresTo(point(spot));
  }

  private double reach(List<Spot> known) {
    double farthest = known.stream().filter(spot -> spot.kind() == Kind.CHOSEN).mapToDouble(this::km).max().orElse(0);
    double nearest = known.stream().mapToDouble(this::km).min().orElse(0);
    return Math.max(FAR_KM_LEAST, FAR * Math.max(farthest, nearest));
  }

  private String name(List<Spot> near) {
    String from = near.stream()
        .filter(spot -> spot.kind() == Kind.CHOSEN)
        .map(spot -> spot.name() + (to == null ? "" : ", " + kilometres(km(spot)) + " away"))
        .collect(Collectors.joining("; "));
    long others = near.stream().filter(spot -> spot.kind() != Kind.CHOSEN).count();
    return "Map. The order goes to " + toWords + ". "
        + (from.isEmpty() ? "No place ships it." : "It ships from " + from + ".")
        + (others == 0 ? "" : " " + others + " other place" + (others == 1 ? "" : "s") + " shown.");
  }

  private String farName(List<Spot> far) {
    return "Map of the farther places. " + String.join(", ", listed(far.stream().map(this::far).toList())) + ".";
  }

  private String far(Spot spot) {
    return spot.name() + " (" + kilometres(km(spot)) + ")";
  }

  private static List<String> listed(List<String> names) {
    if (names.size() <= LISTED_MAX) {
      return names;
    }
    List<String> some = new ArrayList<>(names.subList(0, LISTED_MAX));
    some.add((names.size() - LISTED_MAX) + " more");
    return some;
  }

  private List<Line> legs(Projection sheet, List<Spot> near) {
    if (to == null) {
      return List.of();
    }
    double x = sheet.x(sheet.lon(to));
    double y = sheet.y(to.lat());
    return near.stream()
        .filter(spot -> spot.kind() == Kind.CHOSEN)
        .map(spot -> new Line(sheet.x(sheet.lon(point(spot))), sheet.y(point(spot).lat()), x, y, ""))
        .toList();
  }

  private static List<Mark> marks(Projection sheet, List<Spot> drawn) {
    Labels labels = new Labels();
    List<Mark> marks = new ArrayList<>();
    for (Spot spot : drawn) {
      labels.mark(sheet.x(sheet.lon(point(spot))), sheet.y(point(spot).lat()));
    }
    for (Spot spot : drawn) {
      double x = sheet.x(sheet.lon(point(spot)));
      double y = sheet.y(point(spot).lat());
      Label label = labels.place(spot.name(), x, y);
      marks.add(new Mark(spot.kind(), spot.name(), x, y, label));
    }
    return marks.reversed();
  }

  private static List<Line> grid(Projection sheet) {
    List<Line> lines = new ArrayList<>();
    double step = step(Math.max(sheet.east() - sheet.west(), (sheet.north() - sheet.south()) * 2));
    for (long n = (long) Math.ceil(sheet.west() / step); n * step < sheet.east(); n++) {
      double x = sheet.x(n * step);
      lines.add(new Line(
          x, Projection.HEIGHT, x, 0,
          x > Projection.WIDTH - EDGE ? "" : degrees(Math.IEEEremainder(n * step, 360), step, "E", "W")));
    }
    for (long n = (long) Math.ceil(sheet.south() / step); n * step < sheet.north(); n++) {
      double y = sheet.y(n * step);
      if (Math.abs(n * step) <= 90) {
        lines.add(new Line(0, y, Projection.WIDTH, y, degrees(n * step, step, "N", "S")));
      }
    }
    return lines;
  }

  private static double step(double span) {
    for (double step : STEPS) {
      if (span / step <= LINES_MOST) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  private static String degrees(double value, double step, String positive, String negative) {
    String number = String.format(Locale.ROOT, step < 1 ? "%.1f°" : "%.0f°", Math.abs(value));
    return Math.abs(value) < step / 2 ? "0°" : number + (value > 0 ? positive : negative);
  }

  private static Scale scale(Projection sheet) {
    for (int km : LENGTHS_KM) {
      double length = km / sheet.kmPerUnit();
      if (length >= SCALE_LEAST) {
        return new Scale(Projection.rounded(length), kilometres(km));
      }
    }
    int longest = LENGTHS_KM[LENGTHS_KM.length - 1];
    return new Scale(Projection.rounded(longest / sheet.kmPerUnit()), kilometres(longest));
  }

  private static String kilometres(double km) {
    return String.format(Locale.ROOT, "%,.0f km", km);
  }
}
