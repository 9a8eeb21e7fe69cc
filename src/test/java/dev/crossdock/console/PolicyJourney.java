package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Writing a routing policy: by keyboard alone, refused, by two people at once, and published. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyJourney {

  private static final String DRAFT = "/console/routing/policies/2";

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("AB-12", "Mug, blue", 40, 5);
  }

  @Test
  @Order(1)
  void aPolicyIsWrittenByKeyboardAlone() {
    desk.signIn(browser, "mira");
    desk.keys(browser, "g", "r");
    desk.arrives(browser, "Routing");
    desk.press(browser, "Policies");
    desk.arrives(browser, "Routing policies");
    desk.keys(browser, "c");
    desk.arrives(browser, "v2");
    desk.keys(browser, "c");
    browser.await(By.id("rule-heading"), "Rule 2");
    retype("at-name", "Shops of Germany");
    press("test:/when");
    choose("at-when-all-0-field", "the country it goes to");
    browser.await(By.cssSelector("#at-when-all-0-value[list=list-countries]"));
    retype("at-when-all-0-value", "DE");
    press("up:1");
    browser.await(By.id("rule-heading"), "Rule 1");
    browser.await(By.cssSelector(".policy-words"), "the country it goes to is DE");
    browser.await(By.id("changes-heading"));
    assertThat(browser.await(By.cssSelector(".policy-changes")).getText()).contains("Shops of Germany");
    new Look(desk, browser).at(DRAFT + "?rule=1");
  }

  @Test
  @Order(2)
  void whatIsWrongIsToldBesideItAndStays() {
    desk.open(browser, DRAFT + "?rule=1");
    press("expression:/when");
    retype("at-when-all-1-expression", "units > 3 && nowhere == 1");
    press("save:rule");
    browser.await(By.cssSelector("#at-when-all-1-expression-error"), "1:14");
    browser.await(By.cssSelector(".policy-mark mark"), "nowhere");
    browser.consoleErrors();
    assertThat(browser.await(By.id("at-when-all-1-expression")).getDomProperty("value")).contains("nowhere == 1");
    new Look(desk, browser).at(DRAFT + "?rule=1");
    Pictures.take(browser, "policy-wrong", ".policy-mark");
    desk.open(browser, DRAFT + "/publish");
    desk.press(browser, "Publish v2");
    browser.await(By.cssSelector(".note"), "Not published");
    desk.open(browser, DRAFT + "?rule=1");
    press("remove:/when/all/1");
    browser.await(By.cssSelector(".policy-words"), "the country it goes to is DE");
  }

  @Test
  @Order(3)
  void theSecondOfTwoPeopleIsToldAndLosesNothing() {
    desk.open(browser, DRAFT + "?rule=1");
    WebElement comment = browser.await(By.id("comment"));
    comment.sendKeys("Mine");
    desk.sql().sql("update routing_policy set revision = revision + 1 where version = 2").update();
    press("save:all");
    browser.await(By.id("mistake"), "Somebody else changed this draft meanwhile");
    assertThat(browser.await(By.id("comment")).getDomProperty("value")).isEqualTo("Mine");
    desk.press(browser, "Save over it");
    browser.await(By.cssSelector(".policy-saved"));
    assertThat(browser.await(By.id("comment")).getDomProperty("value")).isEqualTo("Mine");
    Pictures.take(browser, "policy", ".policy-bar");
  }

  @Test
  @Order(4)
  void whatWasWrittenDecides() {
    desk.open(browser, DRAFT);
    desk.keys(browser, "p");
    desk.arrives(browser, "Publish v2");
    browser.consoleErrors();
    new Look(desk, browser).at(DRAFT + "/publish");
    Pictures.take(browser, "policy-publish", ".policy-bar");
    desk.press(browser, "Publish v2");
    desk.told(browser, "v2 published: it is active now");
    new Look(desk, browser).at("/console/routing/policies");
    browser.screenshot("policy-versions");
    desk.open(browser, "/console/routing/policies/1");
    browser.await(By.name("reason")).sendKeys("it was better");
    desk.press(browser, "Roll back to v1");
    desk.told(browser, "Rolled back: v3 decides");
  }

  /** Goes to a field by its label's focus, and types. */
  private static void retype(String id, String text) {
    focus(browser.await(By.id(id)));
    browser.script("document.activeElement.select()");
    desk.keys(browser, text);
  }

  private static void choose(String id, String words) {
    WebElement list = browser.await(By.id(id));
    focus(list);
    new Select(list).selectByVisibleText(words);
  }

  private static void press(String deed) {
    focus(browser.await(By.cssSelector("button[value='" + deed + "']")));
    desk.keys(browser, Keys.ENTER);
  }

  private static void focus(WebElement element) {
    browser.script("arguments[0].focus()", element);
  }
}
