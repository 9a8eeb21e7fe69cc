package dev.crossdock.console.kit;

import java.util.Locale;

/** The drawn signs, 16 by 16, of which {@link Sprite} makes one file. */
public enum Icon {
  ORDERS("M2.5 5 8 2l5.5 3v6L8 14l-5.5-3zM2.5 5 8 8l5.5-3M8 8v6"),
  EXCEPTIONS("M8 2.5 14.2 13.5H1.8zM8 6.5v3.2M8 11.7v.1"),
  STOCK("M8 2.5 14 5.8 8 9.1 2 5.8zM2.2 9.3 8 12.5l5.8-3.2"),
  CHANNELS("M6 2v3.5M10 2v3.5M4 5.5h8V8a4 4 0 0 1-8 0zM8 12v2.5"),
  SEARCH("M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14"),
  PERSON("M8 2.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM2.5 14a5.5 5.5 0 0 1 11 0"),
  SYSTEM("M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8zM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2"
      + "M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4"),
  RULE("M3 3.5h10M3 8h6M3 12.5h4M11 11l1.5 1.5L15 10"),
  CHECK("M3 8.5 6.5 12 13 4.5"),
  CROSS("M4 4l8 8M12 4l-8 8"),
  HOLD("M8 1.6 14.4 8 8 14.4 1.6 8zM6.7 6v4M9.3 6v4"),
  CLOCK("M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.2 1.6"),
  TRUCK("M1.5 4h8v7.5h-8zM9.5 6.5h2.8l2.2 2.6v2.4h-5zM4.5 11.5v1.6M12 11.5v1.6"),
  LEFT("M10 3.5 5.5 8l4.5 4.5"),
  RIGHT("M6 3.5 10.5 8 6 12.5"),
  DOWN("M3.5 6 8 10.5 12.5 6"),
  PIP_EMPTY("M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z"),
  PIP_HALF("M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM8 4.5v7M9.5 5v6M11 6v4"),
  PIP_FULL("M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 7a1 1 0 1 0 0 2 1 1 0 0 0 0-2z"),
  LINK("M6.5 9.5l3-3M7 5l1.6-1.6a2.8 2.8 0 0 1 4 4L11 9M9 11l-1.6 1.6a2.8 2.8 0 0 1-4-4L5 7"),
  INFO("M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.3v3.8M8 4.9v.1"),
  BRANCH("M2.5 8H6l4-4h3.5M6 8l4 4h3.5M11.5 2l2 2-2 2M11.5 10l2 2-2 2"),
  PIN("M8 14.2S12.6 10 12.6 6.6a4.6 4.6 0 0 0-9.2 0C3.4 10 8 14.2 8 14.2zM8 5.2a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z"),
  MONEY("M2 4h12v8H2zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM4.2 6v.1M11.8 9.9v.1"),
  AGAIN("M13 8a5 5 0 1 1-1.6-3.7M13.2 2v3h-3"),
  OUT("M6 3H3v10h10v-3M9 2.5h4.5V7M13.2 2.8 7.5 8.5");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where the sign is to be fetched from. */
  public String href() {
    return Sprite.PATH + "#" + id();
  }
}
