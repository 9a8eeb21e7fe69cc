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

/** Reading why an order ships from where it ships. */
class DecisionJourney {

  private static final Instant NOW = new SystemTime().instant();

  @RegisterExtension
  static final Browser browser = new Browser();

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
    desk.stored("POST", "/api/v1/locations", """
        [{"code":"SYD","name":"Sydney","kind":"WAREHOUSE","address":{"country":"AU"},"geo":{"lat":-33.9,"lon":151.2}},
         {"code":"GAR","name":"Garage","kind":"STORE","address":{"country":"CI"}}]
        """);
    desk.sells("AB-12", "Mug, blue", 40, 5);
    desk.sells("CD-7", "Kettle, steel", 0, 8);
    desk.sends(new ShopOrder(6001, NOW.minus(Duration.ofMinutes(20))).buyer("Ada", "Lovelace")
        .line("AB-12", "Mug, blue", 30, "12.50").line("CD-7", "Kettle, steel", 2, "30.00").json());
    desk.settles();
  }

  @AfterAll
  static void close() {
    if (desk != null) {
      desk.close();
    }
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
    browser.await(By.cssSelector(".map-words"), "Too far to be drawn: Garage (5,");
    new Look(desk, browser).at(order);
    Pictures.take(browser, "decision", ".map");
  }
}
