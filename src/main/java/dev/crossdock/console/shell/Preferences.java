package dev.crossdock.console.shell;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants pages to look, kept in the browser's cookies so that the server renders them right at once.
 *
 * @param keys whether single letters are shortcuts
 * @param zone in which times are told; the browser says which it is
 */
public record Preferences(Theme theme, Density density, boolean keys, ZoneId zone) {

  /** Light, dark, or what the system says. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The attribute's value; null leaves it to the system. */
    public @Nullable String attribute() {
      return this == SYSTEM ? null : value();
    }

    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The height of rows and controls. */
  public enum Density {
    COMPACT,
    DEFAULT,
    COMFORTABLE;

    /** The attribute's value; null is the default. */
    public @Nullable String attribute() {
      return this == DEFAULT ? null : value();
    }

    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, Density.DEFAULT, true, ZoneOffset.UTC);

  /** What the cookies say; a value that is not understood counts as not given. */
  static Preferences of(
      @Nullable String theme, @Nullable String density, @Nullable String keys, @Nullable String zone) {
    return new Preferences(
        parse(Theme.class, theme, Theme.SYSTEM),
        parse(Density.class, density, Density.DEFAULT),
        !"off".equals(keys),
        zone(zone));
  }

  static <E extends Enum<E>> E parse(Class<E> type, @Nullable String value, E otherwise) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    return otherwise;
  }

  private static ZoneId zone(@Nullable String name) {
    if (name == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }
}
