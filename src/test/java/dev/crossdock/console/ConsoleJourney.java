package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What an operator does all day, in a real browser on a real installation. Each journey has orders of its own. */
class ConsoleJourney {

  private static final Instant NOW = new SystemTime().instant();
  private static final String LIST_NUMBERS =
      "return [...document.querySelectorAll('#orders a[data-row]')].map(a => a.textContent)";

  private static final String FOCUS_SEEN = """
      const e = document.activeElement, r = e.getBoundingClientRect();
      const shown = getComputedStyle(e).outlineStyle !== 'none' && r.width > 0 && r.height > 0;
      const top = document.elementFromPoint(r.left + r.width / 2, r.top + Math.min(r.height / 2, 10));
      return shown && (e.contains(top) || top.contains(e));
      """;

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();
  private static @Nullable Cookie session;

  @BeforeAll
  static void open() {
    session = null;
    desk.sells("AB-12", "Mug, blue", 40, 5);
    desk.sells("CD-7", "Kettle, steel", 30, 8);
    desk.sells("GH-3", "Tea, Earl Grey", 900, 0);
    Stream.of(
            order(5504, 120).status("pending").line("GH-3", "Tea", 4, "9.90"),
            order(5505, 110).to("Straße", "10827", "").line("GH-3", "Tea", 1, "9.90"),
            order(5506, 100).line("GH-3", "Tea", 2, "9.90").offBy("3.00"),
            order(5511, 90).line("ZZ 9", "Unknown tin", 1, "9.90"),
            order(5512, 80).line("ZZ 9", "Unknown tin", 2, "9.90").line("AB-12", "Mug, blue", 1, "12.50"),
            order(5513, 70).line("ZZ 9", "Unknown tin", 3, "9.90"),
            order(5514, 60).line("CD 7", "Kettle", 1, "30.00"),
            order(5515, 50).buyer("Nordwerk", "AB").line("CD-7", "Kettle, steel", 2, "30.00"))
        .forEach(told -> desk.sends(told.json()));
    for (int i = 0; i < 55; i++) {
      desk.sends(order(5600 + i, 1000 + i).line("GH-3", "Tea", 1, "9.90").json());
    }
    desk.sends(broken(5520));
    desk.sends("{\"id\": 5521, \"name\": \"#5521\", \"currency\": \"XXQ\", \"line_items\": []}");
    desk.settles();
  }

  @BeforeEach
  void wide() {
    browser.size(1280, 900);
    browser.driver().manage().deleteAllCookies();
    if (session == null) {
      desk.signIn(browser, "mira");
      session = browser.driver().manage().getCookieNamed("crossdock");
    } else {
      browser.driver().manage().addCookie(session);
      desk.open(browser, "/console/orders");
    }
  }

  @Test
  void releasesAHoldAndTheOrderGoesOn() {
    openOrder("#5504");
    browser.await(By.cssSelector(".order-badge"), "On hold: payment");
    browser.await(By.name("note")).sendKeys("Paid by bank, seen in the account");
    desk.press(browser, "Release hold");

    desk.told(browser, "Hold released");
    assertThat(browser.driver().findElements(By.cssSelector(".hold"))).isEmpty();
    browser.await(By.id("timeline"), "mira released the hold “Payment”: Paid by bank, seen in the account");
    desk.settles();
    openOrder("#5504");
    browser.await(By.cssSelector(".order-badge"), "Released");
  }

  @Test
  void tellsInMoneyWhyTotalsHoldAnOrder() {
    openOrder("#5506");

    browser.await(By.cssSelector(".hold"),
        "The channel's total of €27.70 is €3.00 more than lines, charges and taxes less discounts, which make €24.70.");
    assertThat(browser.await(By.id("order")).getText()).doesNotContain("minor unit");
  }

  @Test
  void mapsASkuAndFreesEveryOrderItStopped() {
    desk.open(browser, "/console/exceptions");
    cause("ZZ 9 is not mapped");
    browser.await(By.id("remedy"), "Mapping it frees 3 orders");
    browser.await(By.id("sku")).sendKeys("NO-SUCH");
    desk.press(browser, "Map this SKU");

    browser.await(By.id("errors"), "There is no SKU NO-SUCH. Enter one of the catalogue.");
    WebElement field = browser.await(By.id("sku"));
    assertThat(field.getAttribute("value")).as("what was typed stays").isEqualTo("NO-SUCH");
    field.clear();
    field.sendKeys("GH-3", Keys.ENTER);

    desk.told(browser, "ZZ 9 mapped to GH-3: 3 orders freed");
    desk.settles();
    for (String number : List.of("#5511", "#5512", "#5513")) {
      openOrder(number);
      browser.await(By.cssSelector(".order-badge"), "Released");
      browser.await(By.id("timeline"), "ZZ 9 on line 1 is now known as GH-3");
    }
    desk.open(browser, "/console/exceptions");
    assertThat(browser.await(By.cssSelector("main")).getText()).doesNotContain("ZZ 9");
  }

  @Test
  void mapsASkuByWhatIsSuggested() {
    desk.open(browser, "/console/exceptions");
    cause("CD 7 is not mapped");
    desk.press(browser, "Map to CD-7");

    desk.told(browser, "CD 7 mapped to CD-7: 1 order freed");
  }

  @Test
  void runsAParkedMessageAgainOnceItsCauseIsGone() {
    desk.open(browser, "/console/exceptions");
    cause("quantity");
    desk.press(browser, "Run it again");
    desk.told(browser, "1 message set going again");
    desk.settles();

    desk.mends("#5520", order(5520, 30).line("GH-3", "Tea", 1, "9.90").json());
    desk.open(browser, "/console/exceptions");
    cause("quantity");
    desk.press(browser, "Open the message");
    desk.arrives(browser, "Message orders/create");
    desk.press(browser, "Run again");
    desk.told(browser, "Message set going again");
    desk.settles();

    openOrder("#5520");
    browser.await(By.id("timeline"), "Shopify sent the order: 1 unit on 1 line");
  }

  @Test
  void dismissesWhatNeedsNobody() {
    desk.open(browser, "/console/exceptions");
    cause("currency");
    desk.click(browser, ".cause-box input");
    desk.click(browser, "#dismiss summary");
    browser.await(By.id("reason")).sendKeys("A test of the shop");
    desk.click(browser, "#dismiss button");

    desk.told(browser, "1 exception dismissed");
    assertThat(browser.await(By.cssSelector("main")).getText()).doesNotContain("currency");
  }

  @Test
  void findsAnOrderByItsNumberAndByWhatIsFiltered() {
    browser.await(By.name("number")).sendKeys("#5515", Keys.ENTER);
    browser.await(By.cssSelector(".order-external"), "Shopify #5515");

    desk.open(browser, "/console/orders");
    filter("sku:CD-7 customer:Nordwerk");
    browser.await("to find one order", page -> one(numbers()));
    desk.press(browser, "Remove the condition customer:Nordwerk");
    browser.await(By.cssSelector(".filter-chips"), "sku:CD-7");
    assertThat(browser.await(By.name("q")).getAttribute("value")).isEqualTo("sku:CD-7");

    filter("is:opne");
    browser.await(By.cssSelector(".filter-mistakes"), "Did you mean is:open?");
    desk.press(browser, "is:open");
    browser.await(By.cssSelector("#orders"));
  }

  @Test
  void turnsThePageAndComesBack() {
    desk.open(browser, "/console/orders?q=");
    List<String> first = numbers();
    assertThat(first).hasSize(50);
    desk.press(browser, "Next page");
    desk.arrives(browser, "Orders");
    browser.await("for other orders", page -> Objects.equals(numbers(), first)
        ? Optional.empty() : Optional.of(true));
    assertThat(numbers()).isNotEmpty().doesNotContainAnyElementsOf(first);
    desk.press(browser, "First page");
    browser.await("for the first orders", page -> Objects.equals(numbers(), first)
        ? Optional.of(true) : Optional.empty());
  }

  @Test
  void leadsFromStockToTheOrderThatHoldsIt() {
    desk.open(browser, "/console/orders");
    desk.keys(browser, "g", "i");
    desk.arrives(browser, "Stock");
    browser.await(By.name("q")).sendKeys("kettle", Keys.ENTER);
    browser.await(By.cssSelector(".stock"), "CD-7");
    assertThat(browser.await(By.cssSelector(".stock")).getText()).doesNotContain("AB-12").contains("Berlin");
    desk.press(browser, "CD-7");
    desk.arrives(browser, "CD-7");
    browser.await(By.cssSelector(".sku-figures"), "38");
    browser.await(By.cssSelector(".sku-ledger"), "Counted");
    desk.click(browser, ".sku-holders a");
    browser.await(By.cssSelector(".order-external"), "Shopify #5");

    desk.open(browser, "/console/stock/sku?sku=NO-SUCH");
    desk.arrives(browser, "There is no such SKU");
  }

  @Test
  void tellsHowEachChannelAccountIs() {
    desk.keys(browser, "g", "c");
    desk.arrives(browser, "Channels");

    assertThat(browser.await(By.id("a-shopify-acme"), "Acme").getText())
        .contains("Shopify · acme", "Last message", "Last answered poll", "Waiting", "Parked");
    desk.press(browser, "Orders of this account");
    desk.arrives(browser, "Orders");
    assertThat(browser.await(By.name("q")).getAttribute("value")).isEqualTo("channel:shopify/acme");
  }

  @Test
  void signsOutAndComesBackToThePage() {
    browser.driver().manage().deleteAllCookies();
    desk.signIn(browser, "bo");
    openOrder("#5505");
    String page = browser.driver().getCurrentUrl();
    desk.click(browser, ".person-summary");
    desk.click(browser, ".person-menu form[action='/console/sign-out'] button");
    browser.await(By.cssSelector(".note"), "You are signed out.");

    browser.driver().get(page);
    desk.fillSignIn(browser, "bo");
    browser.await(By.cssSelector(".order-external"), "Shopify #5505");
    assertThat(browser.driver().getCurrentUrl()).startsWith(page);
  }

  @Test
  void aFormSentAfterTheSessionEndedLeadsToTheSignInAndBack() {
    openOrder("#5505");
    String page = browser.driver().getCurrentUrl();
    browser.driver().manage().deleteCookieNamed("crossdock");
    browser.await(By.name("note")).sendKeys("Looks right");
    desk.press(browser, "Release hold");
    browser.await(By.cssSelector(".note"), "Your session had ended. Nothing was changed.");

    desk.fillSignIn(browser, "mira");
    browser.await(By.cssSelector(".order-badge"), "On hold: address");
    assertThat(browser.driver().getCurrentUrl()).startsWith(page);
  }

  @Test
  void aFormFromBeforeTheLastSignInIsRefusedInWords() {
    openOrder("#5505");
    browser.script("document.querySelector('.hold [name=_csrf]').value = 'from another session'");
    browser.await(By.name("note")).sendKeys("Looks right");
    desk.press(browser, "Release hold");
    desk.arrives(browser, "This form is out of date");

    desk.press(browser, "Go back to the page");
    browser.await(By.cssSelector(".order-badge"), "On hold: address");
  }

  @Test
  void worksByKeyboardAlone() {
    desk.open(browser, "/console/orders");
    desk.keys(browser, "?");
    browser.await(By.id("keys"), "Filter");
    desk.keys(browser, Keys.ESCAPE);
    desk.keys(browser, "/");
    assertThat(focused()).isEqualTo("q");
    desk.keys(browser, "ext:#5505", Keys.ENTER);
    browser.await("to find one order", page -> one(numbers()));
    desk.keys(browser, "j", Keys.ENTER);
    browser.await(By.cssSelector(".order-external"), "Shopify #5505");

    int stops = 0;
    while (!focused().equals("note")) {
      assertThat(stops++).as("steps to the field").isLessThan(40);
      desk.keys(browser, Keys.TAB);
      assertThat(browser.script(FOCUS_SEEN)).as("focus seen on " + focused()).isEqualTo(true);
    }
    desk.keys(browser, "u");
    assertThat(browser.await(By.name("note")).getAttribute("value")).as("a letter, not a shortcut").isEqualTo("u");
    desk.keys(browser, Keys.ESCAPE);
    desk.keys(browser, "u");
    desk.arrives(browser, "Orders");
    desk.keys(browser, "g", "e");
    desk.arrives(browser, "Exceptions");
  }

  private static String focused() {
    return String.valueOf(browser.script("return document.activeElement.name || document.activeElement.className"));
  }

  private void openOrder(String number) {
    desk.open(browser, "/console/orders/" + desk.orderId(number));
    browser.await(By.id("order-head"));
  }

  private static void cause(String words) {
    browser.await(By.cssSelector(".causes-list a"), words).click();
    browser.await(By.cssSelector("#cause-heading"), words);
  }

  private static void filter(String text) {
    WebElement field = browser.await(By.name("q"));
    field.clear();
    field.sendKeys(text, Keys.ENTER);
  }

  private static List<String> numbers() {
    List<?> texts = (List<?>) Objects.requireNonNull(browser.script(LIST_NUMBERS));
    return texts.stream().map(String::valueOf).toList();
  }

  private static Optional<Boolean> one(List<String> numbers) {
    return numbers.size() == 1 ? Optional.of(true) : Optional.empty();
  }

  private static String broken(long id) {
    return order(id, 30).line("GH-3", "Tea", -4, "9.90").json();
  }

  private static ShopOrder order(long id, int minutesAgo) {
    return new ShopOrder(id, NOW.minus(Duration.ofMinutes(minutesAgo)));
  }
}
