package dev.crossdock.console.shell;

import dev.crossdock.console.kit.Watch;
import dev.crossdock.platform.db.Merchant;

/**
 * Who looks at a page, and how.
 *
 * @param name the sign-in name
 * @param csrf what every form must send back
 */
public record Viewer(String name, Merchant merchant, Preferences preferences, Csrf csrf, Watch watch) {

  /** The token that proves a form came from our page. */
  public record Csrf(String parameter, String header, String value) {}
}
