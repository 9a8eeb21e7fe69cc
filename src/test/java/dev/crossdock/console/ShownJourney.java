package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What an operator does about the numbers that channels show, in a real browser. */
class ShownJourney {

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("CD-7", "Kettle, steel", 30, 8);
  }

  @BeforeEach
  void signedIn() {
    browser.size(1280, 900);
    browser.driver().manage().deleteAllCookies();
    desk.signIn(browser, "mira");
  }

  @Test
  void saysHowMuchAChannelShowsAndHasItToldAgain() {
    desk.stored("PUT", "/api/v1/listings", """
        [{"channel":"shopify","account":"acme","channelSku":"KETTLE-DE","sku":"CD-7"}]
        """);
    desk.open(browser, "/console/channels");
    desk.press(browser, "Stock shown");
    desk.press(browser, "Acme");
    desk.arrives(browser, "Stock shown by Acme");
    browser.await(By.id("share")).sendKeys("0");
    desk.press(browser, "Save the rule");
    browser.await(By.id("share-error"), "from 0 to 100");
    assertThat(browser.await(By.id("share")).getAttribute("value")).as("what was typed stays").isEqualTo("1000");

    browser.await(By.id("share")).clear();
    browser.await(By.id("share")).sendKeys("50");
    browser.await(By.id("buffer")).sendKeys("1");
    desk.press(browser, "Save the rule");
    desk.told(browser, "The rule is in force");
    browser.await("the listing", driver -> {
      desk.open(browser, "/console/channels/stock/account?channel=shopify&account=acme");
      return driver.findElements(By.cssSelector("tbody tr")).stream()
          .filter(row -> row.getText().contains("KETTLE-DE"))
          .findFirst();
    });
    drifts("KETTLE-DE");
    assertThat(browser.consoleErrors()).as("what was refused before").allMatch(line -> line.contains("status of 4"));
    String account = "/console/channels/stock/account?channel=shopify&account=acme";
    new Look(desk, browser).at(account);
    browser.size(390, 844);
    desk.open(browser, account);
    browser.await(By.cssSelector("tbody .badge"), "Drifting");
    browser.screenshot("drift-390");
    browser.size(1280, 900);
    desk.open(browser, account);
    browser.await(By.cssSelector("tbody"), "shows another number since");
    desk.press(browser, "Tell again");
    desk.told(browser, "1 number is told again");
    assertThat(browser.await(By.cssSelector("tbody")).getText()).doesNotContain("another number");
  }

  @Test
  void triesOutBuffersByKeyboard() {
    desk.stored("PUT", "/api/v1/listings", """
        [{"channel":"shopify","account":"acme","channelSku":"KETTLE-FR","sku":"CD-7"}]
        """);
    desk.open(browser, "/console/channels/stock");
    desk.press(browser, "Try out buffers");
    browser.await(By.id("sku")).sendKeys("NO-SUCH", Keys.ENTER);
    browser.await(By.id("sku-error"), "listed at no channel account");
    browser.await(By.id("sku")).clear();
    browser.await(By.id("sku")).sendKeys("CD-7", Keys.TAB, "40", Keys.TAB, "3600", Keys.ENTER);
    browser.await(By.id("trial-following"), "Keeps back what is sold while a channel is told.");
    browser.await(By.id("trial-none"), "Everything is shown.");
    browser.await(By.id("s-0"), "acme");
  }

  /** The channel has taken a number, and a minute later shows another. */
  private static void drifts(String listing) {
    int changed = desk.sql().sql("""
        update published_quantity set acknowledged = owed, acknowledged_version = owed_version,
          acknowledged_at = owed_at, shown = 99, shown_at = owed_at + interval '1 minute',
          drift_since = owed_at + interval '1 minute'
        where channel_sku = :listing
        """).param("listing", listing).update();
    assertThat(changed).isEqualTo(1);
  }
}
