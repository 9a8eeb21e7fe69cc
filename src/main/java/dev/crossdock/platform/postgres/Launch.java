package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Starts the server on prepared cluster files and waits until it is ready, trying again where that can help. */
final class Launch {

  /** After a crash of everything, old processes and their shared memory can be visible for seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Replaying two gigabytes of log on a slow disk. */
  private static final Duration RECOVERY_MAX = Duration.ofMinutes(10);

  private static final long READY_POLL_MS = 10;
  private static final long RETRY_PAUSE_MS = 250;
  private static final long STOP_WAIT_MS = 30_000;

  /** PostgreSQL's words when the pid file names a process that is not gone yet, or its memory is not. */
  private static final List<String> STILL_THERE = List.of("lock file \"postmaster.pid\"", "pre-existing shared memory");

  private static final List<String> PORT_TAKEN = List.of("could not bind", "could not create any TCP/IP sockets");

  private final DataLayout layout;
  private final Installation installation;
  private final Port port;

  Launch(DataLayout layout, Installation installation, Port port) {
    this.layout = layout;
    this.installation = installation;
    this.port = port;
  }

  Supervisor run() throws IOException {
    OldPostmaster.waitUntilGone(layout.cluster());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      PostmasterPid before = PostmasterPid.read(layout.cluster());
      Supervisor supervisor = Supervisor.start(layout, installation, port.number());
      if (becomesReady(supervisor, before)) {
        return supervisor;
      }
      String words = Failures.lastWords(layout);
      boolean portTaken = PORT_TAKEN.stream().anyMatch(words::contains);
      if (System.nanoTime() > deadline || !(portTaken || STILL_THERE.stream().anyMatch(words::contains))) {
        throw new PostgresStartFailure("PostgreSQL did not start in %s: %s".formatted(layout.cluster(), words));
      }
      if (portTaken) {
        port.replace();
      }
      Pause.of(RETRY_PAUSE_MS);
    }
  }

  /**
   * The state in the pid file is the server's own word; connection attempts would fill its log instead.
   *
   * @param before what a killed server may have left in that file, which says ready too
   */
  private boolean becomesReady(Supervisor supervisor, PostmasterPid before) throws IOException {
    long deadline = System.nanoTime() + RECOVERY_MAX.toNanos();
    while (supervisor.isAlive()) {
      PostmasterPid now = PostmasterPid.read(layout.cluster());
      if (now.isReady() && !now.equals(before)) {
        return true;
      }
      if (System.nanoTime() > deadline) {
        supervisor.stop(STOP_WAIT_MS);
        return false;
      }
      Pause.of(READY_POLL_MS);
    }
    return false;
  }
}
