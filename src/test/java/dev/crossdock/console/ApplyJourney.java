package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** A version is looked at on orders not yet released, and applied to them, by somebody at the console. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApplyJourney {

  private static final Instant NOW = new SystemTime().instant();
  private static final String POLICY = "/console/routing/policies/2";
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
    desk.sells("AB-12", "Mug, blue", 40, 40);
    desk.stored("PUT", "/api/v1/network/rate-cards", CARDS.formatted("4.90", "BER"));
    desk.stored("PUT", "/api/v1/network/rate-cards", CARDS.replace("\"de\"", "\"nrw\"").formatted("6.20", "CGN"));
    for (int n = 1; n <= 4; n++) {
      desk.sends(new ShopOrder(7700 + n, NOW.minus(Duration.ofMinutes(20 + n))).buyer("Ada", "No " + n)
          .status("pending").line("AB-12", "Mug, blue", n, "12.50").json());
    }
    desk.settles();
    desk.stored("POST", "/api/v1/routing/policies", COLOGNE);
  }

  @Test
  @Order(1)
  void aDraftIsPreviewedAndThePreviewCancelled() {
    browser.size(1280, 900);
    desk.signIn(browser, "mira");
    desk.open(browser, "/console/routing/apply");
    browser.await(By.cssSelector(".block"), "No version was applied yet");

    sleeps(true);
    desk.open(browser, POLICY);
    desk.press(browser, "Preview on 4 orders not yet released");
    desk.arrives(browser, "Preview of v2 on orders not yet released");
    browser.await(By.cssSelector(".backtest-progress"), "0 of 4 orders");
    new Look(desk, browser).at(path());
    Pictures.take(browser, "apply-going", "h1");
    desk.press(browser, "Cancel the rest");
    desk.told(browser, "Cancelled");
    sleeps(false);
  }

  @Test
  @Order(2)
  void whatThePreviewShowsIsAppliedByKeyboard() {
    Look look = new Look(desk, browser);
    desk.stored("POST", "/api/v1/routing/policies/2/activate", "{}");
    desk.settles();
    desk.open(browser, POLICY);
    desk.press(browser, "Apply to 4 orders not yet released…");
    desk.arrives(browser, "Preview of v2 on orders not yet released");
    browser.await(By.cssSelector(".backtest-bar"), "Done");
    assertThat(browser.await(By.id("apply")).getText())
        .contains("4 AB-12 from BER to CGN").contains("19.60 EUR").contains("24.80 EUR").contains("+5.20 EUR");
    assertThat(placed("CGN")).isZero();
    look.at(path());
    Pictures.take(browser, "apply-preview", "h1");

    desk.open(browser, path());
    desk.keys(browser, "a");
    browser.await(By.cssSelector("h1"), "v2 on orders not yet released");
    desk.told(browser, "v2 is applied to 4 orders");
    browser.await(By.cssSelector(".backtest-bar"), "Done");
    assertThat(browser.await(By.id("apply-changed")).getText()).contains("4");
    assertThat(placed("CGN")).isEqualTo(10);
    look.at(path());
    Pictures.take(browser, "apply-done", "h1");
    desk.keys(browser, "u");
    desk.arrives(browser, "Versions applied to orders");
    look.at("/console/routing/apply");
    look.at(POLICY);
    Pictures.take(browser, "apply-policy", "h1");
  }

  /** Whether whoever applies versions is kept from his work. */
  private static void sleeps(boolean asleep) {
    String from = asleep ? "+ interval '1 day'" : "- interval '1 day'";
    int changed = 0;
    while (changed == 0) {
      changed = desk.sql().sql("update scheduled_tasks set execution_time = execution_time " + from
          + " where task_name = 'routing-apply' and not picked").update();
    }
  }

  private static long placed(String location) {
    return desk.sql().sql("select reserved from stock_level where sku = 'AB-12' and location = :location")
        .param("location", location).query(Long.class).single();
  }

  private static String path() {
    return URI.create(String.valueOf(browser.driver().getCurrentUrl())).getPath();
  }
}
