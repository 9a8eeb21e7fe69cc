package dev.crossdock.sandbox.drills.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A disk that takes what is written and fails when it is to be made durable, as {@code fsync(2)} and {@code
 * fdatasync(2)} say by EIO. It is played by strace, which answers in the place of the system, where the system has it
 * and lets it look into the processes of PostgreSQL.
 */
final class FailingDisk {

  private static final Duration ATTACHED_AFTER = Duration.ofMillis(500);
  private static final Duration LETS_GO_WITHIN = Duration.ofSeconds(5);

  private FailingDisk() {}

  /** Whether it can be played for this server: one that may not be looked into ends strace at once. */
  static boolean canBePlayed(long postmaster) throws InterruptedException {
    try {
      Process strace = start(List.of("strace", "-qq", "-e", "trace=none", "-p", Long.toString(postmaster)));
      boolean refused = strace.waitFor(ATTACHED_AFTER.toMillis(), TimeUnit.MILLISECONDS);
      letGo(strace);
      return !refused;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Fails for all processes of the server that there are, until they have noticed and ended, or for so long at most.
   * Those that come after find a disk that works.
   */
  static void fail(long postmaster, Duration most) throws InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("strace", "-qq", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO"));
    ProcessHandle.of(postmaster).stream()
        .flatMap(ProcessHandle::children)
        .forEach(process -> command.addAll(List.of("-p", Long.toString(process.pid()))));
    try {
      Process strace = start(command);
      strace.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
      letGo(strace);
    } catch (IOException e) {
      throw new IllegalStateException("strace was there a moment ago, and can't be run now", e);
    }
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Asked to end it leaves the processes as they are. */
  private static void letGo(Process strace) throws InterruptedException {
    strace.destroy();
    if (!strace.waitFor(LETS_GO_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      strace.destroyForcibly().waitFor();
    }
  }
}
