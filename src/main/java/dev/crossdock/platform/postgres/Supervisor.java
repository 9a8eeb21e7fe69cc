package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A small shell between this process and the server. It holds the reading end of a pipe whose only writing end is
 * ours, so however this process dies, the shell reads the end of the pipe and asks the server for a fast shutdown.
 */
final class Supervisor {

  /**
   * The signals a terminal or a service manager sends to everybody are ignored here: the server must outlive this
   * process's own orderly end. The watcher repeats itself, since a server that has only just been started does not
   * listen yet.
   */
  private static final String SCRIPT = """
      trap '' HUP INT QUIT TERM
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      { read -r end <&3; while kill -INT "$server" 2>/dev/null; do sleep 1; done; } &
      watcher=$!
      exec 3<&-
      wait "$server"
      status=$?
      kill -KILL "$watcher" 2>/dev/null
      exit "$status"
      """;

  /** A session of its own keeps the terminal's Ctrl-C, which goes to a whole process group, from the server. */
  private static final List<String> MAC_SETSID =
      List.of("-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV;", "--");

  /**
   * A process number PostgreSQL need not take for another server when it stands in the pid file, meant for pg_ctl's
   * caller. Orphaned server processes are still found by their shared memory.
   */
  private static final String NOT_A_SERVER = "PG_GRANDPARENT_PID";

  private final Process process;

  private Supervisor(Process process) {
    this.process = process;
  }

  /** Starts the server; what it says before its log files are open goes to the start log. */
  static Supervisor start(DataLayout layout, Installation installation, int port) throws IOException {
    List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "crossdock-postgres"));
    shell.addAll(installation.postgres(layout.cluster(), List.of("-p", String.valueOf(port))));
    List<String> command = ownSession();
    command.addAll(installation.runAs().command(shell));
    Path startLog = layout.startLog();
    ProcessBuilder builder = Commands.prepare(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(startLog.toFile()));
    Optional<Long> harmless = OldPostmaster.takenOverBySomethingElse(layout.cluster());
    if (harmless.isPresent()) {
      builder.environment().put(NOT_A_SERVER, String.valueOf(harmless.get()));
    }
    Process process = builder.start();
    Owner.inherit(startLog);
    return new Supervisor(process);
  }

  private static List<String> ownSession() {
    List<String> command = new ArrayList<>();
    Commands.find("setsid").ifPresentOrElse(command::add, () -> Commands.find("perl").ifPresent(perl -> {
      command.add(perl);
      command.addAll(MAC_SETSID);
    }));
    return command;
  }

  /** Calls back, on a thread of its own, when the server has ended, asked or not. */
  void onExit(Runnable action) {
    Thread.ofPlatform().daemon().name("postgres-watch").start(() -> {
      try {
        process.waitFor();
        action.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks for a fast shutdown and waits for it; false when it takes longer. */
  boolean stop(long waitMs) {
    try {
      process.getOutputStream().close();
      return process.waitFor(waitMs, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
