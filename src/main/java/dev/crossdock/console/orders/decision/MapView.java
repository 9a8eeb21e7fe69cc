package dev.crossdock.console.orders.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of where an order goes and from where, in units of its own. Whatever it shows is told in words beside it.
 *
 * @param name what it shows, in one sentence
 * @param grid meridians and parallels
 * @param legs from the chosen places to the destination
 * @param marks the later ones lie above
 * @param scale a length and what it stands for
 * @param away places that would make the rest too small to see, with how far they are
 * @param unknown places nobody has told the coordinates of
 */
public record MapView(
    int width,
    int height,
    String name,
    List<Line> grid,
    List<Line> legs,
    List<Mark> marks,
    Scale scale,
    List<String> away,
    List<String> unknown) {

  public MapView {
    grid = List.copyOf(grid);
    legs = List.copyOf(legs);
    marks = List.copyOf(marks);
    away = List.copyOf(away);
    unknown = List.copyOf(unknown);
  }

  /** A straight line; its words stand at its begin, empty for none. */
  public record Line(double x1, double y1, double x2, double y2, String words) {}

  /** What a mark stands for; each has a shape of its own. */
  public enum Kind {
    DESTINATION("goes there"),
    CHOSEN("ships"),
    LOST("lost"),
    EXCLUDED("excluded");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** The class that draws it. */
    public String css() {
      return "map-" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A place.
   *
   * @param label null where there is no room for its name
   */
  public record Mark(Kind kind, String name, double x, double y, @Nullable Label label) {}

  /**
   * Where the name of a mark stands.
   *
   * @param atEnd whether it ends there instead of beginning
   * @param narrow whether there is room for it in a narrow window, too
   */
  public record Label(double x, double y, boolean atEnd, boolean narrow) {

    public String anchor() {
      return atEnd ? "end" : "start";
    }
  }

  /** So many units of the drawing are so far. */
  public record Scale(double length, String words) {}
}
