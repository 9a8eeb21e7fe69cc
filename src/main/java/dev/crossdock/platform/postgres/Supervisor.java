package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small shell between this process and the server. It holds the reading end of a pipe whose only writing end is
 * ours, so however this process dies, the shell reads the end of the pipe and asks the server for a fast shutdown.
 */
final class Supervisor {

  /**
   * The signals a terminal or a service manager sends to everybody are ignored here: the server must outlive this
   * process's own orderly end. The watcher is a shell builtin, so there is no further process to be lost.
   */
  private static final String SCRIPT = """
      trap '' HUP INT QUIT TERM
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      { read -r _ <&3; kill -INT "$server"; } &
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

  private final Process process;

  private Supervisor(Process process) {
    this.process = process;
  }

  /** Starts the server; what it says before its log files are open goes to the start log. */
  static Supervisor start(List<String> server, RunAs runAs, Path startLog) throws IOException {
    List<String> command = new ArrayList<>(ownSession());
    List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "crossdock-postgres"));
    shell.addAll(server);
    command.addAll(runAs.command(shell));
    return new Supervisor(Commands.prepare(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(startLog.toFile()))
        .start());
  }

  private static List<String> ownSession() {
    List<String> command = new ArrayList<>();
    Commands.find("setsid").ifPresentOrElse(command::add, () -> Commands.find("perl").ifPresent(perl -> {
      command.add(perl);
      command.addAll(MAC_SETSID);
    }));
    return command;
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
