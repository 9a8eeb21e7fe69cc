package dev.crossdock.console.shell;

import dev.crossdock.console.kit.Flash;
import org.jspecify.annotations.Nullable;

/**
 * Everything around the content of a page.
 *
 * @param title of the page, before the product's name
 * @param place where in the navigation it lies; null for pages outside it
 * @param exceptions how many are open, as printed; empty for none
 * @param path of this page with its query, to come back to
 * @param flash what the command before did
 */
public record Shell(
    String title,
    @Nullable Nav place,
    Viewer viewer,
    String exceptions,
    String path,
    Files files,
    @Nullable Flash flash) {

  /** The names of the style sheet, the script, and the scripts of stations and of the editor of policies. */
  public record Files(String styles, String script, String station, String editor) {}
}
