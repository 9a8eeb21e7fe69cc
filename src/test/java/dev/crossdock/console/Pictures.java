package dev.crossdock.console;

import dev.crossdock.testing.Browser;

/** Pictures of a part of the page that is open: at both widths, in both themes. */
final class Pictures {

  private Pictures() {}

  static void take(Browser browser, String name, String css) {
    for (int width : new int[] {1280, 390}) {
      browser.size(width, 900);
      for (boolean dark : new boolean[] {false, true}) {
        browser.dark(dark);
        browser.script("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", css);
        browser.screenshot(name + "-" + width + (dark ? "-dark" : ""));
      }
    }
    browser.dark(false);
    browser.size(1440, 900);
  }
}
