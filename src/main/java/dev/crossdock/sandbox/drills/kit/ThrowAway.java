package dev.crossdock.sandbox.drills.kit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An installation in a process and a temporary folder of its own, to be hit, killed, started again and thrown away. */
public final class ThrowAway implements AutoCloseable {

  public static final String KEY = "drill-key-0123456789abcdef0123456789";

  private static final String MAIN = "dev.crossdock.Crossdock";
  private static final Pattern READY = Pattern.compile("ready on http://[^:]+:(\\d+)");
  private static final Duration START_MAX = Duration.ofMinutes(3);
  private static final Duration STOP_MAX = Duration.ofSeconds(60);
  private static final int TAIL_LINES = 20;

  private final Path folder;
  private final String allowedTarget;
  private final Thread cleaner = new Thread(this::discard, "throw-away");
  private @Nullable Process process;

  private ThrowAway(Path folder, String allowedTarget) {
    this.folder = folder;
    this.allowedTarget = allowedTarget;
  }

  /** Made, not yet started; gone with this JVM at the latest. */
  public static ThrowAway make(String allowedTarget) {
    try {
      ThrowAway made = new ThrowAway(Files.createTempDirectory("crossdock-drill-"), allowedTarget);
      Runtime.getRuntime().addShutdownHook(made.cleaner);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder could be made", e);
    }
  }

  /** Starts it; its address once it answers. */
  public URI start() throws InterruptedException {
    Process started =
        java("start", "--port", "0", "--bind", "127.0.0.1", "--data", data(), "--log-to", "file", "--allow-targets",
            allowedTarget);
    process = started;
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> listen(started, port));
    try {
      return URI.create("http://127.0.0.1:" + port.get(START_MAX.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the throw-away installation did not start: " + e.getMessage(), e);
    }
  }

  long pid() {
    if (process == null) {
      throw new IllegalStateException("the installation was not started");
    }
    return process.pid();
  }

  /** As a power cut would. */
  public void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  public void stop() throws InterruptedException {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    }
  }

  /** What {@code crossdock check} said. */
  public record Checked(int exit, String words) {}

  public Checked check() throws InterruptedException {
    Process check = java("check", "--data", data());
    try (BufferedReader lines = check.inputReader()) {
      String words = lines.lines().collect(Collectors.joining("\n"));
      return new Checked(check.waitFor(), words);
    } catch (IOException e) {
      throw new UncheckedIOException("the check could not be heard", e);
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    discard();
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The JVM ends already, and the hook finds nothing left to do.
    }
  }

  String data() {
    return folder.resolve("data").toString();
  }

  /** The same JVM, options and classes as this process, and none of its environment's settings. */
  private Process java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X") || option.startsWith("--enable-native-access"))
        .forEach(command::add);
    command.addAll(List.of("-cp", classPath(), MAIN));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("CROSSDOCK_"));
    builder.environment().put("CROSSDOCK_BOOTSTRAP_API_KEY", KEY);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Java could not be started", e);
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

  private synchronized void discard() {
    if (process != null) {
      process.destroyForcibly();
    }
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Delete());
    } catch (IOException e) {
      System.getLogger(ThrowAway.class.getName()).log(System.Logger.Level.WARNING, "{0} stays behind", folder);
    }
  }

  private static final class Delete extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    /** Files that a server removes itself while it ends are no failure. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
