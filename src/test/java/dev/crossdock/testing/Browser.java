package dev.crossdock.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium for one journey: {@code @RegisterExtension static final Browser browser = new Browser();}. Each
 * journey class gets a fresh profile; only this machine's own addresses can be reached. Without Chromium the journey is
 * skipped, and a line names it and what to install. A failed journey leaves a screenshot in {@code target/screenshots}.
 */
public final class Browser
    implements ExecutionCondition, BeforeAllCallback, AfterAllCallback, BeforeTestExecutionCallback,
        AfterTestExecutionCallback {

  private static final Program CHROMIUM =
      new Program("CROSSDOCK_CHROMIUM", List.of("chromium", "chromium-browser", "google-chrome"));
  private static final Program CHROMEDRIVER = new Program("CROSSDOCK_CHROMEDRIVER", List.of("chromedriver"));
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<String> SWITCHES = List.of(
      "--headless=new",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-default-apps",
      "--disable-extensions",
      "--disable-sync",
      "--no-default-browser-check",
      "--no-first-run",
      "--no-proxy-server",
      "--force-color-profile=srgb",
      "--force-device-scale-factor=1",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost");

  private static final String RUN_AXE = """
      const done = arguments[arguments.length - 1];
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}).then(
          found => done(found.violations.map(v => v.id + ': ' + v.help + ' at '
              + v.nodes.map(node => node.target.join(' ')).join(', '))),
          error => done(['axe-core failed: ' + error]));
      """;

  // Held here because loggers are weakly referenced. Selenium warns about typed DevTools, which nobody uses here.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final Steps steps = new Steps();
  private @Nullable ChromeDriver driver;
  private @Nullable Path profile;

  /** Opens an address and waits until the page has loaded. */
  public void open(URI address) {
    driver().get(address.toString());
  }

  /** Sets the size of what the page sees, in CSS pixels. */
  public void size(int width, int height) {
    driver().manage().window().setSize(new Dimension(width, height));
    Map<String, Object> metrics = Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
    driver().executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
  }

  /** Makes the page believe that the person prefers a dark (or light) colour scheme. */
  public void dark(boolean dark) {
    Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  /** The element, as soon as it is displayed; fails after twenty seconds. It lasts when the page is replaced. */
  public WebElement await(By by) {
    return Lasting.of(() -> await(
        "to see " + by, page -> page.findElements(by).stream().filter(WebElement::isDisplayed).findFirst()));
  }

  /** The element, as soon as it is displayed and its text holds the words; fails after twenty seconds. It lasts. */
  public WebElement await(By by, String words) {
    Function<WebElement, Boolean> fits = element -> element.isDisplayed() && element.getText().contains(words);
    return Lasting.of(() -> await(
        "to read '" + words + "' in " + by, page -> page.findElements(by).stream().filter(fits::apply).findFirst()));
  }

  /** Clicks the element, as soon as it is displayed; when it is replaced before the click reaches it, its successor. */
  public void click(By by) {
    await("to click " + by, page -> {
      Optional<WebElement> seen = page.findElements(by).stream().filter(WebElement::isDisplayed).findFirst();
      seen.ifPresent(WebElement::click);
      return seen;
    });
  }

  /** What a condition finds, as soon as it finds something; the wish completes "Waited ...". */
  public <T> T await(String wish, Function<WebDriver, Optional<T>> condition) {
    return new WebDriverWait(driver(), PATIENCE, Duration.ofMillis(50))
        .withMessage(() -> "Waited " + wish + " on " + driver().getCurrentUrl())
        .ignoring(NotFoundException.class)
        .until(page -> settled(page, condition).orElseThrow(NotFoundException::new));
  }

  /** What the condition finds, or nothing when the page was replaced while it was read. */
  private static <T> Optional<T> settled(WebDriver page, Function<WebDriver, Optional<T>> condition) {
    try {
      return condition.apply(page);
    } catch (WebDriverException e) {
      if (Lasting.replaced(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Runs a script in the page and gives what it returns. */
  public @Nullable Object script(String script, Object... arguments) {
    return driver().executeScript(script, arguments);
  }

  /** Saves what the window shows as {@code target/screenshots/NAME.png}. */
  public Path screenshot(String name) {
    Path file = Shared.project().resolve("target/screenshots").resolve(name + ".png");
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, driver().getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What axe-core holds against the page (WCAG 2.2 AA and best practice): rule, sentence and where; empty is clean. */
  public List<String> accessibilityViolations() {
    if (!Boolean.TRUE.equals(driver().executeScript("return 'axe' in window"))) {
      driver().executeScript(axe());
    }
    Object found = driver().executeAsyncScript(RUN_AXE);
    return found instanceof List<?> lines ? lines.stream().map(String::valueOf).toList() : List.of();
  }

  /** Errors the console has shown since the last call, for instance each thing the content security policy stopped. */
  public List<String> consoleErrors() {
    return driver().manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** For everything else a journey needs from Selenium. */
  public ChromeDriver driver() {
    if (driver == null) {
      throw new IllegalStateException("The browser runs between the first and the last test of its class");
    }
    return driver;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<String> missing = Stream.of(CHROMIUM, CHROMEDRIVER)
        .filter(program -> program.find().isEmpty())
        .map(Program::variable)
        .toList();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("Chromium is here");
    }
    String reason = skipped(context.getRequiredTestClass().getName(), missing);
    System.out.println(reason);
    return ConditionEvaluationResult.disabled(reason);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    profile = TestFolders.make("crossdock-browser-");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.find().orElseThrow().toFile());
    options.addArguments(SWITCHES);
    options.addArguments("--user-data-dir=" + profile);
    if ("root".equals(System.getProperty("user.name"))) {
      options.addArguments("--no-sandbox");
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service = new ChromeDriverService.Builder()
        .usingDriverExecutable(CHROMEDRIVER.find().orElseThrow().toFile())
        .usingAnyFreePort()
        .withSilent(true)
        .build();
    SELENIUM.setLevel(Level.SEVERE);
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
    size(1440, 900);
    steps.begin();
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) throws ReflectiveOperationException {
    steps.before(context);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (driver != null && context.getExecutionException().isPresent()) {
      String journey = context.getRequiredTestClass().getSimpleName();
      screenshot("failed-" + journey + "-" + context.getRequiredTestMethod().getName());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (driver != null) {
      driver.quit();
      driver = null;
    }
    if (profile != null) {
      delete(profile);
      profile = null;
    }
  }

  static String skipped(String journey, List<String> variables) {
    return "Skipped the browser journey " + journey + ": no Chromium here. Install the packages chromium and "
        + "chromium-driver, or set " + String.join(" and ", variables) + ".";
  }

  private static String axe() {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      if (script == null) {
        throw new IllegalStateException("axe.min.js is not on the test class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** A program this needs: the variable that may name it, and the names it goes by. */
  record Program(String variable, List<String> names) {

    Optional<Path> find() {
      return find(System.getenv(variable), System.getenv("PATH"));
    }

    Optional<Path> find(@Nullable String named, @Nullable String path) {
      if (named != null && !named.isBlank()) {
        return Optional.of(Path.of(named)).filter(Files::isExecutable);
      }
      String folders = path == null ? "/usr/bin" : path + File.pathSeparator + "/usr/bin";
      return names.stream()
          .flatMap(name -> Stream.of(folders.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .findFirst();
    }
  }
}
