package dev.crossdock.console.kit;

import java.util.Locale;

/** Where the units of a line are, as the quantity bar draws them: each has a word, a colour and a pattern. */
public enum Bucket {
  SHIPPED(Role.SUCCESS, Pattern.SOLID, "shipped"),
  ALLOCATED(Role.PROGRESS, Pattern.SOLID, "allocated"),
  RESERVED(Role.PROGRESS, Pattern.LIGHT, "reserved"),
  PREORDERED(Role.ATTENTION, Pattern.DOTS, "pre-ordered"),
  BACKORDERED(Role.WARNING, Pattern.HATCH, "backordered"),
  UNPLACED(Role.NEUTRAL, Pattern.HOLLOW, "to place"),
  SHORT(Role.CRITICAL, Pattern.SOLID, "short"),
  CANCELLED(Role.NEUTRAL, Pattern.STRUCK, "cancelled");

  /** How a segment is filled, so that colour is never alone. */
  public enum Pattern {
    SOLID,
    LIGHT,
    HOLLOW,
    HATCH,
    DOTS,
    STRUCK;

    String css() {
      return "fill-" + name().toLowerCase(Locale.ROOT);
    }

    /** The id of the SVG pattern that lies over the fill; empty where there is none. */
    public String overlay() {
      return switch (this) {
        case HATCH, DOTS, STRUCK -> "pattern-" + name().toLowerCase(Locale.ROOT);
        case SOLID, LIGHT, HOLLOW -> "";
      };
    }
  }

  private final Role role;
  private final Pattern pattern;
  private final String word;

  Bucket(Role role, Pattern pattern, String word) {
    this.role = role;
    this.pattern = pattern;
    this.word = word;
  }

  public Pattern pattern() {
    return pattern;
  }

  /** What people read. */
  public String word() {
    return word;
  }

  /** The classes of a segment. */
  public String css() {
    return role.css() + " " + pattern.css();
  }
}
