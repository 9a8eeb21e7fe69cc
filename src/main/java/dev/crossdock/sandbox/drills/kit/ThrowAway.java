package dev.crossdock.sandbox.drills.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An installation in a process and a temporary folder of its own, to be hit, killed, started again and thrown away. */
public final class ThrowAway implements AutoCloseable {

  public static final String KEY = "drill-key-0123456789abcdef0123456789";

  private static final Duration START_MAX = Duration.ofMinutes(3);
  private static final Duration STOP_MAX = Duration.ofSeconds(60);

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
    return URI.create("http://127.0.0.1:" + Jvm.readyPort(started, START_MAX));
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

  private Process java(String... arguments) {
    return Jvm.start(folder, Jvm.CROSSDOCK, List.of(arguments), Map.of("CROSSDOCK_BOOTSTRAP_API_KEY", KEY));
  }

  private synchronized void discard() {
    if (process != null) {
      process.destroyForcibly();
    }
    Folders.delete(folder);
  }
}
