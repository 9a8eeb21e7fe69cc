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
import org.openqa.selenium.support.ui.Select;

/** Finding "all orders that left one place because another was at capacity". */
class DecisionSearchJourney {

  private static final Instant NOW = new SystemTime().instant();

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("AB-12", "Mug, blue", 40, 20);
    desk.house().put("/api/v1/network/profiles/BER", "{\"capacity\":{\"perDay\":1}}");
    desk.stored("POST", "/api/v1/routing/policies", """
        {"policy": {"name": "web", "rules": [
          {"name": "nearest", "filters": [{"type": "capacity"}], "otherwise": {"do": "backorder"}}]}}
        """);
    desk.stored("POST", "/api/v1/routing/policies/2/activate",
        "{\"overrideBy\": \"Mira\", \"overrideReason\": \"there is no past yet to try it on\"}");
    for (int n = 1; n <= 3; n++) {
      desk.sends(new ShopOrder(8000 + n, NOW.minus(Duration.ofMinutes(30 - n))).buyer("Ada", "Lovelace")
          .line("AB-12", "Mug, blue", 1, "12.50").json());
      desk.settles();
    }
  }

  @Test
  void findsOrdersThatLeftOnePlaceBecauseAnotherWasAtCapacity() {
    desk.signIn(browser, "mira");
    desk.open(browser, "/console/routing/decisions");
    browser.await(By.cssSelector("main table"), "#8001");
    choose("location", "Köln");
    choose("lost", "Berlin");
    choose("because", "Has capacity");
    desk.press(browser, "Find");
    browser.await(
        By.cssSelector(".page-head"), "Orders that left Köln because Berlin was kept out by “Has capacity”");
    String found = browser.await(By.cssSelector("main table")).getText();
    assertThat(found).contains("#8002", "#8003").doesNotContain("#8001");
    Pictures.take(browser, "decisions-found", "h1");
    choose("lost", "Köln");
    desk.press(browser, "Find");
    browser.await(By.cssSelector("main"), "No decision matches");
  }

  private static void choose(String name, String words) {
    new Select(browser.await(By.cssSelector("select[name=" + name + "]"))).selectByVisibleText(words);
  }
}
