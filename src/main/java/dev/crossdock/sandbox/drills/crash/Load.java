package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.drills.kit.Jvm;
import dev.crossdock.sandbox.drills.kit.ThrowAway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The load generator as a process that can be held, killed and started again. */
final class Load implements AutoCloseable {

  private final Path folder;
  private final URI address;
  private final Plan plan;
  private final Instant base;
  private final InstantSource time;
  private @Nullable Process process;

  Load(Path folder, URI address, Plan plan, Instant base, InstantSource time) {
    this.time = time;
    this.folder = folder;
    this.address = address;
    this.plan = plan;
    this.base = base;
  }

  Path ledger() {
    return folder.resolve("taken.txt");
  }

  /** Starts it, holding still. */
  void start() {
    Process started =
        Jvm.start(
            folder, Generator.class.getName(),
            List.of(
                address.toString(), ThrowAway.KEY, Long.toString(plan.seed()), base.toString(), ledger().toString(),
                Integer.toString(plan.scale().perSecond()), time.instant().toString()),
            plan.scale().environment());
    Thread.ofVirtual().start(() -> hear(started));
    process = started;
  }

  void go() {
    say(Generator.GO);
  }

  void hold() {
    say(Generator.HOLD);
  }

  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private void say(char command) {
    try {
      if (process != null) {
        process.getOutputStream().write(command);
        process.getOutputStream().flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the load generator does not listen", e);
    }
  }

  /** So that it never waits for somebody to read what it says. */
  private static void hear(Process process) {
    try {
      process.getInputStream().transferTo(System.err);
    } catch (IOException e) {
      // It was killed, which is what it is for.
    }
  }
}
