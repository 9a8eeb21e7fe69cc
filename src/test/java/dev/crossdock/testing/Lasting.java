package dev.crossdock.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WrapsElement;

/**
 * An element that outlives the page it was found on: when the page was replaced before it is read or used, it is found
 * again on the one that came. Between finding an element and reading it a page may always be replaced, so a journey
 * that holds bare elements fails now and then whatever it waits for.
 */
final class Lasting {

  private static final int TIMES = 5;
  private static final List<String> REPLACED = List.of(
      "does not belong to the document",
      "No node with given id",
      "Could not find node with given id",
      "Cannot find context with specified id",
      "Execution context was destroyed",
      "Inspected target navigated or closed");

  private final Supplier<WebElement> finder;
  private WebElement element;

  private Lasting(Supplier<WebElement> finder) {
    this.finder = finder;
    element = finder.get();
  }

  /** The element that is there now, and later whichever has taken its place. */
  static WebElement of(Supplier<WebElement> finder) {
    Lasting lasting = new Lasting(finder);
    return (WebElement) Proxy.newProxyInstance(
        Lasting.class.getClassLoader(),
        new Class<?>[] {WebElement.class, WrapsElement.class},
        (proxy, method, arguments) -> lasting.call(method, arguments));
  }

  /**
   * Whether this tells that the page was replaced under the question. ChromeDriver mostly says so with a stale element;
   * when the page goes in the middle of a question it hands on the inspector's own words instead.
   */
  static boolean replaced(Throwable e) {
    String words = String.valueOf(e.getMessage());
    return e instanceof StaleElementReferenceException
        || e instanceof WebDriverException && REPLACED.stream().anyMatch(words::contains);
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == WrapsElement.class) {
      return present();
    }
    for (int left = TIMES;; left--) {
      try {
        return method.invoke(element, arguments);
      } catch (InvocationTargetException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        if (left == 0 || !replaced(cause)) {
          throw cause;
        }
        element = finder.get();
      }
    }
  }

  /** The bare element for whoever hands it to the browser: a script, a chain of keys. Asked for its state before. */
  private WebElement present() {
    try {
      element.isEnabled();
    } catch (WebDriverException e) {
      if (!replaced(e)) {
        throw e;
      }
      element = finder.get();
    }
    return element;
  }
}
