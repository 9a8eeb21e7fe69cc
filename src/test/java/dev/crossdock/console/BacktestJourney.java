package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A policy is guarded, tried on the orders of the past, looked at, and let pass by somebody who answers for it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BacktestJourney {

  private static final Instant NOW = new SystemTime().instant();
  private static final String BACKTESTS = "/console/routing/backtests";
  private static final String RAILS = "/console/routing/guard-rails";
  private static final String PUBLISH = "/console/routing/policies/2/publish";
  private static final String COLOGNE =
      "{\"policy\":{\"name\":\"Cologne first\",\"rules\":[{\"name\":\"Cologne\",\"from\":{\"codes\":[\"CGN\"]},"
          + "\"otherwise\":{\"do\":\"backorder\"}}]}}";
  private static final String CARDS =
      """
      [{"code":"de","carrier":"Post","service":"Parcel","currency":"EUR","from":{"locations":["%2$s"]},"steps":[30000],
        "zones":[{"zone":"Germany","countries":["DE"],"transitDays":2,"prices":["%1$s"]}]}]
      """;

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("AB-12", "Mug, blue", 40, 3);
    desk.stored("PUT", "/api/v1/network/rate-cards", CARDS.formatted("4.90", "BER"));
    desk.stored("PUT", "/api/v1/network/rate-cards", CARDS.replace("\"de\"", "\"nrw\"").formatted("6.20", "CGN"));
    for (int n = 1; n <= 6; n++) {
      desk.sends(new ShopOrder(7000 + n, NOW.minus(Duration.ofMinutes(20 + n))).buyer("Ada", "No " + n)
          .line("AB-12", "Mug, blue", 1, "12.0" + n).json());
    }
    desk.settles();
    desk.stored("POST", "/api/v1/routing/policies", COLOGNE);
  }

  @Test
  @Order(1)
  void guardRailsAreSetAndMistakesToldBesideThem() {
    desk.signIn(browser, "mira");
    desk.open(browser, BACKTESTS);
    browser.await(By.cssSelector(".block"), "Nothing was tried yet");
    desk.press(browser, "Guard-rails");
    desk.arrives(browser, "Guard-rails");
    retype("cost", "a lot");
    desk.press(browser, "Save");
    browser.await(By.id("cost-error"), "Give a number from 0 to 1000.");
    browser.consoleErrors();
    retype("cost", "3,5");
    new Select(browser.await(By.id("needed"))).selectByValue("ALWAYS");
    desk.press(browser, "Save");
    desk.told(browser, "Guard-rails saved");
    assertThat(browser.await(By.id("cost")).getDomProperty("value")).isEqualTo("3.5");
    new Look(desk, browser).at(RAILS);
    Pictures.take(browser, "guard-rails", "h1");
  }

  @Test
  @Order(2)
  void whatWasNotTriedIsGuardedAndTriedFromThere() {
    desk.open(browser, PUBLISH);
    desk.press(browser, "Publish v2");
    browser.await(By.cssSelector(".role-warning"), "It was not tried on the orders of the past yet.");
    browser.consoleErrors();
    Pictures.take(browser, "backtest-guarded", ".role-warning");
    new Select(browser.await(By.id("days"))).selectByValue("7");
    desk.press(browser, "Try it on them");
    desk.arrives(browser, "Backtest of Cologne first@2");
    browser.await(By.cssSelector(".backtest-chart"));
    WebElement report = browser.await(By.id("backtest"));
    assertThat(report.getText())
        .contains("Cologne first@2 was tried on 6 orders against default. It breaks guard-rails.")
        .contains("Cost per order in EUR would rise from 4.90 to 6.20.")
        .contains("Units without a place would rise from 0.00 % to 50.00 %.")
        .contains("6 of 6 orders went, or would have gone, different ways.");
    assertThat(browser.await(By.cssSelector("#different th a")).getDomAttribute("href")).contains("/console/orders/");
    new Look(desk, browser).at(path());
    Pictures.take(browser, "backtest", "h1");
    Pictures.take(browser, "backtest-charts", ".backtest-chart");
    Pictures.take(browser, "backtest-orders", "#different");
  }

  @Test
  @Order(3)
  void aNamedPersonLetsItPass() {
    desk.open(browser, path());
    desk.keys(browser, "p");
    desk.arrives(browser, "Publish v2");
    browser.await(By.id("try-heading"));
    assertThat(browser.await(By.cssSelector("main")).getText()).contains("Tried on 6 orders");
    desk.press(browser, "Publish v2");
    browser.await(By.cssSelector(".role-warning"), "Units without a place would rise by 50.00 points");
    browser.consoleErrors();
    browser.await(By.id("reason")).sendKeys("Berlin moves house");
    desk.press(browser, "Publish v2");
    desk.told(browser, "v2 published: it is active now");
    assertThat(desk.sql().sql("select overridden_by || ': ' || override_reason from routing_policy where version = 2")
        .query(String.class).single()).endsWith(": Berlin moves house");
  }

  @Test
  @Order(4)
  void theListIsReachedByKeyboardAndShowsWhatCameOfEach() {
    desk.open(browser, "/console/routing");
    desk.press(browser, "Backtests");
    desk.arrives(browser, "Backtests");
    desk.keys(browser, "c");
    desk.arrives(browser, "Backtest of");
    browser.await(By.cssSelector(".backtest-chart"));
    desk.keys(browser, "u");
    desk.arrives(browser, "Backtests");
    assertThat(browser.await(By.id("backtests")).getText()).contains("Done").contains("broken");
    new Look(desk, browser).at(BACKTESTS);
    Pictures.take(browser, "backtests", "h1");
    desk.open(browser, BACKTESTS + "/0199a1b2-c3d4-7000-8000-000000000000");
    browser.await(By.cssSelector(".block"), "There is no such backtest");
    browser.consoleErrors();
  }

  private static String path() {
    return BACKTESTS + "/" + desk.sql().sql("select id from routing_backtest order by id limit 1")
        .query(UUID.class).single();
  }

  private static void retype(String id, String text) {
    WebElement field = browser.await(By.id(id));
    field.clear();
    field.sendKeys(text);
  }
}
