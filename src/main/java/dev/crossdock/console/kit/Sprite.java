package dev.crossdock.console.kit;

import dev.crossdock.console.assets.Fingerprint;
import java.nio.charset.StandardCharsets;

/** One SVG file with every {@link Icon} as a symbol; its name holds its hash, so it may be cached for ever. */
public final class Sprite {

  /** The file itself. */
  public static final String SVG = svg();

  /** The file's name below the assets folder. */
  public static final String NAME = Fingerprint.name("icons", SVG.getBytes(StandardCharsets.UTF_8), "svg");

  static final String PATH = "/assets/" + NAME;

  private Sprite() {}

  private static String svg() {
    StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">");
    for (Icon icon : Icon.values()) {
      svg.append("<symbol id=\"").append(icon.id()).append("\" viewBox=\"0 0 16 16\"><path d=\"").append(icon.path())
          .append("\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-linecap=\"round\"")
          .append(" stroke-linejoin=\"round\"/></symbol>");
    }
    return svg.append("</svg>").toString();
  }
}
