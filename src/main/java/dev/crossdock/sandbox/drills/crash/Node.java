package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.drills.intake.Databases.Database;
import dev.crossdock.sandbox.drills.kit.Jvm;
import dev.crossdock.sandbox.drills.kit.ThrowAway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node of the installation: the process that is killed, paused and started again. */
final class Node {

  private static final Duration START_MAX = Duration.ofMinutes(5);
  private static final Duration STOP_MAX = Duration.ofSeconds(30);

  private final Path folder;
  private final String allowedTarget;
  private final Optional<Database> database;
  private final Map<String, String> environment;
  private @Nullable Process process;

  /**
   * Of an installation.
   *
   * @param database the one to use, as the node reaches it; empty for its own
   * @param environment what its environment holds besides
   */
  Node(Path folder, String allowedTarget, Optional<Database> database, Map<String, String> environment) {
    this.folder = folder;
    this.allowedTarget = allowedTarget;
    this.database = database;
    this.environment = new HashMap<>(environment);
    this.environment.put("CROSSDOCK_BOOTSTRAP_API_KEY", ThrowAway.KEY);
    database.ifPresent(used -> this.environment.putAll(signIn(used)));
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Starts it; its port. */
  int start() throws InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "start", "--port", "0", "--bind", "127.0.0.1", "--data", data().toString(), "--log-to", "file",
                "--allow-targets", allowedTarget));
    database.ifPresent(used -> arguments.addAll(List.of("--db-url", used.jdbcUrl())));
    Process started = Jvm.start(folder, Jvm.CROSSDOCK, arguments, environment);
    process = started;
    return Jvm.readyPort(started, START_MAX);
  }

  void kill() throws InterruptedException {
    process().destroyForcibly().waitFor();
  }

  /** Sends it a signal by name. */
  void signal(String name) throws InterruptedException {
    Signals.send(name, process().pid());
  }

  /** In order, if it still runs. */
  void stop() throws InterruptedException {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    }
  }

  /**
   * What {@code crossdock check} says while the node runs.
   *
   * @param direct the database as nobody disturbs it; empty where the node has its own
   */
  ThrowAway.Checked check(Optional<Database> direct) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("check", "--data", data().toString()));
    direct.ifPresent(used -> arguments.addAll(List.of("--db-url", used.jdbcUrl())));
    Process check = Jvm.start(folder, Jvm.CROSSDOCK, arguments, direct.map(Node::signIn).orElse(Map.of()));
    try (BufferedReader lines = check.inputReader()) {
      String words = lines.lines().collect(Collectors.joining("\n"));
      return new ThrowAway.Checked(check.waitFor(), words);
    } catch (IOException e) {
      throw new UncheckedIOException("the check could not be heard", e);
    }
  }

  private static Map<String, String> signIn(Database database) {
    return Map.of("CROSSDOCK_DB_USER", database.user(), "CROSSDOCK_DB_PASSWORD", database.password());
  }

  private Process process() {
    if (process == null) {
      throw new IllegalStateException("the node was not started");
    }
    return process;
  }
}
