package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.drills.kit.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);
  private static final int ATTEMPTS_MAX = 5;
  /** How strace marks a call that it answered itself. */
  private static final String FAILED = "(INJECTED)";

  private FailingDisk() {}

  /** Whether it can be played for this server: one that may not be looked into ends strace at once. */
  static boolean canBePlayed(long postmaster) throws InterruptedException {
    try {
      Process strace = Signals.start(List.of("strace", "-qq", "-e", "trace=none", "-p", Long.toString(postmaster)));
      boolean refused = strace.waitFor(ATTACHED_AFTER.toMillis(), TimeUnit.MILLISECONDS);
      letGo(strace);
      return !refused;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Fails once, for whichever process of the server comes first, and lets go of all of them.
   *
   * @param log what strace saw
   */
  static void fail(long postmaster, Path log, Duration most) throws InterruptedException {
    for (int n = 0; n < ATTEMPTS_MAX; n++) {
      if (failed(postmaster, log, most)) {
        return;
      }
    }
    throw new IllegalStateException("no disk failed in " + ATTEMPTS_MAX + " times " + most);
  }

  /** One of the processes may have ended before strace came to it, which then looks into none. */
  private static boolean failed(long postmaster, Path log, Duration most) throws InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("strace", "-qq", "-o", log.toString(), "-e", "trace=fsync,fdatasync", "-e",
                "inject=fsync,fdatasync:error=EIO"));
    ProcessHandle.of(postmaster).stream()
        .flatMap(ProcessHandle::children)
        .forEach(process -> command.addAll(List.of("-p", Long.toString(process.pid()))));
    try {
      Files.writeString(log, "");
      Process strace = Signals.start(command);
      boolean failed =
          Patience.until(() -> !strace.isAlive() || hasFailed(log), over -> over, most, LOOK_EVERY) && hasFailed(log);
      letGo(strace);
      return failed;
    } catch (IOException e) {
      throw new UncheckedIOException("strace was there a moment ago, and can't be run now", e);
    }
  }

  private static boolean hasFailed(Path log) {
    try {
      return Files.readString(log).contains(FAILED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asked to end it leaves the processes as they are. */
  private static void letGo(Process strace) throws InterruptedException {
    strace.destroy();
    if (!strace.waitFor(LETS_GO_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      strace.destroyForcibly().waitFor();
    }
  }
}
