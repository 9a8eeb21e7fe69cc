package dev.crossdock.console.kit;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of rows when there are none, or of a page that cannot be shown: heading, one sentence, one
 * way on.
 */
public record Block(Kind kind, String heading, String sentence, @Nullable Action action) {

  /** Different pictures, never mistaken for each other. */
  public enum Kind {
    NONE_YET(Icon.ORDERS, Role.NEUTRAL),
    NO_MATCH(Icon.SEARCH, Role.NEUTRAL),
    CLEAR(Icon.CHECK, Role.SUCCESS),
    FAILED(Icon.EXCEPTIONS, Role.CRITICAL);

    private final Icon icon;
    private final Role role;

    Kind(Icon icon, Role role) {
      this.icon = icon;
      this.role = role;
    }

    public Icon icon() {
      return icon;
    }

    public Role role() {
      return role;
    }
  }

  /** Where to go from here. */
  public record Action(String words, String href) {}
}
