package dev.crossdock.console.orders.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of where an order goes and from where. Whatever it shows is told in words beside it.
 *
 * @param near what matters
 * @param far the whole of it, where some places would make the rest too small to see; null when none would
 * @param away those places, with how far they are
 * @param left places for which there was no room
 * @param unknown places nobody has told the coordinates of
 */
public record MapView(Sheet near, @Nullable Sheet far, List<String> away, List<String> left, List<String> unknown) {

  public MapView {
    away = List.copyOf(away);
    left = List.copyOf(left);
    unknown = List.copyOf(unknown);
  }

  /**
   * A sheet, in units of its own.
   *
   * @param name what it shows, in one sentence
   * @param grid meridians and parallels
   * @param legs from the chosen places to the destination
   * @param marks the later ones lie above
   * @param scale a length and what it stands for; null where it is another in each part of the sheet
   */
  public record Sheet(String name, List<Line> grid, List<Line> legs, List<Mark> marks, @Nullable Scale scale) {

    public Sheet {
      grid = List.copyOf(grid);
      legs = List.copyOf(legs);
      marks = List.copyOf(marks);
    }

    public int width() {
      return Projection.WIDTH;
    }

    public int height() {
      return Projection.HEIGHT;
    }
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
