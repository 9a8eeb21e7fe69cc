package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import dev.crossdock.testing.Installation.Reply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** Versions that are tried on live orders, looked at by somebody who knows the keys. */
class LiveJourney {

  private static final Instant NOW = new SystemTime().instant();
  private static final String WEST =
      """
      {"policy":{"name":"Cologne first","rules":[{"name":"from Cologne","from":{"codes":["CGN"]},
        "otherwise":{"do":"backorder","shipRest":true}}]}}
      """;

  @RegisterExtension
  static final Browser browser = new Browser();

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
    desk.sells("AB-12", "Mug, blue", 40, 3);
  }

  @AfterAll
  static void close() {
    if (desk != null) {
      desk.close();
    }
  }

  @Test
  void whatAShadowWouldHaveDoneDifferentlyIsSeen() {
    browser.size(1280, 900);
    desk.signIn(browser, "mira");
    Look look = new Look(desk, browser);
    look.at("/console/routing/live");
    Reply draft = desk.stored("POST", "/api/v1/routing/policies", WEST);
    String version = draft.at("/version");
    desk.stored("POST", "/api/v1/routing/policies/" + version + "/shadow", "{}");
    desk.sends(new ShopOrder(95101, NOW.minus(Duration.ofMinutes(9))).line("AB-12", "Mug, blue", 2, "12.50").json());
    desk.sends(new ShopOrder(95102, NOW.minus(Duration.ofMinutes(5))).buyer("Bo", "Ek")
        .line("AB-12", "Mug, blue", 5, "12.50").json());
    desk.settles();

    desk.keys(browser, "g", "r");
    desk.arrives(browser, "Routing");
    desk.press(browser, "On live orders");
    desk.arrives(browser, "Tried on live orders");
    assertThat(browser.await(By.cssSelector("table.grid")).getText()).contains("2 decisions, 2 of them different");
    look.at("/console/routing/live");
    desk.press(browser, "v" + version);
    desk.arrives(browser, "beside live orders");
    assertThat(browser.await(By.cssSelector("main")).getText()).contains("2 AB-12 from BER to CGN");
    look.at("/console/routing/live/" + version);
    Pictures.take(browser, "shadow", "main");
    desk.keys(browser, "u");
    desk.arrives(browser, "Tried on live orders");

    desk.stored("POST", "/api/v1/routing/policies/" + version + "/canary", "{\"percent\":99}");
    desk.sends(new ShopOrder(95103, NOW.minus(Duration.ofMinutes(3))).buyer("Ci", "Wu")
        .line("AB-12", "Mug, blue", 1, "12.50").json());
    desk.settles();
    desk.open(browser, "/console/routing/live");
    assertThat(browser.await(By.id("canary-orders")).getText()).contains("1");
    look.at("/console/routing/live");
    Pictures.take(browser, "canary", "main");
  }
}
