package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The server of an earlier process that may still be about. We hold the directory's lock, so its own process is gone
 * and it is on its way out, or lost its supervisor too. It is asked to stop only when the process is certainly a
 * server on this very directory, and it is waited for; its pid file is PostgreSQL's own and stays.
 */
final class OldPostmaster {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_MS = 50;

  private OldPostmaster() {}

  static void waitUntilGone(Path cluster) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean asked = false;
    while (true) {
      PostmasterPid file = PostmasterPid.read(cluster);
      Optional<ProcessHandle> process = ProcessHandle.of(file.pid()).filter(ProcessHandle::isAlive);
      if (process.isEmpty() || !mayBeServer(process.get(), cluster)) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw new PostgresStartFailure("""
            An earlier PostgreSQL (process %d) still runs on %s and did not stop within %d s. Stop it, then start \
            again.""".formatted(file.pid(), cluster, PATIENCE.toSeconds()));
      }
      if (!asked && isServer(process.get(), cluster)) {
        interrupt(file.pid());
        asked = true;
      }
      pause(POLL_MS);
    }
  }

  /** A process that just died has neither name nor arguments until its parent has taken notice: wait for it too. */
  private static boolean mayBeServer(ProcessHandle process, Path cluster) {
    return process.info().arguments().isEmpty() || isServer(process, cluster);
  }

  private static boolean isServer(ProcessHandle process, Path cluster) {
    return process.info().arguments().map(Arrays::asList)
        .map(arguments -> arguments.contains("-D") && arguments.contains(cluster.toString()))
        .orElse(false);
  }

  /** PostgreSQL's signal for a fast shutdown; Java itself can only send the one for a slow one. */
  private static void interrupt(long pid) {
    Commands.run(List.of("/bin/sh", "-c", "kill -INT \"$1\"", "sh", String.valueOf(pid)), "", Duration.ofSeconds(5));
  }

  static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresStartFailure("Interrupted while PostgreSQL was starting", e);
    }
  }
}
