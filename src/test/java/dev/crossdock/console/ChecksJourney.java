package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** Whether everything adds up, as the running server tells it. */
class ChecksJourney {

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("AB-12", "Mug, blue", 40, 5);
  }

  @Test
  void provesItOnDemandAndShowsWhatIsWrong() {
    browser.size(1280, 900);
    desk.signIn(browser, "mira");
    Look look = new Look(desk, browser);
    look.at("/console/checks");
    browser.size(1280, 900);
    desk.open(browser, "/console/orders");
    desk.keys(browser, "g", "k");
    desk.arrives(browser, "Checks");
    desk.press(browser, "Check everything now");
    desk.told(browser, "Checks set going");
    browser.await(By.cssSelector(".note"), "Everything adds up.");

    desk.sql().sql("update stock_level set on_hand = on_hand + 1 where sku = 'AB-12' and location = 'BER'").update();
    desk.open(browser, "/console/checks");
    desk.press(browser, "Check everything now");
    browser.await(By.cssSelector(".note"), "1 violation.");
    browser.await(By.cssSelector("main"), "the level says on hand is 41, the ledger says 40");
    browser.screenshot("checks");
    look.at("/console/checks");

    assertThat(desk.house().get("/metrics").text())
        .contains("crossdock_checks_violations", "crossdock_checks_age_seconds");
    assertThat(desk.house().get("/api/v1/checks").at("/items/0/violations")).isEqualTo("1");
    String run = desk.house().get("/api/v1/checks").at("/items/0/id");
    assertThat(desk.house().get("/api/v1/checks/" + run).at("/found/0/invariant")).isEqualTo("stock.ledger-on-hand");
  }
}
