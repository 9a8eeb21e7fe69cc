package dev.crossdock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Shows on two small pages that the browser runs scripts, sees what the policy stops and finds what axe-core finds. */
class BrowserJourney {

  private static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";
  private static final String CLEAN = """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dock</title></head><body><main>
      <h1>Dock</h1><button id="add" type="button">Add</button><p id="count" role="status">0 parcels</p>
      </main><script src="/count.js"></script></body></html>
      """;
  private static final String FAULTY = """
      <!doctype html><html><head><meta charset="utf-8"><title>Dock</title></head><body><main>
      <h1>Dock</h1><input id="nameless"><script>document.title = 'inline';</script>
      </main></body></html>
      """;
  private static final String COUNT = """
      const count = document.getElementById('count');
      document.getElementById('add').addEventListener('click', () => {
        fetch('/parcels').then(answer => answer.text()).then(text => { count.textContent = text; });
      });
      """;

  @RegisterExtension
  static final Browser browser = new Browser();

  private static HttpServer server;

  @BeforeAll
  static void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/clean", "text/html", CLEAN);
    answer("/faulty", "text/html", FAULTY);
    answer("/count.js", "text/javascript", COUNT);
    answer("/parcels", "text/plain", "1 parcel");
    answer("/favicon.ico", "image/x-icon", "");
    server.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void runsAPageAndTakesItsPicture() throws IOException {
    browser.size(800, 600);
    browser.open(page("/clean"));
    browser.await(By.id("add")).click();

    browser.await(By.id("count"), "1 parcel");
    assertThat(browser.script("return innerWidth + 'x' + innerHeight")).isEqualTo("800x600");
    assertThat(browser.accessibilityViolations()).isEmpty();
    assertThat(browser.consoleErrors()).isEmpty();
    assertThat(browser.screenshot("browser")).isNotEmptyFile();
  }

  @Test
  void seesWhatIsWrongWithAPage() {
    browser.open(page("/faulty"));

    assertThat(browser.accessibilityViolations())
        .anyMatch(line -> line.startsWith("html-has-lang"))
        .anyMatch(line -> line.startsWith("label") && line.endsWith("#nameless"));
    assertThat(browser.consoleErrors()).anyMatch(line -> line.contains("Content Security Policy"));
    assertThat(browser.driver().getTitle()).isEqualTo("Dock");
  }

  @Test
  void showsBothColourSchemes() {
    browser.open(page("/clean"));
    String dark = "return matchMedia('(prefers-color-scheme: dark)').matches";

    browser.dark(true);
    assertThat(browser.script(dark)).isEqualTo(true);
    browser.dark(false);
    assertThat(browser.script(dark)).isEqualTo(false);
  }

  @Test
  void anElementOutlivesThePageItWasFoundOn() {
    browser.open(page("/clean"));
    WebElement count = browser.await(By.id("count"));
    WebElement add = browser.await(By.id("add"));

    browser.open(page("/clean"));

    assertThat(count.getText()).isEqualTo("0 parcels");
    assertThat(browser.script("return arguments[0].id", add)).isEqualTo("add");
  }

  private static URI page(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void answer(String path, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(path, exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
  }
}
