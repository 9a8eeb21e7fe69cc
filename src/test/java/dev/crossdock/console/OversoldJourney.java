package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What an operator does about lines that were sold and are not there, in a real browser. */
class OversoldJourney {

  private static final Instant NOW = new SystemTime().instant();

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("OV-1", "Lamp", 0, 0);
    desk.sells("OV-2", "Shade", 0, 0);
    desk.sells("OV-3", "Shade, white", 5, 0);
    desk.stored("PUT", "/api/v1/products/OV-2/substitutes", "{\"substitutes\":[\"OV-3\"]}");
    desk.sends(order(5801, 90).line("OV-1", "Lamp", 2, "9.90").json());
    desk.sends(order(5802, 80).line("OV-1", "Lamp", 1, "9.90").json());
    desk.sends(order(5803, 70).line("OV-2", "Shade", 1, "9.90").json());
    desk.settles();
  }

  @BeforeEach
  void signedIn() {
    browser.size(1280, 900);
    browser.driver().manage().deleteAllCookies();
    desk.signIn(browser, "mira");
  }

  @Test
  void promisesLinesForADayAndSendsSomethingElse() {
    desk.open(browser, "/console/exceptions?group=oversold%3AOV-1");
    browser.await(By.id("remedy"), "Cancel 2");
    browser.await(By.id("day")).sendKeys("2099-01-15");
    desk.press(browser, "Promise them");
    desk.told(browser, "2 lines promised for 2099-01-15");

    desk.open(browser, "/console/exceptions?group=oversold%3AOV-2");
    browser.await(By.id("remedy"), "Send OV-3 instead; 5 of it are there.");
    desk.press(browser, "Send it instead");
    desk.told(browser, "Done for order");
    desk.open(browser, "/console/exceptions");
    assertThat(browser.await(By.cssSelector("main")).getText()).doesNotContain("OV-2");
  }

  @Test
  void requestsATransferAndTheOrderGoesOnWhenItArrives() {
    desk.stored("POST", "/api/v1/locations",
        "{\"code\":\"FBA\",\"name\":\"Amazon, Leipzig\",\"kind\":\"MARKETPLACE\",\"address\":{\"country\":\"DE\"}}");
    desk.sells("OV-4", "Candle", 0, 0);
    desk.stored("PUT", "/api/v1/stock", "[{\"sku\":\"OV-4\",\"location\":\"FBA\",\"onHand\":7}]");
    desk.sends(order(5804, 60).line("OV-4", "Candle", 2, "9.90").json());
    desk.settles();
    look("transfer", "/console/exceptions?group=oversold%3AOV-4");
    browser.await(By.id("remedy"), "Transfer 2 of 7 from Amazon, Leipzig, which ships only for its marketplace, to");
    browser.await(By.name("to")).sendKeys("K\u00f6ln");
    browser.await(By.cssSelector(".offer input[name=day]")).clear();
    browser.await(By.cssSelector(".offer input[name=day]")).sendKeys("soon");
    desk.press(browser, "Request the transfer");
    desk.told(browser, "Nothing was changed: Write the day as 2027-01-15.");
    browser.await(By.name("to")).sendKeys("K\u00f6ln");
    desk.press(browser, "Request the transfer");
    desk.told(browser, "waits for it until");

    String order = "/console/orders/" + desk.orderId("#5804");
    look("awaits", order);
    browser.await(By.cssSelector(".note"), "from Amazon, Leipzig to K\u00f6ln, requested, expected");
    desk.press(browser, "Show the transfer");
    desk.arrives(browser, "TR-");
    String transfer = browser.driver().getCurrentUrl().replaceFirst(".*/", "");
    desk.stored("POST", "/api/v1/transfers/" + transfer + "/ship", "{}");
    desk.stored("POST", "/api/v1/transfers/" + transfer + "/receipts",
        "{\"reference\":\"DN-1\",\"lines\":[{\"line\":1,\"units\":2}]}");
    desk.settles();
    desk.open(browser, order);
    browser.await(By.id("work"), "K\u00f6ln");
  }

  @Test
  void raisesAPriorityAndTakesUnitsOfAnotherOrder() {
    desk.sells("OV-5", "Vase", 1, 0);
    desk.sends(order(5805, 50).line("OV-5", "Vase", 1, "9.90").status("pending").json());
    desk.settles();
    desk.sends(order(5806, 40).buyer("Grace", "Hopper").line("OV-5", "Vase", 1, "9.90").json());
    desk.settles();
    String winner = "/console/orders/" + desk.orderId("#5806");
    look("priority", winner + "#priority");
    browser.await(By.name("priority")).clear();
    browser.await(By.name("priority")).sendKeys("1001");
    browser.await(By.cssSelector("#priority input[name=reason]")).sendKeys("promised by phone", Keys.ENTER);
    desk.told(browser, "Nothing was changed: the priority is a whole number");
    browser.await(By.name("priority")).clear();
    browser.await(By.name("priority")).sendKeys("10");
    browser.await(By.cssSelector("#priority input[name=reason]")).sendKeys("promised by phone", Keys.ENTER);
    desk.told(browser, "Priority 10");
    browser.await(By.id("timeline"), "set the priority to 10: promised by phone");
    browser.await(By.cssSelector(".order-priority summary"), "Priority 10: before others");

    desk.open(browser, "/console/exceptions?group=oversold%3AOV-5");
    browser.await(By.id("remedy"), "which has priority 0 and is not released");
    desk.press(browser, "Take them");
    desk.told(browser, "Done for order");
    desk.open(browser, winner);
    browser.await(By.id("work"), "Berlin");
    browser.await(By.id("timeline"), "1 unit of order");
    desk.open(browser, "/console/orders/" + desk.orderId("#5805"));
    browser.await(By.id("timeline"), "lost their place at Berlin to order");
  }

  @Test
  void shipsFromWhereTheRulesDoNotAndCancelsInTime() {
    desk.sells("OV-6", "Bowl", 0, 0);
    desk.sends(order(5807, 30).line("OV-6", "Bowl", 1, "9.90").json());
    desk.settles();
    desk.stored("POST", "/api/v1/orders/" + desk.orderId("#5807") + "/pin",
        "{\"locations\":[\"CGN\"],\"reason\":\"from K\u00f6ln only\"}");
    desk.stored("PUT", "/api/v1/stock", "[{\"sku\":\"OV-6\",\"location\":\"BER\",\"onHand\":1}]");
    desk.settles();
    desk.open(browser, "/console/exceptions?group=oversold%3AOV-6");
    browser.await(By.id("remedy"), "Berlin has 1, and the rules send none of it to this order.");
    desk.press(browser, "Ship it from there");
    desk.told(browser, "ships from BER");
    desk.open(browser, "/console/orders/" + desk.orderId("#5807"));
    browser.await(By.id("work"), "Berlin");

    desk.sends(order(5808, 20).line("OV-6", "Bowl", 1, "9.90").json());
    desk.settles();
    desk.open(browser, "/console/exceptions?group=oversold%3AOV-6");
    browser.await(By.id("remedy"), "Cancel 1");
    desk.press(browser, "Cancel");
    desk.told(browser, "Done for order");
    desk.open(browser, "/console/exceptions");
    assertThat(browser.await(By.cssSelector("main")).getText()).doesNotContain("OV-6");
  }

  /** Pictures for those who look, and what holds at each width in each theme. */
  private static void look(String name, String path) {
    new Look(desk, browser).at(path);
    desk.open(browser, path);
    browser.screenshot("oversold-" + name);
  }

  private static ShopOrder order(long id, int minutesAgo) {
    return new ShopOrder(id, NOW.minus(Duration.ofMinutes(minutesAgo)));
  }
}
