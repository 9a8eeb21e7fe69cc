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

/** Reading why an order ships from where it ships. */
class DecisionJourney {

  private static final Instant NOW = new SystemTime().instant();

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.stored("POST", "/api/v1/locations", """
        [{"code":"NYC","name":"New York","kind":"WAREHOUSE","address":{"country":"US"},"geo":{"lat":40.7,"lon":-74.0}},
         {"code":"TYO","name":"Tokyo","kind":"WAREHOUSE","address":{"country":"JP"},"geo":{"lat":35.7,"lon":139.7}},
         {"code":"SYD","name":"Sydney","kind":"WAREHOUSE","address":{"country":"AU"},"geo":{"lat":-33.9,"lon":151.2}},
         {"code":"GAR","name":"Garage","kind":"STORE","address":{"country":"CI"}}]
        """);
    desk.sells("AB-12", "Mug, blue", 40, 5);
    desk.sells("CD-7", "Kettle, steel", 0, 8);
    desk.sells("EF-1", "Filter papers", 0, 0);
    desk.sends(new ShopOrder(6001, NOW.minus(Duration.ofMinutes(20))).buyer("Ada", "Lovelace")
        .line("AB-12", "Mug, blue", 30, "12.50").line("CD-7", "Kettle, steel", 2, "30.00").json());
    desk.sends(new ShopOrder(6002, NOW.minus(Duration.ofMinutes(15))).buyer("Bo", "Ek")
        .line("AB-12", "Mug, blue", 1, "12.50").json());
    desk.sends(new ShopOrder(6003, NOW.minus(Duration.ofMinutes(12))).buyer("Ci", "Wu")
        .line("EF-1", "Filter papers", 2, "7.00").json());
    desk.settles();
  }

  @Test
  void aDecisionIsReadAsSentenceTableAndMap() {
    desk.signIn(browser, "mira");
    String order = "/console/orders/" + desk.orderId("#6001");
    desk.open(browser, order);
    browser.await(By.cssSelector(".decision-sentence"), "Berlin and Köln together");
    browser.await(By.cssSelector(".decision-parcels"), "30 × AB-12");
    String map = browser.await(By.cssSelector(".map-sheet")).getAccessibleName();
    assertThat(map).contains("goes to 10827 Berlin", "ships from Berlin").contains("Köln, 47");
    browser.await(By.cssSelector(".map-words"), "Far off, on the second map: Garage (5,");
    new Look(desk, browser).at(order);
    Pictures.take(browser, "decision", ".map");
  }

  @Test
  void anOrderIsSentElsewhereAndBack() {
    desk.signIn(browser, "mira");
    String order = "/console/orders/" + desk.orderId("#6002");
    desk.open(browser, order);
    browser.await(By.cssSelector(".decision-sentence"), "Berlin");
    desk.click(browser, "#steer summary");
    browser.await(By.cssSelector("#steer select[name=location] option[value=CGN]")).click();
    browser.await(By.cssSelector("#steer form[action$=pin] input[name=reason]")).sendKeys("Berlin takes stock");
    browser.screenshot("steer");
    desk.press(browser, "Pin to that place");
    desk.told(browser, "Pinned to CGN");
    browser.await(By.cssSelector(".decision-sentence"), "Köln");
    desk.open(browser, order + "/route");
    desk.arrives(browser, "Route SO-");
    new Look(desk, browser).at(order + "/route");
    desk.open(browser, order);
    desk.click(browser, "#steer summary");
    desk.press(browser, "Let the rules decide");
    desk.told(browser, "The rules decide again");
  }

  @Test
  void whatHasNoPlaceAndWhatWasDecidedIsFound() {
    desk.signIn(browser, "mira");
    desk.keys(browser, "g", "r");
    desk.arrives(browser, "Routing");
    browser.await(By.cssSelector("main table"), "Backordered");
    browser.await(By.cssSelector("main table"), "EF-1");
    Look look = new Look(desk, browser);
    look.at("/console/routing");
    Pictures.take(browser, "queues", "h1");
    look.at("/console/routing?state=REJECTED");
    desk.open(browser, "/console/routing/decisions?location=BER");
    browser.await(By.cssSelector("main table"), "Berlin and Köln together");
    look.at("/console/routing/decisions?location=BER");
    Pictures.take(browser, "decisions", "h1");
    look.at("/console/routing/decisions?lost=SYD&because=none");
  }
}
