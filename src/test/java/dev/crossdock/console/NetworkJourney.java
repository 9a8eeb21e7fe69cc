package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Browser;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Locations and rate cards, looked at and changed by somebody who knows the keys. */
class NetworkJourney {

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("AB-12", "Mug, blue", 40, 5);
    desk.house().put(
        "/api/v1/network/rate-cards",
        """
        [{"code":"PAKET","carrier":"Paket","service":"Standard","currency":"EUR","from":{"countries":["DE"]},
          "maxGrams":30000,"steps":[1000,5000],"zones":[
            {"zone":"Germany","countries":["DE"],"transitDays":2,"prices":["4.00","6.00"],"perFurtherKg":"0.80"},
            {"zone":"Berlin","postalCodes":["DE 10-14"],"transitDays":1,"prices":["2.00",null]}]}]
        """);
  }

  @Test
  void changesAProfileAndTriesAQuote() {
    browser.size(1280, 900);
    desk.signIn(browser, "mira");
    Look look = new Look(desk, browser);
    desk.keys(browser, "g", "l");
    desk.arrives(browser, "Locations");
    look.at("/console/locations");
    browser.screenshot("locations");

    desk.open(browser, "/console/locations/BER");
    type("perDay", "200");
    type("perHour", "many");
    type("tags", "east, prime");
    desk.press(browser, "Save");
    browser.await(By.cssSelector(".mistakes"), "Enter a whole number.");
    assertThat(browser.consoleErrors()).allMatch(error -> error.contains("422"));
    type("perHour", "30");
    desk.press(browser, "Save");
    desk.told(browser, "Profile saved");
    browser.screenshot("profile");
    look.at("/console/locations/BER");
    assertThat(desk.house().get("/api/v1/network/profiles/BER").at("/capacity/perHour")).isEqualTo("30");

    look.at("/console/rate-cards?from=BER&country=DE&postalCode=10115&grams=900");
    browser.await(By.cssSelector("main"), "2.00 EUR");
    browser.screenshot("quote");
    desk.open(browser, "/console/rate-cards/PAKET");
    type("text", "up to kg;Germany\ncountries;DE\n2;4,50\n");
    desk.press(browser, "Look at them");
    browser.await(By.cssSelector("main"), "What would be stored");
    desk.press(browser, "Store");
    desk.told(browser, "Prices stored");
    look.at("/console/rate-cards/PAKET");
    Object file = browser.script("return fetch('/console/rate-cards/PAKET/prices.csv').then(answer => answer.text())");
    assertThat(file).asString().contains("Germany").isEqualToNormalizingNewlines(
        browser.driver().findElement(By.id("text")).getDomProperty("value"));
    browser.screenshot("rate-card");
    assertThat(desk.house().get("/api/v1/network/rate-cards/PAKET").at("/zones/0/prices/0")).isEqualTo("4.50");
  }

  @Test
  void pricesComeFromAFileThatASpreadsheetSaved(@TempDir Path folder) throws IOException {
    card("DATEI");
    desk.signIn(browser, "mira");
    browser.size(1280, 900);
    desk.open(browser, "/console/rate-cards/DATEI");
    choose(folder, "prices.csv", "\uFEFFup to kg;Germany\ncountries;DE\n3;7,50\n", StandardCharsets.UTF_8);
    desk.press(browser, "Look at them");
    browser.await(By.cssSelector("main"), "What would be stored");
    browser.await(By.cssSelector("main"), "7.50");
    browser.screenshot("rate-card-file");
    browser.driver().findElement(By.cssSelector("button[value=store]")).sendKeys(Keys.ENTER);
    desk.told(browser, "Prices stored");
    assertThat(desk.house().get("/api/v1/network/rate-cards/DATEI").at("/zones/0/prices/0")).isEqualTo("7.50");

    browser.size(390, 844);
    choose(folder, "wrong.csv", "up to kg;Süd\ncountries;DE;\nschwer;1\n5;6,00;3\n", StandardCharsets.ISO_8859_1);
    desk.press(browser, "Store");
    browser.await(By.cssSelector(".mistakes"), "Line 3: schwer is neither a weight in kg");
    browser.await(By.cssSelector(".mistakes"), "Line 4: It has more cells than the heading.");
    assertThat(browser.driver().findElement(By.id("text")).getDomProperty("value")).contains("Süd");
    assertThat(browser.accessibilityViolations()).isEmpty();
    assertThat(browser.consoleErrors()).allMatch(error -> error.contains("422"));
    browser.screenshot("rate-card-file-wrong-390");
    Pictures.take(browser, "rate-card-form", "#file");

    choose(folder, "large.csv", "x".repeat(6 << 20), StandardCharsets.UTF_8);
    desk.press(browser, "Store");
    browser.await(By.cssSelector(".mistakes"), "The file is larger than 1 MB.");
    assertThat(desk.house().get("/api/v1/network/rate-cards/DATEI").at("/version")).isEqualTo("2");
  }

  @Test
  void aFileIsTakenOnlyFromWhoeverSawTheForm() {
    card("FREMD");
    Visitor visitor = new Visitor(desk.house(), "bo");

    assertThat(visitor.chooses("/console/rate-cards/FREMD", "up to kg,all\ncountries,DE\n1,2.00\n", false, true))
        .isEqualTo(403);
    assertThat(visitor.chooses("/console/rate-cards/FREMD", "up to kg,all\ncountries,DE\n1,2.00\n", true, false))
        .isEqualTo(302);
    assertThat(desk.house().get("/api/v1/network/rate-cards/FREMD").at("/version")).isEqualTo("1");
    assertThat(visitor.chooses("/console/rate-cards/FREMD", "up to kg,all\ncountries,DE\n1,2.00\n", true, true))
        .isEqualTo(303);
    assertThat(desk.house().get("/api/v1/network/rate-cards/FREMD").at("/version")).isEqualTo("2");
  }

  private static void card(String code) {
    desk.stored("PUT", "/api/v1/network/rate-cards/" + code, """
        {"carrier":"Paket","service":"%s","currency":"EUR","steps":[1000],
          "zones":[{"zone":"Germany","countries":["DE"],"prices":["4.00"]}]}
        """.formatted(code));
  }

  private static void choose(Path folder, String name, String text, Charset encoding) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text, encoding);
    browser.await(By.id("file")).sendKeys(file.toString());
  }

  private static void type(String field, String text) {
    browser.driver().findElement(By.id(field)).clear();
    browser.driver().findElement(By.id(field)).sendKeys(text);
  }
}
