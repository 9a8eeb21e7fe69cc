package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Lots and serial numbers at the stations of a warehouse: received, counted, moved and adjusted with a scanner. */
class LotsJourney {

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.stored("POST", "/api/v1/products", """
        [{"sku":"LOT-1","title":"Yoghurt"},{"sku":"PHONE","title":"Telephone"},{"sku":"MUG","title":"Mug, blue"}]
        """);
    desk.stored("PUT", "/api/v1/sku-settings", """
        [{"sku":"LOT-1","tracking":"LOT_EXPIRY"},{"sku":"PHONE","tracking":"SERIAL"}]
        """);
    desk.stored("POST", "/api/v1/stock/adjustments", """
        [{"sku":"PHONE","location":"BER","delta":3,"reason":"RECEIVED","serials":["S-1","S-2","S-3"]},
         {"sku":"PHONE","location":"CGN","delta":1,"reason":"RECEIVED","serials":["S-8"]}]
        """);
    desk.signIn(browser, "mira");
    browser.size(1280, 900);
  }

  @Test
  void lotsAreReceivedCountedAndJudged() {
    receivesLots();
    desk.stored("POST", "/api/v1/counts", """
        {"number":"CC-LOTS","location":"BER","approveAbove":1,"lines":[{"sku":"LOT-1"},{"sku":"PHONE"}]}
        """);
    desk.open(browser, "/console/stock/counts?q=CC-LOTS");
    desk.click(browser, "main a[href$='/count']");
    desk.arrives(browser, "Count CC-LOTS");
    assertThat(browser.await(By.cssSelector("main")).getText()).as("blind").doesNotContain("Y1", "S-1", "6");

    scan("PHONE", "S-1", "S-8", "S-1");
    verdict("PHONE: S-1 was named before");
    scan("LOT-1");
    verdict("LOT-1: 1");
    assertThat(typed(1)).as("a SKU is no serial number").isEqualTo("S-1\nS-8");
    browser.await(By.id("units-1")).clear();
    lots(0).sendKeys("Y1*3 Y2*3/2027-02-30");
    desk.keys(browser, Keys.F9);
    browser.await(By.id("errors"), "LOT-1: Y2*3/2027-02-30: the expiry must be a day such as 2027-01-31.");
    lots(0).clear();
    lots(0).sendKeys("Y1*3 Y2*3");
    desk.keys(browser, Keys.F9);
    browser.await(By.id("errors"), "S-8: This serial number lies at CGN already.");
    looksAt("count");
    lots(1).clear();
    lots(1).sendKeys("S-1", Keys.ENTER, "S-9");
    desk.keys(browser, Keys.F9);
    desk.told(browser, "2 lines counted");

    desk.press(browser, "Judge differences");
    browser.await(By.cssSelector(".differences"), "S-9: found");
    assertThat(browser.await(By.cssSelector(".differences")).getText())
        .contains("Y1: \u22121, 4 expected", "Y2: +1, 2 expected", "S-2: missing");
    looksAt("differences");
    browser.script("document.querySelectorAll('.differences-choice input').forEach(box => box.click())");
    desk.press(browser, "Book the chosen");
    desk.told(browser, "2 lines booked");
    assertThat(lying("LOT-1", "BER") + " " + lying("PHONE", "BER")).isEqualTo("Y1=3,Y2=3 S-1=1,S-9=1");
  }

  private static void receivesLots() {
    desk.stored("POST", "/api/v1/purchase-orders", """
        {"number":"PO-LOT","supplier":"ACME","location":"BER","overPerCent":0,
         "lines":[{"sku":"LOT-1","units":6},{"sku":"MUG","units":1}]}
        """);
    desk.open(browser, "/console/stock/purchase-orders?q=PO-LOT");
    desk.arrives(browser, "Receive PO-LOT");
    scan("MUG");
    browser.await(By.id("units-1")).sendKeys("6", Keys.ENTER);
    browser.await(By.id("reference")).sendKeys("DN-LOT");
    desk.keys(browser, Keys.F9);
    browser.await(By.id("errors"), "Nothing was received.");
    lots(0).sendKeys("Y1*4/2027-01-31 Y2*2/2027-02-28");
    browser.screenshot("receive-lots");
    desk.keys(browser, Keys.F9);
    desk.told(browser, "7 units received for PO-LOT");
  }

  @Test
  void serialNumbersAreMovedAndAdjusted() {
    desk.stored("POST", "/api/v1/stock/adjustments", """
        [{"sku":"PHONE","location":"CGN","delta":2,"reason":"RECEIVED","serials":["T-1","T-2"]}]
        """);
    desk.stored("POST", "/api/v1/transfers", """
        {"number":"TR-LOTS","from":"CGN","to":"BER","lines":[{"sku":"PHONE","units":2}]}
        """);
    desk.open(browser, "/console/stock/transfers?q=TR-LOTS");
    desk.click(browser, "main a[href$='/ship']");
    desk.arrives(browser, "Ship TR-LOTS");
    scan("PHONE", "T-2", "T-1");
    looksAt("ship");
    desk.keys(browser, Keys.F9);
    desk.told(browser, "2 units shipped for TR-LOTS");
    desk.click(browser, "main a[href$='/receive']");
    desk.arrives(browser, "Receive TR-LOTS");
    scan("PHONE", "T-2");
    browser.await(By.id("reference")).sendKeys("T-LOTS");
    desk.keys(browser, Keys.F9);
    desk.told(browser, "1 unit received for TR-LOTS");

    desk.open(browser, "/console/stock/adjust?location=CGN&reason=LOST");
    desk.keys(browser, "PHONE", Keys.ENTER, "-1");
    browser.await(By.id("lots")).sendKeys("S-7");
    desk.press(browser, "Show what would change");
    browser.await(By.id("preview"), "S-7: \u22121");
    desk.press(browser, "Change the stock");
    browser.await(By.id("errors"), "S-7: Nothing of this lot lies there.");
    browser.await(By.id("lots")).clear();
    browser.await(By.id("lots")).sendKeys("S-8");
    desk.press(browser, "Show what would change");
    browser.await(By.id("preview"), "S-8: \u22121");
    looksAt("adjust");
    assertThat(lying("PHONE", "CGN")).isEqualTo("S-8=1");
  }

  private static void looksAt(String name) {
    browser.screenshot("lots-" + name);
    browser.size(390, 900);
    browser.dark(true);
    assertThat(browser.accessibilityViolations()).as(name).isEmpty();
    browser.screenshot("lots-" + name + "-narrow");
    browser.dark(false);
    browser.size(1280, 900);
  }

  /** A scanner types each code and Enter wherever the focus is. */
  private static void scan(String... codes) {
    for (String code : codes) {
      desk.keys(browser, code, Keys.ENTER);
    }
  }

  private static void verdict(String words) {
    browser.await(By.id("verdict"), words);
  }

  private static WebElement lots(int row) {
    return browser.driver().findElements(By.cssSelector(".tally-lots")).get(row);
  }

  private static String typed(int row) {
    return String.valueOf(lots(row).getAttribute("value")).strip();
  }

  private static String lying(String sku, String location) {
    return desk.sql().sql("""
        select string_agg(lot || '=' || on_hand, ',' order by lot) from stock_lot_level
        where sku = :sku and location = :location and on_hand > 0
        """).param("sku", sku).param("location", location).query(String.class).single();
  }
}
