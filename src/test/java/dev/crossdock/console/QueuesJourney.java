package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** Orders that wait for a place, and why: each queue is looked at and worked, and a location turns orders down. */
class QueuesJourney {

  private static final Instant NOW = new SystemTime().instant();
  private static final String NIGHT = """
      {"name":"at night","when":{"field":"tags","op":"contains any","value":["night"]},
        "decide":{"every":"PT24H"},"otherwise":{"do":"backorder","shipRest":true}},
      """;
  private static final String STORES = """
      {"name":"stores alone","when":{"field":"tags","op":"contains any","value":["store"]},
        "from":{"kinds":["STORE"]},"otherwise":{"do":"backorder","shipRest":true}},
      """;
  private static final String OTHERS = """
      {"name":"all others","otherwise":{"do":"backorder","shipRest":true}}
      """;

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("AB-12", "Mug, blue", 40, 5);
    desk.sells("CD-7", "Kettle, steel", 0, 3);
    desk.sells("EF-1", "Filter papers", 0, 0);
    desk.sells("GH-3", "Mug, next year's", 0, 0);
    desk.stored("POST", "/api/v1/backorder-authorisations",
        "{\"sku\":\"GH-3\",\"kind\":\"PREORDER\",\"units\":10,\"releaseOn\":\"2099-01-15\"}");
    decides(NIGHT + STORES + OTHERS);
    desk.sends(order(9401).line("EF-1", "Filter papers", 2, "7.00").json());
    desk.sends(order(9402).line("GH-3", "Mug, next year's", 1, "15.00").json());
    desk.sends(order(9403).tags("store").line("AB-12", "Mug, blue", 1, "12.50").json());
    desk.sends(order(9404).tags("night").line("AB-12", "Mug, blue", 1, "12.50").json());
    desk.sends(order(9405).line("CD-7", "Kettle, steel", 3, "30.00").json());
    desk.sends(order(9406).line("AB-12", "Mug, blue", 2, "12.50").json());
    desk.settles();
  }

  @Test
  void aLocationTurnsAnOrderDownAndTheRestOfTheHouseTakesIt() {
    desk.signIn(browser, "mira");
    String order = "/console/orders/" + desk.orderId("#9406");
    desk.open(browser, order);
    browser.await(By.cssSelector(".decision-sentence"), "Berlin");
    browser.await(By.cssSelector(".decision-candidates"), "Köln");
    assertThat(browser.driver().findElements(By.cssSelector(".decision-candidates tbody tr td:last-child")))
        .as("the smallest change that would have made another win").anyMatch(cell -> !cell.getText().isBlank());

    turnDown("BER", "nobody to pack", "3");

    browser.await(By.cssSelector(".decision-sentence"), "Köln");
    browser.await(By.cssSelector(".decision-candidates"), "turned this order down");
    assertThat(browser.await(By.cssSelector("main")).getText()).contains("turned down by BER: nobody to pack");
    new Look(desk, browser).at(order);
    browser.screenshot("turned-down");
  }

  @Test
  void eachQueueSaysWhyItsOrdersWaitAndIsWorked() {
    desk.signIn(browser, "mira");
    desk.open(browser, "/console/orders/" + desk.orderId("#9405"));
    turnDown("CGN", "broken lamp", "30");
    desk.settles();

    desk.keys(browser, "g", "r");
    desk.arrives(browser, "Routing");
    row("9401", "Backordered");
    row("9402", "Pre-order");
    row("9403", "Unroutable");
    row("9404", "To route");
    row("9404", "will be decided at");
    row("9405", "Rejected");
    Look look = new Look(desk, browser);
    look.at("/console/routing");
    for (String state : new String[] {"TO_ROUTE", "REJECTED", "UNROUTABLE", "BACKORDER", "PREORDER"}) {
      desk.open(browser, "/console/routing?state=" + state);
      browser.await(By.cssSelector("main tbody tr"));
      assertThat(browser.driver().findElements(By.cssSelector("main tbody tr"))).as(state).hasSize(1);
    }
    desk.open(browser, "/console/routing?state=TO_ROUTE");
    assertThat(browser.driver().findElements(By.cssSelector(".queues-again"))).as("it waits for its time").isEmpty();
    Pictures.take(browser, "queue-later", "h1");

    desk.open(browser, "/console/routing?state=BACKORDER");
    desk.keys(browser, "a");
    desk.told(browser, "Routed 1 order again: no more has a place than before");
    browser.await(By.cssSelector("main tbody"), "9401");
    desk.open(browser, "/console/routing?state=UNROUTABLE");
    // The new policy may place the order before the button does: who looks at the page is told the same.
    decides(NIGHT + OTHERS);
    desk.press(browser, "Route 1 order again");
    desk.told(browser, "Routed 1 order again: 1 has a place now");
    browser.await(By.cssSelector("main"), "Every unit has a place");
    desk.open(browser, "/console/orders/" + desk.orderId("#9403"));
    browser.await(By.cssSelector(".decision-sentence"), "Berlin");
  }

  @Test
  void whenAnOrderIsDecidedLaterItIsToldInThePersonsZone() {
    desk.signIn(browser, "mira");
    desk.open(browser, "/console/orders/" + desk.orderId("#9404"));
    String told = browser.await(By.cssSelector(".decision-sentence"), "It is decided at").getText();
    assertThat(told)
        .matches("(?s)It is decided at [A-Z][a-z]{2,4} .*[0-2]\\d:[0-5]\\d, with others.*")
        .doesNotContain("Z,");
  }

  private static void decides(String rules) {
    String policy = "{\"policy\":{\"name\":\"queues\",\"rules\":[" + rules + "]}}";
    String version = desk.stored("POST", "/api/v1/routing/policies", policy).at("/version");
    desk.stored("POST", "/api/v1/routing/policies/" + version + "/activate", "{}");
  }

  private static void turnDown(String location, String reason, String days) {
    desk.click(browser, "#steer summary");
    browser.await(By.cssSelector("#steer form[action$=reject] option[value=" + location + "]")).click();
    browser.await(By.cssSelector("#steer form[action$=reject] input[name=days]")).clear();
    browser.await(By.cssSelector("#steer form[action$=reject] input[name=days]")).sendKeys(days);
    browser.await(By.cssSelector("#steer form[action$=reject] input[name=reason]")).sendKeys(reason);
    desk.press(browser, "Leave it out");
    desk.told(browser, location + " left out, order routed again");
  }

  private static void row(String order, String words) {
    browser.await(By.xpath("//main//tbody/tr[contains(., '" + order + "')]"), words);
  }

  private static ShopOrder order(long id) {
    return new ShopOrder(id, NOW.minus(Duration.ofMinutes(20))).buyer("B" + id, "Ek");
  }
}
