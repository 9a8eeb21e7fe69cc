package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.routing.tryout.Canaries;
import dev.crossdock.testing.Browser;
import dev.crossdock.testing.Installation.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
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

  /** So many that of a half there are surely enough. */
  private static final int ORDERS = 24;

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("AB-12", "Mug, blue", 40, 3);
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
  }

  @Test
  void aCanaryStartsWithLimitsIsWatchedAndFallsBack() {
    browser.size(1280, 900);
    desk.signIn(browser, "mira");
    desk.house().put("/api/v1/stock", "[{\"sku\":\"AB-12\",\"location\":\"CGN\",\"onHand\":400},"
        + "{\"sku\":\"AB-12\",\"location\":\"BER\",\"onHand\":400}]");
    String version = desk.stored("POST", "/api/v1/routing/policies", WEST).at("/version");
    publishesAPart(version);
    assertThat(desk.house().get("/api/v1/routing/canary-limits").text())
        .isEqualTo("{\"ordersLeast\":3,\"rejectedPointsMore\":2.5,\"latePointsMore\":4.0}");

    ordersComeAndItsOwnAreTurnedDown(version);
    desk.open(browser, "/console/routing/live");
    browser.await(By.id("canary-rejected"), "100.0 %");
    browser.await(By.cssSelector("main"), "3 orders or more and locations turn down 2.5 points more");
    assertThat(browser.await(By.id("canary-orders")).getText()).doesNotContain(" 0");
    new Look(desk, browser).at("/console/routing/live");
    Pictures.take(browser, "canary", "main");

    desk.house().part(Door.class).write(Merchant.MAIN, Cause.of(Actor.system("canary-watch"), "test", new UUID(7, 9)),
        tx -> {
          desk.house().part(Canaries.class).look(tx);
          return 0;
        });
    desk.open(browser, "/console/exceptions");
    browser.await(By.cssSelector("main"), "Version " + version + " of the routing policy no longer decides");
    browser.screenshot("canary-fell-back");
    desk.open(browser, "/console/routing/live");
    browser.await(By.cssSelector("main"), "No version decides for a part of the orders");
  }

  private static void publishesAPart(String version) {
    desk.open(browser, "/console/routing/policies/" + version + "/publish");
    assertThat(browser.driver().findElement(By.id("percent")).isDisplayed()).isFalse();
    desk.click(browser, "input[value=part]");
    type("percent", "none");
    desk.press(browser, "Publish v" + version);
    browser.await(By.cssSelector(".mistakes"), "Give a whole number from 1 to 99.");
    assertThat(browser.consoleErrors()).allMatch(error -> error.contains("422"));
    Pictures.take(browser, "canary-form", ".policy-part");
    type("percent", "50");
    type("ordersLeast", "3");
    type("rejectedMore", "2,5");
    type("lateMore", "4");
    desk.press(browser, "Publish v" + version);
    desk.told(browser, "v" + version + " published: it is canary now");
  }

  private static void ordersComeAndItsOwnAreTurnedDown(String version) {
    for (int n = 0; n < ORDERS; n++) {
      desk.sends(new ShopOrder(95200 + n, NOW.minus(Duration.ofMinutes(3))).buyer("C" + n, "Wu")
          .line("AB-12", "Mug, blue", 1, "12.50").json());
    }
    desk.settles();
    for (String order : desk.sql().sql("""
        select p.order_id from routing_canary_order p where p.version = :version and p.mine
        """).param("version", Integer.valueOf(version)).query(String.class).list()) {
      desk.stored("POST", "/api/v1/orders/" + order + "/reject", "{\"location\":\"CGN\",\"reason\":\"no hands\"}");
    }
  }

  private static void type(String field, String text) {
    browser.await(By.id(field)).clear();
    browser.await(By.id(field)).sendKeys(text);
  }
}
