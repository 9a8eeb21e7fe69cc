package dev.crossdock.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The other process: runs tests with whatever classes stand first on its class path. */
final class MutantTrial {

  static final int GREEN = 0;
  static final int RED = 1;
  static final int NOTHING_RAN = 2;

  private MutantTrial() {}

  /** Takes tests as {@code class#method}. */
  public static void main(String[] tests) throws ClassNotFoundException {
    List<DiscoverySelector> selected = new ArrayList<>();
    for (String test : tests) {
      selected.add(selector(test));
    }
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().selectors(selected).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    TestExecutionSummary summary = listener.getSummary();
    summary.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8), 1);
    boolean failed = summary.getTotalFailureCount() > 0;
    System.exit(failed ? RED : summary.getTestsSucceededCount() > 0 ? GREEN : NOTHING_RAN);
  }

  private static DiscoverySelector selector(String test) throws ClassNotFoundException {
    Class<?> type = Class.forName(test.substring(0, test.indexOf('#')));
    String name = test.substring(test.indexOf('#') + 1);
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .map((Method method) -> (DiscoverySelector) selectMethod(type, method))
        .orElseGet(() -> selectClass(type));
  }
}
