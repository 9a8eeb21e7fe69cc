package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The editor answers while somebody writes: what a rule meets, where an expression is wrong, what a finding means. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EditorJourney {

  private static final Instant NOW = new SystemTime().instant();
  private static final String DRAFT = "/console/routing/policies/2";

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("AB-12", "Mug, blue", 40, 5);
    for (int n = 1; n <= 4; n++) {
      desk.sends(new ShopOrder(7000 + n, NOW.minus(Duration.ofMinutes(20))).buyer("Ada", "Lovelace")
          .line("AB-12", "Mug, blue", n, "12.50").json());
    }
    desk.settles();
    desk.stored("POST", "/api/v1/routing/policies", """
        {"comment": "for the sale", "policy": {"name": "web", "rules": [
          {"name": "few", "when": {"all": [{"field": "units", "op": "at most", "value": 2}]},
           "otherwise": {"do": "backorder"}},
          {"name": "northern stores", "from": {"tags": ["north"]}, "otherwise": {"do": "next rule"}},
          {"name": "all others", "otherwise": {"do": "backorder"}}]}}
        """);
  }

  @Test
  @Order(1)
  void eachRuleTellsHowManyOrdersItMeetsWhileItIsWritten() {
    desk.signIn(browser, "mira");
    desk.open(browser, DRAFT);
    browser.await(By.id("counted"), "Of all 4 orders");
    browser.await(By.id("count-0"), "2 orders meet it, all of them get here");
    browser.await(By.id("count-2"), "4 orders meet it, 2 get here");
    WebElement most = browser.await(By.id("at-when-all-0-value"));
    most.sendKeys(Keys.chord(Keys.CONTROL, "a"), "3");
    browser.await(By.id("count-0"), "3 orders meet it");
    browser.await(By.id("saved"), "Not saved yet");
    assertThat(browser.script("return document.activeElement.id")).isEqualTo("at-when-all-0-value");
    desk.keys(browser, "0");
    browser.await(By.id("count-0"), "4 orders meet it");
    assertThat(browser.await(By.id("at-when-all-0-value")).getDomProperty("value")).isEqualTo("30");
    browser.consoleErrors();
    desk.open(browser, DRAFT);
    browser.await(By.id("count-0"), "2 orders meet it");
  }

  @Test
  @Order(2)
  void anExpressionIsCheckedWhileItIsTyped() {
    desk.open(browser, DRAFT + "?rule=1");
    press("expression:/when");
    browser.await(By.id("at-when-all-1-expression"));
    browser.await(By.cssSelector("#at-when-all-1-expression:focus"));
    retype("at-when-all-1-expression", "units > 1 && nowhere == 1");
    browser.await(By.cssSelector(".policy-mark mark"), "nowhere");
    browser.await(By.cssSelector("#at-when-all-1-expression-error"), "There is no field nowhere");
    assertThat(browser.await(By.id("at-when-all-1-expression")).getDomAttribute("aria-invalid")).isEqualTo("true");
    Pictures.take(browser, "editor-typing", ".policy-mark");
    retype("at-when-all-1-expression", "uni");
    browser.await(By.cssSelector("#words [role=option]"), "units: the number of units");
    assertThat(browser.await(By.id("at-when-all-1-expression")).getDomAttribute("aria-controls")).isEqualTo("words");
    assertThat(browser.accessibilityViolations())
        .as("but for what the head of the page covers").allMatch(it -> it.startsWith("target-size"));
    desk.keys(browser, Keys.ARROW_DOWN, Keys.ENTER);
    desk.keys(browser, " > 1");
    browser.await(By.id("count-0"), "1 order meets it");
    assertThat(browser.driver().findElements(By.cssSelector(".policy-mark"))).isEmpty();
    press("save:rule");
    browser.await(By.id("saved"), "saved");
  }

  @Test
  @Order(3)
  void rulesAreReorderedByKeysAndByDragging() {
    desk.open(browser, DRAFT + "?rule=3");
    press("up:2");
    browser.await(By.cssSelector("#rule-up-1:focus"));
    desk.keys(browser, Keys.ENTER);
    browser.await(By.cssSelector("#rule-down-0:focus"));
    assertThat(names()).containsExactly("all others", "few", "northern stores");
    desk.open(browser, DRAFT + "?rule=1");
    browser.await(By.id("counted"));
    drag(0, 2);
    browser.await(By.cssSelector("#rule-3 .policy-name"), "all others");
    assertThat(names()).containsExactly("few", "northern stores", "all others");
  }

  @Test
  @Order(4)
  void aFindingLeadsToTheField() {
    desk.open(browser, DRAFT + "?rule=1");
    browser.await(By.cssSelector("#rule-2 .policy-remark"), "tagged north");
    focus(browser.await(By.cssSelector("#rule-2 .policy-there")));
    desk.keys(browser, Keys.ENTER);
    browser.await(By.cssSelector("#at-from-tags:focus"));
    desk.open(browser, DRAFT + "?rule=2");
    focus(browser.await(By.cssSelector("#rule-2 .policy-remark a")));
    desk.keys(browser, Keys.ENTER);
    browser.await(By.cssSelector("#at-from-tags:focus"));
    new Look(desk, browser).at(DRAFT + "?rule=2");
    Pictures.take(browser, "editor", ".policy-bar");
  }

  @Test
  @Order(5)
  void oneOrderIsTriedOnTheDraft() {
    desk.open(browser, DRAFT + "?rule=1");
    browser.await(By.id("try-order")).sendKeys("#7004");
    press("try:order");
    browser.await(By.cssSelector("#tried [role=status]"), "Rule “all others” decides");
    assertThat(browser.await(By.id("tried")).getText())
        .contains("as if nobody had worked on it yet", "“few” asks that the number of units is at most 2", "Berlin");
    retype("at-when-all-0-value", "9");
    browser.await(By.cssSelector("#tried [role=status]"), "Rule “few” decides");
    new Look(desk, browser).at(DRAFT + "?rule=1&order=%237004");
    Pictures.take(browser, "editor-tried", "#tried");
    desk.open(browser, "/console/routing/policies/1?order=nobody");
    browser.await(By.id("try-error"), "There is no order nobody");
  }

  @Test
  @Order(6)
  void aRuleIsGivenTimesAtWhichItDecides() {
    desk.open(browser, DRAFT + "?rule=3");
    retype("at-decide-at", "10:00, 14:00");
    press("save:rule");
    browser.await(By.id("at-decide-zone-error"), "A time zone such as Europe/Berlin is needed.");
    retype("at-decide-zone", "Europe/Berlin");
    press("save:rule");
    browser.await(By.cssSelector(".policy-rule .policy-words"), "Decide together at 10:00 and 14:00 in Europe/Berlin.");
    new Look(desk, browser).at(DRAFT + "?rule=3");
    Pictures.take(browser, "editor-times", "#decide");
  }

  private static List<String> names() {
    return browser.driver().findElements(By.cssSelector(".policy-card .policy-name")).stream()
        .map(WebElement::getText).toList();
  }

  /** What a browser tells a page while something is dragged; drivers differ in how far they do it themselves. */
  private static void drag(int from, int to) {
    browser.script(
        """
        const card = number => document.querySelector('[data-rule="' + number + '"]');
        const tell = (element, type, kind) =>
            element.dispatchEvent(new kind(type, {bubbles: true, cancelable: true}));
        const [from, to] = arguments;
        tell(card(from).querySelector('[data-handle]'), 'pointerdown', PointerEvent);
        if (!card(from).draggable) return;
        tell(card(from), 'dragstart', DragEvent);
        tell(card(to), 'dragover', DragEvent);
        tell(card(to), 'drop', DragEvent);
        tell(card(from) || document.body, 'dragend', DragEvent);
        """,
        from, to);
  }

  private static void retype(String id, String text) {
    focus(browser.await(By.id(id)));
    browser.script("document.activeElement.select()");
    desk.keys(browser, text);
  }

  private static void press(String deed) {
    focus(browser.await(By.cssSelector("button[value='" + deed + "']")));
    desk.keys(browser, Keys.ENTER);
  }

  private static void focus(WebElement element) {
    browser.script("arguments[0].focus()", element);
  }
}
