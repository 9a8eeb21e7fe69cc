package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Browser;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What somebody in a warehouse does all day: a scanner in one hand, no mouse, a real browser. */
class WarehouseJourney {

  @RegisterExtension
  static final Browser browser = new Browser();

  @TempDir
  static Path folder;

  @RegisterExtension
  static final Desk desk = new Desk();
  private static @Nullable Cookie session;

  @BeforeAll
  static void open() {
    session = null;
    desk.sells("AB-12", "Mug, blue", 40, 5);
    desk.sells("CD-7", "Kettle, steel", 30, 8);
    desk.sells("EF-1", "Filter papers", 100, 0);
    desk.sells("GH-3", "Tea, Earl Grey", 12, 0);
    desk.stored("POST", "/api/v1/products",
        "[{\"sku\":\"CD-7\",\"title\":\"Kettle, steel\",\"barcode\":\"4006381333931\"}]");
  }

  @BeforeEach
  void signedIn() {
    browser.size(1280, 900);
    browser.driver().manage().deleteAllCookies();
    if (session == null) {
      desk.signIn(browser, "mira");
      session = browser.driver().manage().getCookieNamed("crossdock");
    } else {
      browser.driver().manage().addCookie(session);
    }
  }

  @Test
  void receivesWithAScanner() {
    int before = onHand("AB-12", "BER");
    ordered("PO-SCAN", 0, "AB-12", 3, "CD-7", 2);
    desk.open(browser, "/console/stock/purchase-orders");
    browser.await(By.name("q")).sendKeys("PO-SCAN", Keys.ENTER);
    desk.arrives(browser, "Receive PO-SCAN");
    assertThat(focused()).as("ready for the first scan").isEqualTo("code");

    scan("AB-12");
    verdict("AB-12: 1 of 3");
    scan("AB-12", "4006381333931");
    verdict("CD-7: 1 of 2");
    scan("NO-SUCH");
    verdict("NO-SUCH does not belong here");
    assertThat(browser.await(By.id("verdict")).getAttribute("class")).contains("role-critical");
    browser.screenshot("receive-wrong");
    scan("AB-12");
    verdict("AB-12: 3 of 3");
    scan("AB-12");
    verdict("AB-12: only 3 are taken");
    assertThat(units("AB-12")).as("nothing is lost by a wrong scan").isEqualTo("3");

    desk.open(browser, "/console/stock/purchase-orders");
    browser.await(By.name("q")).sendKeys("PO-SCAN", Keys.ENTER);
    desk.arrives(browser, "Receive PO-SCAN");
    verdict("4 from before are not sent yet");
    desk.keys(browser, Keys.F9);
    browser.await(By.id("errors"), "Nothing was received.");
    assertThat(units("AB-12")).as("what was scanned stays").isEqualTo("3");
    assertThat(browser.await(By.id("reference")).getAttribute("aria-invalid")).isEqualTo("true");
    browser.screenshot("receive-refused");
    browser.await(By.id("reference")).sendKeys("DN-77");
    desk.keys(browser, Keys.F9);

    desk.told(browser, "4 units received for PO-SCAN");
    browser.await(By.cssSelector(".badge"), "Partly received");
    assertThat(onHand("AB-12", "BER")).isEqualTo(before + 3);
    browser.screenshot("purchase-order");
  }

  @Test
  void losesNoneOfFiftyScansAndSendsThemOnce() {
    ordered("PO-FAST", 0, "EF-1", 50);
    int before = onHand("EF-1", "BER");
    desk.open(browser, "/console/stock/purchase-orders?q=PO-FAST");
    desk.arrives(browser, "Receive PO-FAST");
    for (int i = 0; i < 50; i++) {
      scan("EF-1");
    }
    verdict("EF-1: 50 of 50");
    browser.await(By.id("reference")).sendKeys("DN-78");
    String form = String.valueOf(browser.script(
        "const f = document.querySelector('.station'); return new URLSearchParams(new FormData(f)).toString()"));
    desk.keys(browser, Keys.F9);
    desk.told(browser, "50 units received for PO-FAST");

    Object again = browser.driver().executeAsyncScript("""
        const done = arguments[arguments.length - 1];
        fetch(location.pathname + '/receive', {method: 'POST', body: new URLSearchParams(arguments[0])})
            .then(answer => done(answer.url), error => done(String(error)));
        """, form);
    assertThat(String.valueOf(again)).as("the same form leads to the same place").doesNotContain("receive");
    assertThat(onHand("EF-1", "BER")).as("received once").isEqualTo(before + 50);
  }

  @Test
  void countsBlindAndAnotherJudges() {
    desk.open(browser, "/console/stock/counts");
    desk.press(browser, "New count");
    desk.arrives(browser, "New count");
    scan("GH-3");
    verdict("GH-3 is on the list");
    scan("NOTHING-LIKE-IT");
    verdict("NOTHING-LIKE-IT is no SKU and no barcode of ours");
    browser.await(By.id("approveAbove")).sendKeys("1");
    browser.screenshot("count-new");
    desk.keys(browser, Keys.F9);

    desk.arrives(browser, "Count CC-");
    assertThat(browser.await(By.cssSelector("main")).getText()).as("blind").doesNotContain("12");
    scan("GH-3", "GH-3");
    verdict("GH-3: 2");
    browser.screenshot("count-station");
    browser.await(By.cssSelector(".tally-units")).clear();
    browser.await(By.cssSelector(".tally-units")).sendKeys("9", Keys.ENTER);
    desk.keys(browser, Keys.F9);
    desk.told(browser, "1 line counted");
    assertThat(onHand("GH-3", "BER")).as("not booked before somebody judged").isEqualTo(12);

    desk.press(browser, "Judge differences");
    browser.await(By.cssSelector(".differences"), "\u22123");
    browser.screenshot("count-differences");
    desk.press(browser, "Book the chosen");
    browser.await(By.id("errors"), "Choose at least one line.");
    desk.click(browser, ".differences-choice input");
    desk.press(browser, "Book the chosen");
    desk.told(browser, "1 line booked");
    assertThat(onHand("GH-3", "BER")).isEqualTo(9);
  }

  @Test
  void shipsATransferAndReceivesItWithADifference() {
    desk.open(browser, "/console/stock/transfers/new");
    scan("4006381333931", "CD-7", "CD-7", "CD-7");
    verdict("CD-7: 4");
    desk.keys(browser, Keys.F9);
    desk.told(browser, "requested");
    browser.await(By.cssSelector(".badge"), "Requested");
    desk.press(browser, "Ship");
    desk.arrives(browser, "Ship TR-");
    scan("CD-7", "CD-7", "CD-7");
    verdict("CD-7: 3 of 4");
    desk.keys(browser, Keys.F9);
    desk.told(browser, "3 units shipped for TR-");

    desk.press(browser, "Receive");
    desk.arrives(browser, "Receive TR-");
    scan("CD-7", "CD-7");
    browser.await(By.id("reference")).sendKeys("T-1");
    desk.keys(browser, Keys.F9);
    desk.told(browser, "2 units received for TR-");
    desk.click(browser, ".disclosure summary");
    browser.await(By.cssSelector(".disclosure form"), "1 unit on the way");
    desk.click(browser, ".disclosure form button");

    desk.told(browser, "Transfer ended");
    browser.await(By.cssSelector(".badge"), "Arrived with differences");
    browser.await(By.cssSelector("main"), "1 unit lost");
    browser.screenshot("transfer-differences");
    assertThat(onHand("CD-7", "CGN")).isEqualTo(10);
  }

  @Test
  void adjustsALevelAfterShowingWhatWouldChange() {
    desk.open(browser, "/console/stock/adjust");
    desk.keys(browser, "NO-SUCH", Keys.ENTER, "-2", Keys.ENTER);
    browser.await(By.id("errors"), "NO-SUCH is no SKU and no barcode of ours.");
    assertThat(browser.await(By.id("units")).getAttribute("value")).as("what was typed stays").isEqualTo("-2");
    WebElement sku = browser.await(By.id("sku"));
    sku.clear();
    sku.sendKeys("EF-1", Keys.ENTER);
    desk.keys(browser, Keys.ENTER);
    browser.await(By.id("preview"), "Available then");
    browser.screenshot("adjust-preview");
    int before = onHand("EF-1", "BER");
    desk.press(browser, "Change the stock");

    desk.told(browser, "EF-1: " + before + " → " + (before - 2) + " on hand");
    assertThat(onHand("EF-1", "BER")).isEqualTo(before - 2);
    assertThat(focused()).as("ready for the next").isEqualTo("sku");
  }

  @Test
  void narrowsTheListAndSpellsOutWhatMayBePromised() {
    desk.sells("LOW-1", "Almost gone", 1, 1);
    desk.sells("LOW-2", "Gone", 0, 0);
    ordered("PO-SUM", 0, "LOW-1", 25);
    desk.stored("PUT", "/api/v1/safety-stock", "[{\"sku\":\"LOW-1\",\"location\":\"BER\",\"units\":1}]");
    desk.open(browser, "/console/stock");
    desk.keys(browser, "f");
    browser.await(By.id("low")).sendKeys("2");
    browser.await(By.id("sort")).sendKeys("Available");
    desk.press(browser, "Narrow");
    browser.await("to see the scarcest first", page -> names().equals("LOW-2,LOW-1")
        ? Optional.of(true) : Optional.empty());
    browser.screenshot("stock-narrow");

    desk.press(browser, "LOW-1");
    desk.arrives(browser, "LOW-1");
    desk.click(browser, ".sku-sum summary");
    WebElement sum = browser.await(By.cssSelector(".sku-sum"), "Safety stock");
    assertThat(sum.getText()).contains("On hand", "+1", "\u22121", "Available to promise");
    browser.await(By.cssSelector("main"), "PO-SUM");
    browser.await(By.id("at")).sendKeys("11202026", Keys.TAB, "0800AM");
    desk.press(browser, "Look back");
    browser.await(By.id("past"), "Unavailable");
    browser.screenshot("sku");
    desk.open(browser, "/console/stock/sku?sku=LOW-1");
    desk.keys(browser, "a");
    desk.arrives(browser, "Adjust stock");
    assertThat(browser.await(By.id("sku")).getAttribute("value")).isEqualTo("LOW-1");
  }

  private static String names() {
    return String.valueOf(browser.script(
        "return [...document.querySelectorAll('.stock a[data-row]')].map(a => a.textContent).join()"));
  }

  @Test
  void takesAFileInWhoseBadRowSpoilsNoOther() throws IOException {
    Path file = Files.write(
        folder.resolve("bestand.csv"),
        "SKU;Ort;Location;On hand\nAB-12;K\u00f6ln;CGN;17\nNO-SUCH;x;CGN;1\nCD-7;x;CGN;\n"
            .getBytes(Charset.forName("windows-1252")));
    desk.open(browser, "/console/stock/imports");
    browser.await(By.id("file")).sendKeys(file.toString());
    browser.await(By.id("preview"), "Read as Windows-1252 (Latin-1) with semicolons between the columns: 3 rows.");
    browser.await(By.id("preview"), "K\u00f6ln");
    browser.screenshot("import-preview");
    desk.press(browser, "Take 3 rows in");

    desk.arrives(browser, "Counts of everything");
    browser.await(By.cssSelector(".note"), "2 rows were not taken; all others were.");
    browser.await(By.cssSelector(".grid"), "This must be given.");
    browser.screenshot("import-done");
    assertThat(onHand("AB-12", "CGN")).isEqualTo(17);
    Object answers = browser.driver().executeAsyncScript("""
        const done = arguments[arguments.length - 1];
        fetch(document.querySelector('a[download]').href).then(answer => answer.text()).then(done, done);
        """);
    assertThat(String.valueOf(answers)).contains("3,no,,sku,unknown", "4,no,,onHand,required");
  }

  @Test
  void takesPastedAdjustmentsInOnce() {
    for (int i = 0; i < 2; i++) {
      desk.open(browser, "/console/stock/imports?kind=adjustments");
      desk.click(browser, "[data-paste] summary");
      browser.await(By.id("text")).sendKeys("sku,location,delta,reason\nAB-12,BER,1,found\nAB-12,BER,x,found\n");
      desk.press(browser, "Look at the rows");
      browser.await(By.id("preview"), "2 rows.");
      desk.press(browser, "Take 2 rows in");
      desk.arrives(browser, "Adjustments");
      desk.told(browser, i == 0 ? "1 of 2 rows taken in" : "nothing was done again");
    }
    browser.await(By.cssSelector(".grid"), "It must be a whole number");
    assertThat(desk.sql().sql("select count(*) from stock_ledger where reason = 'FOUND' and sku = 'AB-12'")
        .query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void everyPageIsAccessibleInBothThemesAndFitsEveryWindow() {
    ordered("PO-LOOK", 10, "AB-12", 3, "CD-7", 2);
    String order = "/console/stock/purchase-orders/" + id("purchase_order", "PO-LOOK");
    desk.stored("POST", "/api/v1/transfers",
        "{\"number\":\"TR-LOOK\",\"from\":\"BER\",\"to\":\"CGN\",\"lines\":[{\"sku\":\"AB-12\",\"units\":1}]}");
    String transfer = "/console/stock/transfers/" + id("stock_transfer", "TR-LOOK");
    desk.stored("POST", "/api/v1/counts",
        "{\"number\":\"CC-LOOK\",\"location\":\"CGN\",\"approveAbove\":0,"
            + "\"lines\":[{\"sku\":\"AB-12\"},{\"sku\":\"CD-7\"}]}");
    String count = "/console/stock/counts/" + id("stock_count", "CC-LOOK");
    desk.stored("POST", "/api/v1/counts/" + id("stock_count", "CC-LOOK") + "/lines",
        "{\"lines\":[{\"line\":1,\"units\":900}]}");
    assertThat(browser.consoleErrors())
        .as("of journeys before: what they were refused, and nothing else")
        .allMatch(line -> line.contains("status of 4"));
    Look look = new Look(desk, browser);

    look.at("/console/stock/purchase-orders");
    look.at("/console/stock/transfers?state=CANCELLED&q=nothing");
    look.at("/console/stock/counts");
    look.at("/console/stock/purchase-orders/new");
    look.at("/console/stock/transfers/new?sku=AB-12");
    look.at("/console/stock/counts/new");
    look.at(order);
    look.at(order + "/receive");
    look.at(transfer);
    look.at(count);
    look.at(count + "/count");
    look.at(count + "/differences");
    look.at("/console/stock/adjust");
    look.at("/console/stock/imports");
    look.at("/console/stock?location=BER&low=50&sort=available");
    look.at("/console/stock?fenced=on&drifted=on");
    look.at("/console/stock/sku?sku=AB-12&at=2026-11-20T08%3A00");
    look.at("/console/stock/sku?sku=AB-12&at=yesterday");
    look.at("/console/stock/counts/01a1fcd4-0000-7000-8000-000000000000", 404);
  }

  private static String id(String table, String number) {
    return desk.sql().sql("select id from " + table + " where number = :number")
        .param("number", number).query(String.class).single();
  }

  private static void ordered(String number, int over, Object... lines) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < lines.length; i += 2) {
      told.add("{\"sku\":\"" + lines[i] + "\",\"units\":" + lines[i + 1] + "}");
    }
    desk.stored("POST", "/api/v1/purchase-orders",
        ("{\"number\":\"%s\",\"supplier\":\"ACME\",\"location\":\"BER\",\"overPerCent\":%d,\"lines\":[%s]}")
            .formatted(number, over, String.join(",", told)));
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

  private static String units(String sku) {
    return String.valueOf(browser.script(
        "return [...document.querySelectorAll('.tally tbody tr')]"
            + ".find(row => row.querySelector('.tally-sku').textContent === arguments[0])"
            + ".querySelector('[name=units]').value", sku));
  }

  private static int onHand(String sku, String location) {
    return desk.sql().sql("select on_hand from stock_level where sku = :sku and location = :location")
        .param("sku", sku).param("location", location).query(Integer.class).single();
  }

  private static String focused() {
    return String.valueOf(browser.script("return document.activeElement.id"));
  }
}
