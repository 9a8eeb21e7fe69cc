package dev.crossdock.console.shell;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.platform.db.Merchant;
import org.jspecify.annotations.Nullable;

/**
 * One request of a person for a page.
 *
 * @param path what was asked for, with its query
 * @param part whether only a part of the page is wanted, to be put into the page that is open
 * @param flash what the command before this page did; told once
 */
public record Visit(Viewer viewer, String path, boolean part, @Nullable Flash flash) {

  public Merchant merchant() {
    return viewer.merchant();
  }

  public Watch watch() {
    return viewer.watch();
  }
}
