package dev.crossdock.console.shell;

import dev.crossdock.console.kit.Watch;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Merchant;

/**
 * Who looks at a page, and how.
 *
 * @param name as people read it
 * @param actor the person as the one who commands
 * @param mayAct whether the person may change anything
 * @param csrf what every form must send back
 */
public record Viewer(
    String name, Actor actor, boolean mayAct, Merchant merchant, Preferences preferences, Csrf csrf, Watch watch) {

  /** The token that proves a form came from our page. */
  public record Csrf(String parameter, String header, String value) {}
}
