package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** What an operator does about lines that were sold and are not there, in a real browser. */
class OversoldJourney {

  private static final Instant NOW = new SystemTime().instant();

  @RegisterExtension
  static final Browser browser = new Browser();

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
    desk.sells("OV-1", "Lamp", 0, 0);
    desk.sells("OV-2", "Shade", 0, 0);
    desk.sells("OV-3", "Shade, white", 5, 0);
    desk.stored("PUT", "/api/v1/products/OV-2/substitutes", "{\"substitutes\":[\"OV-3\"]}");
    desk.sends(order(5801, 90).line("OV-1", "Lamp", 2, "9.90").json());
    desk.sends(order(5802, 80).line("OV-1", "Lamp", 1, "9.90").json());
    desk.sends(order(5803, 70).line("OV-2", "Shade", 1, "9.90").json());
    desk.settles();
  }

  @AfterAll
  static void close() {
    if (desk != null) {
      desk.close();
    }
  }

  @Test
  void promisesLinesForADayAndSendsSomethingElse() {
    browser.size(1280, 900);
    desk.signIn(browser, "mira");
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

  private static ShopOrder order(long id, int minutesAgo) {
    return new ShopOrder(id, NOW.minus(Duration.ofMinutes(minutesAgo)));
  }
}
