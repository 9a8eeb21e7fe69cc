package dev.crossdock.console;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator does all day, in a real browser on a real installation. */
class ConsoleJourney {

  private static final Instant NOW = new SystemTime().instant();

  @RegisterExtension
  static final Browser browser = new Browser();

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
    desk.sells("AB-12", "Mug, blue", 40, 5);
    desk.sells("CD-7", "Kettle, steel", 3, 8);
    desk.sells("EF-1", "Filter papers", 0, 0);
    desk.sells("GH-3", "Tea, Earl Grey", 200, 0);
    List.of(
            order(5501, 300).buyer("Ada", "Lovelace").line("AB-12", "Mug, blue", 3, "12.50")
                .line("CD-7", "Kettle, steel", 2, "30.00").discount("6.00").tags("vip"),
            order(5502, 280).buyer("Bo", "Ek").line("AB 12", "Mug (blue)", 2, "12.50"),
            order(5503, 200).buyer("Ci", "Wu").line("EF-1", "Filter papers", 2, "7.00").line("GH-3", "Tea", 1, "9.90"),
            order(5504, 120).buyer("Élodie", "Martin").status("pending").line("GH-3", "Tea, Earl Grey", 4, "9.90"),
            order(5505, 90).buyer("Jo", "Al").to("Straße", "10827", "").line("GH-3", "Tea, Earl Grey", 1, "9.90"),
            order(5506, 45).buyer("محمد", "علي").line("AB 12", "Mug (blue)", 1, "12.50").offBy("3.00"),
            order(5507, 12).buyer("Nordwerk", "AB").line("GH-3", "Tea, Earl Grey", 40, "9.90"))
        .forEach(told -> desk.sends(told.json()));
    desk.sends(
        "{\"id\": 5508, \"name\": \"#5508\", \"line_items\": [{\"id\": 1, \"sku\": \"AB-12\", \"quantity\": -4}]}");
    desk.settles();
    desk.sql().sql("update orders set ship_by = :at::timestamptz where external_number in ('#5501', '#5503')")
        .param("at", NOW.plus(Duration.ofMinutes(48)).toString()).update();
    desk.sql().sql("update orders set ship_by = :at::timestamptz where external_number = '#5504'")
        .param("at", NOW.minus(Duration.ofHours(2)).toString()).update();
  }

  @AfterAll
  static void close() {
    if (desk != null) {
      desk.close();
    }
  }

  @BeforeEach
  void wide() {
    browser.driver().manage().deleteAllCookies();
    browser.size(1440, 900);
    browser.consoleErrors();
  }

  @Test
  void everyPageIsAccessibleInBothThemesAndFitsEveryWindow() {
    desk.inspect(browser, "/console/sign-in", "sign-in");
    desk.signIn(browser, "mira");
    desk.inspect(browser, "/console/kit", "kit");
    desk.inspect(browser, "/console/orders", "orders");
    desk.inspect(browser, "/console/orders?q=is%3Aopne", "orders-mistake");
    desk.inspect(browser, "/console/orders?q=sku%3Anone", "orders-none");
    desk.inspect(browser, "/console/orders/" + desk.orderId("#5501"), "order");
    desk.inspect(browser, "/console/orders/" + desk.orderId("#5506"), "order-held");
    desk.inspect(browser, "/console/orders/" + desk.orderId("#5501") + "?at=1", "order-past");
    desk.inspect(browser, "/console/exceptions", "exceptions");
  }

  private static ShopOrder order(long id, int minutesAgo) {
    return new ShopOrder(id, NOW.minus(Duration.ofMinutes(minutesAgo)));
  }
}
