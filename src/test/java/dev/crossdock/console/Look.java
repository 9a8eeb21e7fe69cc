package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Browser;
import java.util.List;
import java.util.Map;

/**
 * Looks at a page: accessible, quiet, no wider than the window. A page is looked at wide and light, then narrow and
 * dark: what a theme does to a part it does at each width, and another test recomputes the contrast of all colours.
 * The page that shows every part is looked at in all four ways.
 */
final class Look {

  private static final int WIDE = 1280;
  private static final int NARROW = 390;

  /** Parts that may scroll sideways at any width: raw text, and on a narrow window tables inside a named region. */
  private static final String SCROLLING = """
      return [...document.querySelectorAll('main *')]
        .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'auto')
        .filter(e => !e.matches('.tabs, pre'))
        .map(e => e.className);
      """;
  /** What reaches beyond the window, if the page can be scrolled to it. */
  private static final String TOO_WIDE = """
      const d = document.documentElement;
      return d.scrollWidth <= d.clientWidth ? [] : [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > d.clientWidth + 1)
        .map(e => e.localName + '.' + e.className);
      """;

  private final Desk desk;
  private final Browser browser;

  Look(Desk desk, Browser browser) {
    this.desk = desk;
    this.browser = browser;
  }

  /** Looks at a page that answers with 200. */
  void at(String path) {
    at(path, 200);
  }

  /** Looks at a page whose status the browser's console may mention. */
  void at(String path, int status) {
    at(path, status, WIDE, "light");
    at(path, status, NARROW, "dark");
    asBefore();
  }

  /** Looks at it at both widths in both themes. */
  void fromAllSides(String path) {
    for (int width : new int[] {WIDE, NARROW}) {
      at(path, 200, width, "light", "dark");
    }
    asBefore();
  }

  private void at(String path, int status, int width, String... themes) {
    browser.size(width, 900);
    desk.open(browser, path);
    for (String theme : themes) {
      theme(theme);
      String at = path + " " + theme + " " + width;
      assertThat(browser.accessibilityViolations()).as(at).isEmpty();
      assertThat(browser.consoleErrors()).as(at).allMatch(line -> line.contains("status of " + status));
      assertThat((List<?>) browser.script(TOO_WIDE)).as(at + ": wider than the window").isEmpty();
    }
    if (width == WIDE) {
      assertThat((List<?>) browser.script(SCROLLING)).as(path + ": scrolls sideways").isEmpty();
    }
  }

  private void asBefore() {
    browser.dark(false);
    browser.size(1440, 900);
  }

  /** Without motion: a colour that is still changing would be judged by what it is halfway. */
  private void theme(String name) {
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(
        Map.of("name", "prefers-color-scheme", "value", name),
        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }
}
