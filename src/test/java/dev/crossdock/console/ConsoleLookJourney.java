package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page of the console, with kind and with hostile data, at both widths and in both themes. */
class ConsoleLookJourney {

  private static final Instant NOW = new SystemTime().instant();

  /** Would run if it were not escaped: in an element, in an attribute, in a script. */
  private static final String SCRIPT = "</td><script>window.hacked=1</script><img src=x onerror=window.hacked=1>'";
  private static final String BACKWARDS = "\u202Egnp.evil\u202C \u2067abc";
  private static final String EMOJI = "👩‍👩‍👧‍👦 Zoë 🏴‍☠️";
  private static final String LONG = "Ü".repeat(200);

  private static final String HARMLESS =
      "return window.hacked === undefined && !document.querySelector('main img, main script')";

  @RegisterExtension
  static final Browser browser = new Browser();

  @RegisterExtension
  static final Desk desk = new Desk();

  @BeforeAll
  static void open() {
    desk.sells("AB-12", "Mug, blue", 40, 5);
    desk.sells("CD-7", "Kettle, steel", 3, 8);
    desk.sells("EF-1", "Filter papers", 0, 0);
    desk.sells("GH-3", "Tea, Earl Grey", 400, 0);
    desk.sells("X<b>&'9", SCRIPT + " " + EMOJI + " " + "long ".repeat(60), 7, 0);
    List.of(
            order(5501, 300).buyer("Ada", "Lovelace").line("AB-12", "Mug, blue", 3, "12.50")
                .line("CD-7", "Kettle, steel", 2, "30.00").discount("6.00").tags("vip"),
            order(5502, 280).buyer("Bo", "Ek").line("AB 12", "Mug (blue)", 2, "12.50"),
            order(5503, 200).buyer("Ci", "Wu").line("EF-1", "Filter papers", 2, "7.00").line("GH-3", "Tea", 1, "9.90"),
            order(5504, 120).buyer("Élodie", "Martin").status("pending").line("GH-3", "Tea, Earl Grey", 4, "9.90"),
            order(5505, 90).buyer("Jo", "Al").to("Straße", "10827", "").line("GH-3", "Tea, Earl Grey", 1, "9.90"),
            order(5506, 45).buyer("محمد", "علي").line("AB 12", "Mug (blue)", 1, "12.50").offBy("3.00"),
            order(5507, 12).buyer("Nordwerk", "AB").line("GH-3", "Tea, Earl Grey", 40, "9.90"),
            hostile(5509, 200))
        .forEach(told -> desk.sends(told.json()));
    desk.sends(broken(5508, "AB-12"));
    desk.sends(broken(5510, SCRIPT + BACKWARDS + EMOJI + LONG.repeat(50)));
    desk.settles();
    due("#5501", NOW.plus(Duration.ofMinutes(48)));
    due("#5503", NOW.plus(Duration.ofMinutes(48)));
    due("#5504", NOW.minus(Duration.ofHours(2)));
  }

  @Test
  void everyPageIsAccessibleInBothThemesAndFitsEveryWindow() {
    Look look = new Look(desk, browser);
    look.at("/console/sign-in?ended");
    look.at("/console//orders", 400);
    desk.signIn(browser, "mira");
    look.fromAllSides("/console/kit");
    look.at("/console/orders");
    look.at("/console/orders?q=is%3Aopne", 422);
    look.at("/console/orders?q=sku%3Anone");
    look.at("/console/orders/" + desk.orderId("#5501"));
    look.at("/console/orders/" + desk.orderId("#5506"));
    look.at("/console/orders/" + desk.orderId("#5501") + "?at=1");
    look.at("/console/exceptions");
    look.at("/console/stock");
    look.at("/console/stock?q=nothing");
    look.at("/console/stock/sku?sku=AB-12");
    look.at("/console/channels");
    look.at("/console/channels/stock");
    look.at("/console/channels/stock/account?channel=shopify&account=acme");
    look.at("/console/channels/stock/account?channel=shopify&account=none", 404);
    look.at("/console/channels/stock/trial");
    desk.stored("PUT", "/api/v1/listings", """
        [{"channel":"shopify","account":"acme","channelSku":"KETTLE","sku":"AB-12"}]
        """);
    look.at("/console/channels/stock/trial?sku=AB-12&units=40&perHour=3600");
    look.at("/console/channels/stock/trial?sku=none&units=0", 422);
    look.at("/console/nowhere", 404);
    look.at("/console/preferences", 405);
    look.at("/console/orders/rows", 400);
  }

  @Test
  void hostileDataStaysTextAndBreaksNoPage() {
    desk.signIn(browser, "mira");
    Look look = new Look(desk, browser);
    String order = "/console/orders/" + desk.orderId("#5509");
    for (String path : List.of(
        "/console/orders?q=" + encoded("ext:#5509"), order, message("#5509"), message("#5510"),
        "/console/exceptions?group=" + encoded(group()), "/console/stock?q=" + encoded("X<b>"),
        "/console/stock/sku?sku=" + encoded("X<b>&'9"), "/console/orders?q=" + encoded(SCRIPT))) {
      boolean unread = path.endsWith(encoded(SCRIPT));
      look.at(path, unread ? 422 : 200);
      assertThat(browser.script(HARMLESS)).as(path).isEqualTo(true);
    }
    desk.open(browser, order);
    assertThat(browser.driver().getPageSource()).contains("window.hacked=1").contains("&lt;script&gt;");
  }

  private static String message(String number) {
    return "/console/messages/" + desk.sql().sql("""
        select inbox_id from inbox_body where convert_from(body, 'UTF8') like '%"name": "' || :number || '"%'
        """).param("number", number).query(String.class).single();
  }

  private static String group() {
    return desk.sql().sql("""
        select group_key from exception_case where group_key like 'mapping:%script%' limit 1
        """).query(String.class).single();
  }

  private static void due(String number, Instant at) {
    desk.sql().sql("update orders set ship_by = :at::timestamptz where external_number = :number")
        .param("at", at.toString()).param("number", number).update();
  }

  private static ShopOrder hostile(long id, int lines) {
    ShopOrder order = order(id, 5).buyer(SCRIPT, LONG).to(BACKWARDS + LONG, "10827", EMOJI).tags(SCRIPT + ", " + EMOJI);
    order.line("NO<script>window.hacked=1</script>", SCRIPT + BACKWARDS, 1, "1.00");
    for (int i = 1; i < lines; i++) {
      order.line("GH-3", EMOJI + " " + "verylongwithoutanybreak".repeat(20), 1, "9.90");
    }
    return order;
  }

  private static String broken(long id, String sku) {
    return ("{\"id\": %1$d, \"name\": \"#%1$d\", \"line_items\": [{\"id\": 1, \"sku\": \"%2$s\", "
        + "\"quantity\": -4}]}").formatted(id, sku);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static ShopOrder order(long id, int minutesAgo) {
    return new ShopOrder(id, NOW.minus(Duration.ofMinutes(minutesAgo)));
  }
}
