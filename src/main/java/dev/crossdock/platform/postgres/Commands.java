package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs short commands of the operating system and of PostgreSQL, and finds them on the path. */
final class Commands {

  /** A daemon's path often lacks the folders of system tools such as runuser. */
  private static final String SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin";

  private Commands() {}

  /** What a command left behind: its exit code and everything it wrote, errors included. */
  record Outcome(int exitCode, String output) {

    boolean succeeded() {
      return exitCode == 0;
    }

    /** The lines that were written, joined to one line for a message. */
    String line() {
      return String.join(" | ", output.strip().lines().map(String::strip).toList());
    }
  }

  /**
   * Runs a command that writes little (less than a pipe holds) to its end.
   *
   * @param input sent to its standard input
   */
  static Outcome run(List<String> command, String input, Duration timeout) {
    try {
      Process process = prepare(command).redirectErrorStream(true).start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // The command ended without reading: its exit code and words say more than a broken pipe.
      }
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Outcome(-1, command.getLast() + " did not end within " + timeout.toSeconds() + " s");
      }
      return new Outcome(process.exitValue(),
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Outcome(-1, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresStartFailure("Interrupted while " + command.getFirst() + " ran", e);
    }
  }

  /** A process in an environment without the caller's PG* variables, which would change what PostgreSQL does. */
  static ProcessBuilder prepare(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(Path.of("/").toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    // English messages: the launcher recognises a few of them.
    environment.put("LC_ALL", "C");
    return builder;
  }

  /** The full path of a tool, when this machine has it. */
  static Optional<String> find(String tool) {
    String path = System.getenv().getOrDefault("PATH", "") + ":" + SYSTEM_PATH;
    return Stream.of(path.split(":"))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
