package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.security.NewPerson;
import dev.crossdock.platform.security.People;
import dev.crossdock.platform.security.Role;
import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Browser;
import dev.crossdock.testing.Installation;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A merchant's desk for a journey: an installation, a shop that sends signed orders, and persons in front of it.
 * {@code @RegisterExtension static final Desk desk = new Desk();} opens it before the journey and closes it behind.
 */
final class Desk implements BeforeAllCallback, AfterAllCallback {

  static final String PASSWORD = "correct horse battery";
  private static final String SECRET = "hush-hush-hush-hush";
  private static final String PRESSED = "//main//*[self::button or self::a][contains(normalize-space(.), '%s')]";
  private static final Duration SOON = Duration.ofMinutes(5);
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final Cause CAUSE = Cause.of(Actor.system("test"), "test", new UUID(7, 8));

  private @Nullable Installation house;
  private int deliveries;

  @Override
  public void beforeAll(ExtensionContext context) {
    house = Installation.fresh();
    person("mira", "Mira Kovač", Role.OPERATOR);
    person("bo", "Bo Ek", Role.OPERATOR);
    stored("POST", "/api/v1/channel-accounts",
        "{\"channel\":\"shopify\",\"account\":\"acme\",\"name\":\"Acme\",\"credentials\":{\"webhookSecret\":\"" + SECRET
            + "\"}}");
    location("BER", "Berlin", "WAREHOUSE", 52.52, 13.4);
    location("CGN", "Köln", "WAREHOUSE", 50.94, 6.96);
    location("S14", "Store 14, Hamburg", "STORE", 53.55, 9.99);
  }

  void person(String signIn, String name, Role role) {
    house().part(People.class).add(Merchant.MAIN, CAUSE, new NewPerson(signIn, name, PASSWORD, Set.of(role)));
  }

  private void location(String code, String name, String kind, double lat, double lon) {
    stored("POST", "/api/v1/locations",
        ("{\"code\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\",\"address\":{\"country\":\"DE\"},"
            + "\"geo\":{\"lat\":%s,\"lon\":%s}}")
            .formatted(code, name, kind, lat, lon));
  }

  void sells(String sku, String title, int berlin, int cologne) {
    stored("POST", "/api/v1/products", "[{\"sku\":\"%s\",\"title\":\"%s\"}]".formatted(sku, title));
    stored("PUT", "/api/v1/stock",
        ("[{\"sku\":\"%1$s\",\"location\":\"BER\",\"onHand\":%2$d},"
            + "{\"sku\":\"%1$s\",\"location\":\"CGN\",\"onHand\":%3$d}]")
            .formatted(sku, berlin, cologne));
  }

  /** What the API answers to a change that it takes. */
  Installation.Reply stored(String method, String path, String body) {
    Installation.Reply reply = house().send(house().request(method, path, body).build());
    assertThat(reply.status()).as(method + " " + path + ": " + reply).isBetween(200, 204);
    return reply;
  }

  /** The shop sends a message, which is answered; what follows from it comes later. */
  void sends(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String delivery = "d" + deliveries++;
    Installation.Reply reply = house().send(HttpRequest.newBuilder(house().uri("/webhooks/shopify/acme"))
        .POST(BodyPublishers.ofByteArray(bytes))
        .header("Content-Type", "application/json")
        .header("X-Shopify-Topic", "orders/create")
        .header("X-Shopify-Webhook-Id", delivery)
        .header("X-Shopify-Event-Id", delivery)
        .header("X-Shopify-Hmac-SHA256", signature(bytes))
        .build());
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
  }

  /** Waits until nothing is left to be worked on; what is put off for later is left. */
  void settles() {
    String soon = new SystemTime().instant().plus(SOON).toString();
    until("nobody has anything to do", () -> sql().sql("""
        select (select count(*) from inbox where state = 'RECEIVED')
          + (select count(*) from routing_queue where not_before < cast(:soon as timestamptz))
          + (select count(*) from journal_pending)
          + (select count(*)
             from journal_reader r
             where exists (
               select 1
               from journal_block b
               where b.merchant = r.merchant and (b.block, b.entries) > (r.block, r.idx + 1)))
        """).param("soon", soon).query(Long.class).single() == 0);
  }

  private static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited until " + what).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  Installation house() {
    return Objects.requireNonNull(house, "The desk is open between the first and the last test of its class");
  }

  JdbcClient sql() {
    return JdbcClient.create(house().db().dataSource());
  }

  /** Puts other bytes into a stored message, as if the cause why it could not be read were gone. */
  void mends(String number, String body) {
    int changed = sql().sql("""
        update inbox_body set body = convert_to(:body, 'UTF8')
        where convert_from(body, 'UTF8') like '%"name": "' || :number || '"%'
        """).param("body", body).param("number", number).update();
    assertThat(changed).as("messages about " + number).isEqualTo(1);
  }

  String orderId(String number) {
    return sql().sql("select id from orders where external_number = :number")
        .param("number", number).query(UUID.class).single().toString();
  }

  /** Opens a page in the browser. */
  void open(Browser browser, String path) {
    browser.open(house().uri(path));
  }

  void signIn(Browser browser, String name) {
    open(browser, "/console/sign-in");
    fillSignIn(browser, name);
  }

  /** Signs in on the page that asks for it, wherever it leads. */
  void fillSignIn(Browser browser, String name) {
    browser.await(By.name("username")).sendKeys(name);
    browser.await(By.name("password")).sendKeys(PASSWORD);
    browser.click(By.cssSelector("main button"));
    browser.await(By.cssSelector("nav[aria-label=Main]"));
  }

  /** Clicks what can be seen, as soon as it can be. */
  void click(Browser browser, String css) {
    browser.click(By.cssSelector(css));
  }

  /** Clicks the button or link with these words. */
  void press(Browser browser, String words) {
    browser.click(By.xpath(PRESSED.formatted(words)));
  }

  /** Sends keys to wherever the focus is. */
  void keys(Browser browser, CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  /** Waits until a page has this heading. */
  void arrives(Browser browser, String heading) {
    browser.await(By.cssSelector("h1"), heading);
  }

  /** Waits until the page tells what the last command did. */
  void told(Browser browser, String words) {
    browser.await(By.cssSelector("#status .toast"), words);
  }

  private static String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (house != null) {
      house.close();
      house = null;
    }
  }
}
