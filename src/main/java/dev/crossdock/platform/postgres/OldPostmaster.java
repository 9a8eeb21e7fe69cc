package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The server of an earlier process that may still be about. We hold the directory's lock, so that process is gone and
 * its server is on the way out, or lost its supervisor too. It is asked to stop only when the process is certainly a
 * server on this very directory, and it is waited for. Its pid file is PostgreSQL's own and stays.
 */
final class OldPostmaster {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SIGNAL_TIMEOUT = Duration.ofSeconds(5);
  private static final long POLL_MS = 50;

  private OldPostmaster() {}

  static void waitUntilGone(Path cluster) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long asked = 0;
    for (long pid = server(cluster); pid != 0; pid = server(cluster)) {
      if (System.nanoTime() > deadline) {
        throw new PostgresStartFailure("""
            An earlier PostgreSQL (process %d) still runs on %s and did not stop within %d s. Stop it, then start \
            again.""".formatted(pid, cluster, PATIENCE.toSeconds()));
      }
      if (pid != asked) {
        interrupt(pid);
        asked = pid;
      }
      Pause.of(POLL_MS);
    }
  }

  /**
   * The number in the pid file when it now belongs to a process that is certainly something else: numbers are given
   * out again after a reboot or in a new container. A dead process that nobody has taken notice of yet shows neither
   * program nor arguments, and is therefore never among these.
   */
  static Optional<Long> takenOverBySomethingElse(Path cluster) throws IOException {
    long pid = PostmasterPid.read(cluster).pid();
    return ProcessHandle.of(pid).map(ProcessHandle::info)
        .filter(info -> !isServer(info, cluster))
        .filter(info -> info.arguments().isPresent() || info.command().isPresent())
        .map(_ -> pid);
  }

  /** The process that serves these files, or 0. */
  private static long server(Path cluster) throws IOException {
    long pid = PostmasterPid.read(cluster).pid();
    boolean serves = ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
        .filter(process -> isServer(process.info(), cluster)).isPresent();
    return serves ? pid : 0;
  }

  private static boolean isServer(ProcessHandle.Info process, Path cluster) {
    return process.arguments().map(Arrays::asList)
        .filter(arguments -> arguments.contains("-D") && arguments.contains(cluster.toString()))
        .isPresent();
  }

  /** PostgreSQL's signal for a fast shutdown; Java itself can only send the one for a slow one. */
  private static void interrupt(long pid) {
    Commands.run(List.of("/bin/sh", "-c", "kill -INT \"$1\"", "sh", String.valueOf(pid)), "", SIGNAL_TIMEOUT);
  }
}
