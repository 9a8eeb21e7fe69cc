package dev.crossdock.sandbox.drills.kit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Processes with the same JVM, options and classes as this one, and none of its environment's settings. */
public final class Jvm {

  /** The product's own command line. */
  public static final String CROSSDOCK = "dev.crossdock.Crossdock";

  /** What the environment of a process says that ends before it pays to compile its code well. */
  public static final Map<String, String> SHORT_LIVED = Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");

  private static final Pattern READY = Pattern.compile("ready on http://[^:]+:(\\d+)");
  private static final int TAIL_LINES = 20;

  private Jvm() {}

  /**
   * Starts one.
   *
   * @param folder where it works
   * @param main the class to run
   * @param environment is added to ours
   */
  public static Process start(Path folder, String main, List<String> arguments, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X") || option.startsWith("--enable-native-access"))
        .forEach(command::add);
    command.addAll(List.of("-cp", classPath(), main));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("CROSSDOCK_"));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Java could not be started", e);
    }
  }

  /**
   * Waits until a server that was just started says that it is ready, and goes on hearing it.
   *
   * @return its port
   * @throws IllegalStateException with its last words when it is not ready in time
   */
  public static int readyPort(Process process, Duration atMost) throws InterruptedException {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> listen(process, port));
    try {
      return port.get(atMost.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the installation did not start: " + e.getMessage(), e);
    }
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Reads to the end, so that the process never waits for us to read. */
  private static void listen(Process process, CompletableFuture<Integer> port) {
    Deque<String> tail = new ArrayDeque<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher ready = READY.matcher(line);
        if (ready.find()) {
          port.complete(Integer.valueOf(ready.group(1)));
        }
        tail.addLast(line);
        if (tail.size() > TAIL_LINES) {
          tail.removeFirst();
        }
      }
    } catch (IOException e) {
      tail.addLast(String.valueOf(e.getMessage()));
    }
    port.completeExceptionally(new IllegalStateException(String.join("\n", tail)));
  }
}
